import {NONE} from './contacts.js';

/** What an agent is doing. */
export const SIGNED_OUT = 0;
export const IDLE = 1;
export const BUSY = 2;
export const ON_BREAK = 3;

/**
 * Agents as individuals, in arrays by agent number; the agents of a group have consecutive numbers. The idle agents of a
 * group are a circular list in the order in which they became idle, its head a node after the agents.
 */
export class Agents {
  readonly count: number;
  readonly group: Int32Array;
  readonly state: Uint8Array;
  readonly idleSince: Float64Array;
  /** Signed in, and neither on a break nor past the end of the shift, since. */
  readonly dutySince: Float64Array;
  readonly breakSince: Float64Array;
  /** 1: signs out when the contact in hand ends. */
  readonly leaving: Uint8Array;
  readonly leavingSince: Float64Array;
  /** 1: goes on a break when the contact in hand ends. */
  readonly breakDue: Uint8Array;
  /** Contacts answered so far. */
  readonly answered: Int32Array;
  /** By group: agents idle now. */
  readonly idle: Int32Array;
  /** By group: idle seconds so far, kept apart from the columns so that the books can be checked. */
  readonly idleSeconds: Float64Array;
  /** By group: number of its first agent, and of agents. */
  readonly firstOfGroup: Int32Array;
  readonly sizeOfGroup: Int32Array;
  private readonly next: Int32Array;
  private readonly previous: Int32Array;

  /**
   * @param sizes agents in each group at the most
   * @param order groups in the order in which their agents are numbered
   */
  constructor(sizes: readonly number[], order: readonly number[]) {
    const groups = sizes.length;
    const count = sizes.reduce((sum, size) => sum + size, 0);
    this.count = count;
    this.group = new Int32Array(count);
    this.state = new Uint8Array(count);
    this.idleSince = new Float64Array(count);
    this.dutySince = new Float64Array(count);
    this.breakSince = new Float64Array(count);
    this.leaving = new Uint8Array(count);
    this.leavingSince = new Float64Array(count);
    this.breakDue = new Uint8Array(count);
    this.answered = new Int32Array(count);
    this.idle = new Int32Array(groups);
    this.idleSeconds = new Float64Array(groups);
    this.firstOfGroup = new Int32Array(groups);
    this.sizeOfGroup = Int32Array.from(sizes);
    this.next = new Int32Array(count + groups);
    this.previous = new Int32Array(count + groups);
    let agent = 0;
    order.forEach((group) => {
      const size = sizes[group];
      this.firstOfGroup[group] = agent;
      this.next[count + group] = this.previous[count + group] = count + group;
      this.group.fill(group, agent, agent + size);
      agent += size;
    });
  }

  /** The agent of the group that has been idle for the longest time, or NONE. */
  longestIdle(group: number): number {
    const agent = this.next[this.count + group];
    return agent < this.count ? agent : NONE;
  }

  /** The agent that became idle just after this one in its group, or NONE. */
  nextIdle(agent: number): number {
    const next = this.next[agent];
    return next < this.count ? next : NONE;
  }

  /** Joins the idle of its group, as the one idle for the shortest time. */
  joinIdle(agent: number): void {
    const head = this.count + this.group[agent];
    const last = this.previous[head];
    this.previous[agent] = last;
    this.next[agent] = head;
    this.next[last] = agent;
    this.previous[head] = agent;
    this.state[agent] = IDLE;
    this.idle[this.group[agent]]++;
  }

  /** Leaves the idle of its group; the caller says for what. */
  leaveIdle(agent: number): void {
    const before = this.previous[agent];
    const after = this.next[agent];
    this.next[before] = after;
    this.previous[after] = before;
    this.idle[this.group[agent]]--;
  }
}
