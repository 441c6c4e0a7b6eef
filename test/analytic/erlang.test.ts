import {describe, expect, it} from 'vitest';
import {erlangA, impatientQueue} from '../../src/analytic/erlang-a.js';
import {erlangB} from '../../src/analytic/erlang-b.js';
import {erlangC, erlangCWait} from '../../src/analytic/erlang-c.js';
import type {QueueFigures, QueueOutcome} from '../../src/analytic/figures.js';
import type {Patience} from '../../src/analytic/patience.js';
import {logGamma} from '../../src/numeric/log-gamma.js';
import {closedForm, expectTable} from './table-check.js';

/** The tables' unit of time is a mean handle time. */
const perAht = {aht: 1};

function stable(outcome: QueueOutcome): QueueFigures {
  if (outcome.outcome === 'unstable') throw new Error('the queue grows without end');
  return outcome;
}

describe('Erlang B', () => {
  it('gives every figure of the exact table, up to 100,000 lines', () => {
    expectTable('erlang_b.csv', row => {
      const figures = erlangB({offeredLoad: row.number('a'), agents: row.number('n')});
      const tolerance = closedForm(row.number('kappa_a'));
      return [
        {got: figures.blocking, column: 'B', tolerance},
        {got: figures.logBlocking, column: 'ln_B', tolerance},
        {got: figures.carriedLoad, column: 'carried', tolerance},
        {got: figures.occupancy, column: 'utilisation', tolerance},
      ];
    });
  });

  it('gives no factorial the chance to overflow', () => {
    expect(erlangB({offeredLoad: 10_000, agents: 5000}).blocking).toBeCloseTo(0.5001, 4);
  });

  it('loses everybody without agents, and nobody without calls', () => {
    expect(erlangB({offeredLoad: 5, agents: 0})).toMatchObject({blocking: 1, carriedLoad: 0, occupancy: null});
    expect(erlangB({offeredLoad: 0, agents: 3})).toMatchObject({blocking: 0, carriedLoad: 0, occupancy: 0});
  });
});

describe('Erlang C', () => {
  it('gives every figure of the exact table', () => {
    expectTable('erlang_c.csv', row => {
      const queue = {
        ...perAht,
        arrivalRate: row.number('a'),
        agents: row.number('n'),
        threshold: row.number('t_over_aht'),
      };
      const figures = stable(erlangC(queue));
      const tolerance = closedForm(row.number('kappa_a'));
      return [
        {got: figures.waitProbability, column: 'C', tolerance},
        {got: figures.logWaitProbability, column: 'ln_C', tolerance},
        {got: figures.asa, column: 'asa_over_aht', tolerance},
        {got: figures.meanQueueLength, column: 'Lq', tolerance},
        {got: figures.serviceLevel.overOffered, column: 'service_level', tolerance: 1e-13, absolute: true},
        // the table subtracts from 1 in 240 bits, which leaves no digits of its own below 1e-60
        {
          got: row.number('one_minus_sl') < 1e-60 ? row.number('one_minus_sl') : figures.notInTime,
          column: 'one_minus_sl',
          tolerance,
        },
        {got: figures.occupancy, column: 'occupancy', tolerance},
        {got: erlangCWait({...queue, share: 0.9}), column: 'wait_p90_over_aht', tolerance},
      ];
    });
  });

  it('takes a part of an agent', () => {
    expectTable('erlang_bc_continuous_n.csv', row => {
      const [agents, load] = [row.number('n'), row.number('a')];
      const tolerance = closedForm(agents - load);
      const {blocking} = erlangB({offeredLoad: load, agents});
      const outcome = erlangC({...perAht, arrivalRate: load, agents, threshold: 1 / 9});
      const blocked = {got: blocking, column: 'B', tolerance};
      if (outcome.outcome === 'unstable') return [blocked];
      const figures = stable(outcome);
      return [
        blocked,
        {got: figures.waitProbability, column: 'C', tolerance},
        {got: figures.asa, column: 'asa_over_aht', tolerance},
        {got: figures.serviceLevel.virtual, column: 'sl_t_1_9', tolerance: 1e-13, absolute: true},
      ];
    });
  });

  it('says that a queue grows without end, and how many agents would do', () => {
    expect(erlangC({arrivalRate: 100 / 1800, aht: 180, agents: 10})).toEqual({
      outcome: 'unstable',
      offeredLoad: 10,
      agents: 10,
      agentsToBeStable: 11,
    });
    expect(erlangCWait({arrivalRate: 1, aht: 10, agents: 9, share: 0.9})).toBeNull();
  });

  it('lets nobody wait where nobody calls', () => {
    expect(erlangC({arrivalRate: 0, aht: 180, agents: 1})).toMatchObject({asa: 0, occupancy: 0, notInTime: 0});
  });

  it('refuses what is no number', () => {
    expect(() => erlangC({arrivalRate: -1, aht: 180, agents: 10})).toThrow(
      'arrivalRate: expected a number of at least 0, got -1',
    );
    expect(() => erlangC({arrivalRate: 1, aht: Number.NaN, agents: 10})).toThrow('aht: expected');
  });
});

