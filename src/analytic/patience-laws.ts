import {gammaDensity, gammaP, gammaQ} from '../numeric/incomplete-gamma.js';
import {logGamma} from '../numeric/log-gamma.js';
import {normalCdf} from '../numeric/normal.js';
import {checked} from './check.js';
import {exponentialLaw, mixtureOfExponentials, waitBelow} from './exponential-patience.js';
import {GONE, GONE_TIME, SURVIVAL, type Patience, type PatienceLaw} from './patience.js';
import {stepLaw} from './step-patience.js';

/** The first panel next to 0, as a part of the mean, for laws that are not smooth there. */
const FIRST_PANEL = 1e-12;

/**
 * The law of a patience, with its times divided by `unit`.
 *
 * @param unit seconds that count as 1, such as the mean handle time
 * @throws RangeError when a parameter makes no distribution
 */
export function patienceLaw(patience: Patience, unit: number): PatienceLaw {
  switch (patience.kind) {
    case 'constant':
      return stepLaw([checked('patience.value', patience.value, 0) / unit], [0]);
    case 'exponential':
      return exponentialLaw(checked('patience.mean', patience.mean, 0) / unit);
    case 'lognormal':
      return lognormalLaw(positive('patience.mean', patience.mean) / unit, positive('patience.cv', patience.cv));
    case 'gamma': {
      const shape = 1 / positive('patience.cv', patience.cv) ** 2;
      return gammaLaw(positive('patience.mean', patience.mean) / unit, shape);
    }
    case 'erlang':
      return gammaLaw(positive('patience.mean', patience.mean) / unit, checked('patience.phases', patience.phases, 1));
    case 'weibull':
      return weibullLaw(positive('patience.mean', patience.mean) / unit, positive('patience.shape', patience.shape));
    case 'hyperexponential':
      return mixtureOfExponentials(
        patience.phases.map(({probability, mean}) => ({
          probability: checked('patience.probability', probability, 0, 1),
          mean: positive('patience.mean', mean) / unit,
        })),
      );
    case 'uniform': {
      const low = checked('patience.low', patience.low, 0) / unit;
      const high = checked('patience.high', patience.high, patience.low) / unit;
      return high === low
        ? stepLaw([low], [0])
        : piecewiseLinearDensity([low, high], [1 / (high - low), 1 / (high - low)]);
    }
    case 'triangular':
      return triangularLaw(patience, unit);
    case 'empirical':
      return empiricalLaw(patience.values.map(value => checked('patience.values', value, 0) / unit));
    case 'kaplan-meier':
      return stepLaw(
        patience.times.map(time => checked('patience.times', time, 0) / unit),
        patience.survival.map(share => checked('patience.survival', share, 0, 1)),
      );
  }
}

/** A law of which a share never waits at all: whoever cannot be answered at once leaves. */
export function withBalking(law: PatienceLaw, share: number): PatienceLaw {
  checked('balking', share, 0, 1);
  if (share === 0) return law;
  const stay = 1 - share;
  return {
    ...law,
    at(x, out) {
      law.at(x, out);
      out[SURVIVAL] *= stay;
      out[GONE] = share + stay * out[GONE];
      out[GONE_TIME] *= stay;
    },
    survivalFrom(from) {
      const plain = law.survivalFrom(from);
      return y => stay * plain(y);
    },
    waitOfSurvival: left => law.waitOfSurvival(left / stay),
    density: x => stay * law.density(x),
    atStart: stay * law.atStart,
    endless: stay * law.endless,
    mean: stay * law.mean,
  };
}

function positive(name: string, value: number): number {
  return checked(name, value, Number.MIN_VALUE);
}

function lognormalLaw(mean: number, cv: number): PatienceLaw {
  const sigma = Math.sqrt(Math.log1p(cv * cv));
  const mu = Math.log(mean) - (sigma * sigma) / 2;
  const score = (x: number): number => (Math.log(x) - mu) / sigma;
  return smoothLaw({
    survival: x => normalCdf(-score(x)),
    gone: x => normalCdf(score(x)),
    goneTime: x => mean * normalCdf(score(x) - sigma),
    density: x => Math.exp(-(score(x) ** 2) / 2) / (x * sigma * Math.sqrt(2 * Math.PI)),
    mean,
    sharpness: Math.max(1, 1 / sigma),
  });
}

function gammaLaw(mean: number, shape: number): PatienceLaw {
  const scale = mean / shape;
  return smoothLaw({
    survival: x => gammaQ(shape, x / scale),
    gone: x => gammaP(shape, x / scale),
    goneTime: x => mean * gammaP(shape + 1, x / scale),
    density: x => gammaDensity(shape, x / scale) / scale,
    mean,
    sharpness: Math.max(1, Math.sqrt(shape) / 2),
  });
}

