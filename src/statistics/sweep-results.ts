import type {ResultRow, Results} from './results.js';

/** One point of a sweep. */
export interface SweepPoint {
  /** From 1, in the order of the design. */
  readonly point: number;
  /** One value a factor, as written. */
  readonly settings: readonly string[];
  /** False after Ctrl-C where its turn had not come. */
  readonly finished: boolean;
}

/** A figure of the whole horizon at one point. */
export interface SweepRow extends Omit<ResultRow, 'interval'> {
  readonly point: number;
}

/** How a search ended for one point. */
export interface PointVerdict {
  readonly point: number;
  /** Whether the goals are met: shown, refuted, or too close to call when the search ended. */
  readonly feasible: 'yes' | 'no' | 'undecided';
  /** Given up because another that meets the goals is better. */
  readonly beaten: boolean;
  /** Replications that the search gave it. */
  readonly replications: number;
  /** What is minimised or maximised, over those replications; null where nothing is. */
  readonly objective: number | null;
  /** Figures of the goals over those replications, in their order (percentiles over those that every point has); null: nobody saw it. */
  readonly goals: readonly (number | null)[];
}

/** What a search for the best point found. */
export interface SweepSelection {
  /** As written. */
  readonly goals: readonly string[];
  readonly direction: 'minimise' | 'maximise' | null;
  /** As written; null: only the goals were asked for. */
  readonly objective: string | null;
  /** Probability that the pick is right, where the best is better than all others by the indifference. */
  readonly confidence: number;
  /** Smallest difference of the objective that matters; null without one. */
  readonly indifference: number | null;
  /** Smallest distance from each goal that matters; of a percentile, as a share of contacts. */
  readonly tolerances: readonly number[];
  /** `decided`: `best` is the pick (several: equally good); `none`: no point meets the goals; `undecided`: replications ran out, or Ctrl-C. */
  readonly outcome: 'decided' | 'none' | 'undecided';
  /** Numbers of the points that are picked; of those still in the running where it is undecided, the best first. */
  readonly best: readonly number[];
  readonly verdicts: readonly PointVerdict[];
}

/** What a sweep found; this is `sweep.json` and `--format json` as it stands. */
export interface SweepResults {
  readonly format: 'plimsoll-sweep';
  readonly version: 1;
  readonly program: string;
  /** The scenario as it is without any factor. */
  readonly scenario: Results['scenario'];
  readonly design: 'grid' | 'lhs';
  /** Paths, in the order given. */
  readonly factors: readonly string[];
  readonly seed: string;
  /** Of every point. */
  readonly replications: number;
  readonly interrupted: boolean;
  readonly points: readonly SweepPoint[];
  readonly selection: SweepSelection | null;
  /** Points in order, figures in the order of results; all from the same number of replications on the same customers. */
  readonly rows: readonly SweepRow[];
}
