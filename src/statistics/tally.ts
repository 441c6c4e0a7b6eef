import {CAUSES, Duty, Outcome, type ColumnReader, type DutyColumns, type LegColumns} from '../engine/columns.js';
import type {Scenario} from '../scenario/scenario.js';
import {blockLength, COUNTER, COUNTER_STRIDE, DAY_COUNTERS, DAY_STRIDE, type CounterLayout} from './counters.js';
import {COARSE, coarseBin, FINE, fineBin} from './wait-histogram.js';

/** Counter of each cause. */
const CREATED_BY = Int32Array.from(CAUSES, (cause) => ({first: COUNTER.first, redial: COUNTER.redialled, transfer: COUNTER.transferredIn})[cause]);
const {
  created, blocked, closed, offered, answered, answeredWithin, abandoned, abandonedWithin, balked, messages, dismissed,
  stillWaiting, stillWithin, overflowed, done, transferredOut, waitAnswered, waitAll, waitAbandoned, waitMax, handle, work,
  queueTime, busy, idle, breaks, overrun,
} = COUNTER;
const DAY = Object.fromEntries(DAY_COUNTERS.map((name, index) => [name, index])) as Readonly<Record<(typeof DAY_COUNTERS)[number], number>>;

/**
 * Folds the engine's columns into the counters of one replication (counters.ts), the verdict counts of its days and the
 * histograms of waits. Every leg is seen once; memory depends on the scenario alone.
 */
export class Tally implements ColumnReader {
  readonly counters: Float64Array;
  /** (contact type × day) × DAY_STRIDE. */
  readonly days: Float64Array;
  /** FINE bins by contact type, waits of answered contacts. */
  readonly waits: Float64Array;
  /** COARSE bins by contact type × (intervals + 1). */
  readonly intervalWaits: Float64Array;
  private readonly layout: CounterLayout;
  private readonly cells: number;
  private readonly cellSeconds: number;
  /** Reporting interval and day of each cell; the last entry is "after close", of no day. */
  private readonly intervalOfCell: Int32Array;
  private readonly dayOfCell: Int32Array;
  private readonly dayCount: number;
  private readonly threshold: Float64Array;
  private readonly warmUp: number;

  constructor({clock, contactTypes, groups, run}: Scenario) {
    const intervals = clock.intervalLabels.length;
    this.layout = {contactTypes: contactTypes.length, groups: groups.length, intervals};
    this.cells = clock.intervalOfCell.length;
    this.cellSeconds = clock.intervalSeconds;
    this.intervalOfCell = Int32Array.from([...clock.intervalOfCell, intervals]);
    this.dayOfCell = Int32Array.from([...clock.intervalOfCell.map((_, cell) => dayAt(clock.dayStarts, cell * clock.intervalSeconds)), -1]);
    this.dayCount = clock.days;
    this.threshold = Float64Array.from(contactTypes, ({thresholdSeconds}) => thresholdSeconds);
    this.warmUp = run.warmUpSeconds;
    this.counters = new Float64Array(blockLength(this.layout));
    this.days = new Float64Array(contactTypes.length * clock.days * DAY_STRIDE);
    this.waits = new Float64Array(contactTypes.length * FINE.bins);
    this.intervalWaits = new Float64Array(contactTypes.length * (intervals + 1) * COARSE.bins);
  }

  readLegs(legs: LegColumns): void {
    const {counters, warmUp, layout} = this;
    const rows = layout.intervals + 1;
    for (let row = 0; row < legs.length; row++) {
      const type = legs.contactType[row];
      const outcome = legs.outcome[row];
      const offeredAt = legs.offeredAt[row];
      const waitEnd = legs.waitEnd[row];
      const wait = waitEnd - offeredAt;
      if (wait > 0) this.addSpan(queueTime, type, offeredAt, waitEnd);
      if (outcome === Outcome.answered) this.addSpan(busy, layout.contactTypes + legs.group[row], waitEnd, legs.serviceEnd[row]);
      if (offeredAt < warmUp) continue;
      const cell = this.cellOf(offeredAt);
      const interval = this.intervalOfCell[cell];
      const base = (type * rows + interval) * COUNTER_STRIDE;
      counters[base + created]++;
      counters[base + CREATED_BY[legs.cause[row]]]++;
      if (outcome === Outcome.blocked || outcome === Outcome.closed) {
        counters[base + (outcome === Outcome.blocked ? blocked : closed)]++;
        continue;
      }
      counters[base + offered]++;
      counters[base + waitAll] += wait;
      counters[base + work] += legs.work[row];
      counters[base + overflowed] += legs.overflowed[row];
      const day = this.dayOfCell[cell];
      const dayBase = day < 0 ? -1 : (type * this.dayCount + day) * DAY_STRIDE;
      if (dayBase >= 0) this.days[dayBase + DAY.offered]++;
      if (outcome === Outcome.answered) this.addAnswered(legs, row, wait, base, interval, dayBase);
      else this.addUnanswered(outcome, wait, wait <= this.threshold[type], base, dayBase);
    }
  }

