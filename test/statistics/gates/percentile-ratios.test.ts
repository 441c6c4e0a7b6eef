import {describe, expect, it} from 'vitest';
import {makeStream} from '../../../src/random/stream.js';
import {pairedContrast, ratioOfSums} from '../../../src/statistics/gates/contrast.js';
import {contactsWithin, percentileRatios} from '../../../src/statistics/gates/percentile-ratios.js';
import {FINE, fineBin} from '../../../src/statistics/wait-histogram.js';
import type {SparseWaits} from '../../../src/statistics/wait-records.js';

/** What a day's waits look like when they are counted. */
function counted(waits: readonly number[]): SparseWaits {
  const counts = new Map<number, number>();
  for (const wait of waits) counts.set(fineBin(wait), (counts.get(fineBin(wait)) ?? 0) + 1);
  return Float64Array.from([...counts].sort(([a], [b]) => a - b).flat());
}

/** Days of very different length of the queue: exponential waits whose mean changes from day to day. */
function days(seed: string, count: number, factor: number): readonly SparseWaits[] {
  return Array.from({length: count}, (_, day) => {
    const stream = makeStream(seed, day, 'waits', 'length');
    const mean = 20 * factor * (0.5 + stream.next());
    return counted(Array.from({length: 100}, () => (stream.next() < 0.3 ? 0 : -mean * Math.log(stream.next()))));
  });
}

describe('a percentile as ratios of sums', () => {
  const seen = days('a', 200, 1);

  it('is the percentile of all waits together', () => {
    const percentile = ratioOfSums(percentileRatios(FINE, seen, 0.9))!;
    const within = seen.reduce((sum, day) => sum + contactsWithin(FINE, day, percentile), 0);
    expect(within / 20_000).toBeCloseTo(0.9, 9);
  });

  it('scatters by days as percentiles of many such runs do', () => {
    const estimates = Array.from({length: 150}, (_, run) =>
      ratioOfSums(percentileRatios(FINE, days(`run ${run}`, 40, 1), 0.9))!,
    );
    const mean = estimates.reduce((sum, each) => sum + each, 0) / estimates.length;
    const deviation = Math.sqrt(estimates.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (estimates.length - 1));
    const none = {numerators: new Array<number>(40).fill(0), denominators: new Array<number>(40).fill(1)};
    const told = pairedContrast(percentileRatios(FINE, seen.slice(0, 40), 0.9), none, 1)!.error;
    // 150 runs tell a deviation to 6 %, one run of 40 days to some 15 %; the density errs to the safe side by up to 10 %
    expect(told / deviation).toBeGreaterThan(0.65);
    expect(told / deviation).toBeLessThan(1.6);
  });

  it('of waits that are all a fifth longer is a fifth longer, and pairing by days shows it', () => {
    const longer = percentileRatios(FINE, days('a', 200, 1.2), 0.9);
    const before = percentileRatios(FINE, seen, 0.9);
    expect(ratioOfSums(longer)! / ratioOfSums(before)!).toBeCloseTo(1.2, 2);
    const apart = pairedContrast(longer, before, 1)!;
    expect(apart.estimate / apart.error).toBeGreaterThan(10);
  });

  it('is nothing where most do not wait, and not there where nobody was answered', () => {
    expect(ratioOfSums(percentileRatios(FINE, seen, 0.2))).toBe(0);
    expect(ratioOfSums(percentileRatios(FINE, [counted([]), counted([])], 0.9))).toBeNull();
    expect(contactsWithin(FINE, counted([0, 0, 3, 9]), 5)).toBe(3);
  });
});
