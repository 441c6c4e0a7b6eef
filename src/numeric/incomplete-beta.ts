import {devianceTerm, stirlingError} from './log-gamma.js';
import {increasingRoot} from './root.js';

const TINY = 1e-300;
const TWO_PI = 2 * Math.PI;

/**
 * Regularised incomplete beta I_x(a, b): the probability that a beta variable with parameters a, b > 0 is at most x.
 * Relative accuracy about 1e-13.
 *
 * @param complement 1 − x, for callers who know it with more digits than the subtraction leaves
 * @see Didonato and Morris, ACM TOMS 18 (1992), and Lentz's method for the continued fraction of Abramowitz and Stegun 26.5.8
 * @example betaP(0.25, 1, 1) // 0.25
 */
export function betaP(x: number, a: number, b: number, complement: number = 1 - x): number {
  if (x <= 0) return 0;
  if (complement <= 0) return 1;
  const front = betaFactor(x, a, b, complement);
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a;
  return 1 - (front * betaFraction(complement, b, a)) / b;
}

/**
 * The x with I_x(a, b) = p.
 *
 * @param p probability from 0 to 1
 * @example betaQuantile(0.975, 3, 98) // upper Clopper-Pearson limit of 2 in 99 or so: 0.0704
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  // In ln(x / (1 − x)) both ends are equally well resolved, and the tail that is small keeps its digits.
  const useLower = p <= betaP(a / (a + b), a, b);
  const goal = Math.log(useLower ? p : 1 - p);
  const tangent = (logit: number) => {
    const x = 1 / (1 + Math.exp(-logit));
    const complement = 1 / (1 + Math.exp(logit));
    const probability = useLower ? betaP(x, a, b, complement) : betaP(complement, b, a, x);
    const difference = Math.log(probability) - goal;
    return {value: useLower ? difference : -difference, slope: betaFactor(x, a, b, complement) / probability};
  };
  const logit = increasingRoot(tangent, -700, 700, Math.log(a / b));
  return 1 / (1 + Math.exp(-logit));
}

/**
 * x^a (1 − x)^b / B(a, b), without the cancellation of huge logarithms: the slope of I_x(a, b) against ln(x / (1 − x)).
 */
export function betaFactor(x: number, a: number, b: number, complement: number): number {
  const n = a + b;
  const correction = stirlingError(n) - stirlingError(a) - stirlingError(b);
  return (
    Math.sqrt(((a / n) * b) / TWO_PI) * Math.exp(correction - devianceTerm(a, n * x) - devianceTerm(b, n * complement))
  );
}

function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  if (Math.abs(d) < TINY) d = TINY;
  d = 1 / d;
  let h = d;
  for (let m = 1; m < 1e5; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    if (Math.abs(d) < TINY) d = TINY;
    c = 1 + even / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    if (Math.abs(d) < TINY) d = TINY;
    c = 1 + odd / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const delta = d * c;
    h *= delta;
    if (Math.abs(delta - 1) < 1e-16) break;
  }
  return h;
}
