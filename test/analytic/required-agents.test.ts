import {describe, expect, it} from 'vitest';
import {erlangA} from '../../src/analytic/erlang-a.js';
import type {QueueOutcome, ServiceLevelName} from '../../src/analytic/figures.js';
import {longestAht, mostArrivals} from '../../src/analytic/limits-of-work.js';
import {queue, requiredAgents, requiredLines} from '../../src/analytic/required-agents.js';
import {combinedShrinkage, scheduledAgents, wholeAgents} from '../../src/analytic/shrinkage.js';
import type {Targets} from '../../src/analytic/targets.js';
import {leastWhole} from '../../src/numeric/search.js';
import type {Row} from '../oracles/table.js';
import {expectTable} from './table-check.js';

const workloadOf = (row: Row): {arrivalRate: number; aht: number} => ({
  arrivalRate: row.number('calls') / (60 * row.number('interval_min')),
  aht: row.number('aht_s'),
});
const levelOf = (outcome: QueueOutcome | null, name: ServiceLevelName): number =>
  outcome === null || outcome.outcome === 'unstable' ? 0 : outcome.serviceLevel[name];
const exact = {tolerance: 0};
/** The tables have twelve digits. */
const printed = {tolerance: 1e-11};

describe('the agents it takes', () => {
  it('are those of the exact table under Erlang C, with a cap on occupancy and with shrinkage', () => {
    expectTable('staffing_erlang_c.csv', row => {
      const serviceLevel = {share: row.number('sl_target'), threshold: row.number('threshold_s')};
      const needed = requiredAgents({...workloadOf(row), targets: {serviceLevel}})!;
      const capped = requiredAgents({...workloadOf(row), targets: {serviceLevel, occupancy: 0.85}})!;
      return [
        {got: needed.agents, column: 'agents', ...exact},
        {got: levelOf(needed.figures, 'overOffered'), column: 'sl_at_agents', ...printed},
        {got: levelOf(needed.oneLess, 'overOffered'), column: 'sl_at_agents_minus_1', ...printed},
        {got: needed.figures.waitProbability, column: 'P_wait', ...printed},
        {got: needed.figures.asa, column: 'asa_s', ...printed},
        {got: needed.figures.occupancy, column: 'occupancy', ...printed},
        {got: capped.agents, column: 'agents_with_max_occ_0.85', ...exact},
        {
          got: wholeAgents(scheduledAgents({agents: capped.agents, shrinkage: 0.3})),
          column: 'scheduled_with_shrinkage_0.30',
          ...exact,
        },
      ];
    });
  });

  it('are those of the exact table under Erlang A, by each definition of service level and by abandonment', () => {
    expectTable('staffing_erlang_a.csv', row => {
      const workload = {...workloadOf(row), patience: row.number('patience_s')};
      const level = (definition: ServiceLevelName): Targets => ({
        serviceLevel: {share: row.number('sl_target'), threshold: row.number('threshold_s'), definition},
      });
      const offered = requiredAgents({...workload, targets: level('overOffered')})!;
      const virtual = requiredAgents({...workload, targets: level('virtual')})!;
      const excluding = requiredAgents({...workload, targets: level('excludingAbandons')})!;
      const kept = requiredAgents({...workload, targets: {abandonment: 0.05}})!;
      return [
        {got: offered.agents, column: 'agents_sl_over_offered', ...exact},
        {got: levelOf(offered.figures, 'overOffered'), column: 'value', ...printed},
        {got: levelOf(offered.oneLess, 'overOffered'), column: 'value_n_minus_1', ...printed},
        {got: virtual.agents, column: 'agents_sl_virtual(Koole)', ...exact},
        {got: levelOf(virtual.figures, 'virtual'), column: 'value_v', ...printed},
        {got: levelOf(virtual.oneLess, 'virtual'), column: 'value_v_n_minus_1', ...printed},
        {got: excluding.agents, column: 'agents_sl_excl_abandons_within_t', ...exact},
        {got: levelOf(excluding.figures, 'excludingAbandons'), column: 'value_x', ...printed},
        {got: levelOf(excluding.oneLess, 'excludingAbandons'), column: 'value_x_n_minus_1', ...printed},
        {got: kept.agents, column: 'agents_abandon_le_5pct', ...exact},
        {got: 1 - kept.figures.abandonment, column: 'answered_share', ...printed},
      ];
    });
  });

  it('are the lines of the exact table under Erlang B', () => {
    expectTable('staffing_erlang_b.csv', row => {
      const needed = requiredLines({offeredLoad: row.number('load_erlangs'), blocking: row.number('max_blocking')})!;
      return [
        {got: needed.lines, column: 'lines', ...exact},
        {got: needed.blocking, column: 'blocking_at_lines', ...printed},
        {got: needed.blockingWithOneLess, column: 'blocking_at_lines_minus_1', ...printed},
      ];
    });
  });

  it('are never one too many because of a rounded start', () => {
    // pyworkforce starts at round(a) + 1 = 12 and never looks at 11
    const targets = {serviceLevel: {share: 0.1, threshold: 20}};
    expect(requiredAgents({arrivalRate: 10.6 / 180, aht: 180, targets})!.agents).toBe(11);
  });

  it('are named with the target that asks for the most', () => {
    const needed = requiredAgents({
      arrivalRate: 100 / 1800,
      aht: 180,
      patience: 300,
      targets: {serviceLevel: {share: 0.8, threshold: 20}, abandonment: 0.05, occupancy: 0.65},
    })!;
    expect(needed).toMatchObject({
      agents: 16,
      binding: 'occupancy',
      byTarget: {serviceLevel: 13, abandonment: 12, occupancy: 16},
    });
  });

  it('are a fraction when a fraction is wanted: exactly at the target', () => {
    const options = {arrivalRate: 100 / 1800, aht: 180, targets: {serviceLevel: {share: 0.8, threshold: 20}}};
    const needed = requiredAgents({...options, fractional: true})!;
    expect(needed.agents).toBeGreaterThan(13);
    expect(needed.agents).toBeLessThan(14);
    expect(needed.figures.serviceLevel.overOffered).toBeCloseTo(0.8, 11);
  });

  it('are none where nobody calls, and none can be named for a share that balks', () => {
    const targets = {abandonment: 0.01};
    expect(requiredAgents({arrivalRate: 0, aht: 180, targets})).toMatchObject({agents: 0, binding: null});
    expect(() => requiredAgents({arrivalRate: 1, aht: 180, targets: {}})).toThrow('at least one of serviceLevel, asa');
    expect(() =>
      requiredAgents({arrivalRate: 1, aht: 180, targets: {serviceLevel: {share: 1, threshold: 20}}}),
    ).toThrow('below 1');
  });
});

