import type {ComparedCandidate, Comparison} from '../../statistics/comparison.js';
import {AFTER_CLOSE} from '../../statistics/results.js';
import {change, type Changes} from './comparison-changes.js';
import type {Curve, Series} from './document.js';
import {isFolded} from './day-curve.js';
import {TOTAL} from './figures.js';

/** Service level by interval of the base and of candidates; null where no intervals were compared. */
export function comparisonCurve(
  {base, rows}: Comparison,
  candidates: readonly ComparedCandidate[],
  changes: Changes,
): Curve | null {
  const [first] = candidates;
  if (first === undefined) return null;
  const intervals = rows.flatMap(({candidateName, measure, scope, interval, base: offered}) =>
    candidateName === first.name &&
    measure === 'offered' &&
    scope === 'total' &&
    interval !== null &&
    interval !== AFTER_CLOSE &&
    offered !== null &&
    offered > 0
      ? [interval]
      : [],
  );
  if (intervals.length < 2) return null;
  const of = (candidate: string, measure: 'serviceLevel' | 'offered') =>
    intervals.map(interval => change(changes, candidate, measure, TOTAL, interval));
  const weights = of(first.name, 'offered').map(row => row?.base ?? 0);
  const series = (name: string, values: readonly (number | null)[]): Series => ({
    name,
    unit: 'share',
    values,
    low: values.map(() => null),
    high: values.map(() => null),
    together: 'mean',
    weights,
    objective: null,
    worst: 'lowest',
  });
  return {
    title: `Service level through the ${base.scenario.days > 1 && isFolded(intervals) ? 'days' : 'day'}`,
    intervals,
    intervalSeconds: base.scenario.intervalSeconds,
    series: [
      series(
        'base',
        of(first.name, 'serviceLevel').map(row => row?.base ?? null),
      ),
      ...candidates.map(({name}) =>
        series(
          candidates.length === 1 ? 'candidate' : name,
          of(name, 'serviceLevel').map(row => row?.candidate ?? null),
        ),
      ),
    ],
  };
}