function weibullLaw(mean: number, shape: number): PatienceLaw {
  const scale = mean / Math.exp(logGamma(1 + 1 / shape));
  return smoothLaw({
    survival: x => Math.exp(-((x / scale) ** shape)),
    gone: x => -Math.expm1(-((x / scale) ** shape)),
    goneTime: x => mean * gammaP(1 + 1 / shape, (x / scale) ** shape),
    density: x => (shape / x) * (x / scale) ** shape * Math.exp(-((x / scale) ** shape)),
    mean,
    sharpness: Math.max(1, shape),
  });
}

/** What a law on x > 0 is made of that is smooth in ln x. */
interface SmoothParts {
  survival(x: number): number;
  gone(x: number): number;
  goneTime(x: number): number;
  density(x: number): number;
  readonly mean: number;
  /** How many panels a doubling of x needs. */
  readonly sharpness: number;
}

function smoothLaw({survival, gone, goneTime, density, mean, sharpness}: SmoothParts): PatienceLaw {
  const spent = (x: number): number => (x <= 0 ? 0 : goneTime(x) + x * survival(x));
  return {
    at(x, out) {
      out[SURVIVAL] = survival(x);
      out[GONE] = gone(x);
      out[GONE_TIME] = goneTime(x);
    },
    survivalFrom(from) {
      if (from === 0) return spent;
      const before = spent(from);
      return y => spent(from + y) - before;
    },
    waitOfSurvival: share => waitBelow(survival, share, mean),
    density: x => (x <= 0 ? Number.POSITIVE_INFINITY : density(x)),
    smoothAround: x => Math.max(x, FIRST_PANEL * mean) / sharpness,
    firstPanel: FIRST_PANEL * mean,
    kinks: [],
    atStart: 1,
    endless: 0,
    mean,
  };
}

function triangularLaw({low, mode, high}: Extract<Patience, {kind: 'triangular'}>, unit: number): PatienceLaw {
  checked('patience.low', low, 0);
  checked('patience.mode', mode, low);
  checked('patience.high', high, mode);
  if (high === low) return stepLaw([low / unit], [0]);
  const top = (2 * unit) / (high - low);
  if (mode === low) return piecewiseLinearDensity([low / unit, high / unit], [top, 0]);
  if (mode === high) return piecewiseLinearDensity([low / unit, high / unit], [0, top]);
  return piecewiseLinearDensity([low / unit, mode / unit, high / unit], [0, top, 0]);
}

/** A density that is linear between points: uniform and triangular. */
function piecewiseLinearDensity(points: readonly number[], heights: readonly number[]): PatienceLaw {
  const high = points[points.length - 1];
  /** ∫ u^power × density du up to x, power 0 or 1: exact, the integrand being a polynomial in each piece. */
  const moment = (x: number, power: 0 | 1): number => {
    let sum = 0;
    for (let piece = 0; piece + 1 < points.length && points[piece] < x; piece++) {
      const from = points[piece];
      const to = Math.min(x, points[piece + 1]);
      const middle = (from + to) / 2;
      const term = (u: number): number => (power === 0 ? 1 : u) * densityIn(piece, u);
      sum += ((to - from) / 6) * (term(from) + 4 * term(middle) + term(to));
    }
    return sum;
  };
  const densityIn = (piece: number, u: number): number => {
    const part = (u - points[piece]) / (points[piece + 1] - points[piece]);
    return heights[piece] * (1 - part) + heights[piece + 1] * part;
  };
  const density = (x: number): number => {
    const piece = points.findLastIndex(point => point <= x);
    return piece < 0 || piece + 1 >= points.length ? 0 : densityIn(piece, x);
  };
  const survival = (x: number): number => (x >= high ? 0 : 1 - moment(x, 0));
  const mean = moment(high, 1);
  const spent = (x: number): number => (x <= 0 ? 0 : moment(x, 1) + x * survival(x));
  return {
    at(x, out) {
      out[GONE] = x >= high ? 1 : moment(x, 0);
      out[SURVIVAL] = 1 - out[GONE];
      out[GONE_TIME] = moment(x, 1);
    },
    survivalFrom(from) {
      const before = spent(from);
      return y => spent(from + y) - before;
    },
    waitOfSurvival: share => waitBelow(survival, share, mean),
    density,
    smoothAround: () => Number.POSITIVE_INFINITY,
    firstPanel: 0,
    kinks: points.filter(point => point > 0),
    atStart: 1,
    endless: 0,
    mean,
  };
}

function empiricalLaw(values: readonly number[]): PatienceLaw {
  if (values.length === 0) throw new RangeError('patience.values: expected at least one value');
  const sorted = [...values].sort((a, b) => a - b);
  const times = [...new Set(sorted)];
  const survival: number[] = [];
  let gone = 0;
  for (const time of times) {
    while (gone < sorted.length && sorted[gone] === time) gone++;
    survival.push(1 - gone / sorted.length);
  }
  return stepLaw(times, survival);
}
