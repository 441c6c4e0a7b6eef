import {describe, expect, it} from 'vitest';
import {erlangA} from '../../src/analytic/erlang-a.js';
import {UserError} from '../../src/base/errors.js';
import {loadScenarioText} from '../../src/scenario/load.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import {correlationWarnings, lagOneCorrelation} from '../../src/statistics/batch-correlation.js';
import {planRecords} from '../../src/statistics/record-columns.js';
import {planRows} from '../../src/statistics/rows.js';
import type {ResultRow, Results} from '../../src/statistics/results.js';
import {built} from '../support/built.js';

const {runScenario} = await built<typeof import('../../src/experiment/run.js')>('experiment/run.js');
const {runPaired} = await built<typeof import('../../src/experiment/compare.js')>('experiment/compare.js');

/** A line of six agents, alike at every hour. */
function aroundTheClock(days: number, run: string): Promise<Scenario> {
  return loadScenarioText(
    `clock: {days: ${days}, report: time-of-day}
contacts:
  breakdown: {channel: voice, arrivals: 40/h, handle: 6m, patience: 5m, objective: 80% in 30s}
agents:
  team: {count: 6, skills: [breakdown], pay: €20/h}
run: ${run}
`,
    {file: 'line.yaml'},
  );
}

const simulate = async (days: number, run: string): Promise<Results> =>
  runScenario(await aroundTheClock(days, run), {workers: 'in-process'});

const whole = ({rows}: Results, measure: string, scope = 'total'): ResultRow =>
  rows.find(row => row.measure === measure && row.scope === scope && row.interval === null)!;

describe('one long run, cut into batches', () => {
  it('counts what the same run counts uncut, and its batches are its replications', async () => {
    const [uncut, cut] = [
      await simulate(62, '{warm-up: 2d, replications: 1}'),
      await simulate(62, '{warm-up: 30h, batch-means: 20}'),
    ];
    expect(cut.replications).toEqual({asked: 20, finished: 20});
    expect(cut.batches).toEqual({daysEach: 3, warmUpDays: 2});
    expect(cut.scenario.days).toBe(3);
    expect([uncut.scenario.days, uncut.scenario.daysCounted]).toEqual([62, 60]);
    expect(cut.contacts).toBe(uncut.contacts);
    for (const measure of ['offered', 'answered', 'abandoned', 'cost'])
      expect(whole(cut, measure).value * 20, measure).toBeCloseTo(whole(uncut, measure).value, 6);
    for (const measure of ['serviceLevel', 'asa', 'waitP50', 'waitP95', 'occupancy'])
      expect(whole(cut, measure).value, measure).toBeCloseTo(whole(uncut, measure).value, 9);
    for (const measure of ['meanQueueLength', 'objectiveMet'])
      expect(whole(cut, measure, 'contactType').value, measure).toBeCloseTo(
        whole(uncut, measure, 'contactType').value,
        9,
      );
    const byHour = (results: Results): readonly unknown[] =>
      results.rows
        .filter(({measure, scope, interval}) => measure === 'serviceLevel' && scope === 'total' && interval !== null)
        .map(({interval, value}) => [interval, value.toFixed(9)]);
    expect(byHour(cut)).toEqual(byHour(uncut));
    expect(whole(uncut, 'asa').low).toBeNull();
    expect(whole(cut, 'asa').low).toBeLessThan(whole(cut, 'asa').value);
  });

  it('agrees with Erlang A: at 40 batches every figure lies within four standard errors', async () => {
    const results = await simulate(161, '{warm-up: 6h, batch-means: 40}');
    const exact = erlangA({arrivalRate: 40 / 3600, aht: 360, agents: 6, patience: 300, threshold: 30});
    if (exact.outcome === 'unstable') throw new Error('customers who hang up keep every line stable');
    for (const [measure, expected] of [
      ['serviceLevel', exact.serviceLevel.excludingAbandons],
      ['abandonment', exact.abandonment],
      ['asa', exact.asa],
      ['occupancy', exact.occupancy],
    ] as const) {
      const {value, low, high} = whole(results, measure);
      // half of a 95 % interval is 2.02 standard errors with 39 degrees of freedom
      const standardError = (high! - low!) / 2 / 2.02;
      expect(Math.abs(value - expected!) / standardError, measure).toBeLessThan(4);
    }
  });

  it('has nothing to say of comparisons, which need replications', async () => {
    const scenario = await aroundTheClock(21, '{batch-means: 20}');
    await expect(runPaired(scenario, [scenario], {workers: 'in-process'})).rejects.toThrow(
      'independent replications for a comparison',
    );
  });

  it.each([
    ['days are too few', '{batch-means: 20, warm-up: 36h}', 21, 'SCN140'],
    ['replications are asked for as well', '{batch-means: 20, replications: 2}', 21, 'SCN142'],
  ])('is refused where %s', async (_, run, days, code) => {
    const error: unknown = await aroundTheClock(days, run).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).problems.map(problem => [problem.code, problem.place.line])).toEqual([[code, 6]]);
  });
});

describe('batches that depend on each other', () => {
  it('have a correlation from one to the next', () => {
    // waits of 1, 2, 3 and 2 s, one contact each: around their mean of 2 s -1, 0, 1, 0
    const pairs = [1, 2, 3, 2].map(wait => [wait, 1] as const);
    expect(lagOneCorrelation(pairs)).toBe(0);
    // -1, -1, 1, 1: (1 - 1 + 1) / 4
    expect(lagOneCorrelation([1, 1, 3, 3].map(wait => [wait, 1] as const))).toBe(0.25);
    expect(
      lagOneCorrelation([
        [2, 1],
        [4, 2],
        [6, 3],
      ]),
    ).toBe(0);
  });

  it('are warned of, with the contact type that shows it', async () => {
    const scenario = await aroundTheClock(21, '{batch-means: 20}');
    const columns = planRecords(planRows(scenario));
    const at = columns.findIndex(({scope, measure}) => scope === 'contactType' && measure === 'meanWait');
    const recordsOf = (waits: readonly number[]): number[] =>
      waits.flatMap(wait => columns.flatMap((_, column) => (column === at ? [wait, 1] : [0, 1])));
    const drifting = recordsOf(Array.from({length: 20}, (_, batch) => batch));
    expect(correlationWarnings(scenario, columns, drifting)).toEqual([
      expect.stringMatching(/^batches of one day depend on each other \(mean wait of breakdown: correlation 0\.\d\d /),
    ]);
    const alternating = recordsOf(Array.from({length: 20}, (_, batch) => batch % 2));
    expect(correlationWarnings(scenario, columns, alternating)).toEqual([]);
  });
});
