import {describe, expect, it} from 'vitest';
import {blendedQueue} from '../../src/analytic/blending.js';
import {chatQueue, chatThroughput} from '../../src/analytic/chat.js';
import {erlangA} from '../../src/analytic/erlang-a.js';
import {erlangB} from '../../src/analytic/erlang-b.js';
import {erlangC} from '../../src/analytic/erlang-c.js';
import {erlangX} from '../../src/analytic/erlang-x.js';
import {generalArrivalsQueue, type ArrivalShape} from '../../src/analytic/general-arrivals.js';
import {generalServiceQueue, type HandleTimeShape} from '../../src/analytic/general-service.js';
import {limitedLines} from '../../src/analytic/limited-lines.js';
import {priorityQueue} from '../../src/analytic/priorities.js';
import {squareRootStaffing} from '../../src/analytic/square-root-staffing.js';
import {expectTable} from './table-check.js';

const level = {tolerance: 1e-13, absolute: true};
/** Tables made by sums like ours, in 240 bits. */
const near = {tolerance: 1e-12};

function stable<T extends {readonly outcome: string}>(outcome: T): Extract<T, {outcome: 'stable'}> {
  if (outcome.outcome !== 'stable') throw new Error('the queue grows without end');
  return outcome as Extract<T, {outcome: 'stable'}>;
}
const listOf = (text: string): number[] => text.split('|').map(Number);

describe('limited lines', () => {
  it('give every figure of the exact table without patience', () => {
    expectTable('mmnk.csv', row => {
      const figures = limitedLines({
        arrivalRate: row.number('lambda'),
        aht: 1,
        agents: row.number('n'),
        lines: row.number('K'),
        threshold: row.number('t'),
      });
      const accepted = 1 - figures.blocking;
      return [
        {got: figures.blocking, column: 'P_block', ...near},
        {got: figures.waitProbability, column: 'P_wait_over_offered', ...near},
        {got: figures.waitProbability / accepted, column: 'P_wait_over_accepted', ...near},
        {got: figures.meanWait, column: 'E_wait_accepted', ...near},
        {got: figures.asa, column: 'E_wait_accepted', ...near},
        {got: figures.meanQueueLength, column: 'E_queue', ...near},
        {got: figures.occupancy, column: 'occupancy', ...near},
        {got: figures.serviceLevel.overOffered, column: 'sl_over_offered', ...level},
        {got: figures.serviceLevel.overAnswered, column: 'sl_over_accepted', ...level},
        {got: 1 - figures.notInTime, column: 'sl_over_offered', ...level},
      ];
    });
  });

  it('give every figure of the exact table with patience', () => {
    expectTable('mmnk_m.csv', row => {
      const figures = limitedLines({
        arrivalRate: row.number('lambda'),
        aht: 1,
        agents: row.number('n'),
        lines: row.number('K'),
        patience: 1 / row.number('theta'),
        threshold: row.number('t'),
      });
      return [
        {got: figures.blocking, column: 'P_block', ...near},
        {got: figures.abandonment, column: 'P_abandon', ...near},
        {got: figures.waitProbability, column: 'P_wait_over_offered', ...near},
        {got: figures.meanQueueLength, column: 'E_queue', ...near},
        {got: figures.occupancy, column: 'occupancy', ...near},
        {got: figures.asa, column: 'E_wait_served', ...near},
        {got: figures.serviceLevel.overOffered, column: 'sl_answered_in_t_over_offered', ...level},
        {got: figures.serviceLevel.overAnswered, column: 'sl_over_answered', ...level},
        {
          got: figures.serviceLevel.abandonsMet - figures.serviceLevel.overOffered,
          column: 'p_abandon_within_t',
          ...level,
        },
        {got: figures.serviceLevel.virtual, column: 'p_virtual_wait_le_t_over_offered', ...level},
        {got: figures.meanVirtualWait! * (1 - figures.blocking), column: 'E_virtual_wait_times_accepted', ...near},
      ];
    });
  });

  it('are Erlang B without a place to wait, and Erlang A with many', () => {
    const center = {arrivalRate: 0.05, aht: 180, agents: 10, patience: 100, threshold: 20};
    const {blocking} = erlangB({offeredLoad: 9, agents: 10});
    expect(limitedLines({...center, lines: 10})).toMatchObject({waitProbability: 0, abandonment: 0});
    expect(limitedLines({...center, lines: 10}).blocking).toBeCloseTo(blocking, 14);
    const many = limitedLines({...center, lines: 200});
    const endless = stable(erlangA(center));
    for (const figure of [
      'waitProbability',
      'abandonment',
      'asa',
      'meanVirtualWait',
      'meanWaitOfAbandoned',
      'notInTime',
    ] as const)
      expect(many[figure]! / endless[figure]!, figure).toBeCloseTo(1, 11);
  });

  it('know what the patient would wait where nearly nobody is patient', () => {
    const center = {arrivalRate: 1.739, aht: 1, agents: 1, patience: 1 / 942, threshold: 1.466};
    const virtual = stable(erlangA(center)).serviceLevel.virtual;
    expect(limitedLines({...center, lines: 50}).serviceLevel.virtual).toBeCloseTo(virtual, 12);
  });

  it('need whole lines, no fewer than agents', () => {
    expect(() => limitedLines({arrivalRate: 1, aht: 1, agents: 5, lines: 4})).toThrow(
      'lines: expected a number of at least 5',
    );
    expect(() => limitedLines({arrivalRate: 1, aht: 1, agents: 5, lines: 5.5})).toThrow(
      'lines: expected a whole number',
    );
  });
});

