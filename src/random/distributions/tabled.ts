import type {Distribution} from '../../scenario/scenario.js';
import {gammaDensity, gammaTailQuantile} from '../../numeric/incomplete-gamma.js';
import {increasingRoot} from '../../numeric/root.js';
import {constantLaw, lawOf, type Law} from './law.js';
import {makeQuantileTable, type TailQuantiles} from './quantile-table.js';

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
    density: x => gammaDensity(shape, x / scale) / scale,
  });
  return {mean, variance: (mean * mean) / shape, ...table};
}

/** Hyperexponential: an exponential phase chosen by probability. A phase of mean 0 is a share that takes no time. */
export function hyperexponentialLaw({phases}: Of<'hyperexponential'>): Law {
  const total = phases.reduce((sum, {probability}) => sum + probability, 0);
  const lasting = phases.filter(({mean, probability}) => mean > 0 && probability > 0);
  const share = lasting.reduce((sum, {probability}) => sum + probability, 0) / total;
  if (share === 0) return constantLaw(0);
  const parts = lasting.map(({probability, mean}) => ({probability: probability / total / share, mean}));
  const mean = share * parts.reduce((sum, part) => sum + part.probability * part.mean, 0);
  const square = share * parts.reduce((sum, part) => sum + 2 * part.probability * part.mean * part.mean, 0);
  const variance = square - mean * mean;
  const table = makeQuantileTable(mixtureOf(parts));
  if (share === 1) return {mean, variance, ...table};
  const none = 1 - share;
  return lawOf(mean, variance, u => (u <= none ? 0 : table.quantile((u - none) / share)));
}

/** A mixture of exponential phases, whose quantile has to be solved for. */
function mixtureOf(parts: readonly {readonly probability: number; readonly mean: number}[]): TailQuantiles {
  const sumOver = (term: (mean: number) => number) =>
    parts.reduce((sum, {probability, mean}) => sum + probability * term(mean), 0);
  const average = sumOver(mean => mean);
  const longest = Math.max(...parts.map(({mean}) => mean));
  const density = (x: number) => sumOver(mean => Math.exp(-x / mean) / mean);
  return {
    density,
    quantile(tail, side) {
      if (side === 'upper') {
        const goal = Math.log(tail);
        const at = (x: number) => {
          const above = sumOver(mean => Math.exp(-x / mean));
          return {value: goal - Math.log(above), slope: density(x) / above};
        };
        return increasingRoot(at, 0, -goal * longest, -goal * average);
      }
      const at = (x: number) => ({value: sumOver(mean => -Math.expm1(-x / mean)) - tail, slope: density(x)});
      return increasingRoot(at, 0, -Math.log1p(-tail) * longest, tail / density(0));
    },
  };
}
