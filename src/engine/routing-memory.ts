import {Index} from './contacts.js';

/** Contacts over which the service level of a queue runs. */
const RECENT = 100;

/**
 * What routing remembers of the replication so far, for the policies that ask for it (model.ts says which); it lives here
 * and not in them, so that a policy only looks.
 */
export class RoutingMemory {
  /** By contact type: the agent who took the last contact, or NONE. */
  readonly lastAnswerer: Int32Array;
  /** By queue: what the last contact answered had waited, callbacks apart; 0 when none was. */
  readonly lastWait: Float64Array;
  /** By contact type × groups + group: contacts taken. */
  private readonly taken: Float64Array;
  /** By agent, in stretches that are over: seconds idle; and on duty, breaks apart. */
  readonly idleSeconds: Float64Array;
  readonly dutySeconds: Float64Array;
  /** By queue × RECENT: 1 for each of the last contacts that was answered within its threshold, in a ring. */
  private readonly within: Uint8Array;
  /** By queue: contacts that have left it; and how many ones its ring has. */
  private readonly left: Float64Array;
  private readonly ones: Int32Array;

  constructor(
    contactTypes: number,
    private readonly groups: number,
    queues: number,
    agents: number,
  ) {
    this.lastAnswerer = new Int32Array(contactTypes);
    this.lastWait = new Float64Array(queues);
    this.taken = new Float64Array(contactTypes * groups);
    this.idleSeconds = new Float64Array(agents);
    this.dutySeconds = new Float64Array(agents);
    this.within = new Uint8Array(queues * RECENT);
    this.left = new Float64Array(queues);
    this.ones = new Int32Array(queues);
    this.clear();
  }

  /** Forgets everything. */
  clear(): void {
    this.lastAnswerer.fill(Index.NONE);
    this.lastWait.fill(0);
    this.taken.fill(0);
    this.idleSeconds.fill(0);
    this.dutySeconds.fill(0);
    this.within.fill(0);
    this.left.fill(0);
    this.ones.fill(0);
  }

  /** An agent of the group takes a contact of the type. */
  answered(contactType: number, agent: number, group: number): void {
    this.lastAnswerer[contactType] = agent;
    this.taken[contactType * this.groups + group]++;
  }

  takenBy(contactType: number, group: number): number {
    return this.taken[contactType * this.groups + group];
  }

  /** @param within was the contact that leaves the queue answered within its threshold? */
  leftQueue(queue: number, within: boolean): void {
    const place = queue * RECENT + (this.left[queue]++ % RECENT);
    const one = within ? 1 : 0;
    this.ones[queue] += one - this.within[place];
    this.within[place] = one;
  }

  /** Share answered within the threshold of the last contacts that left the queue; 1 when none has. */
  serviceLevel(queue: number): number {
    const recent = Math.min(this.left[queue], RECENT);
    return recent === 0 ? 1 : this.ones[queue] / recent;
  }
}
