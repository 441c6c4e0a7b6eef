import {describe, expect, it} from 'vitest';
import {compareScenarios} from '../../src/experiment/compare.js';
import {runScenario} from '../../src/experiment/run.js';
import {tQuantile} from '../../src/numeric/quantiles.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import type {MeasureName} from '../../src/scenario/schema/measures.js';
import type {Comparison, ComparisonRow} from '../../src/statistics/comparison.js';
import {meanInterval} from '../../src/statistics/intervals.js';
import type {Scope} from '../../src/statistics/results.js';
import {centerWith, exponential, steady} from '../support/center.js';
import {twoDesks} from '../support/two-desks.js';

const HERE = {workers: 'in-process', program: '1.2.3'} as const;

/** Two desks with so many more agents at the first. */
function withMore(base: Scenario, more: number): Scenario {
  const groups = base.groups.map((group, index) =>
    index > 0 || group.staffing.kind !== 'counts'
      ? group
      : {
          ...group,
          staffing: {
            kind: 'counts' as const,
            changes: group.staffing.changes.map(({at, agents}) => ({at, agents: agents + more})),
          },
        },
  );
  return {...base, name: 'more agents', groups};
}

function rowOf(
  comparison: Comparison,
  measure: MeasureName,
  [scope, name]: readonly [Scope, string] = ['total', 'total'],
  interval: string | null = null,
): ComparisonRow {
  const found = comparison.rows.find(
    row => row.measure === measure && row.scope === scope && row.name === name && row.interval === interval,
  );
  if (found === undefined) throw new Error(`no ${measure} of ${name}`);
  return found;
}

/** The lines of replications.csv. */
async function recordsOf(scenario: Scenario): Promise<string[][]> {
  let text = '';
  await runScenario(scenario, {onReplications: lines => void (text += lines)});
  return text
    .trimEnd()
    .split('\n')
    .map(line => line.split(','));
}

