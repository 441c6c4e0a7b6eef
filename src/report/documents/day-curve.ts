import type {MeasureName} from '../../scenario/schema/measures.js';
import type {Results} from '../../statistics/results.js';
import type {Curve, Series} from './document.js';
import {figure, workingIntervals, type Figures, type Whose} from './figures.js';
import {daysCounted} from './days-counted.js';

/** Labels of a day onto which all days are folded have no date: `T08:00`. */
export const isFolded = (intervals: readonly string[]): boolean => intervals[0]?.startsWith('T') ?? false;

/** With more contact types than this, a line for each would hide the day. */
const MOST_LINES = 6;

/**
 * Offered contacts, mean wait and service level by interval, for the total or one contact type; null when the results
 * have no intervals. Where contact types are asked for different service levels, the total has a line for each as well.
 * Where several days are folded into one, contacts are those of one day.
 */
export function dayCurve(results: Results, figures: Figures, whose: Whose): Curve | null {
  const {scenario} = results;
  const intervals = workingIntervals(results.rows);
  if (intervals.length < 2) return null;
  const days = isFolded(intervals) ? daysCounted(scenario) : 1;
  const series = (name: string, measure: MeasureName, of: Whose): Series =>
    seriesOf(name, measure, of, intervals, figures);
  const level = (name: string, of: Whose): Series => ({
    ...series(name, 'serviceLevel', of),
    worst: 'lowest',
    objective: sharedObjective(results, of),
  });
  const total = level('service level', whose);
  const severally = whose.scope === 'total' && total.objective === null && scenario.objectives.length <= MOST_LINES;
  return {
    title: scenario.days > 1 && days === 1 ? 'Through the days' : 'Through the day',
    intervals,
    intervalSeconds: scenario.intervalSeconds,
    series: [
      {...dividedBy(series('offered', 'offered', whose), days), together: 'sum'},
      series('mean wait', 'asa', whose),
      total,
      ...(severally ? scenario.objectives.map(({contactType: name}) => level(name, {scope: 'contactType', name})) : []),
    ],
  };
}

function seriesOf(
  name: string,
  measure: MeasureName,
  whose: Whose,
  intervals: readonly string[],
  figures: Figures,
): Series {
  const rows = intervals.map(interval => figure(figures, measure, whose, interval));
  return {
    name,
    unit: rows.find(row => row !== null)?.unit ?? 'count',
    values: rows.map(row => row?.value ?? null),
    low: rows.map(row => row?.low ?? null),
    high: rows.map(row => row?.high ?? null),
    together: 'mean',
    weights: intervals.map(interval => figure(figures, 'offered', whose, interval)?.value ?? 0),
    objective: null,
    worst: 'highest',
  };
}

function dividedBy(series: Series, divisor: number): Series {
  const divided = (values: Series['values']): Series['values'] =>
    values.map(value => (value === null ? null : value / divisor));
  return {...series, values: divided(series.values), low: divided(series.low), high: divided(series.high)};
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
