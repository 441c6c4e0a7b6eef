import type {Scenario} from '../scenario/scenario.js';
import type {MeasureName} from '../scenario/schema/measures.js';
import {figuresOf} from './figures.js';
import {MEASURES, measuresOf} from './measures.js';
import type {JointShape} from './joint-moments.js';
import {planStatistics, type StatisticsPlan} from './plan.js';
import {AFTER_CLOSE, type Scope} from './results.js';
import {scopesOf} from './scopes.js';

/** Figures whose moments are kept alike. */
export type PairKind = 'wholeMean' | 'wholeRatio' | 'intervalMean' | 'intervalRatio';

/**
 * What is kept of each kind. A mean has two variables: its value in the base, and how much more it is in the candidate. A
 * ratio has four: numerator and denominator in the base, and how much more each is in the candidate. Figures of the whole
 * horizon are kept to order 3, so that their intervals can be corrected for skewness; those of single intervals, which
 * are many, to order 2.
 */
export const PAIR_SHAPES: Readonly<Record<PairKind, JointShape>> = {
  wholeMean: {variables: 2, order: 3},
  wholeRatio: {variables: 4, order: 3},
  intervalMean: {variables: 2, order: 2},
  intervalRatio: {variables: 4, order: 2},
};

export const PAIR_KINDS = Object.keys(PAIR_SHAPES) as readonly PairKind[];

/** A figure that the base, the candidate or both have. */
export interface PairedFigure {
  readonly measure: MeasureName;
  readonly scope: Scope;
  readonly name: string;
  /** Label of the interval; null: the whole horizon. */
  readonly interval: string | null;
  /** Place among the scopes and intervals of each side; null: that side has no such figure. */
  readonly base: FigurePlace | null;
  readonly candidate: FigurePlace | null;
  /** null: a percentile, which comes from histograms. */
  readonly kind: PairKind | null;
  /** Number among the figures of its kind. */
  readonly column: number;
}

export interface FigurePlace {
  readonly scope: number;
  readonly interval: number;
}

/** Which cells of two scenarios' rows are set beside each other. */
export interface PairPlan {
  readonly figures: readonly PairedFigure[];
  /** By kind, one after the other: positions of a figure's cells in the rows of the base, then of the candidate; −1: that side has none. */
  readonly cells: Readonly<Record<PairKind, Int32Array>>;
}

/** One side's figure and the positions of its cells. */
interface Side {
  readonly place: FigurePlace;
  readonly cells: readonly number[];
}

/**
 * Plans of pairs, each made once: pairs whose sides have the same figures share one. A comparison of ten candidates with many
 * groups would otherwise hold hundreds of thousands of figures in every thread.
 */
export class PairPlans {
  private readonly known = new Map<string, PairPlan>();

  /** @param most plans that are kept; the longest unused make room */
  constructor(private readonly most: number) {}

  of(base: Scenario, candidate: Scenario): PairPlan {
    const key = `${figuresKey(base)}\0${figuresKey(candidate)}`;
    const plan = this.known.get(key) ?? planPairs(base, candidate);
    this.known.delete(key);
    this.known.set(key, plan);
    for (const longestUnused of this.known.keys()) {
      if (this.known.size <= this.most) break;
      this.known.delete(longestUnused);
    }
    return plan;
  }
}

/** The same for scenarios that have the same figures in the same places. */
function figuresKey(scenario: Scenario): string {
  const {intervalSeconds, intervalLabels} = scenario.clock;
  return JSON.stringify([scopesOf(scenario), measuresOf(scenario), intervalSeconds, intervalLabels]);
}

/**
 * Matches the figures of two scenarios by measure, scope, name and interval: first those of the base, in its order, then
 * what only the candidate has. Intervals are matched only where both scenarios have the same ones.
 */
export function planPairs(base: Scenario, candidate: Scenario): PairPlan {
  const [baseSides, candidateSides] = [sidesOf(base), sidesOf(candidate)];
  const sameIntervals = haveSameIntervals(base, candidate);
  const figures: PairedFigure[] = [];
  const cells: Record<PairKind, number[]> = {wholeMean: [], wholeRatio: [], intervalMean: [], intervalRatio: []};
  const columns = new Map<string, number>();
  const columnOf = (kind: PairKind, ours: Side | null, theirs: Side | null): number => {
    const none = PAIR_SHAPES[kind].variables === 2 ? [-1] : [-1, -1];
    const both = [...(ours?.cells ?? none), ...(theirs?.cells ?? none)];
    const key = both.join();
    const column = columns.get(key) ?? cells[kind].push(...both) / both.length - 1;
    columns.set(key, column);
    return column;
  };
  const add = (key: string): void => {
    const [ours, theirs] = [baseSides.get(key) ?? null, candidateSides.get(key) ?? null];
    const [measure, scope, name, label] = key.split('\0') as [MeasureName, Scope, string, string];
    if (label !== '' && !sameIntervals) return;
    const kind = kindOf(measure, label);
    figures.push({
      measure,
      scope,
      name,
      interval: label === '' ? null : label,
      base: ours?.place ?? null,
      candidate: theirs?.place ?? null,
      kind,
      column: kind === null ? -1 : columnOf(kind, ours, theirs),
    });
  };
  for (const key of baseSides.keys()) add(key);
  for (const key of candidateSides.keys()) if (!baseSides.has(key)) add(key);
  return {
    figures,
    cells: {
      wholeMean: Int32Array.from(cells.wholeMean),
      wholeRatio: Int32Array.from(cells.wholeRatio),
      intervalMean: Int32Array.from(cells.intervalMean),
      intervalRatio: Int32Array.from(cells.intervalRatio),
    },
  };
}

function kindOf(measure: MeasureName, label: string): PairKind | null {
  const {kind} = MEASURES[measure].making;
  if (kind === 'percentile') return null;
  if (kind === 'ratio') return label === '' ? 'wholeRatio' : 'intervalRatio';
  return label === '' ? 'wholeMean' : 'intervalMean';
}

/** Whether two scenarios report the same intervals, so that these can be compared one by one. */
export function haveSameIntervals({clock: a}: Scenario, {clock: b}: Scenario): boolean {
  return (
    a.intervalSeconds === b.intervalSeconds &&
    a.intervalLabels.length === b.intervalLabels.length &&
    a.intervalLabels.every((label, interval) => label === b.intervalLabels[interval])
  );
}

/** No name holds a NUL, so no two keys are alike. */
function sidesOf(scenario: Scenario): ReadonlyMap<string, Side> {
  const plan = planStatistics(scenario);
  return new Map(
    figuresOf(plan.rows).map(({measure, scope, interval, column}) => {
      const members = plan.rows.scopes[scope];
      const key = [measure, members.scope, members.name, labelOf(scenario, interval)].join('\0');
      return [key, {place: {scope, interval}, cells: cellsOf(plan, measure, column)}];
    }),
  );
}

function labelOf({clock: {intervalLabels}}: Scenario, interval: number): string {
  if (interval > intervalLabels.length) return '';
  return interval === intervalLabels.length ? AFTER_CLOSE : intervalLabels[interval]!;
}

function cellsOf({columns: {singles, pairs}}: StatisticsPlan, measure: MeasureName, column: number): readonly number[] {
  const {kind} = MEASURES[measure].making;
  if (kind === 'percentile') return [];
  return kind === 'ratio' ? [pairs[2 * column], pairs[2 * column + 1]] : [singles[column]];
}
