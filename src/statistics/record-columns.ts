import type {MeasureName} from '../scenario/schema/measures.js';
import {CELL} from './cells.js';
import {MEASURES} from './measures.js';
import type {Scope} from './results.js';
import {cellOffset, type RowPlan} from './rows.js';

/** Where numerator and denominator of a figure stand in the buffer of rows; −1: the denominator is 1. */
export interface CellRatio {
  readonly numerator: number;
  readonly denominator: number;
}

/** One measure of one scope, as it is written down of each replication. */
export interface RecordColumn extends CellRatio {
  readonly scope: Scope;
  readonly name: string;
  readonly measure: MeasureName;
}

/** What is written down of each replication: every measure but the percentiles (which are no ratio of sums), of every scope. */
export function planRecords(plan: RowPlan): readonly RecordColumn[] {
  return plan.scopes.flatMap(({scope, name}, index) =>
    plan.measures.flatMap((measure): RecordColumn[] => {
      if (!MEASURES[measure].scopes.includes(scope)) return [];
      const ratio = cellRatio(plan, measure, index, plan.layout.intervals + 1);
      return ratio === null ? [] : [{scope, name, measure, ...ratio}];
    }),
  );
}

/**
 * Where the numerator and denominator of a measure stand.
 *
 * @param scope index into the plan's scopes
 * @param interval reporting interval; `intervals + 1` is the horizon
 * @returns null for a percentile, which is no ratio of sums
 */
export function cellRatio(plan: RowPlan, measure: MeasureName, scope: number, interval: number): CellRatio | null {
  const {making} = MEASURES[measure];
  if (making.kind === 'percentile') return null;
  const at = cellOffset(plan, scope, interval);
  const denominator =
    making.kind === 'ratio' ? at + CELL[making.denominator] : making.kind === 'rate' ? at + CELL.elapsed : -1;
  return {numerator: at + CELL[making.numerator], denominator};
}

/** Copies numerators and denominators of one replication into `records`, from position `to` on. */
export function copyRecords(
  columns: readonly CellRatio[],
  rows: Float64Array,
  records: Float64Array,
  to: number,
): void {
  columns.forEach(({numerator, denominator}, index) => {
    records[to + 2 * index] = rows[numerator];
    records[to + 2 * index + 1] = denominator < 0 ? 1 : rows[denominator];
  });
}