describe('Erlang X', () => {
  it('finds the balance of redials of the exact table', () => {
    expectTable('erlang_a_redial.csv', row => {
      const figures = stable(
        erlangX({
          arrivalRate: row.number('lambda_fresh'),
          aht: 1,
          agents: row.number('n'),
          patience: 1 / row.number('theta'),
          redial: row.number('redial_prob'),
          threshold: 1 / 9,
        }),
      );
      return [
        {got: figures.totalRate, column: 'lambda_total', ...near},
        {got: figures.abandonment, column: 'P_abandon_per_attempt', ...near},
        {got: figures.lostFinally, column: 'P_customer_lost_finally', ...near},
        {
          got: figures.serviceLevel.overOffered,
          column: 'sl_answered_in_1_9_over_attempts',
          tolerance: 1e-12,
          absolute: true,
        },
        {got: figures.serviceLevel.virtual, column: 'p_virtual_wait_le_1_9', tolerance: 1e-12, absolute: true},
        {got: figures.occupancy, column: 'occupancy', ...near},
      ];
    });
  });

  it("gives what CCmath's published example prints", () => {
    const figures = stable(
      erlangX({arrivalRate: 4 / 60, aht: 180, agents: 14, patience: 60, lines: 100, redial: 0, threshold: 0.333 * 60}),
    );
    expect(100 * figures.serviceLevel.virtual).toBeCloseTo(87.97, 1);
    expect(figures.meanVirtualWait! / 60).toBeCloseTo(0.1, 2);
    expect(100 * figures.abandonment).toBeCloseTo(7.43, 2);
    expect(100 * figures.occupancy!).toBeCloseTo(79.34, 2);
  });

  it('counts customers who call again because nothing was settled, and has no balance when they feed themselves', () => {
    const center = {arrivalRate: 0.05, aht: 180, agents: 12, patience: 120};
    expect(stable(erlangX({...center, reconnect: 0.2})).totalRate).toBeGreaterThan(0.06);
    expect(stable(erlangX({...center, redial: 0.3})).totalRate).toBeGreaterThan(0.05);
    expect(erlangX({...center, agents: 5, redial: 1}).outcome).toBe('unstable');
    expect(erlangX({arrivalRate: 0.05, aht: 180, agents: 9})).toMatchObject({
      outcome: 'unstable',
      agentsToBeStable: 10,
    });
    expect(() => erlangX({...center, reconnect: 1})).toThrow('reconnect');
  });
});

