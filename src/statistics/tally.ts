import {CAUSES, Duty, Outcome, OUTCOMES, type ColumnReader, type DutyColumns, type LegColumns} from '../engine/columns.js';
import type {Scenario} from '../scenario/scenario.js';
import {blockLength, COUNTER, COUNTER_STRIDE, DAY_COUNTERS, DAY_STRIDE, type CounterLayout} from './counters.js';
import {COARSE, coarseBin, FINE, fineBin} from './wait-histogram.js';

/** Counter of each cause, and of each outcome. */
const COUNTED_AS = Int32Array.from(CAUSES, (cause) => ({first: COUNTER.first, redial: COUNTER.redialled, transfer: COUNTER.transferredIn})[cause]);
const ENDED_AS = Int32Array.from(OUTCOMES, (outcome) => COUNTER[outcome === 'message' ? 'messages' : outcome]);
const {
  created, first, redialled, transferredIn, blocked, closed, offered, answered, answeredWithin, abandoned, abandonedWithin, balked, messages, dismissed,
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
    // arrays are looked up once a block and not once a leg, and what others add up to is added up in finish()
    const {counters, days, waits, intervalWaits, intervalOfCell, dayOfCell, threshold, warmUp, cells, cellSeconds} = this;
    const {contactType, cause, outcome: outcomes, group, overflowed: widened, transferTo, offeredAt, waitEnd, serviceEnd, work: works, length} = legs;
    const rows = this.layout.intervals + 1;
    const groups = this.layout.contactTypes;
    for (let row = 0; row < length; row++) {
      const type = contactType[row];
      const outcome = outcomes[row];
      const offeredTime = offeredAt[row];
      const waitEndTime = waitEnd[row];
      const wait = waitEndTime - offeredTime;
      let cell = (offeredTime / cellSeconds) | 0;
      if (cell > cells) cell = cells;
      const interval = intervalOfCell[cell];
      const base = (type * rows + interval) * COUNTER_STRIDE;
      const inside = offeredTime >= warmUp && cell < cells;
      if (wait > 0) {
        if (inside && ((waitEndTime / cellSeconds) | 0) === cell) counters[base + queueTime] += wait;
        else this.addSpan(queueTime, type, offeredTime, waitEndTime);
      }
      if (outcome === Outcome.answered) this.addBusy(groups + group[row], waitEndTime, serviceEnd[row]);
      if (offeredTime < warmUp) continue;
      const legCause = cause[row];
      if (legCause > 0) counters[base + COUNTED_AS[legCause]]++;
      if (outcome !== Outcome.answered) {
        this.addUnanswered(type, outcome, wait, base, dayOfCell[cell], widened[row], works[row]);
        continue;
      }
      const handled = serviceEnd[row] - waitEndTime;
      const groupBase = ((groups + group[row]) * rows + interval) * COUNTER_STRIDE;
      counters[base + answered]++;
      counters[base + waitAnswered] += wait;
      counters[base + handle] += handled;
      counters[base + work] += works[row];
      counters[groupBase + answered]++;
      counters[groupBase + waitAnswered] += wait;
      counters[groupBase + handle] += handled;
      if (wait > counters[base + waitMax]) counters[base + waitMax] = wait;
      if (widened[row] > 0) counters[base + overflowed]++;
      if (transferTo[row] >= 0) counters[base + transferredOut]++;
      const day = dayOfCell[cell];
      const within = wait <= threshold[type] ? 1 : 0;
      counters[base + answeredWithin] += within;
      counters[groupBase + answeredWithin] += within;
      if (day >= 0) {
        const dayBase = (type * this.dayCount + day) * DAY_STRIDE;
        days[dayBase + DAY.answered]++;
        days[dayBase + DAY.answeredWithin] += within;
      }
      const bin = fineBin(wait);
      waits[type * FINE.bins + bin]++;
      intervalWaits[(type * rows + interval) * COARSE.bins + coarseBin(bin)]++;
    }
  }

  private addBusy(entity: number, from: number, to: number): void {
    const cell = (from / this.cellSeconds) | 0;
    if (cell < this.cells && from >= this.warmUp && ((to / this.cellSeconds) | 0) === cell) {
      this.counters[(entity * (this.layout.intervals + 1) + this.intervalOfCell[cell]) * COUNTER_STRIDE + busy] += to - from;
    } else this.addSpan(busy, entity, from, to);
  }

  private addUnanswered(type: number, outcome: number, wait: number, base: number, day: number, widened: number, worked: number): void {
    const {counters, days} = this;
    counters[base + ENDED_AS[outcome]]++;
    if (outcome === Outcome.blocked || outcome === Outcome.closed) return;
    counters[base + waitAll] += wait;
    counters[base + work] += worked;
    counters[base + overflowed] += widened;
    const dayBase = day < 0 ? -1 : (type * this.dayCount + day) * DAY_STRIDE;
    if (dayBase >= 0) days[dayBase + DAY.offered]++;
    if (outcome === Outcome.abandoned) counters[base + waitAbandoned] += wait;
    const within = wait <= this.threshold[type];
    if (outcome === Outcome.abandoned && within) {
      counters[base + abandonedWithin]++;
      if (dayBase >= 0) days[dayBase + DAY.abandonedWithin]++;
    } else if (outcome === Outcome.stillWaiting && within) {
      counters[base + stillWithin]++;
      if (dayBase >= 0) days[dayBase + DAY.excused]++;
    } else if (outcome === Outcome.message && dayBase >= 0) days[dayBase + DAY.excused]++;
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

  /** After the last column: completes what follows from the rest. */
  finish(): void {
    const {counters, days, layout} = this;
    const rows = layout.intervals + 1;
    for (let base = 0; base < layout.contactTypes * rows * COUNTER_STRIDE; base += COUNTER_STRIDE) {
      const lost = counters[base + abandoned] + counters[base + balked] + counters[base + messages] + counters[base + dismissed];
      counters[base + offered] = counters[base + answered] + lost + counters[base + stillWaiting];
      counters[base + created] = counters[base + offered] + counters[base + blocked] + counters[base + closed];
      counters[base + first] = counters[base + created] - counters[base + redialled] - counters[base + transferredIn];
      counters[base + done] = counters[base + answered] - counters[base + transferredOut];
      counters[base + waitAll] += counters[base + waitAnswered];
    }
    for (let base = 0; base < days.length; base += DAY_STRIDE) days[base + DAY.offered] += days[base + DAY.answered];
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
