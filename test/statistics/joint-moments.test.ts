import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {combine, JointMoments, jointStride, mergeJoint} from '../../src/statistics/joint-moments.js';

const SHAPE = {variables: 4, order: 3} as const;

/** Moments of one column of four variables, gathered in blocks of these sizes and merged in order. */
function gathered(observations: readonly (readonly number[])[], blocks: readonly number[]): Float64Array {
  const into = new Float64Array(jointStride(SHAPE));
  let done = 0;
  for (const size of blocks) {
    const block = new JointMoments(1, SHAPE);
    const part = observations.slice(done, done + size);
    for (const values of part) block.add(Float64Array.from(values));
    mergeJoint(into, done, block.take(), part.length, SHAPE);
    done += part.length;
  }
  return into;
}

/** The same by the definition. */
function plain(observations: readonly (readonly number[])[], weights: readonly number[]) {
  const combined = observations.map(values => values.reduce((sum, value, a) => sum + value * weights[a]!, 0));
  const mean = combined.reduce((sum, value) => sum + value, 0) / combined.length;
  const power = (order: number): number => combined.reduce((sum, value) => sum + (value - mean) ** order, 0);
  return {squares: power(2), cubes: power(3)};
}

const observation = fc.array(fc.integer({min: -30, max: 30}), {minLength: 4, maxLength: 4});
const weights = fc.array(fc.double({min: -2, max: 2, noNaN: true}), {minLength: 4, maxLength: 4});

describe('moments of figures observed together', () => {
  it('give the spread and skew of any combination, in whatever blocks they were gathered', () => {
    fc.assert(
      fc.property(fc.array(observation, {minLength: 2, maxLength: 12}), weights, fc.nat(12), (seen, wanted, cut) => {
        const exact = plain(seen, wanted);
        for (const blocks of [[seen.length], [cut, seen.length], [1, 1, seen.length]]) {
          const {squares, cubes} = combine(gathered(seen, blocks), 0, SHAPE, wanted);
          expect(squares).toBeCloseTo(exact.squares, 5);
          expect(cubes).toBeCloseTo(exact.cubes, 4);
        }
      }),
    );
  });

  it('do not lose a small change beside large figures', () => {
    const seen = Array.from({length: 50}, (_, day) => [1e7 + 1e5 * Math.sin(day), 2e4, day % 7 === 0 ? 0.125 : 0, 0]);
    const {squares, cubes} = combine(gathered(seen, [10, 40]), 0, SHAPE, [0, 0, 1, 0]);
    const exact = plain(seen, [0, 0, 1, 0]);
    expect(squares / exact.squares).toBeCloseTo(1, 12);
    expect(cubes / exact.cubes).toBeCloseTo(1, 12);
  });

  it('are exactly nothing where nothing changes', () => {
    const seen = Array.from({length: 9}, (_, day) => [day * 0.1, 3, 0, 0]);
    expect(combine(gathered(seen, [4, 5]), 0, SHAPE, [0, 0, 1, -0.7])).toEqual({squares: 0, cubes: 0, gross: 0});
  });
});
