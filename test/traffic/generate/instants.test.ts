import {describe, expect, it} from 'vitest';
import {makeStream} from '../../../src/random/stream.js';
import {
  ExactWalk,
  Instants,
  PoissonWalk,
  wholeCounts,
  type Rates,
  type Walk,
} from '../../../src/traffic/generate/instants.js';
import {scaledDistance} from '../../support/kolmogorov-smirnov.js';

function ratesOf(...segments: readonly (readonly [start: number, end: number, expected: number])[]): Rates {
  return {
    starts: Float64Array.from(segments, ([start]) => start),
    ends: Float64Array.from(segments, ([, end]) => end),
    expected: Float64Array.from(segments, ([, , expected]) => expected),
  };
}

function drain(instants: Instants): number[] {
  const times: number[] = [];
  for (let at = instants.next(); at < Number.POSITIVE_INFINITY; at = instants.next()) times.push(at);
  return times;
}

function instantsOf(walk: Walk, replication: number, rates: Rates): Instants {
  const instants = new Instants(makeStream('1', replication, 'help', 'arrivals'), walk);
  instants.start(rates);
  return instants;
}

const poisson = (rates: Rates, replication = 0) => drain(instantsOf(new PoissonWalk(), replication, rates));
const exact = (rates: Rates, replication = 0) => drain(instantsOf(new ExactWalk(), replication, rates));
const inside = (times: readonly number[], start: number, end: number) => times.filter(at => at >= start && at < end);

/** A quiet hour, a busy half-hour, a closed gap, a quiet end. */
const busyMorning = ratesOf([0, 3600, 30], [3600, 5400, 120], [7200, 9000, 5]);

describe('Poisson arrivals', () => {
  it('come in order, inside the segments, never in the gaps', () => {
    const times = poisson(busyMorning);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(inside(times, 5400, 7200)).toEqual([]);
    expect(times.every(at => at >= 0 && at < 9000)).toBe(true);
  });

  it('number what is expected in each segment on average, with the variance of a Poisson count, independently', () => {
    const replications = 4000;
    const counts = Array.from({length: replications}, (_, replication) => {
      const times = poisson(busyMorning, replication);
      return [
        inside(times, 0, 3600).length,
        inside(times, 3600, 5400).length,
        inside(times, 7200, 9000).length,
      ] as const;
    });
    const expected = [30, 120, 5] as const;
    expected.forEach((mean, segment) => {
      const values = counts.map(each => each[segment]!);
      const average = values.reduce((sum, value) => sum + value, 0) / replications;
      expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(mean / replications));
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / replications;
      // Var of the squared deviation of a Poisson count: m + 2m².
      expect(Math.abs(variance - mean)).toBeLessThan(4 * Math.sqrt((mean + 2 * mean * mean) / replications));
    });
    const covariance = counts.reduce((sum, [a, b]) => sum + (a - 30) * (b - 120), 0) / replications;
    expect(Math.abs(covariance)).toBeLessThan(4 * Math.sqrt((30 * 120) / replications));
  });

  it('are uniform inside a segment (Kolmogorov-Smirnov at 99.99 %)', () => {
    const times = inside(poisson(ratesOf([0, 3600, 100], [3600, 5400, 50_000])), 3600, 5400);
    expect(scaledDistance(times, at => (at - 3600) / 1800)).toBeLessThan(2.23);
  });

  it('have exponential gaps at a constant rate, also across a border of segments', () => {
    const halves = Array.from({length: 40_000}, (_, i) => [i * 2, i * 2 + 2, 1] as const);
    const times = poisson(ratesOf(...halves));
    const gaps = times.slice(1).map((at, i) => at - times[i]!);
    expect(scaledDistance(gaps, gap => -Math.expm1(-gap / 2))).toBeLessThan(2.23);
  });

  it('are the same whether a constant rate is written as one segment or as many', () => {
    const whole = poisson(ratesOf([0, 7200, 120]));
    const cut = poisson(ratesOf([0, 1800, 30], [1800, 3600, 30], [3600, 7200, 60]));
    expect(cut.length).toBe(whole.length);
    cut.forEach((at, i) => expect(at).toBeCloseTo(whole[i]!, 8));
  });

  it('are none at all where nothing is expected, and stay at an end', () => {
    expect(poisson(ratesOf())).toEqual([]);
    expect(poisson(ratesOf([0, 3600, 0]))).toEqual([]);
    const instants = instantsOf(new PoissonWalk(), 0, ratesOf([0, 10, 0.001]));
    for (let i = 0; i < 2000; i++) instants.next();
    expect(instants.next()).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('exact counts', () => {
  it('bring the number expected into every segment', () => {
    for (let replication = 0; replication < 50; replication++) {
      const times = exact(busyMorning, replication);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect([
        inside(times, 0, 3600).length,
        inside(times, 3600, 5400).length,
        inside(times, 7200, 9000).length,
      ]).toEqual([30, 120, 5]);
    }
  });

  it('are at independent uniform instants: order statistics of a uniform sample (Kolmogorov-Smirnov at 99.99 %)', () => {
    expect(scaledDistance(exact(ratesOf([100, 300, 50_000])), at => (at - 100) / 200)).toBeLessThan(2.23);
    // The earliest of three: 1 − (1 − x)³; the latest: x³.
    const threes = Array.from({length: 20_000}, (_, replication) => exact(ratesOf([0, 1, 3]), replication));
    expect(
      scaledDistance(
        threes.map(times => times[0]!),
        at => 1 - (1 - at) ** 3,
      ),
    ).toBeLessThan(2.23);
    expect(
      scaledDistance(
        threes.map(times => times[2]!),
        at => at ** 3,
      ),
    ).toBeLessThan(2.23);
  });

  it('carry the remainders of fractional volumes, so that the day keeps its total', () => {
    expect(Array.from(wholeCounts(Float64Array.of(0.5, 0.5, 1.5, 1.5)))).toEqual([1, 0, 2, 1]);
    const tenths = wholeCounts(new Float64Array(480).fill(0.1));
    expect(tenths.reduce((sum, count) => sum + count, 0)).toBe(48);
    expect(Math.max(...tenths)).toBe(1);
    expect(Array.from(wholeCounts(Float64Array.of(0, 7, 0)))).toEqual([0, 7, 0]);
  });
});
