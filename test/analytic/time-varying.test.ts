import {describe, expect, it} from 'vitest';
import {backlogCarryover} from '../../src/analytic/backlog-carryover.js';
import {erlangA} from '../../src/analytic/erlang-a.js';
import {erlangC} from '../../src/analytic/erlang-c.js';
import {offeredLoad, sinusoidalLoad} from '../../src/analytic/offered-load.js';
import {timeVaryingQueue, type TimeVaryingMethod} from '../../src/analytic/time-varying.js';
import {floorWith, transientQueue, transientStep} from '../../src/analytic/transient-queue.js';
import {tableRows, type Row} from '../oracles/table.js';
import {expectTable} from './table-check.js';

/** What is computed once for all lines of a profile, and read line by line. */
function byProfile<T>(
  file: string,
  keys: readonly string[],
  compute: (rows: readonly Row[]) => readonly T[],
): (row: Row) => T {
  const nameOf = (row: Row): string => keys.map(key => row.text(key)).join(' ');
  const groups = new Map<string, Row[]>();
  for (const row of tableRows(file)) groups.set(nameOf(row), [...(groups.get(nameOf(row)) ?? []), row]);
  const computed = new Map([...groups].map(([name, rows]) => [name, compute(rows)]));
  return row => computed.get(nameOf(row))![row.number('interval')];
}

describe('a center through its day', () => {
  it('has the queue, delays and abandonment of the exact table', () => {
    const figuresOf = byProfile('nonstationary_mtmn_m.csv', ['profile', 'dt_over_aht'], rows =>
      transientQueue({
        intervals: rows.map(row => ({
          seconds: row.number('dt_over_aht'),
          arrivalRate: row.number('lambda'),
          aht: 1,
          agents: row.number('n'),
          patience: row.number('theta') > 0 ? 1 / row.number('theta') : undefined,
        })),
      }),
    );
    expectTable('nonstationary_mtmn_m.csv', row => {
      const figures = figuresOf(row);
      const near = {tolerance: 1e-11};
      return [
        {got: figures.contactsAtEnd, column: 'E_system_end', ...near},
        {got: figures.queueAtEnd, column: 'E_queue_end', ...near},
        {got: figures.meanQueueLength, column: 'E_queue_avg', ...near},
        {got: figures.busyAgents, column: 'busy_avg', ...near},
        {got: figures.waitProbability, column: 'P_delay_arrivals', ...near},
        {got: figures.abandonmentRate, column: 'abandon_rate_avg', ...near},
      ];
    });
  });

  it.each([undefined, 120])('comes to the balance that the formula has, with patience %s', patience => {
    const queue = {arrivalRate: 0.1, aht: 180, agents: 20, threshold: 20};
    const day = transientQueue({intervals: [90_000, 3600].map(seconds => ({...queue, seconds, patience}))});
    const balance = patience === undefined ? erlangC(queue) : erlangA({...queue, patience});
    if (balance.outcome === 'unstable') throw new Error('the queue grows without end');
    for (const figure of ['waitProbability', 'asa', 'meanWait', 'meanQueueLength', 'occupancy', 'notInTime'] as const)
      expect(day[1][figure]! / balance[figure]!, figure).toBeCloseTo(1, 9);
    for (const [name, level] of Object.entries(balance.serviceLevel))
      expect(day[1].serviceLevel[name as keyof typeof balance.serviceLevel], name).toBeCloseTo(level, 10);
  });

  it('goes on where it was left, and may start with a queue', () => {
    const interval = {seconds: 900, arrivalRate: 0.1, aht: 180, agents: 18, patience: 120};
    const first = transientStep(floorWith(30), interval);
    const second = transientStep(first.floor, interval);
    const [, together] = transientQueue({intervals: [interval, interval], start: floorWith(30)});
    expect(second.figures).toEqual(together);
    expect(first.figures.meanQueueLength).toBeGreaterThan(second.figures.meanQueueLength);
  });

  it('loses everybody while nobody is on duty, and serves them when somebody comes', () => {
    const [closed, open] = transientQueue({
      intervals: [0, 10].map(agents => ({seconds: 3600, arrivalRate: 0.02, aht: 180, agents, patience: 300})),
    });
    expect(closed).toMatchObject({waitProbability: expect.closeTo(1, 12) as number, occupancy: null, asa: null});
    expect(closed.serviceLevel.overOffered).toBe(0);
    expect(closed.queueAtEnd).toBeCloseTo(0.02 * 300, 4);
    expect(open.serviceLevel.overOffered).toBeGreaterThan(0.85);
  });

  it('has no share of nobody', () => {
    expect(
      transientStep(floorWith(0), {seconds: 900, arrivalRate: 0, aht: 180, agents: 2}).figures.abandonment,
    ).toBeNull();
    expect(() => transientStep(floorWith(0), {seconds: 900, arrivalRate: 1, aht: 180, agents: 2.5})).toThrow(
      'whole number',
    );
  });
});

