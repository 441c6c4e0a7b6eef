import type {Agents} from './agents.js';
import type {Contacts} from './contacts.js';
import type {WaitingLists} from './waiting.js';

/** What a routing policy sees of the center; it changes nothing. */
export class Floor {
  /** Seconds from the start of the horizon; only the simulation moves it. */
  now = 0;

  constructor(private readonly contacts: Contacts, private readonly agents: Agents, private readonly waiting: WaitingLists) {}

  typeOf(contact: number): number {
    return this.contacts.contactType[contact];
  }

  /** How many times the contact's eligibility has widened. */
  stageOf(contact: number): number {
    return this.contacts.stage[contact];
  }

  /** Seconds that the contact has waited. */
  waitOf(contact: number): number {
    return this.now - this.contacts.offeredAt[contact];
  }

  /** Was it offered before the other one? At the same instant the lower number is first. */
  cameBefore(contact: number, other: number): boolean {
    const {offeredAt, number} = this.contacts;
    return offeredAt[contact] < offeredAt[other] || (offeredAt[contact] === offeredAt[other] && number[contact] < number[other]);
  }

  /** The first waiting contact of the type, or NONE. */
  headOf(contactType: number): number {
    return this.waiting.head[contactType];
  }

  groupOf(agent: number): number {
    return this.agents.group[agent];
  }

  /** The agent of the group idle for the longest time, or NONE. */
  longestIdle(group: number): number {
    return this.agents.longestIdle(group);
  }

  /** The agent idle for the next longest time in the same group, or NONE. */
  nextIdle(agent: number): number {
    return this.agents.nextIdle(agent);
  }

  /** Idle agents in the group. */
  idleIn(group: number): number {
    return this.agents.idle[group];
  }

  /** Has the agent been idle longer than the other one? Equally long: the lower number. */
  idleLonger(agent: number, other: number): boolean {
    const {idleSince} = this.agents;
    return idleSince[agent] < idleSince[other] || (idleSince[agent] === idleSince[other] && agent < other);
  }

  /** Contacts that the agent has answered so far. */
  answeredBy(agent: number): number {
    return this.agents.answered[agent];
  }
}
