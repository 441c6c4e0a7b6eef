import type {Schedule} from '../../planning/schedule/schedule.js';
import type {Scenario} from '../../scenario/scenario.js';
import type {ServiceFigure} from '../../planning/schedule/service.js';

/** One reporting interval of a schedule. */
export interface CoverRow {
  /** ISO start. */
  readonly start: string;
  /** Agents needed, and with what simulations asked for; the most in any part of the interval. */
  readonly needed: number;
  readonly neededWithCuts: number;
  /** Agents on duty, on average over the interval, breaks taken off; by group and in all. */
  readonly byGroup: readonly number[];
  readonly onDuty: number;
  /** The fewest on duty in any part of the interval. */
  readonly fewest: number;
  /** Agents missing, on average. */
  readonly missing: number;
  /** Of the contact types with an objective that were seen there. */
  readonly service: readonly ServiceFigure[];
}

/** Need and cover by reporting interval, those in which nobody is needed or there left out at both ends of each day. */
export function coverRows({clock}: Scenario, schedule: Schedule): readonly CoverRow[] {
  const {grid, needed, neededWithCuts, cover, shortage, service} = schedule;
  const perInterval = Math.round(clock.intervalSeconds / grid.cellSeconds);
  return clock.intervalLabels.map((start, interval) => {
    const cells = Array.from({length: perInterval}, (_, index) => interval * perInterval + index).filter(
      cell => cell < grid.cells,
    );
    const mean = (values: readonly number[]): number =>
      cells.reduce((sum, cell) => sum + values[cell]!, 0) / cells.length;
    const most = (values: readonly number[]): number => Math.max(...cells.map(cell => values[cell]!));
    const totals = cells.map(cell => cover.reduce((sum, group) => sum + group[cell]!, 0));
    const byGroup = cover.map(mean);
    return {
      start,
      needed: most(needed),
      neededWithCuts: most(neededWithCuts),
      byGroup,
      onDuty: byGroup.reduce((sum, agents) => sum + agents, 0),
      fewest: Math.min(...totals),
      missing: mean(shortage),
      service: service.filter(figure => figure.interval === interval),
    };
  });
}

/** Rows of the hours that matter: somebody is needed or on duty. */
export const staffedRows = (rows: readonly CoverRow[]): readonly CoverRow[] =>
  rows.filter(({neededWithCuts, onDuty}) => neededWithCuts > 0 || onDuty > 0);
