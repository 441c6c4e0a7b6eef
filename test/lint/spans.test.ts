import {describe, expect, it} from 'vitest';
import {complement, intersection, union} from '../../src/lint/spans.js';

describe('spans of time', () => {
  it('are joined where they overlap or touch', () => {
    expect(
      union([
        [5, 7],
        [0, 2],
        [1, 3],
        [3, 4],
        [6, 6],
      ]),
    ).toEqual([
      [0, 4],
      [5, 7],
    ]);
  });

  it('are cut to what two lists share', () => {
    expect(
      intersection(
        [
          [0, 4],
          [6, 10],
        ],
        [
          [3, 7],
          [8, 9],
        ],
      ),
    ).toEqual([
      [3, 4],
      [6, 7],
      [8, 9],
    ]);
  });

  it('leave the rest of the horizon', () => {
    expect(
      complement(
        [
          [0, 2],
          [5, 7],
        ],
        9,
      ),
    ).toEqual([
      [2, 5],
      [7, 9],
    ]);
    expect(complement([], 9)).toEqual([[0, 9]]);
  });
});
