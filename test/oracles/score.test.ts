import {describe, expect, it} from 'vitest';
import {tQuantile} from '../../src/numeric/quantiles.js';
import {meanInterval} from '../../src/statistics/intervals.js';
import {estimateBehind, ratioEstimate, score} from './score.js';

const student = tQuantile(0.975, 59);
/** Sixty replications of a figure of waiting: most low, a few very high. */
const waits = Array.from({length: 60}, (_, index) => 1 + 20 * ((index * 37) % 60 === 0 ? 1 : ((index * 37) % 60) / 60) ** 6);

describe('the score of a simulated figure', () => {
  it('finds the standard error and skewness behind an interval of the results', () => {
    const told = ratioEstimate(waits, waits.map(() => 1));
    const sum = (power: number): number => waits.reduce((total, wait) => total + (wait - told.value) ** power, 0);
    const interval = meanInterval({count: 60, mean: told.value, squares: sum(2), cubes: sum(3)}, student);
    const behind = estimateBehind(told.value, interval ?? [NaN, NaN], student);
    expect(behind.error).toBeCloseTo(told.error, 7);
    expect(behind.skewness).toBeCloseTo(told.skewness, 7);
  });

  it('is the quantile of the interval at each of its ends', () => {
    const told = ratioEstimate(waits, waits.map(() => 1));
    const sum = (power: number): number => waits.reduce((total, wait) => total + (wait - told.value) ** power, 0);
    const [low, high] = meanInterval({count: 60, mean: told.value, squares: sum(2), cubes: sum(3)}, student) ?? [NaN, NaN];
    expect(score(told, low, 0)).toBeCloseTo(student, 9);
    expect(score(told, high, 0)).toBeCloseTo(-student, 9);
  });

  it('is the plain quotient when nothing is skewed, the error of the oracle included', () => {
    expect(score({value: 10, error: 3, skewness: 0}, 0, 4)).toBe(2);
  });
});
