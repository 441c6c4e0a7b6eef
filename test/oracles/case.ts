import type {MeasureName} from '../../src/scenario/schema/measures.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import type {CellName} from '../../src/statistics/cells.js';
import type {Scope} from '../../src/statistics/results.js';

/** Where in the results a figure stands. */
export interface Place {
  readonly scope: Scope;
  readonly name: string;
  /** Label of the interval; null: the whole horizon. */
  readonly interval: string | null;
}

export const TOTAL: Place = {scope: 'total', name: 'total', interval: null};

/**
 * What is compared: a figure of the results with its interval, or, where the results give no such figure, counts of
 * replications (numerators added up, over denominators added up; over the number of replications where there are none).
 */
export type Reading =
  | {readonly measure: MeasureName; readonly at: Place}
  | {readonly counts: readonly CellName[]; readonly over: readonly CellName[]; readonly at: Place};

/** One comparison: what the oracle says, and what to set beside it. */
export interface Expected {
  /** In the page's words. */
  readonly figure: string;
  readonly exact: number;
  /** Standard error of `exact`, where the oracle was itself a simulation. */
  readonly error?: number;
  readonly reading: Reading;
}

/** One center and all that is known of it. */
export interface OracleCase {
  /** Of what center, in words that stand in a test's name and in the page. */
  readonly name: string;
  readonly scenario: Scenario;
  readonly expected: readonly Expected[];
  /** Takes so long that it runs with the slow tests only. */
  readonly slow: boolean;
}

/** Cases that rest on one table. */
export interface Family {
  readonly title: string;
  /** File in this folder. */
  readonly source: string;
  /** What the table is and how it was worked out; Markdown. */
  readonly about: string;
  /** What is not compared, and why; Markdown. */
  readonly notCompared: string;
  readonly cases: readonly OracleCase[];
}
