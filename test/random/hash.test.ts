import {describe, expect, it} from 'vitest';
import {makeHash, philox4x32} from '../../src/random/hash.js';
import {scaledDistance} from '../support/kolmogorov-smirnov.js';

function philox(counter: readonly number[], key: readonly number[], rounds: number): string {
  const out = new Int32Array(4);
  const [c0, c1, c2, c3] = counter as [number, number, number, number];
  philox4x32(c0 | 0, c1 | 0, c2 | 0, c3 | 0, key[0]! | 0, key[1]! | 0, rounds, out);
  return Array.from(out, word => (word >>> 0).toString(16).padStart(8, '0')).join(' ');
}

describe('the hash behind later legs', () => {
  it('is Philox 4x32-10 as published (Random123, kat_vectors)', () => {
    expect(philox([0, 0, 0, 0], [0, 0], 10)).toBe('6627e8d5 e169c58d bc57ac4c 9b00dbd8');
    const ones = 0xffffffff;
    expect(philox([ones, ones, ones, ones], [ones, ones], 10)).toBe('408f276d 41c83b0e a20bc7c6 6d5451fd');
    expect(philox([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0], 10)).toBe(
      'd16cfe09 94fdcceb 5001e420 24126ea1',
    );
  });

  it('gives the same for the same leg of a contact, in whatever order it is asked', () => {
    const chance = makeHash('7', 3, 'orders');
    const first = chance.uniform(12, 1, 2);
    chance.uniform(99, 1, 2);
    expect(chance.uniform(12, 1, 2)).toBe(first);
    expect(makeHash('7', 3, 'orders').uniform(12, 1, 2)).toBe(first);
  });

  it('tells apart seed, replication, type, contact (beyond 2³² too), leg and purpose', () => {
    const values = [
      makeHash('7', 3, 'orders').uniform(12, 1, 2),
      makeHash('8', 3, 'orders').uniform(12, 1, 2),
      makeHash('7', 4, 'orders').uniform(12, 1, 2),
      makeHash('7', 3, 'claims').uniform(12, 1, 2),
      makeHash('7', 3, 'orders').uniform(13, 1, 2),
      makeHash('7', 3, 'orders').uniform(12 + 2 ** 32, 1, 2),
      makeHash('7', 3, 'orders').uniform(12 + 2 ** 52, 1, 2),
      makeHash('7', 3, 'orders').uniform(12, 2, 2),
      makeHash('7', 3, 'orders').uniform(12, 1, 3),
    ];
    expect(new Set(values).size).toBe(values.length);
  });

  it('is uniform over contacts, over legs and over purposes (Kolmogorov-Smirnov at 99.99 %)', () => {
    const chance = makeHash('1', 0, 'orders');
    const over = (key: (i: number) => number) =>
      scaledDistance(
        Float64Array.from({length: 50_000}, (_, i) => key(i)),
        x => x,
      );
    expect(over(i => chance.uniform(i, 1, 1))).toBeLessThan(2.23);
    expect(over(i => chance.uniform(1, i, 1))).toBeLessThan(2.23);
    expect(over(i => chance.uniform(1, 1, i))).toBeLessThan(2.23);
    expect(over(i => chance.uniform(2 ** 40 + i * 2 ** 32, 1, 1))).toBeLessThan(2.23);
  });

  it('gives successive legs and purposes that are unrelated', () => {
    const chance = makeHash('1', 0, 'orders');
    const count = 50_000;
    const correlation = (a: (i: number) => number, b: (i: number) => number) => {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += (a(i) - 0.5) * (b(i) - 0.5);
      return Math.abs((12 * sum) / Math.sqrt(count));
    };
    expect(
      correlation(
        i => chance.uniform(i, 1, 1),
        i => chance.uniform(i, 2, 1),
      ),
    ).toBeLessThan(4);
    expect(
      correlation(
        i => chance.uniform(i, 1, 1),
        i => chance.uniform(i, 1, 2),
      ),
    ).toBeLessThan(4);
    expect(
      correlation(
        i => chance.uniform(i, 1, 1),
        i => chance.uniform(i + 1, 1, 1),
      ),
    ).toBeLessThan(4);
  });
});
