import {describe, expect, it} from 'vitest';
import type {Busyness, Scenario} from '../../../src/scenario/scenario.js';
import {makeCorrelatedFactors, makeFactors} from '../../../src/random/busyness.js';
import {makeStream} from '../../../src/random/stream.js';
import {cutSegments} from '../../../src/traffic/generate/segments.js';
import {gammaP} from '../../../src/numeric/incomplete-gamma.js';
import {scaledDistance} from '../../support/kolmogorov-smirnov.js';
import {arrivals, clockOf, contactsOf, DAY, HOUR, scenarioOf, typeOf} from '../../support/traffic.js';

const REPLICATIONS = 1500;
const daily = (cv: number): Busyness => ({cv, withinDay: null});

/** Contacts of each type in each replication. */
async function countsOf(scenario: Scenario): Promise<number[][]> {
  const rows: number[][] = [];
  for (let replication = 0; replication < REPLICATIONS; replication++) {
    const contacts = await contactsOf(scenario, {replication});
    rows.push(scenario.contactTypes.map(({name}) => contacts.filter(({type}) => type === name).length));
  }
  return rows;
}

function momentsOf(values: readonly number[]): {mean: number; variance: number; varianceError: number} {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.map(value => (value - mean) ** 2);
  const variance = squares.reduce((sum, value) => sum + value, 0) / (values.length - 1);
  const fourth = squares.reduce((sum, value) => sum + (value - variance) ** 2, 0) / values.length;
  return {mean, variance, varianceError: Math.sqrt(fourth / values.length)};
}

function correlationOf(a: readonly number[], b: readonly number[]): number {
  const x = momentsOf(a);
  const y = momentsOf(b);
  return (
    a.reduce((sum, value, i) => sum + (value - x.mean) * (b[i]! - y.mean), 0) /
    (a.length - 1) /
    Math.sqrt(x.variance * y.variance)
  );
}

describe('busyness', () => {
  it('is a gamma factor with mean 1 (Kolmogorov-Smirnov at 99.99 %)', () => {
    const factors = makeFactors(makeStream('1', 0, 'help', 'busyness'), 0.3, 20_000);
    expect(scaledDistance(factors, x => gammaP(1 / 0.09, x / 0.09))).toBeLessThan(2.23);
    expect(Array.from(makeFactors(makeStream('1', 0, 'help', 'busyness'), 0, 3))).toEqual([1, 1, 1]);
  });

  it('of neighbouring intervals is correlated as asked, of intervals further apart ever less', () => {
    const cv = 0.2;
    const correlation = 0.7;
    const days = Array.from({length: 3000}, (_, day) =>
      makeCorrelatedFactors(makeStream('1', day, 'help', 'busyness'), cv, correlation, 4),
    );
    const column = (interval: number) => days.map(factors => factors[interval]!);
    for (const interval of [0, 3])
      expect(scaledDistance(column(interval), x => gammaP(1 / cv ** 2, x / cv ** 2))).toBeLessThan(2.23);
    // A correlation's standard error is (1 − r²) / √n; the gamma margins take off less than a hundredth at this cv.
    for (const lag of [1, 2, 3]) {
      const r = correlation ** lag;
      expect(Math.abs(correlationOf(column(0), column(lag)) - r)).toBeLessThan(
        (4 * (1 - r * r)) / Math.sqrt(3000) + 0.01,
      );
    }
  });

  it('by day makes counts negative binomial: variance m + m² cv²', async () => {
    const m = 60;
    const cv = 0.4;
    const counts = (await countsOf(scenarioOf([typeOf('help', [arrivals(m, {busyness: daily(cv)})])]))).flat();
    const {mean, variance, varianceError} = momentsOf(counts);
    const expected = m + m * m * cv * cv;
    expect(Math.abs(mean - m)).toBeLessThan(4 * Math.sqrt(expected / REPLICATIONS));
    expect(Math.abs(variance - expected)).toBeLessThan(4 * varianceError);
  });

  it('of the center moves all contact types together; their own does not', async () => {
    const own = scenarioOf([
      typeOf('a', [arrivals(80, {busyness: daily(0.5)})]),
      typeOf('b', [arrivals(80, {busyness: daily(0.5)})]),
    ]);
    const shared = scenarioOf([typeOf('a', [arrivals(80)]), typeOf('b', [arrivals(80)])], {busyness: daily(0.5)});
    const correlation = async (scenario: Scenario) => {
      const counts = await countsOf(scenario);
      return correlationOf(
        counts.map(([a]) => a!),
        counts.map(([, b]) => b!),
      );
    };
    expect(Math.abs(await correlation(own))).toBeLessThan(4 / Math.sqrt(REPLICATIONS));
    // Corr = 1 / (1 + α / m) with α = 1 / cv² = 4.
    const expected = 1 / (1 + 4 / 80);
    expect(Math.abs((await correlation(shared)) - expected)).toBeLessThan(
      (8 * (1 - expected ** 2)) / Math.sqrt(REPLICATIONS) + 0.01,
    );
  });

  it('is one factor for a whole day and another for the next', async () => {
    const scenario = scenarioOf([typeOf('help', [arrivals(400, {ends: [2 * DAY], busyness: daily(0.5)})])], {days: 2});
    const rows: number[][] = [];
    for (let replication = 0; replication < REPLICATIONS; replication++) {
      const contacts = await contactsOf(scenario, {replication});
      rows.push(
        [0, 6, 24, 30].map(hour => contacts.filter(({at}) => at >= hour * HOUR && at < (hour + 6) * HOUR).length),
      );
    }
    const column = (i: number) => rows.map(row => row[i]!);
    const sameDay = 1 / (1 + 4 / 50);
    expect(Math.abs(correlationOf(column(0), column(1)) - sameDay)).toBeLessThan(
      (8 * (1 - sameDay ** 2)) / Math.sqrt(REPLICATIONS) + 0.01,
    );
    expect(Math.abs(correlationOf(column(0), column(2)))).toBeLessThan(4 / Math.sqrt(REPLICATIONS));
  });

  it('scales exact counts and still brings whole contacts', async () => {
    const contacts = await contactsOf(
      scenarioOf([typeOf('help', [arrivals(100, {counts: 'exact', busyness: daily(0.5)})])]),
    );
    expect(contacts.length).not.toBe(100);
    const steady = await contactsOf(scenarioOf([typeOf('help', [arrivals(100, {counts: 'exact'})])]));
    expect(steady).toHaveLength(100);
  });
});

describe('segments', () => {
  it('are cut at midnight for daily busyness and at every interval for busyness within the day', () => {
    const source = arrivals(48, {starts: [12 * HOUR], ends: [36 * HOUR]});
    const clock = clockOf(2);
    expect(Array.from(cutSegments(source, clock, 'none').starts)).toEqual([12 * HOUR]);
    const byDay = cutSegments(source, clock, 'day');
    expect([
      Array.from(byDay.starts),
      Array.from(byDay.ends),
      Array.from(byDay.expected),
      Array.from(byDay.days),
    ]).toEqual([
      [12 * HOUR, 24 * HOUR],
      [24 * HOUR, 36 * HOUR],
      [24, 24],
      [0, 1],
    ]);
    const byInterval = cutSegments(source, clock, 'interval');
    expect(byInterval.starts).toHaveLength(48);
    expect(byInterval.expected.every(expected => expected === 1)).toBe(true);
    expect(Array.from(byInterval.intervals.slice(0, 3))).toEqual([24, 25, 26]);
  });
});
