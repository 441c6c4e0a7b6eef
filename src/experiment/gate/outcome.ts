import type {Margin} from '../../scenario/figure-amount.js';
import type {MeasureName, Scope, Unit} from '../../scenario/schema/measures.js';
import type {Estimated} from '../../statistics/gates/weigh.js';
import type {Verdict} from '../../statistics/gates/verdict.js';

/** What a gate found: this is `--format json` as it stands. */
export interface GateOutcome {
  readonly format: 'plimsoll-gate';
  readonly version: 1;
  /** Version of the program that judged. */
  readonly program: string;
  readonly verdict: Verdict;
  readonly candidate: string;
  readonly baseline: GateBaseline | null;
  readonly seed: string;
  /** Replications of the candidate; pairs of replications where there is a baseline. */
  readonly replications: number;
  readonly alpha: number;
  readonly looks: {readonly planned: number; readonly done: number};
  /** True after Ctrl-C: only the replications finished until then were judged. */
  readonly interrupted: boolean;
  /** What whoever reads the verdict should know. */
  readonly notes: readonly string[];
  readonly rules: readonly RuleOutcome[];
}

export interface GateBaseline {
  readonly kind: 'scenario' | 'stored';
  /** Name of its scenario. */
  readonly name: string;
  /** False under --rebase: replications have nothing in common. */
  readonly paired: boolean;
}

/** One rule as written, and what came of it. */
export interface RuleOutcome {
  readonly rule: string;
  /** What it is about, as written: `asa(each queue)`. */
  readonly subject: string;
  readonly everyInterval: boolean;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly verdict: Verdict;
  readonly checks: readonly CheckOutcome[];
  /** Why, where no figure says it: what is not the same under --exact. */
  readonly because: string | null;
}

/** One figure in one interval. */
export interface CheckOutcome {
  /** As rules write it, `asa(orders)`. */
  readonly figure: string;
  readonly measure: MeasureName;
  readonly scope: Scope;
  readonly name: string;
  /** Start of the interval; null for the horizon. */
  readonly interval: string | null;
  readonly unit: Unit;
  readonly kind: 'at-least' | 'at-most' | 'not-above' | 'not-below' | 'within';
  /** What was asked: a limit, or a margin about the baseline. */
  readonly limit: number | null;
  readonly margin: Margin | null;
  readonly verdict: Verdict;
  /** null: nobody saw it. */
  readonly candidate: number | null;
  readonly baseline: number | null;
  /** Candidate less limit, or less baseline, with its 95 % interval. */
  readonly change: Estimated | null;
  /** The figure is the same in every replication. */
  readonly nothingDiffers: boolean;
  /** p-value against the rule after Holm: a fail where it is below this look's part of alpha. */
  readonly p: number;
  /** Why nothing can be said; null where something can. */
  readonly because: string | null;
}
