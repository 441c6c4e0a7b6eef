import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {blocksOf} from '../../src/experiment/blocks.js';

describe('replications cut into blocks', () => {
  it('are all there, each once, in order', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 500}), fc.integer({min: 0, max: 1e7}), (replications, contacts) => {
        const numbers = blocksOf(replications, contacts).flatMap(({first, replications: count}) =>
          Array.from({length: count}, (_, index) => first + index),
        );
        expect(numbers).toEqual(Array.from({length: replications}, (_, index) => index));
      }),
    );
  });

  it('stand alone when one replication is work enough for a thread', () => {
    expect(blocksOf(3, 5e6)).toEqual([
      {first: 0, replications: 1},
      {first: 1, replications: 1},
      {first: 2, replications: 1},
    ]);
  });

  it('begin with the replication that is asked for', () => {
    expect(blocksOf(2, 5e6, 17)).toEqual([
      {first: 17, replications: 1},
      {first: 18, replications: 1},
    ]);
  });

  it('are joined when replications are short, but leave enough blocks for eight workers', () => {
    expect(blocksOf(1000, 10_000)[0]!.replications).toBe(10);
    expect(blocksOf(200, 10)).toHaveLength(16);
  });
});
