import {gammaTailQuantile} from '../numeric/incomplete-gamma.js';
import {normalCdf, normalQuantile} from '../numeric/normal.js';
import type {Stream} from './stream.js';

/**
 * Independent factors with gamma distribution, mean 1 and the given coefficient of variation; one uniform a factor.
 *
 * @example makeFactors(stream, 0.12, 5) // how busy each of five days is
 */
export function makeFactors(stream: Stream, cv: number, count: number): Float64Array {
  const uniforms = new Float64Array(count);
  stream.fill(uniforms);
  return uniforms.map(u => gammaFactor(cv, u, 1 - u));
}

/**
 * Factors with the same distribution, each correlated with the one before: a first-order autoregression of normal
 * variables, each turned into a gamma one by its probability (a normal copula); one uniform a factor.
 *
 * @param correlation of neighbouring normal variables, −1 to 1; that of the factors is slightly weaker
 * @see docs/explanation/methods.md, arrivals (NORTA)
 */
export function makeCorrelatedFactors(stream: Stream, cv: number, correlation: number, count: number): Float64Array {
  const factors = new Float64Array(count);
  stream.fill(factors);
  const rest = Math.sqrt(1 - correlation * correlation);
  let z = 0;
  for (let i = 0; i < count; i++) {
    const fresh = normalQuantile(factors[i]!);
    z = i === 0 ? fresh : correlation * z + rest * fresh;
    factors[i] = gammaFactor(cv, normalCdf(z), normalCdf(-z));
  }
  return factors;
}

/** Quantile of the gamma distribution with mean 1, by the probability below and the one above. */
function gammaFactor(cv: number, below: number, above: number): number {
  if (cv === 0) return 1;
  const shape = 1 / (cv * cv);
  return (below < above ? gammaTailQuantile(shape, below, 'lower') : gammaTailQuantile(shape, above, 'upper')) / shape;
}
