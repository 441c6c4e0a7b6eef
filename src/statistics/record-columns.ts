import type {MeasureName} from '../scenario/schema/measures.js';
import {CELL} from './cells.js';
import {MEASURES} from './measures.js';
import {cellOffset, type RowPlan} from './rows.js';

/** One measure of one scope, as it is written down of each replication. */
export interface RecordColumn {
  readonly scope: 'total' | 'contactType';
  readonly name: string;
  readonly measure: MeasureName;
  /** Positions in the buffer of rows; −1: the denominator is 1. */
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * What is written down of each replication: every measure but the percentiles (which are no ratio of sums), in total and
 * by contact type.
 */
export function planRecords(plan: RowPlan): readonly RecordColumn[] {
  return plan.scopes.flatMap(({scope, name}, index) => {
    if (scope !== 'total' && scope !== 'contactType') return [];
    const at = cellOffset(plan, index, plan.layout.intervals + 1);
    return plan.measures.flatMap((measure): RecordColumn[] => {
      const {making, scopes} = MEASURES[measure];
      if (making.kind === 'percentile' || !scopes.includes(scope)) return [];
      const denominator =
        making.kind === 'ratio' ? CELL[making.denominator] : making.kind === 'rate' ? CELL.elapsed : -1 - at;
      return [{scope, name, measure, numerator: at + CELL[making.numerator], denominator: at + denominator}];
    });
  });
}

/** Copies numerators and denominators of one replication into `records`, from position `to` on. */
export function copyRecords(
  columns: readonly RecordColumn[],
  rows: Float64Array,
  records: Float64Array,
  to: number,
): void {
  columns.forEach(({numerator, denominator}, index) => {
    records[to + 2 * index] = rows[numerator];
    records[to + 2 * index + 1] = denominator < 0 ? 1 : rows[denominator];
  });
}
