import {makeAttention} from '../engine/attention.js';
import {Mark, Time, type Contacts} from '../engine/contacts.js';
import type {Observer} from '../engine/observer.js';
import {firstWidening} from '../engine/routing/widening-stages.js';
import {Cause, Duty, Outcome} from '../engine/outcomes.js';
import type {Scenario} from '../scenario/scenario.js';
import {countingOf, type CutAt} from './batches.js';
import {blockLength, COUNTER, COUNTER_SHIFT, COUNTER_STRIDE, DAY, DAY_STRIDE, PAIR, PAIR_STRIDE} from './counters.js';
import {BinCounts} from './bin-counts.js';
import {BusinessHours} from '../engine/business-hours.js';
import {completeGroupRow, completeRow} from './complete-rows.js';
import {dayAt} from './day-at.js';
import {COUNTED_AS, COUNTER_OF_DUTY, ENDED_AS, EXCUSED, WAS_OFFERED} from './leg-counters.js';
import {COARSE, coarseBin, FINE, fineBin} from './wait-histogram.js';

// prettier-ignore
const {
  created, callbackDials, answered, answeredWithin, callbacksOffered, callbacksAnswered, abandonedWithin,
  stillWithin, overflowed, transferredOut, inService, replies, replyWait, waitAnswered, waitAll, waitAbandoned,
  waitMax, handle, work, queueTime, callbackWait, busy, overrun, slotTime, noAnswers, unresolved, backlogAtStart,
} = COUNTER;

/** Seconds. A wait that ends exactly T after it began (an overflow, a constant patience) differs from T by rounding. */
const ROUNDING = 1e-6;

/**
 * Folds what the engine tells into the counters of one replication (counters.ts), the verdict counts of its days and the
 * histograms of waits. Every leg is seen once; memory depends on the scenario alone. A run that is cut into batches is
 * counted as if each batch had reporting intervals of its own (batches.ts).
 */
export class Tally implements Observer {
  readonly counters: Float64Array;
  /** (contact type × day) × DAY_STRIDE. */
  readonly days: Float64Array;
  /** FINE bins by contact type, waits of answered contacts. */
  readonly waits: BinCounts;
  /** COARSE bins by contact type × (intervals + 1). */
  readonly intervalWaits: BinCounts;
  /** PAIR counters; empty where no price is known. */
  readonly pairs: Float64Array;
  /** Waits and pairs at the end of each batch but the last; of a leg its end tells the batch. */
  readonly cuts: CutAt[] = [];
  /** The first cells of the second batch and of those after it. */
  private readonly cutCells: readonly number[];
  private readonly contactTypes: number;
  /** Rows of an entity: reporting intervals and "after close". */
  private readonly rows: number;
  private readonly cells: number;
  private readonly cellSeconds: number;
  /** Reporting interval and day of each cell; the last entry is "after close", of no day. */
  private readonly intervalOfCell: Int32Array;
  private readonly dayOfCell: Int32Array;
  private readonly dayCount: number;
  private readonly threshold: Float64Array;
  /** By contact type: the stage of its wait from which more groups may take it than at first. */
  private readonly widensAt: Int32Array;
  private readonly warmUp: number;
  /** Legs offered from here on count; without a warm-up also those of the backlog. */
  private readonly countedFrom: number;
  private readonly hasCallbacks: boolean;
  private readonly priced: boolean;
  /** By group: 1 when its agents share attention: their busy time is told apart. By type: 1 when business hours count. */
  private readonly sharing: Uint8Array;
  private readonly anySharing: boolean;
  private readonly slotsOfGroup: Int32Array;
  private readonly deferred: Uint8Array;
  private readonly hours: BusinessHours;
  /** Whether a leg may have begun before it was offered, in a bot or IVR. */
  private readonly hasAutomation: boolean;
  /** Cell of the latest event, its reporting interval and end; what happens from `fastFrom` on lies in it and counts. */
  private cell = 0;
  private interval = 0;
  private fastFrom = 0;
  private cellEnd = 0;

