import {devianceTerm, logGamma, stirlingError} from './log-gamma.js';
import {increasingRoot} from './root.js';

const TINY = 1e-300;
const TWO_PI = 2 * Math.PI;

/**
 * Regularised lower incomplete gamma P(a, x): the probability that a gamma variable of shape a > 0 and scale 1 is at
 * most x. Relative accuracy about 1e-13, for shapes up to 1e8.
 *
 * @see Abramowitz and Stegun 6.5.29 (series) and 6.5.31 (continued fraction); factor in front after Loader (2000)
 * @example gammaP(1, 2) // 1 − e⁻² ≈ 0.8647
 */
export function gammaP(a: number, x: number): number {
  if (x <= 0) return 0;
  if (x === Number.POSITIVE_INFINITY) return 1;
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

/** Regularised upper incomplete gamma Q(a, x) = 1 − P(a, x), accurate also where it is tiny. */
export function gammaQ(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}

/** Density of the gamma distribution with shape a > 0 and scale 1 at x > 0. */
export function gammaDensity(a: number, x: number): number {
  return (a / x) * poissonFactor(a, x);
}

/**
 * The x at which a gamma variable of shape a and scale 1 has the given probability in one of its tails.
 *
 * @param tail probability from 0 to 1 below x (`lower`) or above x (`upper`); naming the small tail keeps its digits
 * @returns 0 or Infinity at the ends
 * @example gammaTailQuantile(1, 0.05, 'upper') // −ln 0.05 ≈ 2.9957
 */
export function gammaTailQuantile(a: number, tail: number, side: 'lower' | 'upper'): number {
  if (tail <= 0) return side === 'lower' ? 0 : Number.POSITIVE_INFINITY;
  if (tail >= 1) return side === 'lower' ? Number.POSITIVE_INFINITY : 0;
  const lower = side === 'lower' ? tail : 1 - tail;
  const upper = side === 'lower' ? 1 - tail : tail;
  // Near 0, P(a, x) is x^a / Γ(a + 1) to all digits; x itself may be below the smallest double.
  const logNearZero = (Math.log(lower) + logGamma(a + 1)) / a;
  if (lower > 0 && logNearZero < -38) return Math.exp(logNearZero);
  const useLower = lower < upper;
  const goal = Math.log(useLower ? lower : upper);
  const tangent = (logX: number) => {
    const x = Math.exp(logX);
    const probability = useLower ? gammaP(a, x) : gammaQ(a, x);
    const slope = (a * poissonFactor(a, x)) / probability;
    const difference = Math.log(probability) - goal;
    return {value: useLower ? difference : -difference, slope};
  };
  return Math.exp(increasingRoot(tangent, -40, Math.log(a + 1) + 8, firstGuess(a, lower, upper, logNearZero)));
}

/** Wilson and Hilferty's cube of a normal quantile where that is good, else the behaviour near 0; as ln x. */
function firstGuess(a: number, lower: number, upper: number, logNearZero: number): number {
  const tail = Math.min(lower, upper);
  const r = Math.sqrt(-2 * Math.log(tail));
  const size = r - (2.515517 + r * (0.802853 + r * 0.010328)) / (1 + r * (1.432788 + r * (0.189269 + r * 0.001308)));
  const z = lower < upper ? -size : size;
  const root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  if (root > 0.3 && a > 0.1) return Math.log(a) + 3 * Math.log(root);
  return lower < upper ? logNearZero : Math.log(Math.max(-Math.log(upper), 1e-10));
}

/** x^a e^(−x) / Γ(a + 1), without the cancellation of its huge parts. */
function poissonFactor(a: number, x: number): number {
  if (a < 1) return Math.exp(a * Math.log(x) - x - logGamma(a + 1));
  return Math.exp(-stirlingError(a) - devianceTerm(a, x)) / Math.sqrt(TWO_PI * a);
}

function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = a + 1; term > sum * 1e-17; n++) {
    term *= x / n;
    sum += term;
  }
  return sum * poissonFactor(a, x);
}

/** Legendre's continued fraction by Lentz's method as modified by Thompson and Barnett. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 1e6; i++) {
    const numerator = -i * (i - a);
    b += 2;
    d = numerator * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + numerator / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const delta = d * c;
    h *= delta;
    if (Math.abs(delta - 1) < 1e-16) break;
  }
  return Math.min(1, h * a * poissonFactor(a, x));
}
