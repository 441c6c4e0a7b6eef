import type {MeasureName} from '../../scenario/schema/measures.js';
import type {Results} from '../../statistics/results.js';
import type {Curve, Series} from './document.js';
import {figure, workingIntervals, type Figures, type Whose} from './figures.js';

/** Labels of a day onto which all days are folded have no date: `T08:00`. */
export const isFolded = (intervals: readonly string[]): boolean => intervals[0]?.startsWith('T') ?? false;

/**
 * Offered contacts, mean wait and service level by interval, for the total or one contact type; null when the results
 * have no intervals. Where several days are folded into one, contacts are those of one day.
 */
export function dayCurve(results: Results, figures: Figures, whose: Whose): Curve | null {
  const intervals = workingIntervals(results.rows);
  if (intervals.length < 2) return null;
  const days = isFolded(intervals) ? results.scenario.days : 1;
  const weights = intervals.map(interval => figure(figures, 'offered', whose, interval)?.value ?? 0);
  const series = (
    name: string,
    measure: MeasureName,
    shape: Pick<Series, 'together' | 'worst' | 'unit'>,
    divideBy = 1,
  ): Series => {
    const rows = intervals.map(interval => figure(figures, measure, whose, interval));
    const scaled = (value: number | null | undefined): number | null =>
      value === null || value === undefined ? null : value / divideBy;
    return {
      name,
      ...shape,
      weights,
      objective: null,
      values: rows.map(row => scaled(row?.value)),
      low: rows.map(row => scaled(row?.low)),
      high: rows.map(row => scaled(row?.high)),
    };
  };
  return {
    title: results.scenario.days > 1 && days === 1 ? 'Through the days' : 'Through the day',
    intervals,
    intervalSeconds: results.scenario.intervalSeconds,
    series: [
      series('offered', 'offered', {together: 'sum', worst: 'highest', unit: 'count'}, days),
      series('mean wait', 'asa', {together: 'mean', worst: 'highest', unit: 'seconds'}),
      {
        ...series('service level', 'serviceLevel', {together: 'mean', worst: 'lowest', unit: 'share'}),
        objective: sharedObjective(results, whose),
      },
    ],
  };
}

/** The share asked of one contact type, or of all where they agree; null otherwise. */
export function sharedObjective({scenario}: Results, {scope, name}: Whose): number | null {
  const asked =
    scope === 'contactType'
      ? scenario.objectives.filter(objective => objective.contactType === name)
      : scenario.objectives;
  const shares = new Set(asked.map(objective => objective.share));
  return shares.size === 1 ? [...shares][0]! : null;
}
