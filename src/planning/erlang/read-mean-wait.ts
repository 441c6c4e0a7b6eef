import {parseShare} from '../../base/units.js';
import type {ArrivalShape} from '../../analytic/general-arrivals.js';
import type {HandleTimeShape} from '../../analytic/general-service.js';
import type {Place, Problem} from '../../base/errors.js';
import {readArrivals, readNumber, readTime, readTimes, Unreadable} from './case-fields.js';
import type {ErlangProblemCode} from './problem-codes.js';
import type {MeanWaitFormula} from './mean-wait-names.js';
import type {MeanWaitQuestion} from './solve-mean-wait.js';

/** What is said of a case: flags, and columns of the same names. */
export const MEAN_WAIT_FIELDS = ['arrivals', 'interval', 'aht', 'agents', 'max-asa', 'mix', 'shape'] as const;
export type MeanWaitField = (typeof MEAN_WAIT_FIELDS)[number];
export type MeanWaitTexts = Readonly<Partial<Record<MeanWaitField, string>>>;

const MOST_AGENTS_WITH_SHAPE = 100_000;

/**
 * A case as it was written, or everything that is wrong with it.
 *
 * @param placeOf where a field was written: a flag, or a cell of a grid
 */
export function readMeanWait(
  formula: MeanWaitFormula,
  texts: MeanWaitTexts,
  placeOf: (name: MeanWaitField) => Place,
): {readonly given: MeanWaitQuestion | null; readonly problems: readonly Problem[]} {
  const problems: Problem[] = [];
  const note = (name: MeanWaitField, expected: string, nearest: string | null, code: ErlangProblemCode = 'ERL031') =>
    void problems.push({code, place: placeOf(name), expected, got: texts[name] ?? null, nearest});
  const isWritten = (name: MeanWaitField): boolean => (texts[name] ?? '').trim() !== '';
  /** The value of a field; null where it is not written or cannot be read. */
  const read = <T>(name: MeanWaitField, reader: (text: string) => T | Unreadable): T | null => {
    if (!isWritten(name)) return null;
    const value = reader(texts[name]!);
    if (!(value instanceof Unreadable)) return value;
    note(name, value.expected, value.nearest);
    return null;
  };
  const isPriority = formula === 'priority';
  const interval = read('interval', text => readTime(text, '30m'));
  const arrivalRates = read('arrivals', text => ratesOf(formula, text, interval));
  const aht = read('aht', text => readTime(text, '180s'));
  const agents = read('agents', text => agentsOf(formula, text));
  const maxAsa = read('max-asa', text => readTimes(text)) ?? [];
  const mix = isPriority ? read('mix', mixOf) : null;
  const shape = isPriority
    ? null
    : read('shape', text => (formula === 'handle' ? handleShape(text) : arrivalShape(text)));
  if (isPriority && isWritten('shape')) note('shape', 'nothing: priorities know no shape', null);
  if (!isPriority && isWritten('mix')) note('mix', 'nothing: only priorities have classes', null);
  if (!isPriority && !isWritten('shape')) note('shape', SHAPES[formula], null);
  const missing = SOUGHT.filter(name => !isWritten(name));
  if (missing.length > 1)
    note(missing[1], `${SAYS[missing[1]]}: of ${SOUGHT.join(', ')} only one may be left out, to be solved for`, null);
  else if (missing.length === 1 && !isWritten('max-asa'))
    note(missing[0], `${SAYS[missing[0]]}, or --max-asa 30s by which to find it`, null);
  const classes = arrivalRates?.length ?? mix?.length ?? 1;
  if (isPriority && !isWritten('arrivals') && !isWritten('mix') && missing.length === 1)
    note('mix', "the share of each class where arrivals are looked for, such as '20%, 80%'", null);
  if (isPriority && isWritten('arrivals') && isWritten('mix'))
    note('mix', 'nothing: arrivals say how many come in each class', null);
  if (maxAsa.length > 1 && maxAsa.length !== classes && problems.length === 0)
    note('max-asa', isPriority ? `one time, or one for each of the ${classes} classes` : 'one time', null);
  if (missing[0] === 'aht' && arrivalRates?.every(rate => rate === 0))
    note('arrivals', 'arrivals above 0 where the handle time is looked for', null);
  if (problems.length > 0) return {given: null, problems};
  return {given: {formula, arrivalRates, mix, aht, agents, shape, maxAsa}, problems};
}