  private addAnswered(legs: LegColumns, row: number, wait: number, base: number, interval: number, dayBase: number): void {
    const {counters, layout} = this;
    const type = legs.contactType[row];
    const groupBase = ((layout.contactTypes + legs.group[row]) * (layout.intervals + 1) + interval) * COUNTER_STRIDE;
    const handled = legs.serviceEnd[row] - legs.waitEnd[row];
    counters[base + answered]++;
    counters[base + waitAnswered] += wait;
    counters[base + handle] += handled;
    counters[base + (legs.transferTo[row] < 0 ? done : transferredOut)]++;
    if (wait > counters[base + waitMax]) counters[base + waitMax] = wait;
    counters[groupBase + answered]++;
    counters[groupBase + waitAnswered] += wait;
    counters[groupBase + handle] += handled;
    if (wait <= this.threshold[type]) {
      counters[base + answeredWithin]++;
      counters[groupBase + answeredWithin]++;
      if (dayBase >= 0) this.days[dayBase + DAY.answeredWithin]++;
    }
    if (dayBase >= 0) this.days[dayBase + DAY.answered]++;
    const bin = fineBin(wait);
    this.waits[type * FINE.bins + bin]++;
    this.intervalWaits[(type * (layout.intervals + 1) + interval) * COARSE.bins + coarseBin(bin)]++;
  }

  private addUnanswered(outcome: number, wait: number, within: boolean, base: number, dayBase: number): void {
    const {counters, days} = this;
    switch (outcome) {
      case Outcome.abandoned:
        counters[base + abandoned]++;
        counters[base + waitAbandoned] += wait;
        if (!within) break;
        counters[base + abandonedWithin]++;
        if (dayBase >= 0) days[dayBase + DAY.abandonedWithin]++;
        break;
      case Outcome.balked:
        counters[base + balked]++;
        break;
      case Outcome.message:
        counters[base + messages]++;
        if (dayBase >= 0) days[dayBase + DAY.excused]++;
        break;
      case Outcome.dismissed:
        counters[base + dismissed]++;
        break;
      case Outcome.stillWaiting:
        counters[base + stillWaiting]++;
        if (!within) break;
        counters[base + stillWithin]++;
        if (dayBase >= 0) days[dayBase + DAY.excused]++;
        break;
    }
  }

  readDuties(duties: DutyColumns): void {
    for (let row = 0; row < duties.length; row++) {
      const entity = this.layout.contactTypes + duties.group[row];
      const from = duties.from[row];
      const to = duties.to[row];
      if (duties.duty[row] === Duty.break) this.addSpan(breaks, entity, from, to);
      else this.addSpan(idle, entity, from, to);
      if (duties.duty[row] === Duty.overrun) this.addSpan(overrun, entity, from, to);
    }
  }

  /** After the last column: what was signed in and not busy was idle. */
  finish(): void {
    const {counters, layout} = this;
    const rows = layout.intervals + 1;
    for (let row = layout.contactTypes * rows; row < (layout.contactTypes + layout.groups) * rows; row++) {
      const base = row * COUNTER_STRIDE;
      // both are sums of thousands of spans: a difference of rounding size is no idle time
      const rest = counters[base + idle] - counters[base + busy];
      counters[base + idle] = Math.abs(rest) <= 1e-9 * counters[base + busy] ? 0 : rest;
    }
  }

  /** Adds the seconds of [from, to) to a counter, to each interval what passes in it; nothing before the warm-up ends. */
  private addSpan(counter: number, entity: number, from: number, to: number): void {
    const {counters, cells, cellSeconds, intervalOfCell} = this;
    const start = from < this.warmUp ? this.warmUp : from;
    if (to <= start) return;
    const rows = entity * (this.layout.intervals + 1);
    let cell = this.cellOf(start);
    const last = this.cellOf(to);
    let at = start;
    while (cell < last && cell < cells) {
      const next = (cell + 1) * cellSeconds;
      counters[(rows + intervalOfCell[cell]) * COUNTER_STRIDE + counter] += next - at;
      at = next;
      cell++;
    }
    counters[(rows + intervalOfCell[cell]) * COUNTER_STRIDE + counter] += to - at;
  }

  private cellOf(time: number): number {
    const cell = Math.floor(time / this.cellSeconds);
    return cell < this.cells ? cell : this.cells;
  }
}

function dayAt(dayStarts: readonly number[], time: number): number {
  let day = 0;
  while (day + 1 < dayStarts.length - 1 && dayStarts[day + 1] <= time) day++;
  return day;
}
