import type {FigurePrecision} from '../scenario/figure-comparison.js';
import type {Margin} from '../scenario/figure-amount.js';
import type {FigureReference} from '../scenario/figure-reference.js';
import type {MeasureName, Unit} from '../scenario/schema/measures.js';
import {MEASURES} from './measures.js';
import type {ResultRow} from './results.js';

/** How sure a figure was asked to be, and how sure it came out. */
export interface PrecisionOutcome extends FigureReference {
  readonly unit: Unit;
  /** Half of the 95 % interval that was asked for: in the unit of the figure, or as a share of it. */
  readonly asked: Margin;
  /** Half of the 95 % interval that was found; null where there is none. */
  readonly halfWidth: number | null;
  readonly reached: boolean;
}

/** Fewer replications tell too little about their own scatter to stop by it; waits are skewed and need more. */
const LEAST_REPLICATIONS = 20;
const LEAST_OF_WAITS = 200;
/** Each check has so many times the replications of the one before. */
const GROWTH = 1.5;

const WAITS: ReadonlySet<MeasureName> = new Set<MeasureName>([
  'asa',
  'meanWait',
  'meanWaitAbandoned',
  'waitP50',
  'waitP80',
  'waitP90',
  'waitP95',
  'waitP99',
  'waitMax',
  'callbackDelay',
  'meanQueueLength',
]);

/**
 * After how many replications the half-widths are looked at: from 20 on, or 200 where a wait is among the figures, by
 * half as many again each time, to the budget.
 *
 * @see docs/explanation/methods.md#experiment-statistics
 * @example checkSizes([{figure: {measure: 'serviceLevel', scope: 'total', name: 'total'}, …}], 100) // [20, 30, 45, 68, 100]
 */
export function checkSizes(goals: readonly FigurePrecision[], most: number): readonly number[] {
  const sizes = [Math.min(most, Math.max(...goals.map(leastOf)))];
  for (let size = sizes[0]; size < most; sizes.push(size)) size = Math.min(most, Math.ceil(size * GROWTH));
  return sizes;
}

const leastOf = ({figure}: FigurePrecision): number =>
  WAITS.has(figure.measure) ? LEAST_OF_WAITS : LEAST_REPLICATIONS;

/**
 * How sure a figure is after so many replications. A relative half-width g counts as reached when the half-width is at
 * most g ÷ (1 + g) of the figure, so that it holds of the truth as well.
 *
 * @param rows figures of the run
 */
export function precisionOf(goal: FigurePrecision, rows: readonly ResultRow[], finished: number): PrecisionOutcome {
  const {figure, halfWidth: asked} = goal;
  const {unit} = MEASURES[figure.measure];
  const row = rows.find(
    ({measure, scope, name, interval}) =>
      interval === null && measure === figure.measure && scope === figure.scope && name === figure.name,
  );
  const halfWidth = row === undefined || row.low === null || row.high === null ? null : (row.high - row.low) / 2;
  if (row === undefined || halfWidth === null) return {...figure, unit, asked, halfWidth: null, reached: false};
  const limit =
    asked.kind === 'absolute' ? asked.amount : (asked.amount / (1 + asked.amount)) * Math.abs(row.value);
  return {...figure, unit, asked, halfWidth, reached: finished >= leastOf(goal) && halfWidth <= limit};
}

/**
 * Replications that all goals will take, by the law that half-widths shrink with the square root; for progress.
 *
 * @param outcomes what stands after `finished` replications
 */
export function replicationsForeseen(
  outcomes: readonly PrecisionOutcome[],
  rows: readonly ResultRow[],
  finished: number,
  most: number,
): number {
  const shares = outcomes.map(({asked, halfWidth, measure, scope, name}) => {
    if (halfWidth === null) return Infinity;
    const row = rows.find(
      each => each.interval === null && each.measure === measure && each.scope === scope && each.name === name,
    );
    const limit = asked.kind === 'absolute' ? asked.amount : (asked.amount / (1 + asked.amount)) * (row?.value ?? 0);
    return (halfWidth / limit) ** 2;
  });
  return Math.min(most, Math.max(finished, Math.ceil(finished * Math.max(...shares))));
}
