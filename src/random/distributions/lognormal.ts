import type {Distribution} from '../../scenario/scenario.js';
import {normalQuantile} from '../../numeric/normal.js';
import {constantLaw, type Law} from './law.js';

/** Lognormal by mean and coefficient of variation: exp(μ + σz) with σ² = ln(1 + cv²), μ = ln mean − σ² / 2. */
export function lognormalLaw({mean, cv}: Extract<Distribution, {kind: 'lognormal'}>): Law {
  if (cv === 0 || mean === 0) return constantLaw(mean);
  const sigma = Math.sqrt(Math.log1p(cv * cv));
  const mu = Math.log(mean) - (sigma * sigma) / 2;
  return {
    mean,
    variance: mean * mean * cv * cv,
    quantile: (u) => Math.exp(mu + sigma * normalQuantile(u)),
    fill(buffer) {
      for (let i = 0; i < buffer.length; i++) buffer[i] = Math.exp(mu + sigma * normalQuantile(buffer[i]!));
    },
  };
}