describe('Erlang Chat', () => {
  it('gives every figure of the exact table', () => {
    expectTable('chat_balanced.csv', row => {
      const figures = stable(
        chatQueue({
          arrivalRate: row.number('lambda_per_min') / 60,
          ahtByConcurrency: listOf(row.text('aht_by_concurrency')).map(minutes => 60 * minutes),
          agents: row.number('agents'),
          patience: 60 * row.number('patience_min'),
          threshold: 60 * row.number('t_min'),
        }),
      );
      return [
        {got: figures.waitProbability, column: 'P_all_slots_busy', ...near},
        {got: figures.abandonment, column: 'P_abandon', ...near},
        {got: figures.meanQueueLength, column: 'E_queue', ...near},
        {got: figures.slotOccupancy, column: 'slot_occupancy', ...near},
        {got: figures.meanVirtualWait! / 60, column: 'E_virtual_wait_min', ...near},
        {got: figures.serviceLevel.virtual, column: 'p_virtual_wait_le_t', ...level},
        {got: figures.serviceLevel.overOffered, column: 'sl_answered_in_t_over_offered', ...level},
        {got: figures.asa! / 60, column: 'E_wait_served_min', ...near},
      ];
    });
  });

  it('is Erlang A with one chat an agent', () => {
    const queue = {arrivalRate: 0.05, agents: 10, patience: 100, threshold: 20};
    const chat = stable(chatQueue({...queue, ahtByConcurrency: [180]}));
    const voice = stable(erlangA({...queue, aht: 180}));
    for (const figure of ['waitProbability', 'abandonment', 'asa', 'occupancy', 'meanQueueLength'] as const)
      expect(chat[figure]! / voice[figure]!, figure).toBeCloseTo(1, 12);
    expect(chat.slotOccupancy).toBeCloseTo(voice.occupancy!, 12);
  });

  it('counts an agent with one chat as occupied, and a slot without one as free', () => {
    const figures = stable(
      chatQueue({arrivalRate: 4 / 60, ahtByConcurrency: [180, 210, 240], agents: 5, patience: 60}),
    );
    expect(figures.occupancy).toBeGreaterThan(0.99);
    expect(figures.slotOccupancy).toBeCloseTo(0.8678, 4);
  });

  it('shows where one chat more slows an agent down, and where agents are too few', () => {
    const [one, two] = chatThroughput([100, 250]);
    expect(two).toBeLessThan(one);
    expect(chatQueue({arrivalRate: 0.1, ahtByConcurrency: [100, 100], agents: 5})).toMatchObject({
      outcome: 'unstable',
      agentsToBeStable: 6,
    });
  });
});

describe('blending', () => {
  it('gives every figure of the exact table', () => {
    expectTable('blending_threshold.csv', row => {
      const figures = stable(
        blendedQueue({
          arrivalRate: row.number('lambda_inbound'),
          aht: 1,
          agents: row.number('n'),
          keptIdle: row.number('threshold'),
          threshold: 1 / 9,
        }),
      );
      return [
        {got: figures.waitProbability, column: 'P_wait', ...near},
        {got: figures.asa, column: 'asa_over_aht', ...near},
        {got: figures.serviceLevel.overOffered, column: 'sl_t_1_9', ...level},
        {got: figures.occupancy, column: 'occupancy', ...near},
        {got: figures.outboundRate, column: 'outbound_rate_per_aht', ...near},
      ];
    });
  });

  it('is Erlang C when all agents are kept for inbound calls', () => {
    const queue = {arrivalRate: 0.05, aht: 180, agents: 12, threshold: 20};
    const blended = stable(blendedQueue({...queue, keptIdle: 12}));
    expect(blended.asa! / stable(erlangC(queue)).asa!).toBeCloseTo(1, 12);
    expect(blended.outboundRate * 180).toBeCloseTo(0, 12);
    expect(blendedQueue({...queue, agents: 9, keptIdle: 1}).outcome).toBe('unstable');
  });
});

describe('priorities', () => {
  it('give the exact wait of each class', () => {
    expectTable('priority_mmn_nonpreemptive.csv', row => {
      const figures = priorityQueue({
        arrivalRates: listOf(row.text('lambdas_high_to_low')),
        aht: 1,
        agents: row.number('n'),
      });
      const waits = figures.classes.map(one => (one.outcome === 'stable' ? one.meanWait : Number.NaN));
      const wanted = listOf(row.text('mean_wait_by_class'));
      expect(waits.length).toBe(wanted.length);
      for (const [i, wait] of waits.entries()) expect(Math.abs(wait / wanted[i] - 1)).toBeLessThan(1e-12);
      return [
        {got: figures.waitProbability, column: 'P_wait', ...near},
        {got: figures.meanWait, column: 'mean_wait_all', ...near},
      ];
    });
  });

  it('keep the urgent class in balance while the others wait for ever', () => {
    const {classes, meanWait, waitProbability} = priorityQueue({arrivalRates: [0.02, 0.04], aht: 180, agents: 10});
    expect(classes[0].outcome).toBe('stable');
    expect(classes[1]).toEqual({outcome: 'unstable', agentsToBeStable: 11});
    expect([meanWait, waitProbability]).toEqual([null, 1]);
  });
});

