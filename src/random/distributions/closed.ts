import type {Distribution} from '../../scenario/scenario.js';
import {logGamma} from '../../numeric/log-gamma.js';
import {fillExponential} from '../exponential.js';
import {constantLaw, lawOf, type Law} from './law.js';

type Of<K extends Distribution['kind']> = Extract<Distribution, {kind: K}>;

/** Exponential: −mean × ln(1 − u). */
export function exponentialLaw({mean}: Of<'exponential'>): Law {
  if (mean === 0) return constantLaw(0);
  return {
    mean,
    variance: mean * mean,
    quantile: u => -mean * Math.log1p(-u),
    fill(block) {
      fillExponential(block, mean);
    },
  };
}

/** Weibull: scale × (−ln(1 − u))^(1 / shape), the scale from the mean = scale × Γ(1 + 1 / shape). */
export function weibullLaw({mean, shape}: Of<'weibull'>): Law {
  if (mean === 0) return constantLaw(0);
  const power = 1 / shape;
  const logScale = Math.log(mean) - logGamma(1 + power);
  const cvSquared = Math.expm1(logGamma(1 + 2 * power) - 2 * logGamma(1 + power));
  return {
    mean,
    variance: mean * mean * cvSquared,
    quantile: u => Math.exp(logScale + power * Math.log(-Math.log1p(-u))),
    fill(block) {
      fillExponential(block, 1);
      const {values} = block;
      for (let i = 0; i < values.length; i++) values[i] = Math.exp(logScale + power * Math.log(values[i]!));
    },
  };
}

/** Uniform: low + u × (high − low). */
export function uniformLaw({low, high}: Of<'uniform'>): Law {
  const width = high - low;
  return lawOf(low + width / 2, (width * width) / 12, u => low + u * width);
}

/** Triangular: a square root on either side of the mode. */
export function triangularLaw({low, mode, high}: Of<'triangular'>): Law {
  const width = high - low;
  if (width === 0) return constantLaw(low);
  const rising = mode - low;
  const falling = high - mode;
  const atMode = rising / width;
  const mean = (low + mode + high) / 3;
  const variance = (rising * rising + rising * falling + falling * falling) / 18;
  return lawOf(mean, variance, u =>
    u < atMode ? low + Math.sqrt(u * width * rising) : high - Math.sqrt((1 - u) * width * falling),
  );
}
