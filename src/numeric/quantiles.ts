import {betaFactor, betaP} from './incomplete-beta.js';
import {gammaTailQuantile} from './incomplete-gamma.js';
import {increasingRoot} from './root.js';
import {normalQuantile} from './normal.js';

export {normalQuantile} from './normal.js';

/**
 * Student's t quantile: the value below which a t variable stays with probability p; relative accuracy about 1e-12.
 *
 * @param p probability from 0 to 1
 * @param degreesOfFreedom > 0, need not be whole; Infinity gives the normal quantile
 * @example tQuantile(0.975, 19) // 2.0930
 */
export function tQuantile(p: number, degreesOfFreedom: number): number {
  if (!(p >= 0 && p <= 1) || !(degreesOfFreedom > 0)) return Number.NaN;
  if (p === 0.5) return 0;
  if (p < 0.5) return -upperT(p, degreesOfFreedom);
  return upperT(1 - p, degreesOfFreedom);
}

/** The t > 0 exceeded with the probability `tail` < ½; solved for ln t, in the tail or, near the median, in the centre. */
function upperT(tail: number, n: number): number {
  if (tail === 0) return Number.POSITIVE_INFINITY;
  if (n === Number.POSITIVE_INFINITY) return -normalQuantile(tail);
  const inTail = tail <= 0.25;
  const goal = Math.log(inTail ? tail : 0.5 - tail);
  const tangent = (logT: number) => {
    const square = Math.exp(2 * logT);
    const x = n / (n + square);
    const y = square / (n + square);
    const probability = (inTail ? betaP(x, n / 2, 0.5, y) : betaP(y, 0.5, n / 2, x)) / 2;
    const difference = Math.log(probability) - goal;
    return {value: inTail ? -difference : difference, slope: betaFactor(x, n / 2, 0.5, y) / probability};
  };
  const z = -normalQuantile(tail);
  return Math.exp(increasingRoot(tangent, -50, 350, Math.log(z) + (z * z + 1) / (4 * n)));
}

/**
 * Chi-square quantile; relative accuracy about 1e-13.
 *
 * @param p probability from 0 to 1
 * @param degreesOfFreedom > 0
 * @example chiSquareQuantile(0.95, 10) // 18.307
 */
export function chiSquareQuantile(p: number, degreesOfFreedom: number): number {
  return p <= 0.5
    ? 2 * gammaTailQuantile(degreesOfFreedom / 2, p, 'lower')
    : 2 * gammaTailQuantile(degreesOfFreedom / 2, 1 - p, 'upper');
}
