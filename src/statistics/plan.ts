import type {Scenario} from '../scenario/scenario.js';
import {columnsOf} from './figures.js';
import type {Columns} from './moments.js';
import {planRows, type RowPlan} from './rows.js';

/** What the statistics of a scenario need while replications come in; what the columns are figures of is told by `figuresOf`. */
export interface StatisticsPlan {
  readonly rows: RowPlan;
  readonly columns: Columns;
}

export function planStatistics(scenario: Scenario): StatisticsPlan {
  const rows = planRows(scenario);
  return {rows, columns: columnsOf(rows)};
}
