import {Doing, Due, Trait, type Agents} from './agents.js';
import {CHANNELS, type Attention} from './attention.js';
import {Index, Mark, State, Time, type Contacts} from './contacts.js';
import type {Model} from './model.js';
import type {RoutingMemory} from './routing-memory.js';
import type {WaitingLists} from './waiting.js';

/** What a routing policy sees of the center; it changes nothing. */
export class Floor {
  /** Seconds from the start of the horizon; only the simulation moves it. */
  now = 0;
  /** By contact type the first waiting contact that may be chosen, or NONE; the engine hides some for a moment. */
  heads: Int32Array;
  private readonly attention: Attention;
  /** Contacts in some agent's hands by channel, while they are counted. */
  private readonly held = new Int32Array(CHANNELS);
  private readonly types: number;
  private readonly horizon: number;
  /** Where attention is shared: the contact type for which an agent is sought. */
  private typeAsked: number = Index.NONE;
  /** Whether only agents who would be interrupted are sought. */
  private interrupting = false;
  /** The agent for whom a contact is sought; and the contact type that alone may be interrupted for it. */
  private agentAsked: number = Index.NONE;
  private heldAsked: number = Index.NONE;

  constructor(
    private readonly contacts: Contacts,
    private readonly agents: Agents,
    private readonly waiting: WaitingLists,
    private readonly memory: RoutingMemory,
    {attention, contactTypes, horizon}: Pick<Model, 'attention' | 'contactTypes' | 'horizon'>,
    private readonly expectedWaitOf: (contactType: number) => number,
  ) {
    this.heads = waiting.head;
    this.attention = attention;
    this.types = contactTypes;
    this.horizon = horizon;
  }

  /** The start of a replication. */
  clear(): void {
    this.now = 0;
    this.interrupting = false;
    this.agentAsked = this.heldAsked = this.typeAsked = Index.NONE;
  }

  /** The engine's next question is for an agent for that type: one with room for it, or one who would be interrupted. */
  askForAgent(type: number, interrupting: boolean): void {
    this.typeAsked = type;
    this.interrupting = interrupting;
  }

