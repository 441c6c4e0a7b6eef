import {Index} from './contacts.js';

/**
 * What routing remembers of the replication so far, for the policies that ask for it (model.ts says which); it lives here
 * and not in them, so that a policy only looks.
 */
export class RoutingMemory {
  /** By contact type: the agent who took the last contact, or NONE. */
  readonly lastAnswerer: Int32Array;
  /** By contact type × groups + group: contacts taken. */
  readonly taken: Float64Array;
  /** By agent, in stretches that are over: seconds idle; and on duty, breaks apart. */
  readonly idleSeconds: Float64Array;
  readonly dutySeconds: Float64Array;

  constructor(
    contactTypes: number,
    private readonly groups: number,
    agents: number,
  ) {
    this.lastAnswerer = new Int32Array(contactTypes);
    this.taken = new Float64Array(contactTypes * groups);
    this.idleSeconds = new Float64Array(agents);
    this.dutySeconds = new Float64Array(agents);
    this.clear();
  }

  /** Forgets everything. */
  clear(): void {
    this.lastAnswerer.fill(Index.NONE);
    this.taken.fill(0);
    this.idleSeconds.fill(0);
    this.dutySeconds.fill(0);
  }

  /** An agent of the group takes a contact of the type. */
  answered(contactType: number, agent: number, group: number): void {
    this.lastAnswerer[contactType] = agent;
    this.taken[contactType * this.groups + group]++;
  }
}
