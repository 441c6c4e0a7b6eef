import {describe, expect, it} from 'vitest';
import {erlangC} from '../../../src/analytic/erlang-c.js';
import {dueWork, leastConstantAgents} from '../../../src/planning/staffing/deferred.js';
import {agentsByFormula, exactAgents, type Station} from '../../../src/planning/staffing/formulas.js';
import type {StaffingObjective} from '../../../src/planning/staffing/objectives.js';
import {centerWith, constant} from '../../support/center.js';

/** 100 calls a half-hour of three minutes. */
const station: Station = {arrivalRate: 100 / 1800, aht: 180, threshold: 20, patience: null, seconds: 1800};
const asked = (measure: StaffingObjective['measure'], target: number): StaffingObjective => ({
  measure,
  scope: 'total',
  name: 'total',
  comparison: measure.startsWith('serviceLevel') ? '>=' : '<=',
  target,
  over: 'interval',
});
const level = asked('serviceLevel', 0.8);

describe('agents by a formula', () => {
  it('are the fewest with which the objective holds', () => {
    const answer = agentsByFormula('erlang-c', station, [level], 'excluding-abandons')!;
    const share = (agents: number): number => {
      const outcome = erlangC({...station, agents});
      return outcome.outcome === 'stable' ? outcome.serviceLevel.overOffered : 0;
    };
    expect(share(answer.agents)).toBeGreaterThanOrEqual(0.8);
    expect(share(answer.agents - 1)).toBeLessThan(0.8);
    expect(answer.binds).toBe(0);
  });

  it('name the objective that one agent fewer breaks', () => {
    const answer = agentsByFormula('erlang-c', station, [level, asked('occupancy', 0.6)], 'excluding-abandons')!;
    expect(answer).toEqual({agents: Math.ceil(10 / 0.6), binds: 1});
  });

  it('are fewer where customers hang up, and may be fewer than the load', () => {
    const patient: Station = {...station, patience: {kind: 'exponential', mean: 180}};
    const lost = [asked('abandonment', 0.2)];
    expect(agentsByFormula('erlang-a', patient, lost, 'excluding-abandons')!.agents).toBeLessThan(10);
    expect(agentsByFormula('erlang-a', patient, [level], 'excluding-abandons')!.agents).toBeLessThan(
      agentsByFormula('erlang-c', station, [level], 'excluding-abandons')!.agents,
    );
  });

  it('keep the longest wait where fewer than one contact in two intervals waits longer', () => {
    const {agents} = agentsByFormula('erlang-c', station, [asked('waitMax', 60)], 'excluding-abandons')!;
    const late = (count: number): number => {
      const outcome = erlangC({...station, threshold: 60, agents: count});
      return outcome.outcome === 'stable' ? 100 * outcome.notInTime : Infinity;
    };
    expect(late(agents)).toBeLessThanOrEqual(0.5);
    expect(late(agents - 1)).toBeGreaterThan(0.5);
  });

  it('are told before rounding as well', () => {
    const exact = exactAgents('erlang-c', station, [level], 'excluding-abandons', 13);
    expect(exact).toBeGreaterThan(12);
    expect(exact).toBeLessThanOrEqual(13);
  });

  it('are none where nothing comes, and none are enough for a wait that no agent can mend', () => {
    expect(agentsByFormula('erlang-c', {...station, arrivalRate: 0}, [level], 'excluding-abandons')).toEqual({
      agents: 0,
      binds: null,
    });
    expect(agentsByFormula('erlang-c', station, [asked('serviceLevel', 1.5)], 'excluding-abandons')).toBeNull();
  });
});

describe('deferred work', () => {
  it('needs the least constant number that gets all done in time', () => {
    const hour = 3600;
    const contacts = Float64Array.from([10, 20, 30, 10, 5, 5, 5, 5]);
    const scenario = centerWith({
      types: {mail: {channel: 'email', talk: constant(hour), thresholdSeconds: 2 * hour}},
      groups: {team: {skills: {mail: 1}}},
      clock: {daySeconds: 8 * hour, intervalSeconds: hour},
    });
    const due = dueWork(scenario, 0, contacts, () => hour);
    expect([...due.dueCell.slice(0, 3)]).toEqual([2, 3, 4]);
    expect(leastConstantAgents(due, hour)).toBeCloseTo(12.5, 9);
  });
});