/** Of these one may be left out. */
const SOUGHT = ['arrivals', 'aht', 'agents'] as const;
const SAYS = {
  arrivals: 'arrivals such as 100/30m',
  aht: 'a mean handle time such as "180s"',
  agents: 'agents on duty',
} as const;

/** Shares of classes that add up to all. */
function mixOf(text: string): readonly number[] | Unreadable {
  const shares = text.split(/[,|]/).map(part => parseShare(part.trim()));
  const known = shares.filter(share => share !== null && share >= 0);
  const all = known.reduce<number>((sum, share) => sum + share!, 0);
  return known.length === shares.length && Math.abs(all - 1) < 1e-9
    ? (known as number[])
    : new Unreadable("shares that add up to 100 %, such as '20%, 80%'");
}

const SHAPES = {
  handle: "a shape of handle times: constant, exponential, erlang-2, 'cv 1.2' or 'hyperexponential(40% 1m, 60% 4m)'",
  between:
    "a shape of the time between arrivals: constant, exponential, 'erlang 4' or 'hyperexponential(40% 1m, 60% 4m)'",
} as const;

/** One rate; of priorities one a class, the most urgent first. */
function ratesOf(formula: MeanWaitFormula, text: string, interval: number | null): readonly number[] | Unreadable {
  const parts = formula === 'priority' ? text.split(/[,|]/) : [text];
  const rates: number[] = [];
  for (const part of parts) {
    const arrivals = readArrivals(part);
    if (arrivals instanceof Unreadable) return arrivals;
    const seconds = arrivals.perSeconds ?? interval;
    if (seconds === null) return new Unreadable('arrivals such as 100/30m, or a number together with --interval');
    rates.push(arrivals.contacts / seconds);
  }
  return rates;
}

function agentsOf(formula: MeanWaitFormula, text: string): number | Unreadable {
  const agents = readNumber(text, formula === 'priority' ? Number.MIN_VALUE : 1, formula !== 'priority');
  return !(agents instanceof Unreadable) && agents > MOST_AGENTS_WITH_SHAPE
    ? new Unreadable(`at most ${MOST_AGENTS_WITH_SHAPE} agents`)
    : agents;
}

function handleShape(text: string): HandleTimeShape | Unreadable {
  const word = text.trim().toLowerCase();
  if (word === 'constant' || word === 'exponential' || word === 'erlang-2') return {kind: word};
  const cv = /^cv\s+(\d*\.?\d+)$/.exec(word);
  if (cv !== null) return {kind: 'cv', cv: Number(cv[1])};
  const phases = phasesOf(word);
  return phases?.length === 2
    ? {kind: 'hyperexponential', phases: [phases[0], phases[1]]}
    : new Unreadable(SHAPES.handle);
}

function arrivalShape(text: string): ArrivalShape | Unreadable {
  const word = text.trim().toLowerCase();
  if (word === 'constant' || word === 'exponential') return {kind: word};
  const erlang = /^erlang[ -](\d{1,3})$/.exec(word);
  if (erlang !== null && Number(erlang[1]) > 0) return {kind: 'erlang', phases: Number(erlang[1])};
  const phases = phasesOf(word);
  return phases === null ? new Unreadable(SHAPES.between) : {kind: 'hyperexponential', phases};
}

/** `hyperexponential(40% 1m, 60% 4m)`: shares that add up to all. */
function phasesOf(word: string): readonly {readonly probability: number; readonly mean: number}[] | null {
  const inside = /^hyperexponential\((.{1,200})\)$/.exec(word);
  if (inside === null) return null;
  const phases = [];
  for (const part of inside[1].split(',')) {
    const [share = '', time = ''] = part.trim().split(/\s+/);
    const probability = parseShare(share);
    const mean = readTime(time, '1m');
    if (probability === null || probability <= 0 || mean instanceof Unreadable) return null;
    phases.push({probability, mean});
  }
  return Math.abs(phases.reduce((sum, {probability}) => sum + probability, 0) - 1) < 1e-9 ? phases : null;
}
