import {UserError} from '../base/errors.js';
import type {Place} from '../base/errors.js';
import {parseClockTime} from '../base/units.js';
import {parseAmount, parseMargin, type Margin} from './figure-amount.js';
import {figureText, parseFigures, type FigureCatalogue, type FigureReference} from './figure-reference.js';
import type {GateProblemCode} from './gate-problem-codes.js';

/** What is asked of a figure: against a limit, or against the same figure of a baseline. */
export type Demand =
  | {readonly kind: 'at-least' | 'at-most'; readonly limit: number}
  | {readonly kind: 'not-above' | 'not-below' | 'within'; readonly margin: Margin};

/** Which rows of a figure are meant: the horizon, or every interval that starts in [from, to) (seconds after midnight). */
export type RuleSpan = null | {readonly from: number; readonly to: number};

/** One line of a gate. */
export interface GateRule {
  /** As written, blanks made one. */
  readonly text: string;
  /** What it is about, as written: `asa(each queue)`. */
  readonly subject: string;
  readonly at: Place;
  readonly figures: readonly FigureReference[];
  readonly demand: Demand;
  readonly everyInterval: RuleSpan;
}

const FORM =
  'a rule such as "serviceLevel(orders) >= 80%", "asa not worse than baseline + 3%" or "occupancy within ±1pt of baseline"';
const FIGURE = /^(P\s*\([^()]*\)|[\w-]+\s*(?:\([^()]*\))?)\s*(.*)$/i;
const INTERVALS = /\s+in\s+every\s+interval(?:\s+between\s+(\S+)\s+and\s+(\S+))?$/i;
const LIMIT = /^(>=|<=|≥|≤|>|<)\s*(.+)$/;
const NOT =
  /^(?:is\s+)?not\s+(worse|above|higher|below|lower)\s+than\s+(?:the\s+)?baseline(?:\s*(?:([-+−])\s*|by\s+more\s+than\s+)(.+))?$/i;
const NOT_ABOVE = /^(?:is\s+)?not\s+(above|below)\s+(?:the\s+)?baseline(?:\s*([-+−])\s*(.+))?$/i;
const WITHIN = /^(?:is\s+)?within\s+(.+?)\s+of\s+(?:the\s+)?baseline$/i;
const WHOLE_DAY = {from: 0, to: 86_400};

/**
 * Reads one rule of a gate.
 *
 * @param at where it stands, for messages
 * @throws UserError GAT001 to GAT003, or what is wrong with its figure or amount
 * @example parseRule('asa(orders) not worse than baseline + 3%', place, catalogue).demand // {kind: 'not-above', margin: {kind: 'relative', amount: 0.03}}
 */
export function parseRule(written: string, at: Place, catalogue: FigureCatalogue): GateRule {
  const text = written.trim().replaceAll(/\s+/g, ' ').slice(0, 300);
  const intervals = INTERVALS.exec(text);
  const parts = FIGURE.exec(intervals === null ? text : text.slice(0, intervals.index));
  if (parts === null || parts[2] === '') throw problem('GAT001', at, FORM, text);
  const figures = parseFigures(parts[1]!, at, catalogue);
  const everyInterval = intervals === null ? null : spanOf(intervals, at);
  const [{measure}] = figures as [FigureReference];
  if (everyInterval !== null && measure === 'objectiveMet')
    throw problem('GAT003', at, 'a figure that intervals have; days meet objectives, intervals do not', text);
  return {
    text,
    subject: parts[1]!.trim(),
    at,
    figures,
    demand: demandOf(parts[2]!, figures[0]!, at, catalogue),
    everyInterval,
  };
}

/** Whether a rule needs a baseline. */
export const needsBaseline = ({demand}: GateRule): boolean => 'margin' in demand;

function spanOf([, from, to]: RegExpExecArray, at: Place): NonNullable<RuleSpan> {
  if (from === undefined || to === undefined) return WHOLE_DAY;
  const span = {from: parseClockTime(from), to: parseClockTime(to)};
  if (span.from === null || span.to === null || span.from >= span.to)
    throw problem('GAT001', at, 'two clock times in order, such as "between 08:00 and 20:00"', `${from} and ${to}`);
  return {from: span.from, to: span.to};
}

function demandOf(said: string, figure: FigureReference, at: Place, catalogue: FigureCatalogue): Demand {
  const {unit} = catalogue.measures.get(figure.measure)!;
  const limit = LIMIT.exec(said);
  if (limit !== null) {
    const kind = /^[>≥]/.test(limit[1]!) ? 'at-least' : 'at-most';
    return {kind, limit: parseAmount(limit[2]!, unit, at)};
  }
  const within = WITHIN.exec(said);
  if (within !== null) return {kind: 'within', margin: parseMargin(within[1]!, unit, at)};
  const not = NOT.exec(said) ?? NOT_ABOVE.exec(said);
  if (not === null) throw problem('GAT001', at, FORM, said);
  const [, word, sign, margin] = not as unknown as readonly [string, string, string | undefined, string | undefined];
  const kind = directionOf(word.toLowerCase(), figure, at, catalogue);
  if (sign !== undefined && (sign === '+') !== (kind === 'not-above'))
    throw problem('GAT002', at, `baseline ${kind === 'not-above' ? '+' : '-'} ${margin}: ${sideOf(kind)}`, said);
  return {kind, margin: margin === undefined ? {kind: 'absolute', amount: 0} : parseMargin(margin, unit, at)};
}

function directionOf(
  word: string,
  figure: FigureReference,
  at: Place,
  catalogue: FigureCatalogue,
): 'not-above' | 'not-below' {
  if (word === 'above' || word === 'higher') return 'not-above';
  if (word === 'below' || word === 'lower') return 'not-below';
  const {better} = catalogue.measures.get(figure.measure)!;
  if (better !== 'neither') return better === 'lower' ? 'not-above' : 'not-below';
  const name = figureText(figure);
  throw problem(
    'GAT002',
    at,
    `"${name} not above baseline + …", "${name} not below baseline - …" or "${name} within ±… of baseline", since neither more nor less of it is worse`,
    `${name} not worse than baseline`,
  );
}

const sideOf = (kind: 'not-above' | 'not-below'): string =>
  kind === 'not-above' ? 'above the baseline is the worse side' : 'below the baseline is the worse side';

function problem(code: GateProblemCode, place: Place, expected: string, got: string): UserError {
  return new UserError([{code, place, expected, got: got.slice(0, 100), nearest: null}]);
}
