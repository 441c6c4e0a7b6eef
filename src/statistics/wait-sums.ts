import {addInto, type BlockData} from './block.js';
import {cutToRange, type Interval} from './intervals.js';
import {sectionInterval, waitPercentile} from './percentiles.js';
import {REPLICATIONS_FOR_PERCENTILE_INTERVALS, SECTIONS} from './sections.js';
import type {RowPlan} from './rows.js';
import {COARSE, FINE} from './wait-histogram.js';

/** A figure and its 95 % interval, where it has one. */
export interface Estimate {
  readonly value: number;
  readonly interval: Interval | null;
}

/** Histograms of waits added up over replications: by section and contact type, and by contact type and interval. */
export class WaitSums {
  private replications = 0;
  private readonly sections: Float64Array;
  private readonly intervals: Float64Array;
  /** Histograms last asked for: percentiles of one scope and interval are asked one after the other. */
  private remembered: {readonly key: string; readonly counts: readonly Float64Array[]} = {key: '', counts: []};

  constructor(private readonly plan: RowPlan) {
    const {contactTypes, intervals} = plan.layout;
    this.sections = new Float64Array(SECTIONS * contactTypes * FINE.bins);
    this.intervals = new Float64Array(contactTypes * (intervals + 1) * COARSE.bins);
  }

  /** Adds a block of replications. */
  add({first, replications, waits, intervalWaits}: BlockData): void {
    const length = this.plan.layout.contactTypes * FINE.bins;
    for (let slot = 0; slot < Math.min(SECTIONS, replications); slot++) {
      const section = (first + slot) % SECTIONS;
      addInto(this.sections, section * length, waits.subarray(slot * length, (slot + 1) * length));
    }
    addInto(this.intervals, 0, intervalWaits);
    this.replications += replications;
    this.remembered = {key: '', counts: []};
  }

  /** FINE histogram of a scope over all replications. */
  pooled(scope: number): Float64Array {
    return this.sectionsOf(scope)[SECTIONS];
  }

  /**
   * Percentile of the waits of a scope over the horizon, with an interval for the total and contact types once there are
   * 40 replications.
   *
   * @returns null when nobody was answered
   */
  overHorizon(scope: number, share: number, student: number): Estimate | null {
    const value = waitPercentile(FINE, this.pooled(scope), share);
    if (value === null) return null;
    const kind = this.plan.scopes[scope].scope;
    if (this.replications < REPLICATIONS_FOR_PERCENTILE_INTERVALS || (kind !== 'total' && kind !== 'contactType'))
      return {value, interval: null};
    const sections = this.bySection(scope, share);
    return {
      value,
      interval: cutToRange(
        sectionInterval(
          value,
          sections.filter(seen => seen !== null),
          student,
        ),
        'seconds',
      ),
    };
  }

  /** The same percentile of each section of the replications; null where nobody was answered. */
  bySection(scope: number, share: number): readonly (number | null)[] {
    return this.sectionsOf(scope)
      .slice(0, SECTIONS)
      .map(section => waitPercentile(FINE, section, share));
  }

  /** Percentile of the waits of a scope in one interval, without an interval of confidence; null when nobody was answered. */
  inInterval(scope: number, interval: number, share: number): Estimate | null {
    const [counts] = this.recall(`${scope} ${interval}`, () => [
      this.addTypes(scope, this.intervals, COARSE.bins, type => type * (this.plan.layout.intervals + 1) + interval),
    ]);
    const value = waitPercentile(COARSE, counts, share);
    return value === null ? null : {value, interval: null};
  }

  /** FINE histogram of each section, then of all. */
  private sectionsOf(scope: number): readonly Float64Array[] {
    return this.recall(`${scope}`, () => {
      const all = new Float64Array(FINE.bins);
      const sections = Array.from({length: SECTIONS}, (_, section) =>
        this.addTypes(scope, this.sections, FINE.bins, type => section * this.plan.layout.contactTypes + type),
      );
      for (const counts of sections) addInto(all, 0, counts);
      return [...sections, all];
    });
  }

  private addTypes(scope: number, from: Float64Array, bins: number, place: (type: number) => number): Float64Array {
    const sum = new Float64Array(bins);
    for (const type of this.plan.scopes[scope].contactTypes)
      addInto(sum, 0, from.subarray(place(type) * bins, (place(type) + 1) * bins));
    return sum;
  }

  private recall(key: string, make: () => readonly Float64Array[]): readonly Float64Array[] {
    if (this.remembered.key !== key) this.remembered = {key, counts: make()};
    return this.remembered.counts;
  }
}
