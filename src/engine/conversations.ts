import {Mark, Time, type Contacts} from './contacts.js';

/**
 * Contacts whose customers fall silent in the middle of the talk and come back, by slot. While such a contact waits again its
 * slot tells of that wait; what was true of the first one is kept here until the leg ends.
 */
export class Conversations {
  /** Silences so far; 0 also for a contact that never has any. */
  silences: Int32Array;
  /** Seconds of talk left after the present stretch, before the agent's handle-time factor. */
  rest: Float64Array;
  /** Since when no agent holds it, and for how long none had before. */
  private letGoAt: Float64Array;
  private paused: Float64Array;
  /** When it was first offered, and the overflow stages that it had reached when it was answered. */
  private offeredAt: Float64Array;
  private stage: Int32Array;

  constructor(capacity: number) {
    this.silences = new Int32Array(capacity);
    this.rest = new Float64Array(capacity);
    this.letGoAt = new Float64Array(capacity);
    this.paused = new Float64Array(capacity);
    this.offeredAt = new Float64Array(capacity);
    this.stage = new Int32Array(capacity);
  }

  /** Forgets all. */
  clear(): void {
    this.silences.fill(0);
    this.rest.fill(0);
  }

  /** Makes room for slots below `capacity`. */
  grow(capacity: number): void {
    const {silences, rest, letGoAt, paused, offeredAt, stage} = this;
    this.silences = new Int32Array(capacity);
    this.rest = new Float64Array(capacity);
    this.letGoAt = new Float64Array(capacity);
    this.paused = new Float64Array(capacity);
    this.offeredAt = new Float64Array(capacity);
    this.stage = new Int32Array(capacity);
    this.silences.set(silences);
    this.rest.set(rest);
    this.letGoAt.set(letGoAt);
    this.paused.set(paused);
    this.offeredAt.set(offeredAt);
    this.stage.set(stage);
  }

  /** One more silence begins. */
  letGo({times, marks}: Contacts, contact: number, now: number): void {
    if (this.silences[contact]++ === 0) {
      this.offeredAt[contact] = times[(contact << Time.shift) | Time.offeredAt];
      this.stage[contact] = marks[(contact << Mark.shift) | Mark.stage];
    }
    this.paused[contact] = times[(contact << Time.shift) | Time.paused];
    this.letGoAt[contact] = now;
  }

  /** An agent has it again, or the run is over: writes down for how long none had. */
  takeUp({times}: Contacts, contact: number, now: number): void {
    times[(contact << Time.shift) | Time.paused] = this.paused[contact] + now - this.letGoAt[contact];
  }

  /** The leg ends: the slot tells again of its first wait. */
  close({times, marks}: Contacts, contact: number): void {
    if (this.silences[contact] > 0) {
      times[(contact << Time.shift) | Time.offeredAt] = this.offeredAt[contact];
      marks[(contact << Mark.shift) | Mark.stage] = this.stage[contact];
    }
    this.silences[contact] = 0;
    this.rest[contact] = 0;
  }
}
