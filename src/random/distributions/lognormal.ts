import type {Distribution} from '../../scenario/scenario.js';
import {normalQuantile} from '../../numeric/normal.js';
import {constantLaw, type Law} from './law.js';
import {makeQuantileTable} from './quantile-table.js';

const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

/** Lognormal by mean and coefficient of variation: exp(μ + σz) with σ² = ln(1 + cv²), μ = ln mean − σ² / 2. */
export function lognormalLaw({mean, cv}: Extract<Distribution, {kind: 'lognormal'}>): Law {
  if (cv === 0 || mean === 0) return constantLaw(mean);
  const sigma = Math.sqrt(Math.log1p(cv * cv));
  const mu = Math.log(mean) - (sigma * sigma) / 2;
  const quantile = (u: number) => Math.exp(mu + sigma * normalQuantile(u));
  // The table is four times as fast as a normal quantile and an exponential, and handle times are drawn for every contact.
  const {fill} = makeQuantileTable({
    quantile: (tail, side) => Math.exp(mu + (side === 'lower' ? sigma : -sigma) * normalQuantile(tail)),
    density(x) {
      const z = (Math.log(x) - mu) / sigma;
      return Math.exp((-z * z) / 2) / (x * sigma * SQRT_TWO_PI);
    },
  });
  return {mean, variance: mean * mean * cv * cv, quantile, fill};
}