describe('what a number of agents can carry', () => {
  const targets = {serviceLevel: {share: 0.8, threshold: 20}};

  it('is the load at which the target is just met', () => {
    const arrivalRate = mostArrivals({aht: 180, agents: 14, patience: 300, targets});
    const figures = queue({arrivalRate, aht: 180, agents: 14, patience: 300, threshold: 20});
    expect(levelOf(figures, 'overOffered')).toBeCloseTo(0.8, 10);
  });

  it('is the handle time at which the target is just met', () => {
    const aht = longestAht({arrivalRate: 100 / 1800, agents: 14, targets});
    expect(aht).toBeGreaterThan(180);
    expect(levelOf(queue({arrivalRate: 100 / 1800, aht, agents: 14, threshold: 20}), 'overOffered')).toBeCloseTo(
      0.8,
      10,
    );
  });

  it('turns around what the staffing search says', () => {
    for (const patience of [undefined, 120, {kind: 'lognormal', mean: 120, cv: 1.5} as const]) {
      const workload = {arrivalRate: 0.2, aht: 240, patience};
      const {agents} = requiredAgents({...workload, targets})!;
      expect(mostArrivals({...workload, agents, targets})).toBeGreaterThanOrEqual(0.2);
      expect(mostArrivals({...workload, agents: agents - 1, targets})).toBeLessThan(0.2);
    }
  });

  it('is nothing without agents', () => {
    expect(mostArrivals({aht: 180, agents: 0, targets})).toBe(0);
  });
});

describe('the queue of a workload', () => {
  it('is Erlang A with a mean patience, and can have a share that never waits with all others patient', () => {
    const workload = {arrivalRate: 0.05, aht: 180, agents: 12, threshold: 20};
    expect(queue({...workload, patience: 120})).toEqual(erlangA({...workload, patience: 120}));
    const balking = queue({...workload, agents: 9, balking: 0.1});
    expect(balking).toMatchObject({outcome: 'stable'});
    expect(queue({...workload, agents: 8, balking: 0.1})).toMatchObject({outcome: 'unstable', agentsToBeStable: 9});
  });
});

describe('shrinkage', () => {
  it('multiplies where it was measured on the remainder, and adds up where on paid time', () => {
    expect(combinedShrinkage([0.2, 0.1], 'on-remainder')).toBeCloseTo(0.28, 14);
    expect(combinedShrinkage([0.2, 0.1], 'on-paid-time')).toBeCloseTo(0.3, 14);
    expect(() => combinedShrinkage([0.6, 0.4], 'on-paid-time')).toThrow('less than all time');
  });

  it('rounds up once, at the end, and forgives what rounding left', () => {
    expect(wholeAgents(scheduledAgents({agents: 14, shrinkage: 0.3}))).toBe(20);
    expect(wholeAgents(12.1)).toBe(13);
  });
});

describe('the search for the least whole number', () => {
  it('finds it from any start, and says when there is none', () => {
    for (const guess of [0, 1, 6, 7, 8, 9, 50, 99, 1000]) expect(leastWhole(n => n * n >= 50, guess, 100)).toBe(8);
    expect(leastWhole(() => true, 5, 100)).toBe(0);
    expect(leastWhole(() => false, 5, 100)).toBeNull();
  });
});
