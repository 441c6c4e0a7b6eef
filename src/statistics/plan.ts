import type {Scenario} from '../scenario/scenario.js';
import {planFigures, type FigurePlan} from './figures.js';
import {planRows, type RowPlan} from './rows.js';

/** Everything about a scenario that its statistics need while replications come in. */
export interface StatisticsPlan extends FigurePlan {
  readonly rows: RowPlan;
}

export function planStatistics(scenario: Scenario): StatisticsPlan {
  const rows = planRows(scenario);
  return {rows, ...planFigures(rows)};
}
