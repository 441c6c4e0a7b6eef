import type {FigurePrecision} from '../scenario/figure-comparison.js';
import type {Margin} from '../scenario/figure-amount.js';
import type {MeasureName} from '../scenario/schema/measures.js';
import {MEASURES} from './measures.js';
import type {PrecisionOutcome, ResultRow} from './results.js';

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
  if (row === undefined || row.low === null || row.high === null)
    return {...figure, unit, asked, value: row?.value ?? null, halfWidth: null, reached: false};
  const halfWidth = (row.high - row.low) / 2;
  const reached = finished >= leastOf(goal) && halfWidth <= limitOf(asked, row.value);
  return {...figure, unit, asked, value: row.value, halfWidth, reached};
}

const limitOf = ({kind, amount}: Margin, value: number): number =>
  kind === 'absolute' ? amount : (amount / (1 + amount)) * Math.abs(value);

/**
 * Replications that all goals will take, by the law that half-widths shrink with the square root of their number.
 *
 * @returns Infinity while one of them cannot be told
 */
export function replicationsForeseen(outcomes: readonly PrecisionOutcome[], finished: number): number {
  const shares = outcomes.map(({asked, value, halfWidth}) =>
    value === null || halfWidth === null ? Infinity : (halfWidth / limitOf(asked, value)) ** 2,
  );
  return Math.ceil(finished * Math.max(1, ...shares));
}
