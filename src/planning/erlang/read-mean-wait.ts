import {parseShare} from '../../base/units.js';
import type {ArrivalShape} from '../../analytic/general-arrivals.js';
import type {HandleTimeShape} from '../../analytic/general-service.js';
import type {Place, Problem} from '../../base/errors.js';
import {readArrivals, readNumber, readTime, Unreadable} from './case-fields.js';
import type {MeanWaitCase} from './mean-wait.js';
import type {MeanWaitFormula} from './mean-wait-names.js';

/** What is said of a case: flags, and columns of the same names. */
export const MEAN_WAIT_FIELDS = ['arrivals', 'interval', 'aht', 'agents', 'shape'] as const;
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
): {readonly given: MeanWaitCase | null; readonly problems: readonly Problem[]} {
  const problems: Problem[] = [];
  const read = <T>(name: MeanWaitField, missing: string, reader: (text: string) => T | Unreadable): T | null => {
    const text = texts[name];
    const value = text === undefined || text.trim() === '' ? new Unreadable(missing) : reader(text);
    if (!(value instanceof Unreadable)) return value;
    problems.push({
      code: 'ERL031',
      place: placeOf(name),
      expected: value.expected,
      got: text ?? null,
      nearest: value.nearest,
    });
    return null;
  };
  const interval = texts.interval === undefined ? null : read('interval', '', text => readTime(text, '30m'));
  const rates = read('arrivals', 'arrivals such as 100/30m', text => ratesOf(formula, text, interval));
  const aht = read('aht', 'a mean handle time such as "180s"', text => readTime(text, '180s'));
  const agents = read('agents', 'agents on duty', text => agentsOf(formula, text));
  if (formula === 'priority') {
    if (texts.shape !== undefined)
      problems.push({
        code: 'ERL031',
        place: placeOf('shape'),
        expected: 'nothing: priorities know no shape',
        got: texts.shape,
        nearest: null,
      });
    if (problems.length > 0) return {given: null, problems};
    return {given: {formula, arrivalRates: rates!, aht: aht!, agents: agents!}, problems};
  }
  const shape = read('shape', SHAPES[formula], text => (formula === 'handle' ? handleShape(text) : arrivalShape(text)));
  if (problems.length > 0) return {given: null, problems};
  const base = {arrivalRate: rates![0], aht: aht!, agents: agents!};
  const given: MeanWaitCase =
    formula === 'handle'
      ? {formula, ...base, shape: shape as HandleTimeShape}
      : {formula, ...base, shape: shape as ArrivalShape};
  return {given, problems};
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