describe('Erlang A', () => {
  it('gives every figure of the exact table to twelve digits', () => {
    expectTable('erlang_a.csv', row => {
      const figures = stable(
        erlangA({
          ...perAht,
          arrivalRate: row.number('lambda'),
          agents: row.number('n'),
          patience: 1 / row.number('theta'),
          threshold: row.number('t'),
        }),
      );
      const near = {tolerance: 1e-12};
      const level = {tolerance: 1e-13, absolute: true};
      return [
        {got: figures.waitProbability, column: 'P_wait', ...near},
        // near 1 the logarithm is near 0, and no more digits of it can be had than of the share
        {got: figures.logWaitProbability, column: 'ln_P_wait', ...near, absolute: row.number('P_wait') > 0.3},
        {got: figures.abandonment, column: 'P_abandon', ...near},
        {got: figures.meanWait, column: 'E_wait_all', ...near},
        {got: figures.meanQueueLength, column: 'E_queue', ...near},
        {got: figures.occupancy, column: 'occupancy', ...near},
        {got: figures.meanVirtualWait, column: 'E_virtual_wait', ...near},
        {got: figures.asa, column: 'E_wait_served', ...near},
        {got: figures.meanWaitOfAbandoned, column: 'E_wait_abandoned', ...near},
        {got: figures.serviceLevel.overOffered, column: 'sl_answered_in_t_over_offered', ...level},
        {got: 1 - figures.notInTime, column: 'sl_answered_in_t_over_offered', ...level},
        {got: figures.serviceLevel.overAnswered, column: 'sl_over_answered', ...level},
        {got: figures.serviceLevel.excludingAbandons, column: 'sl_excl_short_abandons', ...level},
        {got: figures.serviceLevel.abandonsMet, column: 'p_leave_queue_within_t', ...level},
        {got: figures.serviceLevel.virtual, column: 'p_virtual_wait_le_t', ...level},
      ];
    });
  });

  it('knows the example that every textbook has', () => {
    const one = stable(erlangA({arrivalRate: 1, aht: 1, agents: 1, patience: 1}));
    expect(one.abandonment).toBeCloseTo(1 / Math.E, 14);
    const hundred = stable(erlangA({arrivalRate: 100 / 1800, aht: 180, agents: 14, patience: 300, threshold: 20}));
    expect(hundred.waitProbability).toBeCloseTo(0.14526, 5);
    expect(hundred.serviceLevel.overOffered).toBeCloseTo(0.916792, 6);
  });

  it('is Erlang C for endless patience, and Erlang B for none', () => {
    const queue = {arrivalRate: 12, aht: 1, agents: 14, threshold: 0.1};
    expect(erlangA({...queue, patience: Number.POSITIVE_INFINITY})).toEqual(erlangC(queue));
    const patient = stable(erlangA({...queue, patience: 1e9}));
    expect(patient.asa).toBeCloseTo(stable(erlangC(queue)).asa!, 6);
    const {blocking} = erlangB({offeredLoad: 12, agents: 14});
    expect(stable(erlangA({...queue, patience: 0})).abandonment).toBeCloseTo(blocking, 14);
  });

  it('counts the same in every unit of time', () => {
    const seconds = stable(erlangA({arrivalRate: 0.1, aht: 180, agents: 20, patience: 120, threshold: 20}));
    const minutes = stable(erlangA({arrivalRate: 6, aht: 3, agents: 20, patience: 2, threshold: 1 / 3}));
    expect(seconds.asa! / 60).toBeCloseTo(minutes.asa!, 14);
    expect(seconds.serviceLevel.excludingAbandons).toBeCloseTo(minutes.serviceLevel.excludingAbandons, 13);
  });

  it('goes smoothly from one agent to the next', () => {
    const level = (agents: number): number =>
      stable(erlangA({arrivalRate: 0.05, aht: 180, agents, patience: 120})).serviceLevel.overOffered;
    const rises = Array.from({length: 200}, (_, i) => level((i + 1) / 10) - level(i / 10));
    expect(Math.min(...rises)).toBeGreaterThan(0);
    expect(Math.max(...rises)).toBeLessThan(0.03);
  });

  it('loses all without agents, after their whole patience', () => {
    expect(erlangA({arrivalRate: 0.1, aht: 180, agents: 0, patience: 60})).toMatchObject({
      abandonment: 1,
      meanWait: 60,
      asa: null,
      meanQueueLength: 6,
    });
  });
});

