import {suggest} from '../../base/suggest.js';
import {parseClockTime, parseDuration, parseShare, SECONDS_PER_DAY} from '../../base/units.js';
import type {Distribution, DistributionKind} from '../scenario.js';
import type {Value} from '../value.js';
import {clockTime, csvFile, readDuration} from './atoms.js';
import {atom, either, mapOf, mapped, Rejected} from './field.js';
import type {Field, Include, Reading} from './field.js';

/** A distribution as written; one that stands in a file is filled in when the file has been read. */
export type WrittenDistribution =
  Distribution | {readonly kind: 'file'; readonly form: 'empirical' | 'kaplan-meier'; readonly include: Include};

/** One that may change with the time of day; the first entry starts at 0. */
export type WrittenVarying = readonly {
  readonly fromOfDay: number;
  readonly distribution: WrittenDistribution;
  readonly at: Value;
}[];

/** How each distribution is written; the reference lists these. */
export const DISTRIBUTION_FORMS: Readonly<Record<DistributionKind, {readonly form: string; readonly says: string}>> = {
  exponential: {form: 'exponential(4m)', says: 'mean 4 minutes, coefficient of variation 1; what a bare `4m` means'},
  constant: {form: 'constant(4m)', says: 'always exactly 4 minutes'},
  lognormal: {
    form: 'lognormal(4m, cv 0.9)',
    says: 'mean and coefficient of variation; the usual shape of handle times',
  },
  gamma: {form: 'gamma(4m, cv 1.2)', says: 'mean and coefficient of variation'},
  erlang: {form: 'erlang(4m, 3 phases)', says: 'mean of the whole, as a sum of so many equal exponential phases'},
  weibull: {
    form: 'weibull(mean 3m, shape 0.8)',
    says: 'mean and shape; a shape below 1 fits patience: many hang up at once, the others stay',
  },
  hyperexponential: {
    form: 'hyperexponential(40% 30s, 60% 5m)',
    says: 'a mixture of exponentials, each with its share and mean',
  },
  uniform: {form: 'uniform(1m, 5m)', says: 'anything between, equally likely'},
  triangular: {form: 'triangular(1m, 3m, 8m)', says: 'least, most likely, most'},
  empirical: {
    form: 'empirical(times.csv)',
    says: 'the values of a CSV column, equally likely; seconds, or durations with unit',
  },
  'kaplan-meier': {
    form: 'kaplan-meier(patience.csv)',
    says: 'survival curve with columns time and survival, or waits with columns time and abandoned (1 or 0)',
  },
};

const KINDS = Object.keys(DISTRIBUTION_FORMS) as readonly DistributionKind[];
const EXPECTS = 'a duration or a distribution such as "3m" or "exponential(3m)"';

/** A distribution of a time, as one text. A bare duration is the mean of an exponential. */
export const distribution: Field<WrittenDistribution> = atom(
  EXPECTS,
  {type: 'string', examples: ['4m', ...KINDS.map(kind => DISTRIBUTION_FORMS[kind].form)]},
  (written, at, reading) => {
    const call = /^\s*([a-z][a-z-]*)\s*\((.*)\)\s*$/i.exec(written);
    if (call === null) return bareDuration(written);
    const kind = KINDS.find(name => name === call[1]!.toLowerCase());
    if (kind === undefined) return new Rejected('SCN012', `one of ${KINDS.join(', ')}`, suggest(call[1]!, KINDS));
    const inside = call[2]!.trim();
    if (kind === 'empirical' || kind === 'kaplan-meier') return fileDistribution(kind, inside, at, reading);
    const parts = inside.split(',').map(part => part.trim());
    return parametric(kind, parts) ?? new Rejected('SCN013', `${kind} as in "${DISTRIBUTION_FORMS[kind].form}"`);
  },
);

function bareDuration(written: string): WrittenDistribution | Rejected {
  const word = /^\s*([a-z-]{4,30})\b/i.exec(written)?.[1];
  const nearest = word === undefined ? null : suggest(word, KINDS);
  if (nearest !== null) return new Rejected('SCN013', null, DISTRIBUTION_FORMS[nearest as DistributionKind].form);
  const mean = readDuration(written, true, EXPECTS);
  return mean instanceof Rejected ? mean : {kind: 'exponential', mean};
}

function fileDistribution(
  form: 'empirical' | 'kaplan-meier',
  path: string,
  at: Value,
  reading: Reading,
): WrittenDistribution | undefined {
  const include = csvFile.read({...at, kind: 'scalar', text: path}, reading);
  return include && {kind: 'file', form, include};
}

/** The largest cv or shape; beyond it sampling loses its precision and no planner means it. */
const LARGEST_CV = 20;

