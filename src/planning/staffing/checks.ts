import type {Scenario} from '../../scenario/scenario.js';
import {figuresOf} from '../../statistics/figures.js';
import {PAIR_STRIDE, type Columns} from '../../statistics/moments.js';
import {planStatistics} from '../../statistics/plan.js';
import type {StaffingObjective} from './objectives.js';

/** One objective in one interval, or over the horizon: what is looked at in a simulation. */
export interface Check {
  /** Index into the objectives. */
  readonly objective: number;
  /** Reporting interval; −1: the horizon. */
  readonly interval: number;
  /** 1: at least; −1: at most. */
  readonly sign: 1 | -1;
  readonly target: number;
  /** Where its sums stand among the moments of a block. */
  readonly at: number;
  /** The same by interval, for the horizon of a measure that intervals have; else empty. */
  readonly parts: readonly number[];
}

/** The figure of a check: a ratio of sums, with its standard error. */
export interface CheckFigure {
  readonly value: number;
  readonly error: number;
}

/** The checks of objectives, in the order of the objectives, then of the intervals, and the columns to follow for them. */
export function checksOf(
  scenario: Scenario,
  objectives: readonly StaffingObjective[],
): {readonly columns: Columns; readonly checks: readonly Check[]} {
  const plan = planStatistics(scenario);
  const {intervals} = plan.rows.layout;
  const places = new Map<string, number>();
  for (const {measure, scope, interval, column} of figuresOf(plan.rows)) {
    const {scope: kind, name} = plan.rows.scopes[scope];
    places.set(`${measure}\0${kind}\0${name}\0${interval}`, column);
  }
  const followed: number[] = [];
  const follow = (column: number): number => {
    const known = followed.indexOf(column);
    return PAIR_STRIDE * (known === -1 ? followed.push(column) - 1 : known);
  };
  const checks = objectives.flatMap(({measure, scope, name, comparison, target, over}, objective): Check[] => {
    const placeIn = (interval: number): number | undefined => {
      const column = places.get(`${measure}\0${scope}\0${name}\0${interval}`);
      return column === undefined ? undefined : follow(column);
    };
    const common = {objective, target, sign: comparison === '>=' ? (1 as const) : (-1 as const)};
    const parts = plan.rows.elapsed.length === 0 ? [] : Array.from({length: intervals}, (_, index) => placeIn(index));
    if (over === 'horizon') {
      const at = placeIn(intervals + 1);
      const known = parts.filter(part => part !== undefined);
      return at === undefined ? [] : [{...common, interval: -1, at, parts: known.length === intervals ? known : []}];
    }
    return parts.flatMap((at, interval) =>
      at === undefined || plan.rows.elapsed[interval] === 0 ? [] : [{...common, interval, at, parts: []}],
    );
  });
  const pairs = followed.flatMap(column => [...plan.columns.pairs.subarray(2 * column, 2 * column + 2)]);
  return {columns: {singles: new Int32Array(0), pairs: Int32Array.from(pairs)}, checks};
}

/**
 * The figure of a check after so many replications.
 *
 * @returns null where nobody saw it: nothing came, so nothing is broken
 */
export function figureOf(moments: Float64Array, count: number, at: number): CheckFigure | null {
  const [sumX, sumY, xx, xy, yy] = [moments[at], moments[at + 1], moments[at + 2], moments[at + 3], moments[at + 4]];
  if (!(sumY > 0) || count === 0) return null;
  const value = sumX / sumY;
  if (count < 2) return {value, error: Infinity};
  const squares = Math.max(0, xx - 2 * value * xy + value * value * yy);
  const scale = sumY / count;
  return {value, error: Math.sqrt(squares / (count - 1) / count) / scale};
}

/** Sums are thousands of numbers: a hair below the target is the target. */
const ROUNDING = 1e-12;

/** By how much a figure keeps the check; below 0 it breaks it. Nobody seen: nothing broken. */
export function slackOf({sign, target}: Check, figure: CheckFigure | null): number {
  if (figure === null) return Infinity;
  const slack = sign * (figure.value - target);
  return Math.abs(slack) < ROUNDING ? 0 : slack;
}
