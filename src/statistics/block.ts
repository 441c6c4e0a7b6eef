import type {BinCounts} from './bin-counts.js';
import type {CostItems} from './cost-items.js';
import {Moments, type Columns} from './moments.js';
import {SECTIONS} from './sections.js';
import type {StatisticsPlan} from './plan.js';
import {copyRecords, planRecords, type CellRatio} from './record-columns.js';
import {foldRows, membersBehind} from './rows.js';
import {COARSE, FINE} from './wait-histogram.js';
import {sparseWaits, type SparseWaits, type WaitPlace} from './wait-records.js';

/** The numbers of one replication that statistics read; what `replicate` returns. */
export interface ReplicationNumbers {
  readonly counters: Float64Array;
  readonly days: Float64Array;
  readonly waits: BinCounts;
  readonly intervalWaits: BinCounts;
  /** PAIR counters; empty where no price is known. */
  readonly pairs: Float64Array;
  /** Seats of each group, where numbers of agents were others than the scenario's. */
  readonly seats?: readonly number[] | undefined;
  readonly contacts: number;
}

/** What consecutive replications add to a summary: plain data in typed arrays that can travel between threads. */
export interface BlockData {
  /** Number of the first replication. */
  readonly first: number;
  readonly replications: number;
  readonly contacts: number;
  readonly moments: Float64Array;
  /** Histograms of waits by section: of replication first + i in slot i mod 20, then by contact type. */
  readonly waits: Float64Array;
  /** Histograms of waits by contact type and interval. */
  readonly intervalWaits: Float64Array;
  /** Numerators and denominators of each replication; null when nobody asked for them. */
  readonly records: Float64Array | null;
  /** Waits of each replication at each place that was asked for: place by place within a replication. */
  readonly waitRecords: readonly SparseWaits[];
  /** Sums of what cost consists of: amounts, then quantities, as CostItems has them; null where nobody asked, or no price is known. */
  readonly costs: Float64Array | null;
}

/** What a block keeps beside, or in place of, the moments of every figure and the waits. */
export interface Wanted {
  /** Numerators and denominators of each replication: all that are written down, or these. */
  readonly withRecords?: boolean | readonly CellRatio[] | undefined;
  /**
   * The columns whose moments are kept, in place of those of every figure and of the waits: for searches that look at few
   * figures of many trials, where the rest would cost more than the simulation.
   */
  readonly followed?: Columns | undefined;
  /** Whose waits are kept of each replication, for percentiles. */
  readonly waitPlaces?: readonly WaitPlace[] | undefined;
  /** Whether sums of what cost consists of are kept. */
  readonly withCosts?: boolean | undefined;
}

/**
 * Gathers consecutive replications, given in order. Blocks are the unit of merging: the same blocks merged in the same
 * order give the same bytes, wherever each was gathered.
 */
export class Block {
  private readonly moments: Moments;
  /** Rows of cells of the replication added last; overwritten by the next. */
  readonly rows: Float64Array;
  private readonly recordColumns: readonly CellRatio[];
  /** Whose rows are folded, by place among the members; null: all. */
  private readonly needed: Uint8Array | null;
  private readonly slots: number;
  private readonly withWaits: boolean;
  private readonly waits: Float64Array;
  private readonly intervalWaits: Float64Array;
  private records: Float64Array | null;
  private readonly waitRecords: SparseWaits[] = [];
  private costs: Float64Array | null = null;
  private count = 0;
  private contacts = 0;

  private readonly waitPlaces: readonly WaitPlace[];
  private readonly withCosts: boolean;

  /**
   * @param first number of the first replication
   * @param most how many replications it may hold
   */
  constructor(
    private readonly plan: StatisticsPlan,
    private readonly first: number,
    most: number,
    {withRecords = false, followed, waitPlaces = [], withCosts = false}: Wanted = {},
  ) {
    this.waitPlaces = waitPlaces;
    this.withCosts = withCosts;
    this.moments = new Moments(followed ?? plan.columns);
    this.withWaits = followed === undefined;
    this.rows = new Float64Array(plan.rows.length);
    this.recordColumns = typeof withRecords === 'boolean' ? (withRecords ? planRecords(plan.rows) : []) : withRecords;
    this.needed = followed === undefined || withCosts ? null : this.neededFor(followed);
    this.slots = Math.min(most, SECTIONS);
    this.waits = new Float64Array(this.withWaits ? this.slots * plan.rows.layout.contactTypes * FINE.bins : 0);
    this.intervalWaits = new Float64Array(
      this.withWaits ? plan.rows.layout.contactTypes * (plan.rows.layout.intervals + 1) * COARSE.bins : 0,
    );
    this.records = withRecords === false ? null : new Float64Array(most * this.recordColumns.length * 2);
  }

  /** Adds the next replication; nothing of it is kept. */
  add({counters, days, waits, intervalWaits, pairs, seats, contacts}: ReplicationNumbers): void {
    const items = foldRows(this.plan.rows, {counters, days, pairs, seats}, this.rows, this.needed);
    if (this.withCosts && items !== null) this.addCosts(items);
    this.moments.add(this.rows);
    if (this.withWaits) {
      waits.addTo(this.waits, (this.count % this.slots) * waits.counts.length);
      intervalWaits.addTo(this.intervalWaits);
    }
    if (this.records !== null)
      copyRecords(this.recordColumns, this.rows, this.records, this.count * this.recordColumns.length * 2);
    for (const place of this.waitPlaces)
      this.waitRecords.push(sparseWaits(place, {waits, intervalWaits}, this.plan.rows.layout.intervals));
    this.contacts += contacts;
    this.count++;
  }

  private neededFor({singles, pairs}: Columns): Uint8Array | null {
    const written = this.recordColumns.flatMap(({numerator, denominator}) =>
      denominator < 0 ? [numerator] : [numerator, denominator],
    );
    return membersBehind(this.plan.rows, [...singles, ...pairs, ...written]);
  }

  private addCosts({amounts, quantities}: CostItems): void {
    this.costs ??= new Float64Array(2 * amounts.length);
    addInto(this.costs, 0, amounts);
    addInto(this.costs, amounts.length, quantities);
  }

  /** What was added; the block must not be used afterwards. */
  take(): BlockData {
    return {
      first: this.first,
      replications: this.count,
      contacts: this.contacts,
      moments: this.moments.take(),
      waits: this.waits,
      intervalWaits: this.intervalWaits,
      records: this.records,
      waitRecords: this.waitRecords,
      costs: this.costs,
    };
  }
}

/** Adds counts [start, end) of one array to another from a position on; most counts are zero. */
export function addInto(into: Float64Array, at: number, from: Float64Array, start = 0, end = from.length): void {
  for (let index = start; index < end; index++) {
    const count = from[index];
    if (count !== 0) into[at + index - start] += count;
  }
}
