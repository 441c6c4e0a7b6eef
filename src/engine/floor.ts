import {Trait, type Agents} from './agents.js';
import {Index, Mark, Time, type Contacts} from './contacts.js';
import type {RoutingMemory} from './routing-memory.js';
import type {WaitingLists} from './waiting.js';

/** What a routing policy sees of the center; it changes nothing. */
export class Floor {
  /** Seconds from the start of the horizon; only the simulation moves it. */
  now = 0;
  /** By contact type the first waiting contact that may be chosen, or NONE; the engine hides some for a moment. */
  heads: Int32Array;

  constructor(
    private readonly contacts: Contacts,
    private readonly agents: Agents,
    private readonly waiting: WaitingLists,
    private readonly memory: RoutingMemory,
  ) {
    this.heads = waiting.head;
  }

  typeOf(contact: number): number {
    return this.contacts.marks[(contact << Mark.shift) | Mark.contactType];
  }

  /** How many times the contact's eligibility has widened. */
  stageOf(contact: number): number {
    return this.contacts.marks[(contact << Mark.shift) | Mark.stage];
  }

  offeredAt(contact: number): number {
    return this.contacts.times[(contact << Time.shift) | Time.offeredAt];
  }

  /** Seconds that the contact has waited. */
  waitOf(contact: number): number {
    return this.now - this.contacts.times[(contact << Time.shift) | Time.offeredAt];
  }

  /** Was it offered before the other one? At the same instant the lower number is first. */
  cameBefore(contact: number, other: number): boolean {
    const {times} = this.contacts;
    const difference = times[(contact << Time.shift) | Time.offeredAt] - times[(other << Time.shift) | Time.offeredAt];
    if (difference !== 0) return difference < 0;
    return times[(contact << Time.shift) | Time.number] < times[(other << Time.shift) | Time.number];
  }

  /** The first waiting contact of the type, or NONE. */
  headOf(contactType: number): number {
    return this.heads[contactType];
  }

  groupOf(agent: number): number {
    return this.agents.groupOf(agent);
  }

  /** The agent of the group idle for the longest time, or NONE. */
  longestIdle(group: number): number {
    return this.agents.longestIdle(group);
  }

  /** The agent idle for the next longest time in the same group, or NONE. */
  nextIdle(agent: number): number {
    return this.agents.nextIdle(agent);
  }

  /** Idle agents in the group: they are counted one by one. */
  idleIn(group: number): number {
    let idle = 0;
    for (let agent = this.longestIdle(group); agent !== Index.NONE; agent = this.nextIdle(agent)) idle++;
    return idle;
  }

  /** Has the agent been idle longer than the other one? Equally long: the lower number. */
  idleLonger(agent: number, other: number): boolean {
    const {idleSince} = this.agents;
    return idleSince[agent] < idleSince[other] || (idleSince[agent] === idleSince[other] && agent < other);
  }

  /** Contacts that the agent has answered so far. */
  answeredBy(agent: number): number {
    return this.agents.traits[(agent << Trait.shift) | Trait.answered];
  }

  /** Contacts that wait in the queue of the type. */
  queueLengthOf(contactType: number): number {
    return this.waiting.queueLength[this.waiting.queueOfType[contactType]];
  }

  /** The agent who took the last contact of the type, or NONE. Only where the model says that it is remembered. */
  lastAnswererOf(contactType: number): number {
    return this.memory.lastAnswerer[contactType];
  }

  /** Share of the time signed in so far, breaks apart, that the idle agent was busy. Only where the model says that it is remembered. */
  occupancyOf(agent: number): number {
    const duty = this.memory.dutySeconds[agent] + this.now - this.agents.dutySince[agent];
    const idle = this.memory.idleSeconds[agent] + this.now - this.agents.idleSince[agent];
    return duty > 0 ? (duty - idle) / duty : 0;
  }
}
