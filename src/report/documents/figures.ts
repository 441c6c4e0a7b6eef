import type {MeasureName} from '../../scenario/schema/measures.js';
import {AFTER_CLOSE, type ResultRow, type Scope} from '../../statistics/results.js';
import type {Cell, Tone} from './document.js';

/** The rows of results, found by what they say. */
export type Figures = ReadonlyMap<string, ResultRow>;

/** Whose figure: `{scope: 'contactType', name: 'orders'}`. */
export interface Whose {
  readonly scope: Scope;
  readonly name: string;
}

export const TOTAL: Whose = {scope: 'total', name: 'total'};

/** No name holds a NUL, so no two keys are alike. */
const key = (measure: string, {scope, name}: Whose, interval: string | null): string =>
  `${measure}\0${scope}\0${name}\0${interval ?? ''}`;

/** Rows by measure, scope, name and interval. */
export function figuresOf(rows: readonly ResultRow[]): Figures {
  return new Map(rows.map(row => [key(row.measure, row, row.interval), row]));
}

/** One figure over the whole horizon, or in one interval; null when nobody saw it. */
export function figure(
  figures: Figures,
  measure: MeasureName,
  whose: Whose,
  interval: string | null = null,
): ResultRow | null {
  return figures.get(key(measure, whose, interval)) ?? null;
}

/** Half the 95 % interval: what is printed after ±; null where there is no interval. */
export function plusMinusOf(row: Pick<ResultRow, 'low' | 'high'> | null): number | null {
  return row === null || row.low === null || row.high === null ? null : (row.high - row.low) / 2;
}

/**
 * A figure as a cell.
 *
 * @param divideBy 5 turns contacts of five days into contacts a day
 */
export function figureCell(
  row: ResultRow | null,
  tone: Tone = 'neutral',
  mark: string | null = null,
  divideBy = 1,
): Cell {
  if (row === null) return {value: null, plusMinus: null, unit: 'text', tone: 'neutral', mark: null};
  const half = plusMinusOf(row);
  return {value: row.value / divideBy, plusMinus: half === null ? null : half / divideBy, unit: row.unit, tone, mark};
}

/**
 * The intervals in which the center was at work, in order of time: from the first to the last with a contact offered
 * or an agent there. Time after close is left out, and so are the empty hours of the night before and after.
 */
export function workingIntervals(rows: readonly ResultRow[]): string[] {
  const intervals = new Set<string>();
  const working = new Set<string>();
  for (const {scope, measure, interval, value} of rows) {
    if (scope !== 'total' || interval === null || interval === AFTER_CLOSE) continue;
    intervals.add(interval);
    if ((measure === 'offered' || measure === 'agents') && value > 0) working.add(interval);
  }
  const all = [...intervals];
  const first = all.findIndex(interval => working.has(interval));
  return first === -1 ? [] : all.slice(first, all.findLastIndex(interval => working.has(interval)) + 1);
}
