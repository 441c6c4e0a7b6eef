import {Index} from './contacts.js';

/** What an agent is doing. */
export const enum Doing {
  signedOut = 0,
  idle = 1,
  busy = 2,
  onBreak = 3,
  /** Not there though the timetable says so, or kept from contacts after one that it did not answer. */
  setAside = 4,
}

/** What an agent will do when the contact in hand ends, instead of taking the next. */
export const enum Due {
  nothing = 0,
  leave = 1,
  break = 2,
  setAside = 3,
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
  /** Units of attention taken. */
  load = 6,
  /** First of the contacts in hand where attention is shared; 0: none. */
  hand = 7,
  stride = 8,
  shift = 3,
}

/**
 * Agents as individuals, by agent number; the agents of a group have consecutive numbers. The idle agents of a group are
 * a circular list in the order in which they became idle, its head a node after the agents. Where attention is shared
 * there is such a list for every load at which an agent may take more, and one for agents who may be interrupted.
 */
export class Agents {
  readonly count: number;
  readonly traits: Int32Array;
  readonly idleSince: Float64Array;
  /** Signed in, and neither on a break, set aside nor past the end of the shift, since. */
  readonly dutySince: Float64Array;
  /** On a break, or set aside, since. */
  readonly breakSince: Float64Array;
  readonly leavingSince: Float64Array;
  /** By group: idle seconds so far, kept apart from the columns so that the books can be checked. */
  readonly idleSeconds: Float64Array;
  /** Where attention is shared, by agent: since when the load is what it is; the contact that waits for the agent to go on with
   * it, 0: none; concurrent contacts in hand; the list it is in while busy, 0: none. */
  readonly loadSince: Float64Array;
  readonly suspended: Int32Array;
  readonly concurrent: Int32Array;
  private readonly listed: Int32Array;
  /** By group: its list for load 1, less 1. */
  private readonly furtherLists: Int32Array;
  /** By group: number of its first agent, and of agents. */
  readonly firstOfGroup: Int32Array;
  readonly sizeOfGroup: Int32Array;

  /**
   * @param sizes agents in each group at the most
   * @param order groups in the order in which their agents are numbered
   * @param lists how many lists each group needs: one for each load from 0 on
   */
  constructor(sizes: readonly number[], order: readonly number[], lists: ArrayLike<number>) {
    const groups = sizes.length;
    const count = sizes.reduce((sum, size) => sum + size, 0);
    this.count = count;
    let further = count + groups - 1;
    this.furtherLists = Int32Array.from(sizes, (_, group) => (further += lists[group] - 1) - lists[group] + 1);
    this.traits = new Int32Array((further + 1) * Trait.stride);
    this.loadSince = new Float64Array(count);
    this.suspended = new Int32Array(count);
    this.concurrent = new Int32Array(count);
    this.listed = new Int32Array(count);
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
    this.suspended.fill(0);
    this.concurrent.fill(0);
    this.listed.fill(0);
    for (let head = count; head < traits.length >> Trait.shift; head++)
      traits[(head << Trait.shift) | Trait.next] = traits[(head << Trait.shift) | Trait.previous] = head;
    this.firstOfGroup.forEach((first, group) => {
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

  /** Of the agents of the group at that load, the one at it for the longest time, or NONE. */
  longestAt(group: number, load: number): number {
    const agent = this.traits[(this.listOf(group, load) << Trait.shift) | Trait.next];
    return agent < this.count ? agent : Index.NONE;
  }

  /** A busy agent may be given more from now on: it joins those at that load. */
  list(agent: number, load: number): void {
    const head = this.listOf(this.groupOf(agent), load);
    this.listed[agent] = 1;
    this.join(agent, head);
  }

  /** A busy agent is given no more; nothing happens when it was not to be. */
  unlist(agent: number): void {
    if (this.listed[agent] === 0) return;
    this.listed[agent] = 0;
    this.leaveIdle(agent);
  }

  /** Joins the idle of its group, as the one idle for the shortest time. */
  joinIdle(agent: number): void {
    const {traits} = this;
    this.join(agent, this.count + traits[(agent << Trait.shift) | Trait.group]);
    traits[(agent << Trait.shift) | Trait.doing] = Doing.idle;
  }

  private listOf(group: number, load: number): number {
    return load === 0 ? this.count + group : this.furtherLists[group] + load;
  }

  private join(agent: number, head: number): void {
    const {traits} = this;
    const at = agent << Trait.shift;
    const last = traits[(head << Trait.shift) | Trait.previous];
    traits[at | Trait.previous] = last;
    traits[at | Trait.next] = head;
    traits[(last << Trait.shift) | Trait.next] = agent;
    traits[(head << Trait.shift) | Trait.previous] = agent;
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
