import type {CostLine} from './cost-lines.js';
import type {MeasureName, Scope, Unit} from '../scenario/schema/measures.js';

export type {Scope, Unit};
export type {CostLine};

/** One figure: a measure of one scope in one interval (null: the whole horizon), with its 95 % interval where there is one. */
export interface ResultRow {
  readonly measure: MeasureName;
  readonly scope: Scope;
  /** Name of the contact type, queue, …; `total` for the total. */
  readonly name: string;
  /** ISO start of the interval, `after close`, or null for the whole horizon. */
  readonly interval: string | null;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: Unit;
}

/** How sure a figure was asked to be, and how sure it came out. */
export interface PrecisionOutcome {
  readonly measure: MeasureName;
  readonly scope: Scope;
  readonly name: string;
  readonly unit: Unit;
  /** Half of the 95 % interval that was asked for: in the unit of the figure, or as a share of it. */
  readonly asked: {readonly kind: 'absolute' | 'relative'; readonly amount: number};
  /** The figure; null when nobody saw it. */
  readonly value: number | null;
  /** Half of the 95 % interval that was found; null where there is none. */
  readonly halfWidth: number | null;
  readonly reached: boolean;
}

/** What a scenario's simulation found; this is `results.json` and `--format json` as it stands. */
export interface Results {
  readonly format: 'plimsoll-results';
  readonly version: 1;
  /** Version of the program that computed it. */
  readonly program: string;
  readonly scenario: {
    readonly name: string;
    readonly description: string | null;
    readonly startDate: string;
    /** Days of the horizon, or of one batch. */
    readonly days: number;
    /** How many of them were counted, where part of several days is warm-up; absent: all. */
    readonly daysCounted?: number;
    readonly timezone: string;
    readonly intervalSeconds: number;
    /** ISO code of the currency of `money`; absent where no price is known. */
    readonly currency?: string;
    /** Objective of each contact type that has one, for the reader and the colours. */
    readonly objectives: readonly {
      readonly contactType: string;
      readonly share: number;
      readonly thresholdSeconds: number;
      readonly definition: string;
    }[];
    readonly contactTypes: readonly string[];
    readonly groups: readonly string[];
    readonly sites: readonly string[];
  };
  /**
   * What the results are known by, as SHA-256: everything that was simulated, the horizon, and whatever generates contacts.
   * Results of which the last two, seed and program agree met the same customers. Older results have none.
   */
  readonly fingerprints?: {readonly scenario: string; readonly horizon: string; readonly contacts: string};
  readonly seed: string;
  readonly replications: {readonly asked: number; readonly finished: number};
  /** Only where one long run was cut into batches, which are then the replications: days of each, and days before the first. */
  readonly batches?: {readonly daysEach: number; readonly warmUpDays: number};
  /** True after Ctrl-C: only the finished replications are in the figures. */
  readonly interrupted: boolean;
  /** First attempts and later legs simulated, over all replications. */
  readonly contacts: number;
  readonly warnings: readonly string[];
  /** Only where half-widths were asked for: which were reached, and which were not before the budget ended. */
  readonly precision?: readonly PrecisionOutcome[];
  /** Only where it was asked for: what cost consists of. */
  readonly costs?: readonly CostLine[];
  /** Histogram of the waits of answered contacts, total and by type, for charts: share of contacts with a wait in [from, to). */
  readonly waits: readonly {
    readonly scope: 'total' | 'contactType';
    readonly name: string;
    readonly bins: readonly {readonly from: number; readonly to: number; readonly count: number}[];
  }[];
  readonly rows: readonly ResultRow[];
}

/** Row label of time and contacts past the end of the horizon. */
export const AFTER_CLOSE = 'after close';
