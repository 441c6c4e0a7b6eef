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
  forEachFigure(rows, figure => figures.push(figure));
  return figures;
}

/** The columns that must be followed for all figures, in the order in which figures first need them. */
export function columnsOf(rows: RowPlan): Columns {
  const singles: number[] = [];
  const pairs: number[] = [];
  forEachFigure(rows, ({measure, scope, interval, column}) => {
    const {making} = MEASURES[measure];
    const at = cellOffset(rows, scope, interval);
    if (making.kind === 'percentile') return;
    if (making.kind === 'ratio') {
      if (column === pairs.length / 2) pairs.push(at + CELL[making.numerator], at + CELL[making.denominator]);
    } else if (column === singles.length) singles.push(at + CELL[making.numerator]);
  });
  return {singles: Int32Array.from(singles), pairs: Int32Array.from(pairs)};
}

/** Figures of scopes that share their rows share their columns. */
function forEachFigure(rows: RowPlan, visit: (figure: Figure) => void): void {
  const {scopes, members, placeOfScope, layout, rowsPerScope, measures} = rows;
  const horizon = layout.intervals + 1;
  const intervals = [horizon, ...Array.from({length: horizon}, (_, interval) => interval)];
  const columns = new Int32Array(members.length * rowsPerScope * measures.length).fill(-1);
  let [singles, pairs] = [0, 0];
  scopes.forEach(({scope: kind}, scope) => {
    const here = measures.map(measure => MEASURES[measure].scopes.includes(kind));
    for (const interval of intervals) {
      const row = placeOfScope[scope] * rowsPerScope + interval;
      measures.forEach((measure, index) => {
        if (!here[index] || (interval !== horizon && HORIZON_ONLY.has(measure))) return;
        const {making} = MEASURES[measure];
        const at = row * measures.length + index;
        if (columns[at] < 0 && making.kind !== 'percentile')
          columns[at] = making.kind === 'ratio' ? pairs++ : singles++;
        visit({measure, scope, interval, column: columns[at]});
      });
    }
  });
}
