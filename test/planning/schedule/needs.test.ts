import {describe, expect, it} from 'vitest';
import {erlangC} from '../../../src/analytic/erlang-c.js';
import {cellGrid} from '../../../src/planning/schedule/cells.js';
import {cutsOf, strongest} from '../../../src/planning/schedule/cuts.js';
import {groupsOfType, requirementOf} from '../../../src/planning/schedule/needs.js';
import type {ServiceFigure} from '../../../src/planning/schedule/service.js';
import {read} from '../../support/scenario-text.js';

const two = `
clock: {start: 2026-11-23, interval: 60m}
contacts:
  french: {arrivals: 120/h, handle: 4m, objective: 80% in 20s}
  dutch: {arrivals: 60/h, handle: 4m, objective: 80% in 20s}
agents:
  fr: {count: 9, skills: [french]}
  both: {count: 9, skills: [french, dutch]}
scheduling: {shifts: {day: {length: 8h, starts: 08:00-16:00}}}
`;

/** The fewest agents with whom Erlang C keeps 80 % in 20 s of calls of four minutes. */
function fewest(callsAnHour: number): number {
  for (let agents = 1; ; agents += 1) {
    const outcome = erlangC({arrivalRate: callsAnHour / 3600, aht: 240, agents, threshold: 20});
    if (outcome.outcome === 'stable' && outcome.serviceLevel.overOffered >= 0.8) return agents;
  }
}

describe('agents needed by formula', () => {
  it('are as many as a type needs of those who alone can serve it, and all types pooled of all', async () => {
    const scenario = await read(two);
    const grid = cellGrid(scenario.scheduling!, 86_400);
    const {rules} = requirementOf(scenario, scenario.scheduling!, grid);
    const atNine = rules.filter(({cells}) => cells.includes(9)).map(({groups, agents}) => ({groups, agents}));
    expect(atNine).toContainEqual({groups: [1], agents: fewest(60)});
    expect(atNine).toContainEqual({groups: [0, 1], agents: fewest(180)});
    expect(atNine).toHaveLength(2);
    expect(fewest(180)).toBeLessThan(fewest(60) + fewest(120));
  });
});

describe('cuts from a simulation', () => {
  const figure = (interval: number | null, value: number, verdict: ServiceFigure['verdict']): ServiceFigure => ({
    contactType: 1,
    interval,
    value,
    low: null,
    high: null,
    target: 0.8,
    verdict,
  });
  const cutsAfter = async (...service: readonly ServiceFigure[]): Promise<ReturnType<typeof cutsOf>> => {
    const scenario = await read(two);
    const grid = cellGrid(scenario.scheduling!, 86_400);
    const cover = [new Array<number>(24).fill(5), new Array<number>(24).fill(7)];
    return cutsOf(scenario, service, cover, groupsOfType(scenario), (_, cell) => cell >= 8, grid, 3);
  };

  it('ask for one agent more where an objective is missed by little, for three where it is missed by thirty points', async () => {
    const cuts = await cutsAfter(figure(9, 0.75, 'missed'), figure(10, 0.5, 'missed'), figure(11, 0.79, 'close'));
    expect(cuts.map(({groups, cells, agents}) => ({groups, cells, agents}))).toEqual([
      {groups: [1], cells: [9], agents: 8},
      {groups: [1], cells: [10], agents: 10},
    ]);
  });

  it('ask for more where it is a little below when the horizon is missed', async () => {
    const cuts = await cutsAfter(figure(null, 0.79, 'missed'), figure(11, 0.79, 'close'), figure(12, 0.81, 'close'));
    expect(cuts.map(({cells}) => cells)).toEqual([[11]]);
  });

  it('ask for nothing where no shift reaches', async () => {
    expect(await cutsAfter(figure(3, 0.2, 'missed'))).toEqual([]);
  });

  it('replace weaker ones for the same agents at the same time', () => {
    const source = {kind: 'file' as const, line: 2};
    const rule = (agents: number) => ({groups: [1], cells: [9], agents, source});
    expect(strongest([rule(7), rule(9), rule(8)])).toEqual([rule(9)]);
  });
});