  constructor(scenario: Scenario) {
    const {clock, contactTypes, groups, run} = scenario;
    const attention = makeAttention(scenario);
    this.sharing = attention.groupShares;
    this.anySharing = attention.groupShares.includes(1);
    this.slotsOfGroup = attention.slots;
    this.deferred = attention.deferred;
    this.hours = new BusinessHours(scenario);
    const {intervals, intervalOfCell, cutCells} = countingOf(clock, run.batchMeans);
    this.cutCells = cutCells;
    this.contactTypes = contactTypes.length;
    this.rows = intervals + 1;
    this.cells = clock.intervalOfCell.length;
    this.cellSeconds = clock.intervalSeconds;
    this.intervalOfCell = Int32Array.from([...intervalOfCell, intervals]);
    this.dayOfCell = Int32Array.from([
      ...clock.intervalOfCell.map((_, cell) => dayAt(clock.dayStarts, cell * clock.intervalSeconds)),
      -1,
    ]);
    this.dayCount = clock.days;
    this.threshold = Float64Array.from(contactTypes, ({thresholdSeconds}) => thresholdSeconds + ROUNDING);
    this.widensAt = firstWidening(scenario);
    this.warmUp = run.warmUpSeconds;
    this.countedFrom = this.warmUp > 0 ? this.warmUp : -Infinity;
    this.priced = scenario.currency !== null;
    this.pairs = new Float64Array(this.priced ? groups.length * contactTypes.length * PAIR_STRIDE : 0);
    this.hasCallbacks = contactTypes.some(({callback}) => callback !== null);
    this.hasAutomation = contactTypes.some(({automation}) => automation !== null);
    this.counters = new Float64Array(
      blockLength({contactTypes: contactTypes.length, groups: groups.length, intervals}),
    );
    this.days = new Float64Array(contactTypes.length * clock.days * DAY_STRIDE);
    this.waits = new BinCounts(new Float64Array(contactTypes.length * FINE.bins));
    this.intervalWaits = new BinCounts(new Float64Array(contactTypes.length * (intervals + 1) * COARSE.bins));
  }

  /** Begins a replication. */
  start(): void {
    for (const counts of [this.counters, this.days, this.pairs]) counts.fill(0);
    this.waits.clear();
    this.intervalWaits.clear();
    this.cuts.length = 0;
    this.cell = this.interval = this.fastFrom = this.cellEnd = 0;
  }

