import {suggest} from '../../base/suggest.js';
import {nearestDuration, parseDuration, parseShare} from '../../base/units.js';
import type {ServiceLevelName} from '../../analytic/figures.js';
import type {Formula} from './case.js';

/** What is said about a text that cannot be read. */
export class Unreadable {
  constructor(
    readonly expected: string,
    readonly nearest: string | null = null,
  ) {}
}

/** One flag of the calculator, and the column of the same name. */
export interface CaseField {
  readonly says: string;
  readonly helpValue: string;
  readonly formulas: readonly Formula[];
}

const ALL: readonly Formula[] = ['b', 'c', 'a', 'x', 'chat', 'blend'];
const WAITING: readonly Formula[] = ['c', 'a', 'x', 'chat', 'blend'];

/** Flags and columns, in the order of help. */
export const CASE_FIELDS = {
  arrivals: {
    says: 'contacts that come, and in how long: 100/30m, 4/min, 1200 per day; or a number with --interval',
    helpValue: 'N/TIME',
    formulas: ALL,
  },
  interval: {says: 'time in which so many come, for arrivals that are a bare number', helpValue: 'TIME', formulas: ALL},
  load: {says: 'offered load in Erlangs, in place of arrivals and handle time', helpValue: 'ERLANGS', formulas: ['b']},
  aht: {
    says: 'mean handle time, wrap-up included: 180s, 4m30s; for chat with 1, 2, 3 … chats at once: 3m, 3.5m, 4m',
    helpValue: 'TIME',
    formulas: ALL,
  },
  agents: {
    says: 'agents on duty (lines for b); b, c and a take fractions',
    helpValue: 'N',
    formulas: ALL,
  },
  target: {
    says: "service level asked for: '80% in 20s', '80% in 20s, over offered' (or excluding abandons, the default, over answered, abandons met, virtual)",
    helpValue: 'OBJECTIVE',
    formulas: WAITING,
  },
  threshold: {
    says: 'time within which answers count where there is no target (20s)',
    helpValue: 'TIME',
    formulas: WAITING,
  },
  'max-asa': {says: 'longest average speed of answer', helpValue: 'TIME', formulas: WAITING},
  'max-abandonment': {says: 'largest share that abandons', helpValue: 'PERCENT', formulas: ['a', 'x', 'chat', 'blend']},
  'max-occupancy': {says: "largest busy share of agents' time", helpValue: 'PERCENT', formulas: ALL},
  'max-blocking': {says: 'largest share that finds no line', helpValue: 'PERCENT', formulas: ['b', 'x']},
  patience: {
    says: "mean patience (5m, exponential), or its shape for a and x without lines: 'lognormal(3m, cv 1.5)'; c only compares",
    helpValue: 'TIME',
    formulas: WAITING,
  },
  balking: {
    says: 'share that leaves at once when it cannot be answered at once',
    helpValue: 'PERCENT',
    formulas: ['a', 'x'],
  },
  lines: {says: 'contacts in service and waiting at most', helpValue: 'N', formulas: ['x']},
  redial: {says: 'share of those who abandon that call again at once', helpValue: 'PERCENT', formulas: ['x']},
  reconnect: {says: 'share of those answered that call again', helpValue: 'PERCENT', formulas: ['x']},
  'keep-idle': {says: 'idle agents kept for inbound calls', helpValue: 'N', formulas: ['blend']},
  shrinkage: {
    says: 'paid time that is lost, each of what the one before left: 30%, or 20%, 10%',
    helpValue: 'PERCENT',
    formulas: ALL,
  },
} as const satisfies Readonly<Record<string, CaseField>>;

export type CaseFieldName = keyof typeof CASE_FIELDS;
export const CASE_FIELD_NAMES = Object.keys(CASE_FIELDS) as readonly CaseFieldName[];

const DEFINITIONS: Readonly<Record<string, ServiceLevelName>> = {
  'excluding abandons': 'excludingAbandons',
  'over offered': 'overOffered',
  'over answered': 'overAnswered',
  'abandons met': 'abandonsMet',
  virtual: 'virtual',
};

/** A definition of service level in words. */
export const definitionWords = (definition: ServiceLevelName): string =>
  Object.keys(DEFINITIONS).find(words => DEFINITIONS[words] === definition)!;

/** `100/30m`, `4/min`, `1200 per day`, or a bare number; `perSeconds` is null for that. */
export function readArrivals(
  text: string,
): {readonly contacts: number; readonly perSeconds: number | null; readonly isInterval: boolean} | Unreadable {
  const match = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*(?:(?:\/|\bper\b)\s*(.+?)\s*)?$/.exec(text.slice(0, 60));
  const expected = 'arrivals such as 100/30m, 4/min or 1200/day';
  if (match === null) return new Unreadable(expected);
  const contacts = Number(match[1]);
  if (match[2] === undefined) return {contacts, perSeconds: null, isInterval: false};
  const isInterval = /^[\d.]/.test(match[2]);
  const perSeconds = parseDuration(isInterval ? match[2] : `1${match[2]}`);
  return perSeconds === null || perSeconds <= 0 ? new Unreadable(expected) : {contacts, perSeconds, isInterval};
}

/** A duration above 0. */
export function readTime(text: string, example: string): number | Unreadable {
  const seconds = parseDuration(text);
  return seconds === null || seconds <= 0
    ? new Unreadable(`a duration above zero such as "${example}"`, nearestDuration(text))
    : seconds;
}

/** Durations with commas or bars between them. */
export function readTimes(text: string): readonly number[] | Unreadable {
  const times = text.split(/[,|]/).map(part => readTime(part, '180s'));
  return times.find(time => time instanceof Unreadable) ?? (times as number[]);
}

/** A number from a least value on. */
export function readNumber(text: string, least: number, whole: boolean): number | Unreadable {
  const value = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*$/.test(text) ? Number(text) : Number.NaN;
  const fits = value >= least && value <= 10_000_000 && (!whole || Number.isInteger(value));
  return fits ? value : new Unreadable(`a ${whole ? 'whole ' : ''}number of at least ${least}`);
}

/** A share from 0 to below 1, or to 1. */
export function readShare(text: string, above0: boolean, upTo1: boolean): number | Unreadable {
  const share = parseShare(text);
  const fits = share !== null && (above0 ? share > 0 : share >= 0) && (upTo1 ? share <= 1 : share < 1);
  return fits
    ? share
    : new Unreadable(`a share ${above0 ? 'above' : 'from'} 0 % ${upTo1 ? 'up to' : 'and below'} 100 %, such as 5%`);
}

/** `80% in 20s`, with the way to count after a comma. */
export function readTarget(
  text: string,
): {readonly share: number; readonly threshold: number; readonly definition: ServiceLevelName} | Unreadable {
  const match = /^\s*(\S+)\s+(?:in|within)\s+([^,]+?)\s*(?:,\s*(.+?)\s*)?$/.exec(text.slice(0, 100));
  const share = match?.[1]?.includes('%') ? parseShare(match[1]) : null;
  const threshold = match === null ? null : parseDuration(match[2]!);
  if (match === null || share === null || threshold === null)
    return new Unreadable('an objective such as "80% in 20s" or "80% in 20s, over offered"');
  if (!(share > 0 && share < 1)) return new Unreadable('a share above 0 % and below 100 %');
  const words = match[3] ?? 'excluding abandons';
  if (!Object.hasOwn(DEFINITIONS, words)) {
    const known = Object.keys(DEFINITIONS);
    return new Unreadable(`one of ${known.join(', ')} after the comma`, suggest(words, known));
  }
  return {share, threshold, definition: DEFINITIONS[words]!};
}
