import {gaussLegendre} from '../numeric/gauss-legendre.js';

/** A number as value × e^log, so that it may be beyond the largest double. */
export interface Scaled {
  readonly value: number;
  readonly log: number;
}

const LARGE = 1e280;
const LOG_LARGE = Math.log(LARGE);

/** A term can only be so small a part of the sum where terms fall, ever faster: all that follow change no digit. */
const NEGLIGIBLE = 1e-21;

/**
 * 1 ÷ Erlang B: 1 + n/a + n(n−1)/a² + …, summed from its first term. All terms are positive, nothing cancels, and the
 * sum ends early where the rest is negligible. Agents may be fractional and as few as −1 (excluded).
 *
 * @param agents > −1
 * @param load Erlangs, > 0
 * @see docs/explanation/methods.md#erlang-b
 */
export function inverseErlangB(agents: number, load: number): Scaled {
  const scale = 1 / load;
  const whole = Math.floor(agents);
  const fraction = agents - whole;
  let term = 1;
  let sum = 0;
  let log = 0;
  for (let left = agents; left >= 1; left -= 1) {
    sum += term;
    if (term < sum * NEGLIGIBLE) return {value: sum, log};
    term *= left * scale;
    if (term > LARGE) {
      term /= LARGE;
      sum /= LARGE;
      log += LOG_LARGE;
    }
  }
  const last = agents < 0 ? inverseOfFraction(agents, load) : fraction === 0 ? 1 : inverseOfFraction(fraction, load);
  return {value: sum + term * last, log};
}

/** Natural logarithm of 1 ÷ Erlang B. */
export function logInverseErlangB(agents: number, load: number): number {
  const {value, log} = inverseErlangB(agents, load);
  return Math.log(value) + log;
}

/** ∫ e^(−u) (1 + u/a)^x du over u > 0, for −1 < x < 1: panels that double from a quarter of what bends the integrand. */
function inverseOfFraction(x: number, load: number): number {
  const f = (u: number): number => Math.exp(x * Math.log1p(u / load) - u);
  let sum = 0;
  let from = 0;
  let width = Math.min(load, 1) / 4;
  while (from < 50) {
    sum += gaussLegendre(f, from, from + width);
    from += width;
    width = from < 1 ? from : Math.min(2, width * 2);
  }
  return sum;
}
