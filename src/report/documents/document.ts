import type {Unit} from '../../statistics/results.js';

/** good: meets what was asked; bad: misses it; neutral: nothing was asked, or it is too close to call. */
export type Tone = 'good' | 'bad' | 'neutral';

/** One figure or word of a table, with no format yet: seconds, shares from 0 to 1, whole numbers. */
export interface Cell {
  /** null: nobody saw it (no contact offered), so there is no figure. */
  readonly value: number | string | null;
  /** Half of the 95 % interval, in the unit of the value; null where there is none. */
  readonly plusMinus: number | null;
  readonly unit: Unit | 'text';
  readonly tone: Tone;
  /** ✓ met, ✗ missed, ≈ too close to call: says without color what the tone says; null for most cells. */
  readonly mark: string | null;
}

export interface Column {
  readonly heading: string;
  /** Heading where room is scarce. */
  readonly short: string;
  /** Who gives way first where room is scarce, the ± before the column: the highest; 0 stays to the last. */
  readonly rank: number;
}

/** The first column names the row; a last row named `total` adds the others up. */
export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Names go on below where they are too long for their column, since what is cut off would tell them apart. */
  readonly wholeNames?: boolean;
}

/** One figure by interval; every array has one entry an interval, null where nobody saw it. */
export interface Series {
  readonly name: string;
  readonly unit: Unit;
  readonly values: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  /** sum: contacts add up over intervals; mean: a figure of several intervals is the mean weighted by `weights`. */
  readonly together: 'sum' | 'mean';
  readonly weights: readonly number[];
  /** The value asked for, drawn as a line; null: nothing asked. */
  readonly objective: number | null;
  /** Which end is worth a word: the highest wait, the lowest service level. */
  readonly worst: 'highest' | 'lowest';
}

/** Series over the same intervals. */
export interface Curve {
  readonly title: string;
  /** Starts of the intervals as in the results: `2026-11-23T08:00:00+01:00` or `T08:00`. */
  readonly intervals: readonly string[];
  readonly intervalSeconds: number;
  readonly series: readonly Series[];
}

/** A sentence that must be seen: an objective missed, a warning. */
export interface Callout {
  readonly tone: Tone;
  readonly mark: string;
  readonly text: string;
}

/** What a report says, before any format: a terminal page, Markdown and others are written from it. */
export interface Document {
  readonly title: string;
  readonly description: string | null;
  /** The result in one sentence. */
  readonly headline: string;
  readonly callouts: readonly Callout[];
  readonly tables: readonly Table[];
  readonly curves: readonly Curve[];
  /** What the words mean and where the figures come from, last on the page. */
  readonly notes: readonly string[];
  /** What `--format json` writes, as it stands. */
  readonly data: object;
  /** What `--format csv` writes: a line a row, with these columns; those of results where none are named. */
  readonly rows: readonly object[];
  readonly csvColumns?: readonly string[] | undefined;
}

/** A cell of words. */
export function textCell(value: string | null, tone: Tone = 'neutral', mark: string | null = null): Cell {
  return {value, plusMinus: null, unit: 'text', tone, mark};
}
