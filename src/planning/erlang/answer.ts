import type {TargetName} from '../../analytic/targets.js';
import type {Case, Unknown} from './case.js';
import type {Amounts, CaseOutcome} from './evaluate.js';
import type {ErlangProblemCode} from './problem-codes.js';

/** Why a figure is not to be trusted. */
export interface ErlangWarning {
  /** Code that `plimsoll explain` knows. */
  readonly code: ErlangProblemCode;
  /** What it may spoil, and what mends it; a sentence without its full stop. */
  readonly text: string;
}

/** Agents to schedule so that enough are at work. */
export interface Scheduled {
  /** Share of paid time that is lost in all. */
  readonly shrinkage: number;
  /** From whole agents at work, not rounded itself. */
  readonly exact: number;
  /** Whole people. */
  readonly whole: number;
}

/** One number of agents beside the answer. */
export interface Neighbor {
  readonly agents: number;
  readonly outcome: CaseOutcome;
}

/** What the calculator answers. */
export interface Answer extends Amounts {
  readonly given: Case;
  readonly unknown: Unknown;
  /** Exactly so many agents would do, a fraction; null where agents were not asked for or cannot be split. */
  readonly exactAgents: number | null;
  readonly outcome: CaseOutcome;
  /** For each target whether it is met, and the agents that it asks for by itself (null: not worked out). */
  readonly targets: readonly {readonly name: TargetName; readonly met: boolean; readonly agents: number | null}[];
  /** The target that asks for the most agents. */
  readonly binding: TargetName | null;
  /** Agents that all targets need, where there are targets; null: out of reach. */
  readonly neededAgents: number | null;
  readonly scheduled: Scheduled | null;
  /** Some agents fewer and more. */
  readonly around: readonly Neighbor[];
  readonly warnings: readonly ErlangWarning[];
}
