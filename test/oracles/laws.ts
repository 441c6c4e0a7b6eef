import {logGamma} from '../../src/numeric/log-gamma.js';
import type {Distribution} from '../../src/scenario/scenario.js';
import {exponential} from '../support/center.js';
import {AHT} from './stationary.js';

/** Laws as the tables write them: a word and its parameters, in mean handle times. */
const LAWS: Readonly<Record<string, (...parameters: readonly number[]) => Distribution>> = {
  det: value => ({kind: 'constant', value: value * AHT}),
  exp: mean => exponential(mean * AHT),
  unif: high => ({kind: 'uniform', low: 0, high: high * AHT}),
  erl2: mean => ({kind: 'erlang', mean: mean * AHT, phases: 2}),
  hyper2: (probability, first, second) => ({
    kind: 'hyperexponential',
    phases: [
      {probability, mean: first * AHT},
      {probability: 1 - probability, mean: second * AHT},
    ],
  }),
  logn: (mean, cv) => ({kind: 'lognormal', mean: mean * AHT, cv}),
  weib: (shape, scale) => ({kind: 'weibull', mean: scale * AHT * Math.exp(logGamma(1 + 1 / shape)), shape}),
  hyper: (probability, first, second) => LAWS['hyper2'](probability, first, second),
};

/** @example lawOf('logn', [1, 1.5]) // lognormal with a mean of one handle time and coefficient of variation 1.5 */
export function lawOf(word: string, parameters: readonly number[]): Distribution {
  const law = LAWS[word];
  if (law === undefined) throw new Error(`no law is called ${word}`);
  return law(...parameters);
}
