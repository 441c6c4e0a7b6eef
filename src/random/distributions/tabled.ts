import type {Distribution} from '../../scenario/scenario.js';
import {gammaDensity, gammaTailQuantile} from '../../numeric/incomplete-gamma.js';
import {increasingRoot} from '../../numeric/root.js';
import {constantLaw, type Law} from './law.js';
import {makeQuantileTable} from './quantile-table.js';

type Of<K extends Distribution['kind']> = Extract<Distribution, {kind: K}>;

/** Gamma by mean and coefficient of variation: shape 1 / cv². */
export function gammaLaw({mean, cv}: Of<'gamma'>): Law {
  return cv === 0 ? constantLaw(mean) : gammaOfShape(mean, 1 / (cv * cv));
}

/** Erlang: the sum of so many exponential phases of equal mean. */
export function erlangLaw({mean, phases}: Of<'erlang'>): Law {
  return gammaOfShape(mean, phases);
}

function gammaOfShape(mean: number, shape: number): Law {
  if (mean === 0) return constantLaw(0);
  const scale = mean / shape;
  const table = makeQuantileTable({
    quantile: (tail, side) => scale * gammaTailQuantile(shape, tail, side),
    density: (x) => gammaDensity(shape, x / scale) / scale,
  });
  return {mean, variance: (mean * mean) / shape, ...table};
}

/** Hyperexponential: an exponential phase chosen by probability; solved for its quantile. */
export function hyperexponentialLaw({phases}: Of<'hyperexponential'>): Law {
  const total = phases.reduce((sum, {probability}) => sum + probability, 0);
  const parts = phases.map(({probability, mean}) => ({probability: probability / total, mean}));
  const mean = parts.reduce((sum, part) => sum + part.probability * part.mean, 0);
  const square = parts.reduce((sum, part) => sum + 2 * part.probability * part.mean * part.mean, 0);
  if (mean === 0) return constantLaw(0);
  const sumOver = (term: (part: (typeof parts)[number]) => number) => parts.reduce((sum, part) => sum + part.probability * term(part), 0);
  const density = (x: number) => sumOver((part) => Math.exp(-x / part.mean) / part.mean);
  const longest = Math.max(...parts.map((part) => part.mean));

  const quantile = (tail: number, side: 'lower' | 'upper') => {
    if (side === 'upper') {
      const goal = Math.log(tail);
      const at = (x: number) => {
        const above = sumOver((part) => Math.exp(-x / part.mean));
        return {value: goal - Math.log(above), slope: density(x) / above};
      };
      return increasingRoot(at, 0, -goal * longest, -goal * mean);
    }
    const at = (x: number) => ({value: sumOver((part) => -Math.expm1(-x / part.mean)) - tail, slope: density(x)});
    return increasingRoot(at, 0, -Math.log1p(-tail) * longest, tail / density(0));
  };
  return {mean, variance: square - mean * mean, ...makeQuantileTable({quantile, density})};
}
