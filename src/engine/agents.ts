import {Index} from './contacts.js';

/** What an agent is doing. */
export const enum Doing {
  signedOut = 0,
  idle = 1,
  busy = 2,
  onBreak = 3,
}

/** What an agent will do when the contact in hand ends, instead of taking the next. */
export const enum Due {
  nothing = 0,
  leave = 1,
  break = 2,
}

/** Integers of an agent; one is at `agent << Trait.shift | Trait.name`. After the agents come the heads of the groups' lists. */
export const enum Trait {
  group = 0,
  /** Doing. */
  doing = 1,
  /** Due. */
  due = 2,
  /** Contacts answered so far. */
  answered = 3,
  /** Neighbours among the idle of the group. */
  next = 4,
  previous = 5,
  stride = 8,
  shift = 3,
}

/**
 * Agents as individuals, by agent number; the agents of a group have consecutive numbers. The idle agents of a group are
 * a circular list in the order in which they became idle, its head a node after the agents.
 */
export class Agents {
  readonly count: number;
  readonly traits: Int32Array;
  readonly idleSince: Float64Array;
  /** Signed in, and neither on a break nor past the end of the shift, since. */
  readonly dutySince: Float64Array;
  readonly breakSince: Float64Array;
  readonly leavingSince: Float64Array;
  /** By group: idle seconds so far, kept apart from the columns so that the books can be checked. */
  readonly idleSeconds: Float64Array;
  /** By group: number of its first agent, and of agents. */
  readonly firstOfGroup: Int32Array;
  readonly sizeOfGroup: Int32Array;

  /**
   * @param sizes agents in each group at the most
   * @param order groups in the order in which their agents are numbered
   */
  constructor(sizes: readonly number[], order: readonly number[]) {
    const groups = sizes.length;
    const count = sizes.reduce((sum, size) => sum + size, 0);
    this.count = count;
    this.traits = new Int32Array((count + groups) * Trait.stride);
    this.idleSince = new Float64Array(count);
    this.dutySince = new Float64Array(count);
    this.breakSince = new Float64Array(count);
    this.leavingSince = new Float64Array(count);
    this.idleSeconds = new Float64Array(groups);
    this.firstOfGroup = new Int32Array(groups);
    this.sizeOfGroup = Int32Array.from(sizes);
    let first = 0;
    for (const group of order) {
      this.firstOfGroup[group] = first;
      first += sizes[group];
    }
    this.clear();
  }

  /** Signs everybody out, as if nobody had ever worked. */
  clear(): void {
    const {traits, count} = this;
    traits.fill(0);
    this.idleSeconds.fill(0);
    this.firstOfGroup.forEach((first, group) => {
      const head = (count + group) * Trait.stride;
      traits[head | Trait.next] = traits[head | Trait.previous] = count + group;
      for (let agent = first; agent < first + this.sizeOfGroup[group]; agent++)
        traits[(agent << Trait.shift) | Trait.group] = group;
    });
  }

  groupOf(agent: number): number {
    return this.traits[(agent << Trait.shift) | Trait.group];
  }

  /** The agent of the group that has been idle for the longest time, or NONE. */
  longestIdle(group: number): number {
    const agent = this.traits[((this.count + group) << Trait.shift) | Trait.next];
    return agent < this.count ? agent : Index.NONE;
  }

  /** The agent that became idle just after this one in its group, or NONE. */
  nextIdle(agent: number): number {
    const next = this.traits[(agent << Trait.shift) | Trait.next];
    return next < this.count ? next : Index.NONE;
  }

  /** Joins the idle of its group, as the one idle for the shortest time. */
  joinIdle(agent: number): void {
    const {traits} = this;
    const at = agent << Trait.shift;
    const head = this.count + traits[at | Trait.group];
    const last = traits[(head << Trait.shift) | Trait.previous];
    traits[at | Trait.previous] = last;
    traits[at | Trait.next] = head;
    traits[(last << Trait.shift) | Trait.next] = agent;
    traits[(head << Trait.shift) | Trait.previous] = agent;
    traits[at | Trait.doing] = Doing.idle;
  }

  /** Leaves the idle of its group; the caller says for what. */
  leaveIdle(agent: number): void {
    const {traits} = this;
    const before = traits[(agent << Trait.shift) | Trait.previous];
    const after = traits[(agent << Trait.shift) | Trait.next];
    traits[(before << Trait.shift) | Trait.next] = after;
    traits[(after << Trait.shift) | Trait.previous] = before;
  }
}
