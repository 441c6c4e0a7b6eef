import {mean, sampleSkewness, sampleVariance} from 'simple-statistics';
import {describe, expect, it} from 'vitest';
import {makeStream} from '../../src/random/stream.js';
import {mergeMoments, Moments, type Columns} from '../../src/statistics/moments.js';

/** One single in cell 0; one pair of cells 1 and 2. */
const COLUMNS: Columns = {singles: Int32Array.of(0), pairs: Int32Array.of(1, 2)};

function momentsOf(rows: readonly (readonly [number, number, number])[]): Float64Array {
  const moments = new Moments(COLUMNS);
  for (const row of rows) moments.add(Float64Array.from(row));
  return moments.take();
}

/** Σ (x − mean)^i (y − mean)^j, in two passes. */
function central(x: readonly number[], y: readonly number[], i: number, j: number): number {
  const [mx, my] = [mean([...x]), mean([...y])];
  return x.reduce((sum, value, index) => sum + (value - mx) ** i * (y[index]! - my) ** j, 0);
}

function days(count: number, centre = 0): [number, number, number][] {
  const draw = makeStream('moments', 0, 'days', 'values');
  return Array.from({length: count}, () => [
    centre - Math.log(draw.next()),
    centre + 3 * draw.next(),
    centre - 2 * Math.log(draw.next()),
  ]);
}

describe('moments of replications, added one by one', () => {
  const rows = days(50);
  const [, x, y] = [0, 1, 2].map(cell => rows.map(row => row[cell]!)) as [number[], number[], number[]];
  const single = rows.map(row => row[0]);

  it('give the mean, variance and skewness that simple-statistics gives', () => {
    const [sum, squares, cubes] = momentsOf(rows);
    expect(sum! / 50).toBeCloseTo(mean(single), 12);
    expect(squares! / 49).toBeCloseTo(sampleVariance(single), 12);
    const skewness = (50 * cubes!) / (49 * 48) / sampleVariance(single) ** 1.5;
    expect(skewness).toBeCloseTo(sampleSkewness(single), 10);
  });

  it('give every joint moment up to order three', () => {
    const pair = momentsOf(rows).subarray(3);
    const orders = [
      [2, 0],
      [1, 1],
      [0, 2],
      [3, 0],
      [2, 1],
      [1, 2],
      [0, 3],
    ] as const;
    orders.forEach(([i, j], index) => expect(pair[2 + index]).toBeCloseTo(central(x, y, i, j), 9));
  });

  it('are the same, to rounding, when two halves are merged', () => {
    const whole = momentsOf(rows);
    const merged = momentsOf(rows.slice(0, 13));
    mergeMoments(merged, 13, momentsOf(rows.slice(13)), 37, 1);
    whole.forEach((value, index) => expect(merged[index]).toBeCloseTo(value, 9));
  });

  it('are the same when one replication is merged at a time', () => {
    const whole = momentsOf(rows);
    const merged = new Float64Array(whole.length);
    rows.forEach((row, index) => mergeMoments(merged, index, momentsOf([row]), 1, 1));
    whole.forEach((value, index) => expect(merged[index]).toBeCloseTo(value, 9));
  });

  it('keep the sums of whole numbers exact, so that mean counts are clean', () => {
    const merged = momentsOf([
      [3, 1, 1],
      [4, 1, 1],
    ]);
    mergeMoments(merged, 2, momentsOf([[5, 1, 1]]), 1, 1);
    expect(merged[0]).toBe(12);
  });

  it('lose nothing to cancellation when figures are huge beside their scatter', () => {
    const shifted = momentsOf(days(50, 1e9));
    const plain = momentsOf(rows);
    expect(shifted[1]! / plain[1]!).toBeCloseTo(1, 5);
    expect(shifted[4 + 3]! / plain[4 + 3]!).toBeCloseTo(1, 5);
  });

  it('are nothing but sums when every replication found the same', () => {
    expect([
      ...momentsOf([
        [7, 2, 4],
        [7, 2, 4],
        [7, 2, 4],
      ]),
    ]).toEqual([21, 0, 0, 6, 12, 0, 0, 0, 0, 0, 0, 0]);
  });
});
