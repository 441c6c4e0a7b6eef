import type {Distribution, DistributionKind} from '../../scenario/scenario.js';
import {exponentialLaw, triangularLaw, uniformLaw, weibullLaw} from './closed.js';
import {constantLaw, type Law} from './law.js';
import {lognormalLaw} from './lognormal.js';
import {empiricalLaw, kaplanMeierLaw} from './observed.js';
import {erlangLaw, gammaLaw, hyperexponentialLaw} from './tabled.js';

export type {Law} from './law.js';

const MAKERS: {readonly [K in DistributionKind]: (distribution: Extract<Distribution, {kind: K}>) => Law} = {
  constant: ({value}) => constantLaw(value),
  exponential: exponentialLaw,
  lognormal: lognormalLaw,
  gamma: gammaLaw,
  erlang: erlangLaw,
  weibull: weibullLaw,
  hyperexponential: hyperexponentialLaw,
  uniform: uniformLaw,
  triangular: triangularLaw,
  empirical: empiricalLaw,
  'kaplan-meier': kaplanMeierLaw,
};

/**
 * The distribution ready to be drawn from. Tables that it needs are built at the first draw and kept as long as the
 * distribution, so that all replications share them.
 */
export function makeLaw(distribution: Distribution): Law {
  const known = laws.get(distribution);
  if (known !== undefined) return known;
  const law = (MAKERS[distribution.kind] as (distribution: Distribution) => Law)(distribution);
  laws.set(distribution, law);
  return law;
}

/** Not state but a memory of constants: a distribution is frozen data, and a law is a function of it alone. */
const laws = new WeakMap<Distribution, Law>();

/**
 * The function from a uniform u, 0 < u < 1, to the value below which a draw stays with probability u; seconds.
 *
 * @returns Infinity for the part of a Kaplan-Meier curve that survives its last time
 * @example makeQuantile({kind: 'exponential', mean: 60})(0.5) // 60 ln 2 ≈ 41.6
 */
export function makeQuantile(distribution: Distribution): (u: number) => number {
  return makeLaw(distribution).quantile;
}

/** Mean in seconds; Infinity where part of the mass is at Infinity. */
export function meanOf(distribution: Distribution): number {
  return makeLaw(distribution).mean;
}

/** Variance in seconds²; Infinity where part of the mass is at Infinity. */
export function varianceOf(distribution: Distribution): number {
  return makeLaw(distribution).variance;
}

/** Coefficient of variation: standard deviation ÷ mean; 0 where the mean is 0. */
export function cvOf(distribution: Distribution): number {
  const {mean, variance} = makeLaw(distribution);
  return mean === 0 ? 0 : Math.sqrt(variance) / mean;
}
