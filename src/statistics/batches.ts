import {BinCounts} from './bin-counts.js';
import type {BatchMeans, Clock, Scenario} from '../scenario/scenario.js';
import type {ReplicationNumbers} from './block.js';
import {COUNTER_STRIDE, DAY_STRIDE} from './counters.js';
import {COARSE} from './wait-histogram.js';

/** How a run is counted: its reporting intervals, which of them each cell belongs to, and where the next batches begin. */
export interface Counting {
  readonly intervals: number;
  readonly intervalOfCell: readonly number[];
  /** The first cells of the second batch and of those after it. */
  readonly cutCells: readonly number[];
}

/** Batches have reporting intervals of their own, one after the other; a run that is not cut is one batch. */
export function countingOf({days, intervalOfCell, intervalLabels}: Clock, cut: BatchMeans | null): Counting {
  const intervals = intervalLabels.length;
  if (cut === null) return {intervals, intervalOfCell, cutCells: []};
  const cells = cut.daysEach * (intervalOfCell.length / days);
  const first = cut.warmUpDays * (intervalOfCell.length / days);
  const batchOf = (cell: number): number => Math.max(0, Math.floor((cell - first) / cells));
  return {
    intervals: cut.batches * intervals,
    intervalOfCell: intervalOfCell.map((interval, cell) => batchOf(cell) * intervals + interval),
    cutCells: Array.from({length: cut.batches - 1}, (_, batch) => first + (batch + 1) * cells),
  };
}

/** What had been counted when a batch ended, of what is not counted by interval. */
export interface CutAt {
  readonly waits: Float64Array;
  readonly pairs: Float64Array;
}

/** The numbers of a replication; of one that was counted by batch, the ends of all but the last as well. */
export interface LongRun extends ReplicationNumbers {
  readonly cuts: readonly CutAt[];
}

/**
 * Cuts the numbers of one long run into those of its batches, each laid out as the numbers of an observation are. What
 * passes after close belongs to the last batch, and all legs are told by the first.
 */
export function cutByBatch(
  {contactTypes, groups, clock}: Scenario,
  cut: BatchMeans,
  run: LongRun,
): ReplicationNumbers[] {
  const intervals = clock.intervalLabels.length;
  const {batches, daysEach, warmUpDays} = cut;
  const rowsOf = (array: Float64Array, entities: number, stride: number, batch: number): Float64Array => {
    const whole = batches * intervals + 1;
    const part = new Float64Array(entities * (intervals + 1) * stride);
    const rows = batch === batches - 1 ? intervals + 1 : intervals;
    for (let entity = 0; entity < entities; entity++) {
      const from = (entity * whole + batch * intervals) * stride;
      part.set(array.subarray(from, from + rows * stride), entity * (intervals + 1) * stride);
    }
    return part;
  };
  const daysOf = (batch: number): Float64Array => {
    const part = new Float64Array(contactTypes.length * daysEach * DAY_STRIDE);
    contactTypes.forEach((_, type) => {
      const from = (type * clock.days + warmUpDays + batch * daysEach) * DAY_STRIDE;
      part.set(run.days.subarray(from, from + daysEach * DAY_STRIDE), type * daysEach * DAY_STRIDE);
    });
    return part;
  };
  const ends = [...run.cuts, {waits: run.waits.counts, pairs: run.pairs}];
  return ends.map((end, batch) => ({
    counters: rowsOf(run.counters, contactTypes.length + groups.length, COUNTER_STRIDE, batch),
    days: daysOf(batch),
    waits: new BinCounts(since(end.waits, ends[batch - 1]?.waits)),
    intervalWaits: new BinCounts(rowsOf(run.intervalWaits.counts, contactTypes.length, COARSE.bins, batch)),
    pairs: since(end.pairs, ends[batch - 1]?.pairs),
    contacts: batch === 0 ? run.contacts : 0,
  }));
}

/** What was counted between two ends. */
function since(now: Float64Array, before: Float64Array | undefined): Float64Array {
  return before === undefined ? now : now.map((count, index) => count - before[index]);
}