describe('the load of a day', () => {
  it('follows the rate as the exact table says', () => {
    const loadOf = (handleTime: 'exponential' | 'constant') =>
      byProfile('mol_offered_load.csv', ['profile', 'dt_over_es'], rows => {
        const load = offeredLoad({
          arrivalRates: rows.map(row => row.number('lambda')),
          intervalSeconds: rows[0].number('dt_over_es'),
          aht: 1,
          handleTime,
        });
        return load.mean.map((mean, i) => ({mean, atEnd: load.atEnd[i]}));
      });
    const [exponential, constant] = [loadOf('exponential'), loadOf('constant')];
    expectTable('mol_offered_load.csv', row => [
      {got: exponential(row).atEnd, column: 'm_end_exp_service', tolerance: 1e-13},
      {got: exponential(row).mean, column: 'm_avg_exp_service', tolerance: 1e-13},
      {got: constant(row).atEnd, column: 'm_end_det_service', tolerance: 1e-13},
    ]);
  });

  it('swings later and less than a rate that swings', () => {
    expectTable('mol_sinusoid.csv', row => {
      const period = row.number('period_over_es');
      const time = row.number('t_over_period') * period;
      const swing = {mean: row.number('lambda_bar'), amplitude: row.number('amplitude'), period, aht: 1, time};
      return [
        {got: sinusoidalLoad(swing), column: 'm_exp_service', tolerance: 1e-13},
        {got: sinusoidalLoad(swing, 'constant'), column: 'm_det_service', tolerance: 1e-13},
      ];
    });
  });

  it('is, with constant handle times, on average what came in as long before', () => {
    const {mean} = offeredLoad({arrivalRates: [6, 12, 6], intervalSeconds: 1, aht: 1, handleTime: 'constant'});
    expect(mean).toEqual([3, 9, 9]);
  });
});

describe('formulas of a balance, used for a day', () => {
  it('hand on the backlog as the table says', () => {
    const backlog = byProfile('sbc_stolletz.csv', ['profile'], rows =>
      backlogCarryover({
        arrivalRates: rows.map(row => row.number('lambda')),
        agents: rows.map(row => row.number('n')),
        intervalSeconds: 1,
        aht: 1,
      }),
    );
    const queues = byProfile('sbc_stolletz.csv', ['profile'], rows =>
      timeVaryingQueue({
        method: 'sbc',
        arrivalRates: rows.map(row => row.number('lambda')),
        agents: rows.map(row => row.number('n')),
        intervalSeconds: 1,
        aht: 1,
      }),
    );
    expectTable('sbc_stolletz.csv', row => {
      const {outcome} = queues(row);
      if (outcome.outcome === 'unstable') throw new Error('the queue grows without end');
      const near = {tolerance: 1e-11};
      return [
        {got: backlog(row).offeredLoad, column: 'lambda_tilde', ...near},
        {got: backlog(row).blocking, column: 'P_block_loss', ...near},
        {got: backlog(row).backlog, column: 'backlog_rate', ...near},
        {got: backlog(row).carriedLoad, column: 'lambda_MAR', ...near},
        {got: backlog(row).occupancy, column: 'utilisation', ...near},
        {got: outcome.waitProbability, column: 'P_wait_mar', ...near},
        {got: outcome.meanQueueLength, column: 'E_queue_mar', ...near},
      ];
    });
  });

  /** A day that swings around 30 Erlangs once in so many handle times, 32 agents; the third cycle is looked at. */
  const PER_CYCLE = 32;
  function worstError(method: TimeVaryingMethod, handleTimes: number): number {
    const intervalSeconds = handleTimes / PER_CYCLE;
    const arrivalRates = Array.from(
      {length: 3 * PER_CYCLE},
      (_, i) => 30 + 9 * Math.sin((2 * Math.PI * (i + 0.5)) / PER_CYCLE),
    );
    const agents = arrivalRates.map(() => 32);
    const exact = transientQueue({
      intervals: arrivalRates.map(arrivalRate => ({
        seconds: intervalSeconds,
        arrivalRate,
        aht: 1,
        agents: 32,
        patience: 2,
      })),
    });
    const figures = timeVaryingQueue({method, arrivalRates, agents, intervalSeconds, aht: 1, patience: 2});
    return Math.max(
      ...exact.slice(2 * PER_CYCLE).map(({waitProbability}, i) => {
        const {outcome} = figures[2 * PER_CYCLE + i];
        return outcome.outcome === 'stable' ? Math.abs(outcome.waitProbability - waitProbability) : 1;
      }),
    );
  }

  it('are as far off as was measured: the load that is there is the best, the rate of the instant the worst', () => {
    expect(worstError('mol', 2)).toBeCloseTo(0.05, 1);
    expect(worstError('psa', 2)).toBeCloseTo(0.55, 1);
    expect(worstError('lag-sipp', 8)).toBeCloseTo(0.11, 1);
    expect(worstError('mol', 24)).toBeCloseTo(0.1, 1);
    expect(worstError('sipp', 96)).toBeCloseTo(0.07, 1);
  });

  const steep = {arrivalRates: [0.05, 0.1, 0.1], agents: [12, 17, 22], intervalSeconds: 1800, aht: 180};

  it('say where they are not to be trusted', () => {
    const warnings = (method: TimeVaryingMethod, aht = 180): string[] =>
      timeVaryingQueue({...steep, aht, method}).map(({warnings: all}) => all.join('; '));
    expect(warnings('sipp')[1]).toMatch(/rate changes by 50 %.*more work than agents and nobody abandons/);
    expect(warnings('sipp')[2]).toBe('the interval before left a queue that this figure does not know');
    expect(warnings('sbc')[0]).toContain('about one handle time, this one has 10');
    expect(warnings('sipp', 900)[0]).toContain('an interval of 2 handle times is no queue in balance');
  });

  it('name the unstable instant, and refuse a day with holes', () => {
    expect(timeVaryingQueue({...steep, method: 'psa'})[1].outcome.outcome).toBe('unstable');
    expect(() => timeVaryingQueue({...steep, agents: [3], method: 'sipp'})).toThrow('one number for each of 3 rates');
  });
});