/** Numerator and denominator of a total's measure by replication. */
function recorded(records: readonly string[][], measure: MeasureName): (readonly [number, number])[] {
  return records
    .filter(([, scope, , name]) => scope === 'total' && name === measure)
    .map(cells => [Number(cells[4]), Number(cells[5])] as const);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('a comparison of a center with one that has more agents', () => {
  const base = twoDesks({replications: 30}, 60);
  const candidate = withMore(base, 1);
  const comparing = compareScenarios(base, [{name: 'more', scenario: candidate}], HERE);

  it('has the figures that each has alone, and their differences', async () => {
    const comparison = await comparing;
    const [alone, other] = [await runScenario(base), await runScenario(candidate)];
    for (const row of comparison.rows.filter(({interval, scope}) => interval === null || scope === 'total')) {
      const of = ({rows}: typeof alone) =>
        rows.find(
          ({measure, scope, name, interval}) =>
            measure === row.measure && scope === row.scope && name === row.name && interval === row.interval,
        )?.value ?? null;
      expect(row.base ?? 0).toBeCloseTo(of(alone) ?? 0, 9);
      expect(row.candidate ?? 0).toBeCloseTo(of(other) ?? 0, 9);
      if (row.difference !== null) expect(row.difference).toBeCloseTo(row.candidate! - row.base!, 12);
    }
    expect(comparison.rows.filter(({interval}) => interval === null).length).toBeGreaterThan(100);
    expect(rowOf(comparison, 'serviceLevel').difference).toBeGreaterThan(0);
  });

  it('has the interval of the mean of the paired, linearised differences of the replications', async () => {
    const comparison = await comparing;
    const [records, others] = [await recordsOf(base), await recordsOf(candidate)];
    for (const measure of ['asa', 'serviceLevel', 'abandonment', 'occupancy'] as const) {
      const [ours, theirs] = [recorded(records, measure), recorded(others, measure)];
      const residuals = (pairs: typeof ours): number[] => {
        const ratio = mean(pairs.map(([x]) => x)) / mean(pairs.map(([, y]) => y));
        return pairs.map(([x, y]) => (x - ratio * y) / mean(pairs.map(([, other]) => other)));
      };
      const [first, second] = [residuals(ours), residuals(theirs)];
      const differences = second.map((value, index) => value - first[index]!);
      const centre = mean(differences);
      const power = (order: number): number => differences.reduce((sum, value) => sum + (value - centre) ** order, 0);
      const row = rowOf(comparison, measure);
      const sample = {count: 30, mean: row.difference!, squares: power(2), cubes: power(3)};
      const [low, high] = meanInterval(sample, tQuantile(0.975, 29))!;
      expect(row.low! / low).toBeCloseTo(1, 8);
      expect(row.high! / high).toBeCloseTo(1, 8);
    }
  });

  it('is surer than two runs of different customers, and says how much', async () => {
    const long = {...base, run: {...base.run, replications: 80}};
    const comparison = await compareScenarios(long, [{name: 'more', scenario: candidate}], HERE);
    const width = (row: {readonly low: number | null; readonly high: number | null}): number => row.high! - row.low!;
    const other = await runScenario({...candidate, run: {...long.run, seed: 'other customers'}});
    const alone = await runScenario(long);
    for (const measure of ['serviceLevel', 'asa', 'abandonment', 'occupancy', 'offeredLoad'] as const) {
      const row = rowOf(comparison, measure);
      const of = ({rows}: typeof alone) =>
        rows.find(one => one.measure === measure && one.scope === 'total' && one.interval === null)!;
      const unpaired = Math.hypot(width(of(alone)), width(of(other)));
      expect(width(row)).toBeLessThan(unpaired);
      // variances of 80 replications are known to some 16 % each
      expect(row.pairingSaves! / (unpaired / width(row)) ** 2).toBeGreaterThan(0.5);
      expect(row.pairingSaves! / (unpaired / width(row)) ** 2).toBeLessThan(2);
    }
    expect(rowOf(comparison, 'occupancy').pairingSaves).toBeGreaterThan(4);
  });

  it('tells the percentiles of waits with an interval from forty replications on', async () => {
    expect(rowOf(await comparing, 'waitP90')).toMatchObject({low: null, high: null});
    const run = {...base.run, replications: 40};
    const many = await compareScenarios({...base, run}, [{name: 'more', scenario: candidate}], HERE);
    const row = rowOf(many, 'waitP90');
    expect(row.difference).toBeLessThan(0);
    expect(row.low!).toBeLessThan(row.difference!);
    expect(row.high!).toBeGreaterThan(row.difference!);
  });
});

describe('a comparison', () => {
  const base = twoDesks({replications: 5}, 60);

  it('of a center with itself finds no difference at all, in no figure and no interval', async () => {
    const comparison = await compareScenarios(base, [{name: 'same', scenario: {...base}}], HERE);
    for (const {difference, low, high, measure} of comparison.rows) {
      if (difference === null) continue;
      expect(difference).toBe(0);
      if (measure.startsWith('waitP')) continue;
      expect([low, high]).toEqual([0, 0]);
    }
    expect(comparison.rows.some(({interval}) => interval !== null)).toBe(true);
  });

  it('takes seed and replications from the base, so that all meet the same customers', async () => {
    const other = {...base, name: 'same', run: {...base.run, seed: '99', replications: 2}};
    const comparison = await compareScenarios(base, [{name: 'same', scenario: other}], HERE);
    expect(comparison).toMatchObject({seed: '7', replications: {asked: 5, finished: 5}});
    expect(rowOf(comparison, 'offered')).toMatchObject({difference: 0, low: 0, high: 0});
  });

  it('of several candidates says of each what it says alone', async () => {
    const [one, two] = [1, 3].map(more => ({name: `${more} more`, scenario: withMore(base, more)}));
    const both = await compareScenarios(base, [one!, two!], HERE);
    const rows = await Promise.all([one!, two!].map(async each => (await compareScenarios(base, [each], HERE)).rows));
    expect(both.rows).toEqual(rows.flat());
  });

  it('names what only one side has, with its figures and no difference', async () => {
    const day = 4 * 3600;
    const arrivals = steady(1 / 60, day);
    const clock = {daySeconds: day, intervalSeconds: 1800};
    const run = {replications: 4, seed: '7'};
    const types = {calls: {arrivals, talk: exponential(100)}};
    const small = centerWith({types, groups: {ana: {count: 3, skills: {calls: 1}}}, clock, run});
    const large = centerWith({
      types: {...types, chats: {arrivals, talk: exponential(60)}},
      groups: {ana: {count: 3, skills: {calls: 1}}, bob: {count: 2, skills: {chats: 1}}},
      clock,
      run,
    });
    const grown = await compareScenarios(small, [{name: 'grown', scenario: large}], HERE);
    expect(grown.candidates[0]).toMatchObject({onlyInBase: []});
    expect(grown.candidates[0]!.onlyInCandidate).toContainEqual({scope: 'contactType', name: 'chats'});
    expect(grown.candidates[0]!.onlyInCandidate).toContainEqual({scope: 'group', name: 'bob'});
    expect(rowOf(grown, 'asa', ['contactType', 'chats'])).toMatchObject({base: null, difference: null, low: null});
    expect(rowOf(grown, 'asa', ['contactType', 'chats']).candidate).toBeGreaterThanOrEqual(0);
    expect(rowOf(grown, 'asa', ['contactType', 'calls'])).toMatchObject({difference: 0, low: 0, high: 0});
    const shrunk = await compareScenarios(large, [{name: 'shrunk', scenario: small}], HERE);
    expect(rowOf(shrunk, 'answered', ['group', 'bob'])).toMatchObject({candidate: null, difference: null});
  });

  it('of other days compares the whole horizon alone, and says so', async () => {
    const clock = {
      ...base.clock,
      startDate: '2026-01-06',
      intervalLabels: base.clock.intervalLabels.map(label => `${label}*`),
    };
    const comparison = await compareScenarios(base, [{name: 'Tuesday', scenario: {...base, clock}}], HERE);
    expect(comparison.warnings[0]).toMatch(/^Tuesday simulates other days/);
    expect(comparison.rows.every(({interval}) => interval === null || interval === 'after close')).toBe(true);
  });

  it('ends when told to, with the replications that all of them have finished', async () => {
    const stop = new AbortController();
    const long = {...base, run: {...base.run, replications: 2000}};
    const comparison = await compareScenarios(long, [{name: 'more', scenario: withMore(base, 1)}], {
      ...HERE,
      signal: stop.signal,
      onProgress: ({finished}) => finished >= 3 && stop.abort(),
    });
    expect(comparison.interrupted).toBe(true);
    expect(comparison.replications.finished).toBeGreaterThanOrEqual(3);
    expect(comparison.replications.finished).toBeLessThan(2000);
    expect(rowOf(comparison, 'serviceLevel').difference).not.toBeNull();
  });
});