describe('handle times of another shape', () => {
  const SHAPES: Readonly<Record<string, HandleTimeShape>> = {
    D: {kind: 'constant'},
    E2: {kind: 'erlang-2'},
    H2: {
      kind: 'hyperexponential',
      phases: [
        {probability: 0.4, mean: 0.1},
        {probability: 0.6, mean: 1.6},
      ],
    },
  };
  /** The table has ten digits where it was computed in doubles. */
  const doubles = 1e-9;

  it('give the exact mean wait of the table', () => {
    expectTable('mgn_wait.csv', row => {
      const handleTime = SHAPES[row.text('service')];
      const queue = {arrivalRate: row.number('a'), aht: 1, agents: row.number('n')};
      const figures = stable(generalServiceQueue({...queue, handleTime}));
      expect(figures.exact).toBe(true);
      const wait = {got: figures.meanWait, column: 'E_wait_exact', tolerance: doubles};
      return figures.waitProbability === null
        ? [wait]
        : [wait, {got: figures.waitProbability, column: 'P_wait_exact', tolerance: doubles}];
    });
  });

  it('are interpolated as well as was measured', () => {
    const errors: Record<string, number> = {};
    expectTable('mgn_wait.csv', row => {
      const queue = {arrivalRate: row.number('a'), aht: 1, agents: row.number('n')};
      const figures = stable(
        generalServiceQueue({...queue, handleTime: {kind: 'cv', cv: Math.sqrt(row.number('cv2'))}}),
      );
      const kind = `${row.text('service')} ${row.number('a') / row.number('n') >= 0.79 ? 'busy' : 'half'}`;
      errors[kind] = Math.max(errors[kind] ?? 0, Math.abs(figures.meanWait / row.number('E_wait_exact') - 1));
      return [{got: figures.meanWait, column: 'E_wait_exact', tolerance: 0.17}];
    });
    expect(errors['D busy']).toBeLessThan(0.016);
    expect(errors['E2 busy']).toBeLessThan(0.01);
    expect(errors['H2 busy']).toBeLessThan(0.031);
    expect(errors['E2 half']).toBeLessThan(0.057);
  });

  it('are those of Erlang C when they are exponential, however that is written', () => {
    const queue = {arrivalRate: 0.05, aht: 180, agents: 12};
    const exponential = stable(erlangC(queue));
    const same: HandleTimeShape = {
      kind: 'hyperexponential',
      phases: [
        {probability: 0.3, mean: 5},
        {probability: 0.7, mean: 5},
      ],
    };
    for (const handleTime of [{kind: 'exponential'}, {kind: 'cv', cv: 1}, same] as const)
      expect(stable(generalServiceQueue({...queue, handleTime})).meanWait / exponential.meanWait).toBeCloseTo(1, 9);
  });

  it('say so where the exact way would take too long', () => {
    const queue = {arrivalRate: 1.9999, aht: 1, agents: 2};
    expect(stable(generalServiceQueue({...queue, handleTime: {kind: 'constant'}})).exact).toBe(false);
    expect(generalServiceQueue({...queue, arrivalRate: 2, handleTime: {kind: 'constant'}}).outcome).toBe('unstable');
  });
});

describe('arrivals that are no Poisson stream', () => {
  const SHAPES: Readonly<Record<string, ArrivalShape>> = {
    D: {kind: 'constant'},
    E2: {kind: 'erlang', phases: 2},
    H2: {
      kind: 'hyperexponential',
      phases: [
        {probability: 0.4, mean: 0.1},
        {probability: 0.6, mean: 1.6},
      ],
    },
  };

  it('wait as in the exact table', () => {
    expectTable('gimn_wait.csv', row => {
      const figures = stable(
        generalArrivalsQueue({
          arrivalRate: row.number('lambda'),
          aht: 1,
          agents: row.number('n'),
          between: SHAPES[row.text('interarrival')],
        }),
      );
      return [
        {got: figures.waitProbability, column: 'P_wait', tolerance: 1e-11},
        {got: figures.meanWait, column: 'E_wait', tolerance: 1e-11},
      ];
    });
  });

  it('are Erlang C when they are a Poisson stream after all', () => {
    const queue = {arrivalRate: 0.05, aht: 180, agents: 12};
    const figures = stable(generalArrivalsQueue({...queue, between: {kind: 'exponential'}}));
    // here n (1 − σ) is a whole number, where the formula divides 0 by 0
    expect(figures.meanWait / stable(erlangC(queue)).meanWait).toBeCloseTo(1, 7);
    const between = {kind: 'exponential'} as const;
    const uneven = {...queue, arrivalRate: 0.0487};
    expect(stable(generalArrivalsQueue({...uneven, between})).meanWait / stable(erlangC(uneven)).meanWait).toBeCloseTo(
      1,
      11,
    );
  });
});

describe('square-root staffing', () => {
  it('guesses what was measured, with and without patience', () => {
    const guess = squareRootStaffing({offeredLoad: 100, waitProbability: 0.5});
    expect(stable(erlangC({arrivalRate: 100, aht: 1, agents: guess})).waitProbability).toBeCloseTo(0.5, 1);
    const patient = squareRootStaffing({offeredLoad: 50, waitProbability: 0.586, patience: 2});
    expect(patient).toBeCloseTo(50, 1);
  });
});
