import {betaP} from './incomplete-beta.js';

/**
 * Probability that Student's t is above a value: the one-sided p-value of a t-test.
 *
 * @param t any number; ±Infinity gives 0 and 1
 * @param degrees degrees of freedom > 0, also fractions (Welch)
 * @see the incomplete beta form, Abramowitz and Stegun 26.7.1
 * @example studentTail(6.931721259803363, 9) // 3.41e-5
 */
export function studentTail(t: number, degrees: number): number {
  if (t < 0) return 1 - studentTail(-t, degrees);
  if (t === Infinity) return 0;
  const square = t * t;
  return betaP(degrees / (degrees + square), degrees / 2, 0.5, square / (degrees + square)) / 2;
}
