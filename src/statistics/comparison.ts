import type {DifferenceRow} from './paired-summary.js';
import type {Results, Scope} from './results.js';

/** One thing in which the files, or a change from the command line, make two scenarios differ. */
export interface InputDifference {
  /** `agents.offshore.count` */
  readonly path: string;
  /** As written; null: not there. */
  readonly base: string | null;
  readonly candidate: string | null;
}

/** A contact type, group, … that only one of two scenarios has. */
export interface OneSided {
  readonly scope: Exclude<Scope, 'total'>;
  readonly name: string;
}

/** Figures of a candidate beside those of the base. */
export interface ComparedCandidate {
  /** No two candidates have the same one. */
  readonly name: string;
  readonly scenario: Results['scenario'];
  readonly changes: readonly InputDifference[];
  readonly onlyInBase: readonly OneSided[];
  readonly onlyInCandidate: readonly OneSided[];
}

/** One figure of one candidate beside the base's. */
export interface ComparisonRow extends DifferenceRow {
  readonly candidateName: string;
}

/** What a comparison found; this is `--format json` of `plimsoll compare` as it stands. */
export interface Comparison {
  readonly format: 'plimsoll-comparison';
  readonly version: 1;
  /** Version of the program that computed it. */
  readonly program: string;
  readonly base: {readonly name: string; readonly scenario: Results['scenario']};
  readonly candidates: readonly ComparedCandidate[];
  readonly seed: string;
  readonly replications: {readonly asked: number; readonly finished: number};
  /** True after Ctrl-C: only the finished replications are in the figures. */
  readonly interrupted: boolean;
  readonly warnings: readonly string[];
  readonly rows: readonly ComparisonRow[];
}
