import {grown} from './calendar.js';

/** No contact, no agent, no queue. */
export const NONE = -1;

/** Where a live contact is. */
export const WAITING = 1;
export const IN_TALK = 2;
export const IN_WRAP_UP = 3;
/** Away, and going to redial. */
export const AWAY = 4;

/**
 * Contacts that are in the center, or away before a redial, as arrays by slot; a slot is freed when its contact ends.
 * Slot 0 stays free: its calendar entry is the timetable's.
 */
export class Contacts {
  /** Slots that the arrays have room for. */
  capacity: number;
  contactType: Int32Array;
  state: Uint8Array;
  /** Number of the first attempt among all of the replication: the order inside a phase. */
  number: Float64Array;
  /** Type of the first attempt, and its number among those of that type: the key of every later draw. */
  originType: Int32Array;
  originNumber: Float64Array;
  /** 1 for the first attempt, 2 for the next leg, … */
  leg: Int32Array;
  redials: Int32Array;
  /** CAUSE of this leg. */
  cause: Int32Array;
  offeredAt: Float64Array;
  answeredAt: Float64Array;
  /** Seconds of talk and wrap-up that it brings, before the agent's handle-time factor. */
  talk: Float64Array;
  wrapUp: Float64Array;
  /** When its patience runs out; Infinity: never. */
  patienceEnd: Float64Array;
  /** Overflow stages reached: how far its eligibility has widened. */
  stage: Int32Array;
  agent: Int32Array;
  /** Contact type that this leg was transferred to, or NONE. */
  transferTo: Int32Array;
  /** Neighbours in the waiting list; `next` also links the free slots. */
  next: Int32Array;
  previous: Int32Array;
  private firstFree: number;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.contactType = new Int32Array(capacity);
    this.state = new Uint8Array(capacity);
    this.number = new Float64Array(capacity);
    this.originType = new Int32Array(capacity);
    this.originNumber = new Float64Array(capacity);
    this.leg = new Int32Array(capacity);
    this.redials = new Int32Array(capacity);
    this.cause = new Int32Array(capacity);
    this.offeredAt = new Float64Array(capacity);
    this.answeredAt = new Float64Array(capacity);
    this.talk = new Float64Array(capacity);
    this.wrapUp = new Float64Array(capacity);
    this.patienceEnd = new Float64Array(capacity);
    this.stage = new Int32Array(capacity);
    this.agent = new Int32Array(capacity);
    this.transferTo = new Int32Array(capacity);
    this.next = new Int32Array(capacity);
    this.previous = new Int32Array(capacity);
    this.firstFree = NONE;
    this.chainFree(1);
  }

  /** A free slot; NONE when all are taken and `grow` must come first. */
  take(): number {
    const slot = this.firstFree;
    if (slot !== NONE) this.firstFree = this.next[slot];
    return slot;
  }

  free(slot: number): void {
    this.state[slot] = 0;
    this.next[slot] = this.firstFree;
    this.firstFree = slot;
  }

  /** Doubles the room. */
  grow(): void {
    const old = this.capacity;
    const capacity = 2 * old;
    this.capacity = capacity;
    this.contactType = grown(this.contactType, new Int32Array(capacity));
    this.state = grown(this.state, new Uint8Array(capacity));
    this.number = grown(this.number, new Float64Array(capacity));
    this.originType = grown(this.originType, new Int32Array(capacity));
    this.originNumber = grown(this.originNumber, new Float64Array(capacity));
    this.leg = grown(this.leg, new Int32Array(capacity));
    this.redials = grown(this.redials, new Int32Array(capacity));
    this.cause = grown(this.cause, new Int32Array(capacity));
    this.offeredAt = grown(this.offeredAt, new Float64Array(capacity));
    this.answeredAt = grown(this.answeredAt, new Float64Array(capacity));
    this.talk = grown(this.talk, new Float64Array(capacity));
    this.wrapUp = grown(this.wrapUp, new Float64Array(capacity));
    this.patienceEnd = grown(this.patienceEnd, new Float64Array(capacity));
    this.stage = grown(this.stage, new Int32Array(capacity));
    this.agent = grown(this.agent, new Int32Array(capacity));
    this.transferTo = grown(this.transferTo, new Int32Array(capacity));
    this.next = grown(this.next, new Int32Array(capacity));
    this.previous = grown(this.previous, new Int32Array(capacity));
    this.chainFree(old);
  }

  private chainFree(from: number): void {
    for (let slot = this.capacity - 1; slot >= from; slot--) this.free(slot);
  }
}
