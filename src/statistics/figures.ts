import type {MeasureName} from '../scenario/schema/measures.js';
import {CELL} from './cells.js';
import {HORIZON_ONLY, MEASURES} from './measures.js';
import type {Columns} from './moments.js';
import {cellOffset, type RowPlan} from './rows.js';

/**
 * One figure of the results and where it comes from: a single or a pair of the moments, by its number there, or a
 * percentile of a histogram.
 */
export interface Figure {
  readonly measure: MeasureName;
  /** Index into the plan's scopes. */
  readonly scope: number;
  /** Reporting interval; `intervals` is after close, `intervals + 1` the horizon. */
  readonly interval: number;
  /** Number of the single or of the pair; −1 for a percentile. */
  readonly column: number;
}

/** All figures in the order of the results, and the columns that must be followed for them. */
export interface FigurePlan {
  readonly figures: readonly Figure[];
  readonly columns: Columns;
}

/**
 * Lists every figure that a scenario can have: by scope, then the horizon, the intervals in order and after close, then by
 * measure in the order of their names.
 */
export function planFigures(rows: RowPlan): FigurePlan {
  const figures: Figure[] = [];
  const singles: number[] = [];
  const pairs: number[] = [];
  const horizon = rows.layout.intervals + 1;
  const intervals = [horizon, ...Array.from({length: horizon}, (_, interval) => interval)];
  rows.scopes.forEach(({scope}, index) => {
    for (const interval of intervals) {
      const at = cellOffset(rows, index, interval);
      for (const measure of rows.measures) {
        const {making, scopes} = MEASURES[measure];
        if (!scopes.includes(scope)) continue;
        if (HORIZON_ONLY.has(measure) && interval !== horizon) continue;
        if (making.kind === 'percentile') figures.push({measure, scope: index, interval, column: -1});
        else if (making.kind === 'ratio') {
          figures.push({measure, scope: index, interval, column: pairs.length / 2});
          pairs.push(at + CELL[making.numerator], at + CELL[making.denominator]);
        } else {
          figures.push({measure, scope: index, interval, column: singles.length});
          singles.push(at + CELL[making.numerator]);
        }
      }
    }
  });
  return {figures, columns: {singles: Int32Array.from(singles), pairs: Int32Array.from(pairs)}};
}