describe('patience of any shape', () => {
  const weibullMean = (shape: number, scale: number): number => scale * Math.exp(logGamma(1 + 1 / shape));
  const SHAPES: Readonly<Record<string, (p: readonly number[]) => Patience>> = {
    det: ([value]) => ({kind: 'constant', value}),
    unif: ([high]) => ({kind: 'uniform', low: 0, high}),
    erl2: ([mean]) => ({kind: 'erlang', mean, phases: 2}),
    hyper2: ([p, first, second]) => ({
      kind: 'hyperexponential',
      phases: [
        {probability: p, mean: first},
        {probability: 1 - p, mean: second},
      ],
    }),
    logn: ([mean, cv]) => ({kind: 'lognormal', mean, cv}),
    mix0exp: ([, mean]) => ({kind: 'exponential', mean}),
    weib: ([shape, scale]) => ({kind: 'weibull', mean: weibullMean(shape, scale), shape}),
  };

  it('gives every figure of the exact table', () => {
    expectTable('mmn_g_patience.csv', row => {
      const parameters = row.text('patience_params').split('|').map(Number);
      const kind = row.text('patience_kind');
      const figures = stable(
        impatientQueue({
          ...perAht,
          arrivalRate: row.number('lambda'),
          agents: row.number('n'),
          patience: SHAPES[kind](parameters),
          balking: kind === 'mix0exp' ? parameters[0] : 0,
          threshold: row.number('t'),
        }),
      );
      // the table has fifteen digits
      const near = {tolerance: 1e-13};
      const level = {tolerance: 1e-13, absolute: true};
      const {overOffered, abandonsMet, virtual} = figures.serviceLevel;
      return [
        {got: figures.waitProbability, column: 'P_wait', ...near},
        {got: figures.abandonment, column: 'P_abandon', ...near},
        {got: figures.meanWait, column: 'E_wait_all', ...near},
        {got: figures.meanVirtualWait, column: 'E_virtual_wait', ...near},
        {got: figures.asa, column: 'E_wait_served', ...near},
        {got: figures.occupancy, column: 'occupancy', ...near},
        {got: overOffered, column: 'sl_answered_in_t_over_offered', ...level},
        {got: abandonsMet - overOffered, column: 'p_abandon_within_t', ...level},
        {got: virtual, column: 'p_virtual_wait_le_t', ...level},
      ];
    });
  });

  const queue = {arrivalRate: 0.1, aht: 180, agents: 17, threshold: 20};
  const figuresWith = (patience: Patience): QueueFigures => stable(impatientQueue({...queue, patience}));
  const expectSame = (one: QueueFigures, other: QueueFigures, digits: number): void => {
    for (const figure of ['abandonment', 'asa', 'meanWait', 'meanVirtualWait', 'meanWaitOfAbandoned'] as const)
      expect(one[figure]! / other[figure]!, figure).toBeCloseTo(1, digits);
    expect(one.serviceLevel.abandonsMet).toBeCloseTo(other.serviceLevel.abandonsMet, digits);
  };

  it('is the same whichever way the same law is written', () => {
    const exponential = stable(erlangA({...queue, patience: 120}));
    expectSame(figuresWith({kind: 'weibull', mean: 120, shape: 1}), exponential, 12);
    expectSame(figuresWith({kind: 'gamma', mean: 120, cv: 1}), exponential, 11);
    expectSame(
      figuresWith({kind: 'gamma', mean: 120, cv: Math.SQRT1_2}),
      figuresWith({kind: 'erlang', mean: 120, phases: 2}),
      11,
    );
    expectSame(figuresWith({kind: 'uniform', low: 120, high: 120}), figuresWith({kind: 'constant', value: 120}), 13);
    expectSame(
      figuresWith({kind: 'kaplan-meier', times: [60, 180], survival: [0.5, 0]}),
      figuresWith({kind: 'empirical', values: [60, 180]}),
      13,
    );
  });

  it('comes near a smooth law with many values of it, and near a constant with a narrow law', () => {
    const values = Array.from({length: 400}, (_, i) => 240 * ((i + 0.5) / 400));
    expectSame(figuresWith({kind: 'empirical', values}), figuresWith({kind: 'uniform', low: 0, high: 240}), 2);
    expectSame(
      figuresWith({kind: 'triangular', low: 119.99, mode: 120, high: 120.01}),
      figuresWith({kind: 'constant', value: 120}),
      5,
    );
    expectSame(figuresWith({kind: 'lognormal', mean: 120, cv: 0.003}), figuresWith({kind: 'constant', value: 120}), 3);
  });

  it('says so when those who wait for ever are too many for the agents', () => {
    const patience: Patience = {kind: 'kaplan-meier', times: [60], survival: [0.99]};
    expect(impatientQueue({...queue, patience})).toMatchObject({outcome: 'unstable', agentsToBeStable: 18});
    expect(impatientQueue({...queue, agents: 19, patience})).toMatchObject({outcome: 'stable'});
  });

  it('refuses what is no law', () => {
    expect(() => figuresWith({kind: 'lognormal', mean: 120, cv: 0})).toThrow('patience.cv');
    expect(() => figuresWith({kind: 'hyperexponential', phases: [{probability: 0.5, mean: 3}]})).toThrow('add up to 1');
    expect(() => figuresWith({kind: 'kaplan-meier', times: [60, 30], survival: [0.5, 0.2]})).toThrow('rise');
  });
});
