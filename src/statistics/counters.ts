/**
 * What one replication counts, as one flat block of numbers: a row of counters for every (entity, interval).
 * Entities are the contact types, then the agent groups, in the scenario's order; intervals are the reporting
 * intervals, then one more, "after close". Everything but `waitMax` adds up, over intervals, entities and replications.
 *
 * A contact's outcome and wait stand in the interval in which it was offered; created, blocked and closed in that in
 * which it was created; `callbacksOffered` and `callbacksAnswered` are the callbacks among `offered` and `answered`, and
 * `callbackWait` is the time from when they are due to the dial; `slotTime` and `slots` are seconds of slots taken and
 * of slots there; `backlogAtStart` waited at time 0, in the first
 * interval, as what became of them does; `unresolved` are answered contacts that will come again or would, had the horizon lasted;
 * `replies` are customers back after a silence whom an agent went on with, `replyWait` the open hours that they waited
 * for that, in the interval in which they came back; `inService` the contacts among `answered` whose talk was not over when
 * the run ended; `absence` is paid time of agents who stayed away; times (busy, idle, queueTime, …) in the interval in which the time passes.
 */
export const COUNTERS = [
  // what nearly every leg touches, in one line of the cache
  'answered',
  'answeredWithin',
  'waitAnswered',
  'handle',
  'work',
  'queueTime',
  'waitMax',
  'overflowed',
  // the rest of what contacts count
  'created',
  'first',
  'redialled',
  'transferredIn',
  'cameBack',
  'deflectedIn',
  'callbackDials',
  'contained',
  'hungUpInAutomation',
  'unreached',
  'blocked',
  'closed',
  'offered',
  'callbacksOffered',
  'callbacksAnswered',
  'abandoned',
  'abandonedWithin',
  'balked',
  'messages',
  'dismissed',
  'deflected',
  'calledBack',
  'stillWaiting',
  'stillWithin',
  'noAnswers',
  'done',
  'transferredOut',
  'inService',
  'unresolved',
  'backlogAtStart',
  'replies',
  'waitAll',
  'waitAbandoned',
  'callbackWait',
  'replyWait',
  'busy',
  'idle',
  'breaks',
  'setAside',
  'overrun',
  'slotTime',
  'slots',
  'absence',
] as const;

export type CounterName = (typeof COUNTERS)[number];

/** Counters in one row; a power of two, so that a row is found by a shift. */
export const COUNTER_SHIFT = 6;
export const COUNTER_STRIDE = 1 << COUNTER_SHIFT;

/** Place of each counter in its row. */
export const COUNTER = Object.fromEntries(COUNTERS.map((name, index) => [name, index])) as Readonly<
  Record<CounterName, number>
>;

/** How the block of a scenario is laid out. */
export interface CounterLayout {
  readonly contactTypes: number;
  readonly groups: number;
  /** Reporting intervals, without "after close". */
  readonly intervals: number;
}

/** Length of the block in numbers. */
export function blockLength({contactTypes, groups, intervals}: CounterLayout): number {
  return (contactTypes + groups) * (intervals + 1) * COUNTER_STRIDE;
}

/**
 * Where the row of an entity and interval begins; add COUNTER.x for one counter.
 *
 * @param entity contact type index, or contactTypes + group index
 * @param interval reporting interval; `layout.intervals` is "after close"
 */
export function rowOffset(layout: CounterLayout, entity: number, interval: number): number {
  return (entity * (layout.intervals + 1) + interval) * COUNTER_STRIDE;
}

/** Of a group's contacts of one type, (group × contact types + type) × PAIR_STRIDE; counted where prices are known. */
export const PAIR = {answered: 0, handle: 1} as const;
export const PAIR_STRIDE = 2;

/** Per contact type and day of the horizon (by the day in which the contact was offered): what its objective is judged by. */
export const DAY_COUNTERS = ['offered', 'answered', 'answeredWithin', 'abandonedWithin', 'excused'] as const;
export const DAY_STRIDE = DAY_COUNTERS.length;

/** Place of each of them. */
export const DAY = Object.fromEntries(DAY_COUNTERS.map((name, index) => [name, index])) as Readonly<
  Record<(typeof DAY_COUNTERS)[number], number>
>;