  /** What others add up to is added up in finish(). */
  legEnded(contacts: Contacts, contact: number, outcome: number, group: number): void {
    const {times, marks} = contacts;
    const time = contact << Time.shift;
    const mark = contact << Mark.shift;
    const type = marks[mark | Mark.contactType];
    const offeredAt = times[time | Time.offeredAt];
    const waitEnd = times[time | (outcome === Outcome.answered ? Time.answeredAt : Time.endedAt)];
    const endedAt = times[time | Time.endedAt];
    const wait = waitEnd - offeredAt;
    if (endedAt >= this.cellEnd) this.enterCell(endedAt);
    if (this.hasCallbacks && contacts.causeOf(contact) === Cause.callback) {
      this.addCallback(contacts, contact, outcome, group);
      return;
    }
    const {fastFrom} = this;
    const cell = offeredAt >= fastFrom ? this.cell : this.cellOf(offeredAt);
    const interval = this.intervalOfCell[cell];
    const base = (type * this.rows + interval) << COUNTER_SHIFT;
    if (offeredAt >= fastFrom) this.counters[base | queueTime] += wait;
    else if (wait > 0) this.addSpan(queueTime, type, offeredAt, waitEnd);
    if (outcome === Outcome.answered && !(this.anySharing && this.sharing[group] === 1)) {
      if (waitEnd >= fastFrom) this.counters[this.rowOf(group, this.interval) | busy] += endedAt - waitEnd;
      else this.addSpan(busy, this.contactTypes + group, waitEnd, endedAt);
    }
    if (offeredAt < this.countedFrom) return;
    const cause = contacts.causeOf(contact);
    const began = this.hasAutomation ? this.beginning(contacts.createdAt[contact], type, base, outcome) : base;
    if (cause !== Cause.first) this.counters[began | COUNTED_AS[cause]]++;
    const worked = times[time | Time.talk] + times[time | Time.wrapUp];
    const widened = marks[mark | Mark.stage] >= this.widensAt[type] ? 1 : 0;
    if (outcome !== Outcome.answered) {
      const within = this.isWithin(type, wait, offeredAt, waitEnd);
      const row = WAS_OFFERED[outcome] ? base : began;
      this.addUnanswered(type, outcome, wait, within, row, this.dayOfCell[cell], widened, worked);
      return;
    }
    const {counters} = this;
    const groupBase = this.rowOf(group, interval);
    const paused = this.anySharing && this.sharing[group] === 1 ? times[time | Time.paused] : 0;
    const handled = endedAt - waitEnd - paused;
    const within = this.isWithin(type, wait, offeredAt, waitEnd) ? 1 : 0;
    counters[base | answered]++;
    counters[base | answeredWithin] += within;
    counters[base | waitAnswered] += wait;
    counters[base | handle] += handled;
    counters[base | work] += worked;
    counters[groupBase | answered]++;
    counters[groupBase | answeredWithin] += within;
    counters[groupBase | waitAnswered] += wait;
    counters[groupBase | handle] += handled;
    if (wait > counters[base | waitMax]) counters[base | waitMax] = wait;
    if (widened > 0) counters[base | overflowed]++;
    if (this.priced) this.addPair(group, type, handled);
    if (marks[mark | Mark.transferTo] >= 0) this.addSentOn(base, groupBase);
    const day = this.dayOfCell[cell];
    if (day >= 0) {
      const dayBase = (type * this.dayCount + day) * DAY_STRIDE;
      this.days[dayBase + DAY.answered]++;
      this.days[dayBase + DAY.answeredWithin] += within;
    }
    const bin = fineBin(wait);
    this.waits.count(type * FINE.bins + bin);
    this.intervalWaits.count((type * this.rows + interval) * COARSE.bins + coarseBin(bin));
  }

  /**
   * A callback: its customer does not wait on the line, so the time until the dial is counted apart from the waits, and no
   * figure of service level, abandonment or waiting knows of it.
   *
   * @param group of the agent who dialled, or NONE
   */
  private addCallback({times, marks}: Contacts, contact: number, outcome: number, group: number): void {
    const {counters} = this;
    const time = contact << Time.shift;
    const mark = contact << Mark.shift;
    const type = marks[mark | Mark.contactType];
    const dueAt = times[time | Time.offeredAt];
    const dialledAt = times[time | Time.answeredAt];
    const endedAt = times[time | Time.endedAt];
    if (group >= 0 && !(this.anySharing && this.sharing[group] === 1))
      this.addSpan(busy, this.contactTypes + group, dialledAt, endedAt);
    if (dueAt < this.warmUp) return;
    const interval = this.intervalOfCell[this.cellOf(dueAt)];
    const base = (type * this.rows + interval) << COUNTER_SHIFT;
    counters[base | callbackDials]++;
    counters[base | ENDED_AS[outcome]]++;
    if (group >= 0) counters[base | callbackWait] += dialledAt - dueAt;
    if (marks[mark | Mark.stage] >= this.widensAt[type]) counters[base | overflowed]++;
    if (!WAS_OFFERED[outcome]) return;
    counters[base | callbacksOffered]++;
    counters[base | work] += times[time | Time.talk] + times[time | Time.wrapUp];
    if (outcome !== Outcome.answered) return;
    const groupBase = this.rowOf(group, interval);
    counters[base | callbacksAnswered]++;
    counters[base | handle] += endedAt - dialledAt;
    counters[groupBase | answered]++;
    counters[groupBase | callbacksAnswered]++;
    counters[groupBase | handle] += endedAt - dialledAt;
    if (this.priced) this.addPair(group, type, endedAt - dialledAt);
    if (marks[mark | Mark.transferTo] >= 0) this.addSentOn(base, groupBase);
  }

  /** Deferred work is due within business hours. */
  private isWithin(type: number, wait: number, from: number, to: number): boolean {
    const {threshold} = this;
    return (
      wait <= threshold[type] || (this.deferred[type] === 1 && this.hours.between(type, from, to) <= threshold[type])
    );
  }

