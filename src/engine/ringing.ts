import type {Agents} from './agents.js';
import {Index} from './contacts.js';

/** Contacts that ring at an agent who will not answer: they have left their place in the queue, and their patience runs on. */
export class Ringing {
  private readonly agentOf = new Map<number, number>();
  /** By agent: the contact, or NONE, and since when it rings. */
  readonly contactAt: Int32Array;
  readonly since: Float64Array;
  /** By slot: how often this leg has rung in vain, and which leg that is told of. */
  private times = new Int32Array(64);
  private legs = new Float64Array(64);

  constructor({count}: Agents) {
    this.contactAt = new Int32Array(count).fill(Index.NONE);
    this.since = new Float64Array(count);
  }

  clear(): void {
    this.agentOf.clear();
    this.contactAt.fill(Index.NONE);
    this.times.fill(0);
    this.legs.fill(0);
  }

  get size(): number {
    return this.agentOf.size;
  }

  has(contact: number): boolean {
    return this.agentOf.has(contact);
  }

  /** The agent at whom the contact rings, which rings no more. */
  take(contact: number): number {
    const agent = this.agentOf.get(contact)!;
    this.agentOf.delete(contact);
    this.contactAt[agent] = Index.NONE;
    return agent;
  }

  put(contact: number, agent: number): void {
    this.agentOf.set(contact, agent);
    this.contactAt[agent] = contact;
  }

  /**
   * How often the leg in this slot has rung in vain.
   *
   * @param leg a number that no other leg has
   */
  timesRung(contact: number, leg: number): number {
    return contact < this.legs.length && this.legs[contact] === leg ? this.times[contact] : 0;
  }

  /** It has rung in vain once more. */
  countRing(contact: number, leg: number): void {
    const times = this.timesRung(contact, leg) + 1;
    while (contact >= this.legs.length) this.grow();
    this.times[contact] = times;
    this.legs[contact] = leg;
  }

  private grow(): void {
    const {times, legs} = this;
    this.times = new Int32Array(2 * times.length);
    this.legs = new Float64Array(2 * legs.length);
    this.times.set(times);
    this.legs.set(legs);
  }
}
