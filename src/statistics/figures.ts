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

/**
 * Lists every figure that a scenario can have, in the order of its results: by scope, then the horizon, the intervals in
 * order and after close, then by measure in the order of their names.
 */
export function figuresOf(rows: RowPlan): readonly Figure[] {
  const figures: Figure[] = [];
  let [singles, pairs] = [0, 0];
  forEachFigure(rows, (measure, scope, interval) => {
    const {kind} = MEASURES[measure].making;
    const column = kind === 'percentile' ? -1 : kind === 'ratio' ? pairs++ : singles++;
    figures.push({measure, scope, interval, column});
  });
  return figures;
}

/** The columns that must be followed for all figures, in the order of the figures. */
export function columnsOf(rows: RowPlan): Columns {
  const singles: number[] = [];
  const pairs: number[] = [];
  forEachFigure(rows, (measure, scope, interval) => {
    const {making} = MEASURES[measure];
    const at = cellOffset(rows, scope, interval);
    if (making.kind === 'percentile') return;
    if (making.kind === 'ratio') pairs.push(at + CELL[making.numerator], at + CELL[making.denominator]);
    else singles.push(at + CELL[making.numerator]);
  });
  return {singles: Int32Array.from(singles), pairs: Int32Array.from(pairs)};
}

function forEachFigure(
  {scopes, layout, measures}: RowPlan,
  visit: (measure: MeasureName, scope: number, interval: number) => void,
): void {
  const horizon = layout.intervals + 1;
  const intervals = [horizon, ...Array.from({length: horizon}, (_, interval) => interval)];
  scopes.forEach(({scope}, index) => {
    const here = measures.filter(measure => MEASURES[measure].scopes.includes(scope));
    for (const interval of intervals) {
      for (const measure of here)
        if (interval === horizon || !HORIZON_ONLY.has(measure)) visit(measure, index, interval);
    }
  });
}
