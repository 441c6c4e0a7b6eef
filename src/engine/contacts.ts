import {Cause} from './outcomes.js';

/** No contact, no agent, no queue. */
export const NONE = -1;

/** The same, written into the compiled code of the hot path as a number. */
export const enum Index {
  NONE = -1,
}

/** Where a live contact is. */
export const enum State {
  free = 0,
  waiting = 1,
  inTalk = 2,
  inWrapUp = 3,
  /** Away, and coming in again: it redials, comes back, or is being sent on. */
  away = 4,
  /** A callback request, its customer not on the line. */
  requested = 5,
  /** A callback that rings for nothing. */
  dialled = 6,
  /** Its agent has been interrupted and will go on with it. */
  suspended = 7,
  /** In a bot or IVR. */
  inAutomation = 8,
  /** Sent on, its agent still on the line to hand over. */
  handingOver = 9,
  /** Answered, its customer silent; no agent holds it. */
  quiet = 10,
}

/** Doubles of a slot; one is at `slot << Time.shift | Time.name`. */
export const enum Time {
  offeredAt = 0,
  answeredAt = 1,
  /** Seconds of talk and wrap-up that it brings, before the agent's handle-time factor. */
  talk = 2,
  wrapUp = 3,
  /** When its patience runs out; Infinity: never. */
  patienceEnd = 4,
  /** Once answered, where attention is shared: seconds for which it was interrupted, or no agent held it. */
  paused = 4,
  /** Number of the first attempt among all of the replication: the order inside a phase. */
  number = 5,
  /** Number of the first attempt among those of its type: with the type the key of every later draw. */
  originNumber = 6,
  /** When the leg ended, for the observer. */
  endedAt = 7,
  stride = 8,
  /** slot << shift | name is a place without a check for overflow. */
  shift = 3,
}

/** Integers of a slot; one is at `slot << Mark.shift | Mark.name`. */
export const enum Mark {
  contactType = 0,
  /** State. */
  state = 1,
  /** Neighbours in the waiting list; `next` also links the free slots. */
  next = 2,
  previous = 3,
  agent = 4,
  /** Overflow stages reached: how far its eligibility has widened. */
  stage = 5,
  /** Contact type that this leg was transferred to, or NONE. */
  transferTo = 6,
  /** 1 for the first attempt, 2 for the next leg, … */
  leg = 7,
  stride = 8,
  shift = 3,
}

/** Integers of a slot that is on a later leg; one is at `slot << Past.shift | Past.name`. */
export const enum Past {
  /** Cause of this leg. */
  cause = 0,
  redials = 1,
  /** Type of the first attempt. */
  originType = 2,
  /** Times that the customer was called back in vain. */
  callbackTries = 3,
  stride = 4,
  shift = 2,
}

/**
 * Contacts that are in the center, or away before their next leg, by slot; a slot is freed when its contact ends. What
 * belongs to one contact lies side by side: an event touches two lines of the cache, and V8 finds the arrays once.
 * A free slot is ready for a first attempt: what only later legs change has been put back. Slot 0 is never taken: its
 * place in the calendar is the timetable's.
 */
export class Contacts {
  /** Slots that there is room for. */
  capacity: number;
  /** Slots from this one on have not been taken since the start. */
  used = 1;
  times: Float64Array;
  marks: Int32Array;
  past: Int32Array;
  /** When the leg began, which is before it was offered where there is a bot or IVR; written and read only where the scenario has one. */
  createdAt: Float64Array;
  /** Uniform in (0, 1): which sites it is beyond (routing/obstacles.ts); written and read only where there are such. */
  obstacle: Float64Array;
  private firstFree: number = Index.NONE;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.times = new Float64Array(capacity * Time.stride);
    this.marks = new Int32Array(capacity * Mark.stride);
    this.past = new Int32Array(capacity * Past.stride);
    this.createdAt = new Float64Array(capacity);
    this.obstacle = new Float64Array(capacity);
  }

  /** Frees all slots. */
  clear(): void {
    this.firstFree = Index.NONE;
    this.used = 1;
  }

  /** How the leg that a contact is on began: a Cause. */
  causeOf(slot: number): number {
    return this.marks[(slot << Mark.shift) | Mark.leg] === 1
      ? Cause.first
      : this.past[(slot << Past.shift) | Past.cause];
  }

  /** A free slot; NONE when all are taken and `grow` must come first. */
  take(): number {
    const slot = this.firstFree;
    if (slot === Index.NONE) return this.used === this.capacity ? Index.NONE : this.prepared(this.used++);
    this.firstFree = this.marks[(slot << Mark.shift) | Mark.next];
    return slot;
  }

  free(slot: number): void {
    const {marks} = this;
    const at = slot << Mark.shift;
    if (marks[at | Mark.leg] !== 1) this.forgetLegs(slot);
    marks[at | Mark.state] = State.free;
    marks[at | Mark.next] = this.firstFree;
    this.firstFree = slot;
  }

  /** Doubles the room. */
  grow(): void {
    const old = this.capacity;
    const {times, marks, past, createdAt, obstacle} = this;
    this.capacity = 2 * old;
    this.times = new Float64Array(this.capacity * Time.stride);
    this.marks = new Int32Array(this.capacity * Mark.stride);
    this.past = new Int32Array(this.capacity * Past.stride);
    this.createdAt = new Float64Array(this.capacity);
    this.createdAt.set(createdAt);
    this.obstacle = new Float64Array(this.capacity);
    this.obstacle.set(obstacle);
    this.times.set(times);
    this.marks.set(marks);
    this.past.set(past);
  }

  private forgetLegs(slot: number): void {
    this.marks[(slot << Mark.shift) | Mark.leg] = 1;
    this.past.fill(0, slot * Past.stride, (slot + 1) * Past.stride);
  }

  /** A slot that is taken for the first time since the start. */
  private prepared(slot: number): number {
    const at = slot << Mark.shift;
    this.marks[at | Mark.state] = State.free;
    this.marks[at | Mark.stage] = 0;
    this.marks[at | Mark.transferTo] = Index.NONE;
    this.forgetLegs(slot);
    return slot;
  }
}
