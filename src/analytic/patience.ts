import type {Distribution} from '../base/distribution.js';

/**
 * How long customers are prepared to wait, in seconds; the shapes of a scenario. With `kaplan-meier` the share that is left
 * after the last time waits for ever.
 */
export type Patience = Distribution;

/** Names of the shapes of patience. */
export type PatienceKind = Patience['kind'];

/**
 * What the engine of impatient queues asks about a law of patience R, in a unit of time of its choice.
 */
export interface PatienceLaw {
  /** Fills `out` with what is known at a wait of x > 0; see the indices below. No kink lies at x. */
  at(x: number, out: Float64Array): void;
  /** A function of y that gives ∫ P(R > u) du from `from` to from + y (negative for y < 0). */
  survivalFrom(from: number): (y: number) => number;
  /** The wait at which no more than this share is left, for a share below survivalAt(0+). */
  waitOfSurvival(share: number): number;
  /** Density of R at x; Infinity is allowed where it is unbounded. */
  density(x: number): number;
  /** Over what stretch around x the law has no feature of its own: panels of integration are no wider. */
  smoothAround(x: number): number;
  /** Waits below this are one panel: laws that are not smooth at 0 are given ever narrower panels down to it. */
  readonly firstPanel: number;
  /** Waits at which the law jumps or bends, upwards, without 0. */
  readonly kinks: readonly number[];
  /** P(R > 0): below 1 where some do not wait at all. */
  readonly atStart: number;
  /** P(R = ∞). */
  readonly endless: number;
  /** Mean of R; Infinity where some wait for ever. */
  readonly mean: number;
}

/** Indices of what `PatienceLaw.at` fills. */
export const SURVIVAL = 0;
/** P(R ≤ x). */
export const GONE = 1;
/** E[R; R ≤ x]: the waits of those gone by x. */
export const GONE_TIME = 2;
