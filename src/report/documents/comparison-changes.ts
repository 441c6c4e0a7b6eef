import type {MeasureName} from '../../scenario/schema/measures.js';
import type {Comparison, ComparisonRow} from '../../statistics/comparison.js';
import {MEASURES} from '../../statistics/measures.js';
import {signed} from '../numbers.js';
import {textCell, type Cell, type Tone} from './document.js';
import type {Whose} from './figures.js';

/** The rows of a comparison, found by what they say. */
export type Changes = ReadonlyMap<string, ComparisonRow>;

/** What a difference amounts to: at 95 %, each figure by itself. */
export interface Verdict {
  readonly tone: Tone;
  readonly mark: string;
  readonly says: 'better' | 'worse' | 'changed' | 'no clear change' | 'no change';
}

const VERDICTS = {
  better: {tone: 'good', mark: '✓', says: 'better'},
  worse: {tone: 'bad', mark: '✗', says: 'worse'},
  changed: {tone: 'neutral', mark: '≠', says: 'changed'},
  unclear: {tone: 'neutral', mark: '≈', says: 'no clear change'},
  same: {tone: 'neutral', mark: '=', says: 'no change'},
} as const satisfies Record<string, Verdict>;

/** No name holds a NUL, so no two keys are alike. */
const key = (candidate: string, measure: string, {scope, name}: Whose, interval: string | null): string =>
  [candidate, measure, scope, name, interval ?? ''].join('\0');

/** Rows by candidate, measure, scope, name and interval. */
export function changesOf({rows}: Comparison): Changes {
  return new Map(rows.map(row => [key(row.candidateName, row.measure, row, row.interval), row]));
}

/** One figure of a candidate over the whole horizon, or in one interval; null when neither side saw it. */
export function change(
  changes: Changes,
  candidate: string,
  measure: MeasureName,
  whose: Whose,
  interval: string | null = null,
): ComparisonRow | null {
  return changes.get(key(candidate, measure, whose, interval)) ?? null;
}

/**
 * Whether a figure changed for better or worse: when the whole 95 % interval of its difference lies on one side of
 * nothing. null when there is no difference to judge.
 */
export function verdictOn({measure, difference, low, high}: ComparisonRow): Verdict | null {
  if (difference === null) return null;
  if (difference === 0 && (low ?? 0) === 0 && (high ?? 0) === 0) return VERDICTS.same;
  if (low === null || high === null || (low <= 0 && high >= 0)) return VERDICTS.unclear;
  const {better} = MEASURES[measure];
  if (better === 'neither') return VERDICTS.changed;
  return (better === 'higher') === difference > 0 ? VERDICTS.better : VERDICTS.worse;
}

/** The difference as a cell: `+2.1 pt ± 0.4`, coloured when it is clear which way it goes. */
export function changeCell(row: ComparisonRow | null): Cell {
  if (row === null || row.difference === null) return textCell(null);
  return textCell(saidChange(row), verdictOn(row)?.tone);
}

/** The difference in words: `+2.1 pt ± 0.4`. */
export function saidChange({difference, low, high, unit}: ComparisonRow): string {
  const half = low === null || high === null ? null : (high - low) / 2;
  return signed(difference ?? 0, half, unit);
}