  /** Row of the interval in which the leg began; what counts as created where it was offered, when all is added up, is moved there. */
  private beginning(createdAt: number, type: number, base: number, outcome: number): number {
    const interval = this.intervalOfCell[this.cellOf(Math.max(createdAt, this.warmUp))];
    const began = (type * this.rows + interval) << COUNTER_SHIFT;
    if (!WAS_OFFERED[outcome]) return began;
    this.counters[began | created]++;
    this.counters[base | created]--;
    return began;
  }

  private rowOf(group: number, interval: number): number {
    return ((this.contactTypes + group) * this.rows + interval) << COUNTER_SHIFT;
  }

  /** Legs end in order of time, so most begin and end in the cell of the moment: what lies in it needs no division. */
  private enterCell(time: number): void {
    this.cell = this.cellOf(time);
    this.interval = this.intervalOfCell[this.cell];
    this.fastFrom = Math.max(this.cell * this.cellSeconds, this.warmUp);
    this.cellEnd = this.cell < this.cells ? (this.cell + 1) * this.cellSeconds : Infinity;
    this.cutUpTo(this.cell);
  }

  /** Notes what the batches have counted that end before this cell. */
  private cutUpTo(cell: number): void {
    while (this.cuts.length < this.cutCells.length && cell >= this.cutCells[this.cuts.length]!)
      this.cuts.push({waits: this.waits.counts.slice(), pairs: this.pairs.slice()});
  }

  private addSentOn(base: number, groupBase: number): void {
    this.counters[base | transferredOut]++;
    this.counters[groupBase | transferredOut]++;
  }

  private addPair(group: number, type: number, handled: number): void {
    const at = (group * this.contactTypes + type) * PAIR_STRIDE;
    this.pairs[at + PAIR.answered]++;
    this.pairs[at + PAIR.handle] += handled;
  }

  private addUnanswered(
    type: number,
    outcome: number,
    wait: number,
    within: boolean,
    base: number,
    day: number,
    widened: number,
    worked: number,
  ): void {
    const {counters, days} = this;
    counters[base | ENDED_AS[outcome]]++;
    if (!WAS_OFFERED[outcome]) return;
    counters[base | waitAll] += wait;
    // the callback itself, or the other channel, will bring the work
    if (outcome !== Outcome.calledBack && outcome !== Outcome.deflected) counters[base | work] += worked;
    counters[base | overflowed] += widened;
    const dayBase = day < 0 ? -1 : (type * this.dayCount + day) * DAY_STRIDE;
    if (dayBase >= 0) days[dayBase + DAY.offered]++;
    if (outcome === Outcome.abandoned) counters[base | waitAbandoned] += wait;
    if (outcome === Outcome.abandoned && within) {
      counters[base | abandonedWithin]++;
      if (dayBase >= 0) days[dayBase + DAY.abandonedWithin]++;
    } else if (outcome === Outcome.stillWaiting && within) {
      counters[base | stillWithin]++;
      if (dayBase >= 0) days[dayBase + DAY.excused]++;
    } else if (EXCUSED[outcome] && dayBase >= 0) days[dayBase + DAY.excused]++;
  }

  dutyEnded(_agent: number, group: number, duty: number, from: number, to: number): void {
    const entity = this.contactTypes + group;
    this.addSpan(COUNTER_OF_DUTY[duty], entity, from, to);
    if (duty === Duty.overrun) this.addSpan(overrun, entity, from, to);
  }

  busyEnded(group: number, share: number, from: number, to: number): void {
    const entity = this.contactTypes + group;
    this.addSpan(busy, entity, from, to);
    this.addSpan(slotTime, entity, from, to, share * this.slotsOfGroup[group]);
  }

  unresolved(contacts: Contacts, contact: number, group: number): void {
    this.addToBoth(unresolved, contacts, contact, group);
  }

  notAnswered(contacts: Contacts, contact: number, group: number): void {
    this.addToBoth(noAnswers, contacts, contact, group);
  }

