import {userError} from '../base/errors.js';
import type {SweepProblemCode} from './sweep-problem-codes.js';

/** What a sweep varies: a path of the scenario, and its values or the range that they are taken from. */
export interface Factor {
  /** `agents.offshore.count` */
  readonly path: string;
  readonly values: FactorValues;
}

export type FactorValues =
  | {readonly kind: 'list'; readonly values: readonly string[]}
  /** Numbers from low to high with this unit behind them; `whole`: whole numbers only. */
  | {
      readonly kind: 'range';
      readonly low: number;
      readonly high: number;
      readonly unit: string;
      readonly whole: boolean;
    };

/** Values of one factor, at the most. */
const MOST_VALUES = 1000;
const NUMBER = String.raw`(-?\d+(?:\.\d+)?)\s*([^\d\s.,:]*)`;
const RANGE = new RegExp(String.raw`^${NUMBER}\s*\.\.\s*${NUMBER}(?:\s*:\s*${NUMBER})?$`, 'u');
const FORM = 'PATH=VALUES such as agents.team.count=5..9:1 or run.volume=90%,100%,110%';

/**
 * Reads a factor: `agents.offshore.count=20..60:5`, `run.volume=90%,100%,110%`; in a range without a step any number may
 * be taken.
 *
 * @throws UserError SWP001
 * @example parseFactor('agents.team.count=5..7:1') // {path: 'agents.team.count', values: {kind: 'list', values: ['5', '6', '7']}}
 */
export function parseFactor(text: string): Factor {
  const mark = text.indexOf('=');
  const path = text.slice(0, Math.max(0, mark)).trim();
  const written = text.slice(mark + 1).trim();
  if (path === '' || written === '') throw unreadable(FORM, text);
  const range = RANGE.exec(written);
  if (range !== null) return {path, values: rangeOf(range, text)};
  if (written.includes('..')) throw unreadable(FORM, text);
  const values = splitOutsideBrackets(written);
  if (values.length > MOST_VALUES) throw unreadable(`at most ${MOST_VALUES} values`, text);
  if (values.includes('')) throw unreadable('values with one comma between them', text);
  if (new Set(values).size < values.length) throw unreadable('each value once', text);
  return {path, values: {kind: 'list', values}};
}

function rangeOf(parts: RegExpExecArray, text: string): FactorValues {
  const [, from = '', unitFrom = '', to = '', unit = '', by, unitBy = ''] = parts as unknown as readonly (
    string | undefined
  )[];
  const [low, high] = [Number(from), Number(to)];
  if ((unitFrom !== '' && unitFrom !== unit) || (by !== undefined && unitBy !== '' && unitBy !== unit))
    throw unreadable('one unit for the whole range, such as 90%..120%:10%', text);
  if (low >= high) throw unreadable('a range that goes up', text);
  if (by === undefined) return {kind: 'range', low, high, unit, whole: Number.isInteger(low) && Number.isInteger(high)};
  const step = Number(by);
  if (!(step > 0)) throw unreadable('a step above zero', text);
  // a last step that is missed by rounding alone is taken
  const steps = Math.floor((high - low) / step + 1e-9);
  if (steps + 1 > MOST_VALUES) throw unreadable(`at most ${MOST_VALUES} values`, text);
  const values = Array.from({length: steps + 1}, (_, index) => `${plain(low + index * step)}${unit}`);
  return {kind: 'list', values};
}

/** A number without the dust of binary fractions. */
export const plain = (value: number): string => String(Number(value.toPrecision(12)));

/** Commas inside `lognormal(4m, cv 0.9)` or `[a, b]` belong to the value. */
function splitOutsideBrackets(text: string): string[] {
  const values: string[] = [];
  let depth = 0;
  let value = '';
  for (const letter of text) {
    if ('([{'.includes(letter)) depth++;
    if (')]}'.includes(letter)) depth--;
    if (letter === ',' && depth === 0) {
      values.push(value.trim());
      value = '';
    } else value += letter;
  }
  return [...values, value.trim()];
}

function unreadable(expected: string, got: string): Error {
  const code: SweepProblemCode = 'SWP001';
  return userError(code, '--vary', expected, got.slice(0, 100));
}