  /** The engine's next question is for a contact for that agent; with `held`, for one that may interrupt a contact of that type. */
  askForContact(agent: number, held: number = Index.NONE): void {
    this.agentAsked = agent;
    this.heldAsked = held;
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

  /** The first waiting contact of the type, or NONE; also when the agent in question has no room for it. */
  headOf(contactType: number): number {
    const head = this.heads[contactType];
    return !this.attention.shared || head === Index.NONE || this.hasRoom(contactType) ? head : Index.NONE;
  }

  /** The waiting contact of the same type that came next, or NONE. */
  nextWaiting(contact: number): number {
    return this.contacts.marks[(contact << Mark.shift) | Mark.next];
  }

  /** Has it been so long since the contact was offered? */
  waitedFor(contact: number, seconds: number): boolean {
    return this.contacts.times[(contact << Time.shift) | Time.offeredAt] + seconds <= this.now;
  }

  /** The agent who served the customer on an earlier leg, or NONE. Only where the model says that it is remembered. */
  servedBefore(contact: number): number {
    return this.contacts.marks[(contact << Mark.shift) | Mark.agent];
  }

  /** Which sites the contact is beyond: those whose part of its type is above it. Only where the model says that there are such. */
  obstacleOf(contact: number): number {
    return this.contacts.obstacle[contact];
  }

  isIdle(agent: number): boolean {
    return this.agents.traits[(agent << Trait.shift) | Trait.doing] === Doing.idle;
  }

  /** Past the end of the shift: gone as soon as nothing is left to do. */
  isLeaving(agent: number): boolean {
    return this.agents.traits[(agent << Trait.shift) | Trait.due] === Due.leave;
  }

  /** Signed in, not on a break and not about to go. */
  isStaying(agent: number): boolean {
    const {traits} = this.agents;
    const doing = traits[(agent << Trait.shift) | Trait.doing];
    return (doing === Doing.idle || doing === Doing.busy) && traits[(agent << Trait.shift) | Trait.due] === Due.nothing;
  }

  /** May the agent be given a contact of a type of its skills now: idle, with room for it, or by interrupting what is in hand? */
  mayTake(agent: number, type: number): boolean {
    if (this.attention.groupShares[this.groupOf(agent)] === 0 || !this.isStaying(agent)) return this.isIdle(agent);
    return this.isAbove(agent, type) && (this.fits(agent, type) || this.mayInterrupt(agent, type));
  }

  /** Is there room for a contact of the type beside what the agent has in hand? */
  fits(agent: number, type: number): boolean {
    return this.fitsBeside(agent, type, false);
  }

  groupOf(agent: number): number {
    return this.agents.groupOf(agent);
  }

  /**
   * The agent of the group idle for the longest time, or NONE. Where agents hold several contacts: of those with room for the
   * contact in question, the one with the least in hand, and of equals the one with so little for the longest time.
   */
  longestIdle(group: number): number {
    if (!this.attention.shared) return this.agents.longestIdle(group);
    return this.firstWithRoom(group, 0);
  }

  /** The agent idle for the next longest time in the same group, or NONE. */
  nextIdle(agent: number): number {
    const following = this.agents.nextIdle(agent);
    if (!this.attention.shared) return following;
    const group = this.groupOf(agent);
    const next = this.interrupting ? this.nextToInterrupt(following) : this.firstThatFits(group, following);
    return next !== Index.NONE ? next : this.firstWithRoom(group, this.loadOf(agent) + 1);
  }

  /** Idle agents in the group: they are counted one by one. */
  idleIn(group: number): number {
    let idle = 0;
    for (let agent = this.longestIdle(group); agent !== Index.NONE; agent = this.nextIdle(agent)) idle++;
    return idle;
  }

  /** Is the agent ready for contacts of any of these types: with nothing in hand, or only with what each of them may interrupt? */
  isReady(agent: number, types: readonly number[]): boolean {
    const {attention} = this;
    const group = this.groupOf(agent);
    if (attention.groupShares[group] === 0 || this.loadOf(agent) === 0) return true;
    let contact = this.agents.traits[(agent << Trait.shift) | Trait.hand];
    if (contact === 0 || this.agents.suspended[agent] !== 0) return false;
    for (; contact !== 0; contact = this.nextWaiting(contact)) {
      const held = this.typeOf(contact);
      for (const type of types)
        if (!this.canPutAside(contact, attention.interrupts[(group * this.types + type) * this.types + held]))
          return false;
    }
    return true;
  }

  /**
   * Are at least so many agents of the group ready for contacts of any of these types (isReady)?
   *
   * @param apart an agent who does not count
   */
  hasReady(group: number, wanted: number, types: readonly number[], apart: number): boolean {
    const {groupShares, units} = this.attention;
    let left = wanted;
    const loads = groupShares[group] === 1 ? units[group] : 0;
    for (let load = 0; load <= loads && left > 0; load++) {
      let agent = this.agents.longestAt(group, load);
      for (; agent !== Index.NONE && left > 0; agent = this.agents.nextIdle(agent))
        if (agent !== apart && this.isReady(agent, types)) left--;
    }
    return left <= 0;
  }

  /** Has the agent less in hand, or as little for longer, than the other one? Equally long: the lower number. */
  idleLonger(agent: number, other: number): boolean {
    const {idleSince} = this.agents;
    if (this.attention.shared) {
      const {units} = this.attention;
      const difference =
        this.loadOf(agent) * units[this.groupOf(other)] - this.loadOf(other) * units[this.groupOf(agent)];
      if (difference !== 0) return difference < 0;
    }
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

  waitingIn(queue: number): number {
    return this.waiting.queueLength[queue];
  }

  /** Contacts of the type that agents of the group have taken so far. Only where the model says that it is remembered. */
  takenBy(contactType: number, group: number): number {
    return this.memory.takenBy(contactType, group);
  }

  /** Of the last contacts that left the queue, the share answered within the threshold; 1 when none has. Only where the model says that it is remembered. */
  recentServiceLevel(queue: number): number {
    return this.memory.serviceLevel(queue);
  }

  /** Seconds that a contact of the type which comes now is expected to wait (expected-wait.ts). */
  expectedWait(contactType: number): number {
    return this.expectedWaitOf(contactType);
  }

  /** The agent who took the last contact of the type, or NONE. Only where the model says that it is remembered. */
  lastAnswererOf(contactType: number): number {
    return this.memory.lastAnswerer[contactType];
  }

  /** Share of the time signed in so far, breaks apart, that the agent was busy. Only where the model says that it is remembered. */
  occupancyOf(agent: number): number {
    const duty = this.memory.dutySeconds[agent] + this.now - this.agents.dutySince[agent];
    const idleNow =
      this.agents.traits[(agent << Trait.shift) | Trait.doing] === Doing.idle
        ? this.now - this.agents.idleSince[agent]
        : 0;
    const idle = this.memory.idleSeconds[agent] + idleNow;
    return duty > 0 ? (duty - idle) / duty : 0;
  }

  private loadOf(agent: number): number {
    return this.agents.traits[(agent << Trait.shift) | Trait.load];
  }

  private firstWithRoom(group: number, load: number): number {
    const {units, unitsOfContact, groupShares} = this.attention;
    if (groupShares[group] === 0) return load === 0 && !this.interrupting ? this.agents.longestIdle(group) : Index.NONE;
    if (this.interrupting) return this.firstToInterrupt(group, load);
    const most = units[group] - unitsOfContact[group * this.types + this.typeAsked];
    for (let at = load; at <= most; at++) {
      const agent = this.firstThatFits(group, this.agents.longestAt(group, at));
      if (agent !== Index.NONE) return agent;
    }
    return Index.NONE;
  }

  /** From that agent on, at one load, the first with room for the contact in question: without a table, anyone has. */
  private firstThatFits(group: number, from: number): number {
    const {firstMixture, endOfMixtures} = this.attention;
    let agent = from;
    if (firstMixture[group] === endOfMixtures[group]) return agent;
    while (agent !== Index.NONE && !this.fits(agent, this.typeAsked)) agent = this.agents.nextIdle(agent);
    return agent;
  }

  /** From that load on, the first agent who may be interrupted for the contact in question. */
  private firstToInterrupt(group: number, load: number): number {
    const {units, interruptsParts} = this.attention;
    const fewest = interruptsParts[group] === 1 ? 1 : units[group];
    for (let at = Math.max(fewest, load); at <= units[group]; at++) {
      const agent = this.nextToInterrupt(this.agents.longestAt(group, at));
      if (agent !== Index.NONE) return agent;
    }
    return Index.NONE;
  }

  private nextToInterrupt(from: number): number {
    let agent = from;
    while (agent !== Index.NONE && !(this.isAbove(agent, this.typeAsked) && this.mayInterrupt(agent, this.typeAsked)))
      agent = this.agents.nextIdle(agent);
    return agent;
  }

  /** Would there be room for a contact of the type if what it may interrupt were put aside? */
  private mayInterrupt(agent: number, type: number): boolean {
    return this.attention.interrupting[type] === 1 && this.fitsBeside(agent, type, true);
  }

  /** Has the agent put aside only what a contact of the type may interrupt? */
  private isAbove(agent: number, type: number): boolean {
    const {interrupts} = this.attention;
    const row = (this.groupOf(agent) * this.types + type) * this.types;
    let contact = this.agents.suspended[agent];
    for (; contact !== 0; contact = this.nextWaiting(contact))
      if (interrupts[row + this.typeOf(contact)] === 0) return false;
    return true;
  }

  /** Is there room for a contact of the type beside what is in hand, or beside what of it may not be interrupted for it? */
  private fitsBeside(agent: number, type: number, interrupting: boolean): boolean {
    const {units, unitsOfContact, interrupts, firstMixture, endOfMixtures, mixtures, channelOfType} = this.attention;
    const group = this.groupOf(agent);
    const row = (group * this.types + type) * this.types;
    const takes = unitsOfContact[group * this.types + type];
    const hasTable = firstMixture[group] < endOfMixtures[group];
    if (!interrupting && (!hasTable || this.loadOf(agent) === 0)) return this.loadOf(agent) + takes <= units[group];
    const {held} = this;
    const {marks} = this.contacts;
    held.fill(0);
    let load = takes;
    held[channelOfType[type]] = 1;
    for (let contact = this.agents.traits[(agent << Trait.shift) | Trait.hand]; contact !== 0;) {
      const other = marks[(contact << Mark.shift) | Mark.contactType];
      if (!interrupting || !this.canPutAside(contact, interrupts[row + other])) {
        load += unitsOfContact[group * this.types + other];
        held[channelOfType[other]]++;
      }
      contact = marks[(contact << Mark.shift) | Mark.next];
    }
    // somebody rings at the agent: nothing is in hand, and yet there is no room
    if (this.loadOf(agent) > 0 && this.agents.traits[(agent << Trait.shift) | Trait.hand] === 0) return false;
    if (load > units[group]) return false;
    if (!hasTable) return true;
    for (let at = firstMixture[group]; at < endOfMixtures[group]; at++) {
      let channel = 0;
      while (channel < CHANNELS && held[channel] <= mixtures[at * CHANNELS + channel]) channel++;
      if (channel === CHANNELS) return true;
    }
    return false;
  }

  /** May the contact in hand be put aside, as far as it is of a type that may be? Not while it is handed over. */
  private canPutAside(contact: number, may: number): boolean {
    return may === 1 && this.contacts.marks[(contact << Mark.shift) | Mark.state] !== State.handingOver;
  }

  /** May the agent in question take a contact of the type now? Deferred work is not begun after the end of the horizon. */
  private hasRoom(type: number): boolean {
    const {deferred, groupShares, interrupts} = this.attention;
    if (deferred[type] === 1 && this.now >= this.horizon) return false;
    const agent = this.agentAsked;
    const group = this.groupOf(agent);
    if (groupShares[group] === 0) return true;
    if (this.heldAsked !== Index.NONE && interrupts[(group * this.types + type) * this.types + this.heldAsked] === 0)
      return false;
    return this.isAbove(agent, type) && (this.fits(agent, type) || this.mayInterrupt(agent, type));
  }
}

/** What a policy may ask of the floor: everything but what the engine tells it. */
export type FloorView = Omit<Pick<Floor, keyof Floor>, 'clear' | 'askForAgent' | 'askForContact' | 'fits'>;