  /** Counts a contact in the interval in which it was offered, for its type and for the group. */
  private addToBoth(counter: number, contacts: Contacts, contact: number, group: number): void {
    const offeredAt = contacts.times[(contact << Time.shift) | Time.offeredAt];
    if (offeredAt < this.countedFrom) return;
    this.counters[this.rowOfType(contacts, contact) | counter]++;
    this.counters[this.rowOf(group, this.intervalOfCell[this.cellOf(offeredAt)]) | counter]++;
  }

  waitsAtStart(type: number): void {
    if (this.warmUp === 0)
      this.counters[((type * this.rows + this.intervalOfCell[0]) << COUNTER_SHIFT) | backlogAtStart]++;
  }

  /** Who is back at night is gone on with in the morning: as for deferred work, the open hours of its queue count. */
  waitedAgain(contacts: Contacts, contact: number, until: number, taken: boolean): void {
    const from = contacts.times[(contact << Time.shift) | Time.offeredAt];
    const type = contacts.marks[(contact << Mark.shift) | Mark.contactType];
    this.addSpan(queueTime, type, from, until);
    if (from < this.warmUp || !taken) return;
    const base = this.rowOfType(contacts, contact);
    this.counters[base | replies]++;
    this.counters[base | replyWait] += this.hours.between(type, from, until);
  }

  waitedForRest({marks}: Contacts, contact: number, from: number, to: number): void {
    this.addSpan(queueTime, marks[(contact << Mark.shift) | Mark.contactType], from, to);
  }

  leftOpen(contacts: Contacts, contact: number): void {
    if (contacts.times[(contact << Time.shift) | Time.offeredAt] >= this.countedFrom)
      this.counters[this.rowOfType(contacts, contact) | inService]++;
  }

  /** Row of the contact's type and of the interval in which it was offered. */
  private rowOfType({times, marks}: Contacts, contact: number): number {
    const interval = this.intervalOfCell[this.cellOf(times[(contact << Time.shift) | Time.offeredAt])];
    return (marks[(contact << Mark.shift) | Mark.contactType] * this.rows + interval) << COUNTER_SHIFT;
  }

  rang(_agent: number, group: number, from: number, to: number): void {
    this.addSpan(busy, this.contactTypes + group, from, to);
  }

  /** After the last leg: completes what follows from the rest. */
  finish(): void {
    this.cutUpTo(this.cells);
    const {counters, days, rows} = this;
    for (let base = 0; base < this.contactTypes * rows * COUNTER_STRIDE; base += COUNTER_STRIDE)
      completeRow(counters, base);
    for (let base = 0; base < days.length; base += DAY_STRIDE) days[base + DAY.offered] += days[base + DAY.answered];
    for (let base = this.contactTypes * rows * COUNTER_STRIDE; base < counters.length; base += COUNTER_STRIDE) {
      const group = Math.floor(base / (rows * COUNTER_STRIDE)) - this.contactTypes;
      completeGroupRow(counters, base, this.slotsOfGroup[group], this.sharing[group] === 1);
    }
  }

  /** Adds the seconds of [from, to) to a counter, to each interval what passes in it; nothing before the warm-up ends. */
  private addSpan(counter: number, entity: number, from: number, to: number, weight = 1): void {
    const {counters, cells, cellSeconds, intervalOfCell} = this;
    const start = from < this.warmUp ? this.warmUp : from;
    if (to <= start) return;
    const rows = entity * this.rows;
    let cell = this.cellOf(start);
    const last = this.cellOf(to);
    let at = start;
    while (cell < last && cell < cells) {
      const next = (cell + 1) * cellSeconds;
      counters[((rows + intervalOfCell[cell]) << COUNTER_SHIFT) | counter] += weight * (next - at);
      at = next;
      cell++;
    }
    counters[((rows + intervalOfCell[cell]) << COUNTER_SHIFT) | counter] += weight * (to - at);
  }

  private cellOf(time: number): number {
    const cell = (time / this.cellSeconds) | 0;
    if (cell < 0) return 0; // of the backlog
    return cell < this.cells ? cell : this.cells;
  }
}