function parametric(kind: DistributionKind, parts: readonly string[]): Distribution | Rejected | null {
  const form = DISTRIBUTION_FORMS[kind].form;
  const times = parts.map(part => parseDuration(part.replace(/^(mean|low|mode|high)\s+/i, '')));
  const mean = times[0] ?? null;
  const outOfRange = (what: string): Rejected => new Rejected('SCN014', `${what}, as in "${form}"`);
  if (kind === 'hyperexponential') return mixture(parts, outOfRange);
  if (mean === null) return null;
  if (mean > 3.2e10) return outOfRange('a duration below a thousand years');
  if (mean <= 0 && !['constant', 'uniform', 'triangular'].includes(kind)) return outOfRange('a mean above zero');
  switch (kind) {
    case 'constant':
      return parts.length === 1 ? {kind, value: mean} : null;
    case 'exponential':
      return parts.length === 1 ? {kind, mean} : null;
    case 'lognormal':
    case 'gamma': {
      const cv = parameter(parts, 'cv');
      if (cv === null) return null;
      return cv > 0 && cv <= LARGEST_CV ? {kind, mean, cv} : outOfRange(`a cv above 0 and up to ${LARGEST_CV}`);
    }
    case 'weibull': {
      const shape = parameter(parts, 'shape');
      if (shape === null) return null;
      return shape >= 0.1 && shape <= 50 ? {kind, mean, shape} : outOfRange('a shape from 0.1 to 50');
    }
    case 'erlang': {
      const phases = parameter(parts, 'phases');
      if (phases === null) return null;
      return Number.isInteger(phases) && phases >= 1 && phases <= 1000
        ? {kind, mean, phases}
        : outOfRange('1 to 1,000 phases');
    }
    case 'uniform': {
      const high = times[1] ?? null;
      if (parts.length !== 2 || high === null) return null;
      return high > mean ? {kind, low: mean, high} : outOfRange('a larger second duration');
    }
    case 'triangular': {
      const [mode, high] = [times[1] ?? null, times[2] ?? null];
      if (parts.length !== 3 || mode === null || high === null) return null;
      return mode >= mean && high >= mode && high > mean
        ? {kind, low: mean, mode, high}
        : outOfRange('three durations in rising order');
    }
    default:
      return null;
  }
}

/** The second argument: `cv 0.9`, `cv 90%`, `3 phases` or just the number. */
function parameter(parts: readonly string[], name: string): number | null {
  if (parts.length !== 2) return null;
  const bare = parts[1]!
    .replace(new RegExp(`^${name}\\s*=?\\s*`, 'i'), '')
    .replace(new RegExp(`\\s*${name}?$`, 'i'), '')
    .replace(/\s*phase$/i, '');
  return parseShare(bare);
}

function mixture(parts: readonly string[], outOfRange: (what: string) => Rejected): Distribution | Rejected | null {
  const phases: {readonly probability: number; readonly mean: number}[] = [];
  for (const part of parts) {
    const match = /^(\S+)\s+(?:of\s+)?(.+)$/.exec(part);
    const probability = match === null ? null : parseShare(match[1]!);
    const mean = match === null ? null : parseDuration(match[2]!);
    if (probability === null || mean === null) return null;
    if (probability < 0 || mean <= 0) return outOfRange('shares of 0% or more and means above zero');
    phases.push({probability, mean});
  }
  const sum = phases.reduce((total, {probability}) => total + probability, 0);
  if (Math.abs(sum - 1) > 1e-6) return outOfRange(`shares that add up to 100%, not ${Number((sum * 100).toFixed(4))}%`);
  return {kind: 'hyperexponential', phases};
}

const byClockTime = mapOf(clockTime, distribution, 'a distribution for each clock time');

const stepsOfDay: Field<WrittenVarying> = {
  ...byClockTime,
  read(value, reading) {
    const steps = byClockTime
      .read(value, reading)
      ?.map(({name, key, value: given}) => ({fromOfDay: name, distribution: given, at: key as Value}))
      .sort((a, b) => a.fromOfDay - b.fromOfDay);
    if (steps === undefined) return undefined;
    if (value.kind === 'map' && value.entries.length === 0) reading.problems.add('SCN011', value, EXPECTS);
    for (const [index, {fromOfDay, at}] of steps.entries()) {
      if (fromOfDay === steps[index - 1]?.fromOfDay) reading.problems.add('SCN004', at, 'each clock time once');
      if (fromOfDay === SECONDS_PER_DAY) reading.problems.add('SCN014', at, 'a clock time before 24:00');
    }
    const last = steps.at(-1);
    // The day is a circle: before the first time the last one still holds.
    return last === undefined || steps[0]!.fromOfDay === 0 ? steps : [{...last, fromOfDay: 0}, ...steps];
  },
};

/** A distribution, or one for each time of day. */
export const varyingDistribution: Field<WrittenVarying> = either(`${EXPECTS}, or one for each clock time`, {
  scalar: mapped(distribution, (only, at): WrittenVarying => [{fromOfDay: 0, distribution: only, at}]),
  map: stepsOfDay,
});

/** True when a mapping lists clock times, so that it is a distribution that varies over the day. */
export const isByClockTime = (value: Value): boolean =>
  value.kind === 'map' && value.entries.length > 0 && value.entries.every(({key}) => parseClockTime(key.text) !== null);

/**
 * Mean of a distribution in seconds. A survival curve that does not reach zero is cut at its last time.
 *
 * @example meanOf({kind: 'uniform', low: 60, high: 300}) // 180
 */
export function meanOf(given: Distribution): number {
  switch (given.kind) {
    case 'constant':
      return given.value;
    case 'hyperexponential':
      return given.phases.reduce((sum, {probability, mean}) => sum + probability * mean, 0);
    case 'uniform':
      return (given.low + given.high) / 2;
    case 'triangular':
      return (given.low + given.mode + given.high) / 3;
    case 'empirical':
      return given.values.reduce((sum, value) => sum + value, 0) / given.values.length;
    case 'kaplan-meier':
      return given.times.reduce(
        (sum, time, index) => sum + (time - (given.times[index - 1] ?? 0)) * (given.survival[index - 1] ?? 1),
        0,
      );
    default:
      return given.mean;
  }
}
