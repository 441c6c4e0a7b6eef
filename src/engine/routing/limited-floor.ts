import type {Scenario} from '../../scenario/scenario.js';
import {NONE} from '../contacts.js';
import type {FloorView} from '../floor.js';
import {joinConditions, type Condition} from './conditions.js';
import {hasObstacles, sharesBeyond} from './obstacles.js';
import {stageWindows} from './tiers.js';

/** Groups of any site. */
export const ANY_TURN = -1;

/**
 * The floor without what is out of bounds for the contact or the agent in question, so that every policy keeps to the
 * limits without knowing them: agents kept idle for other types, groups whose condition does not hold, groups that have
 * dropped out, sites whose turn it is not, sites that the contact is beyond, contacts that wait for the agent they know.
 */
export class LimitedFloor implements FloorView {
  private floor!: FloorView;
  /** Looked for: an agent for a contact of this type, among the groups of this turn. */
  private type = NONE;
  private turn: number = ANY_TURN;
  /** Which sites the contact is beyond; 1: none. */
  private obstacle = 1;
  /** Looked for: a contact for this agent, of this group. */
  private agent = NONE;
  private group = NONE;
  /** Does the agent's group take contacts at all; and those of types for which it keeps no agents? */
  private joined = true;
  private spare = true;

  private readonly types: number;
  private readonly joins: readonly (Condition | null)[];
  /** By group: agents kept ready, and for which types. */
  private readonly keep: Int32Array;
  private readonly keptFor: readonly (readonly number[])[];
  /** By group × contact types + type: 1 where the type may have them, or leaves them ready since it gives way to those types. */
  private readonly reserved: Uint8Array;
  /** By group × contact types + type: stages of a contact at which the group may take it, from and to before. */
  private readonly from: Int32Array;
  private readonly until: Int32Array;
  /** By group × contact types + type: part of the type that is beyond the group's site. */
  private readonly beyond: Float64Array;
  private readonly hasObstacles: boolean;
  /** How long a contact waits for the agent whom it knows; null: it knows nobody. */
  private readonly lastAgentSeconds: number | null;

  /** @param turnOfGroup by group × contact types + type: which turn of the type the group has (site-shares.ts) */
  constructor(
    scenario: Scenario,
    private readonly turnOfGroup: Int32Array,
  ) {
    const {contactTypes, groups, routing} = scenario;
    this.types = contactTypes.length;
    this.joins = joinConditions(scenario);
    this.keep = new Int32Array(groups.length);
    this.reserved = new Uint8Array(groups.length * this.types);
    this.keptFor = groups.map((_, group) => routing.reserves.find(rule => rule.group === group)?.for ?? []);
    for (const {group, keep, for: types} of routing.reserves) {
      this.keep[group] = keep;
      contactTypes.forEach(({channel}, type) => {
        const giving = groups[group].capacity.find(held => held.channel === channel)?.interruptedBy ?? [];
        const givesWay = types.every(kept => giving.includes(contactTypes[kept].channel));
        if (givesWay || types.includes(type)) this.reserved[group * this.types + type] = 1;
      });
    }
    const {from, until} = stageWindows(scenario);
    this.from = from;
    this.until = until;
    this.beyond = sharesBeyond(scenario);
    this.hasObstacles = hasObstacles(scenario);
    this.lastAgentSeconds = routing.lastAgentSeconds;
  }

  /** From now on it is seen for this contact, with the groups of one turn. */
  seenFor(floor: FloorView, contact: number, turn: number): void {
    this.floor = floor;
    this.type = floor.typeOf(contact);
    this.turn = turn;
    if (this.hasObstacles) this.obstacle = floor.obstacleOf(contact);
  }

  /** From now on it is seen by this agent. */
  seenBy(floor: FloorView, agent: number): void {
    const group = floor.groupOf(agent);
    this.floor = floor;
    this.agent = agent;
    this.group = group;
    this.joined = this.joins[group]?.(floor) ?? true;
    // past the end of the shift an agent would not be idle, but gone
    this.spare = this.keep[group] === 0 || floor.isLeaving(agent) || this.isSpare(agent, group);
  }

  /** The agent who served the customer before, if able and free to take the contact; else NONE. After `seenFor`. */
  knownAgentFor(contact: number): number {
    const agent = this.floor.servedBefore(contact);
    if (agent === NONE || !this.floor.mayTake(agent, this.type)) return NONE;
    const group = this.floor.groupOf(agent);
    return this.takes(group, contact) && this.gives(group) && this.givesAgent(agent) ? agent : NONE;
  }

  /** Does the contact still wait for the agent whom it knows? */
  waitsForKnown(contact: number): boolean {
    const {floor, lastAgentSeconds} = this;
    if (lastAgentSeconds === null || floor.waitedFor(contact, lastAgentSeconds)) return false;
    const agent = floor.servedBefore(contact);
    return agent !== NONE && floor.isStaying(agent) && this.takes(floor.groupOf(agent), contact);
  }

  /** The contact that came first of those who wait for this agent, or NONE. After `seenBy`. */
  contactThatKnows(agent: number): number {
    let first = NONE;
    for (let type = 0; type < this.types; type++) {
      for (let contact = this.headOf(type); contact !== NONE; contact = this.floor.nextWaiting(contact)) {
        if (this.floor.servedBefore(contact) !== agent || !this.waitsForKnown(contact)) continue;
        if (first === NONE || this.floor.cameBefore(contact, first)) first = contact;
        break;
      }
    }
    return first;
  }

  longestIdle(group: number): number {
    return this.gives(group) ? this.firstGiven(this.floor.longestIdle(group)) : NONE;
  }

  nextIdle(agent: number): number {
    return this.firstGiven(this.floor.nextIdle(agent));
  }

  idleIn(group: number): number {
    if (this.keep[group] === 0) return this.gives(group) ? this.floor.idleIn(group) : 0;
    let idle = 0;
    for (let agent = this.longestIdle(group); agent !== NONE; agent = this.nextIdle(agent)) idle++;
    return idle;
  }

  /** The first waiting contact of the type that the agent may take, or NONE. */
  headOf(contactType: number): number {
    const {floor, agent, group} = this;
    const right = group * this.types + contactType;
    if (!this.joined || !(this.spare || this.reserved[right] === 1)) return NONE;
    let contact = floor.headOf(contactType);
    while (
      contact !== NONE &&
      (floor.stageOf(contact) >= this.until[right] ||
        this.waitsForOther(contact, agent) ||
        this.isBeyond(contact, right))
    )
      contact = floor.nextWaiting(contact);
    return contact;
  }

  /** May agents of the group be given to a contact of the type in question? */
  private gives(group: number): boolean {
    const right = group * this.types + this.type;
    if (this.turn !== ANY_TURN && this.turnOfGroup[right] !== this.turn) return false;
    if (this.obstacle < this.beyond[right]) return false;
    return this.joins[group]?.(this.floor) ?? true;
  }

  /** From that agent on, the first who is not kept for other types. */
  private firstGiven(from: number): number {
    let agent = from;
    while (agent !== NONE && !this.givesAgent(agent)) agent = this.floor.nextIdle(agent);
    return agent;
  }

  private givesAgent(agent: number): boolean {
    const group = this.floor.groupOf(agent);
    if (this.keep[group] === 0 || this.reserved[group * this.types + this.type] === 1) return true;
    return this.isSpare(agent, group);
  }

  /** Is the agent not ready for the types of the reserve anyway, or are enough others? */
  private isSpare(agent: number, group: number): boolean {
    const {floor, keep, keptFor} = this;
    return !floor.isReady(agent, keptFor[group]) || floor.hasReady(group, keep[group], keptFor[group], agent);
  }

  private takes(group: number, contact: number): boolean {
    const right = group * this.types + this.floor.typeOf(contact);
    const stage = this.floor.stageOf(contact);
    return this.from[right] <= stage && stage < this.until[right] && !this.isBeyond(contact, right);
  }

  /** Can the site of a group not take the contact? */
  private isBeyond(contact: number, right: number): boolean {
    return this.hasObstacles && this.floor.obstacleOf(contact) < this.beyond[right];
  }

  private waitsForOther(contact: number, agent: number): boolean {
    return this.lastAgentSeconds !== null && this.floor.servedBefore(contact) !== agent && this.waitsForKnown(contact);
  }

  isReady(agent: number, types: readonly number[]): boolean {
    return this.floor.isReady(agent, types);
  }

  hasReady(group: number, wanted: number, types: readonly number[], apart: number): boolean {
    return this.floor.hasReady(group, wanted, types, apart);
  }

  get now(): number {
    return this.floor.now;
  }

  get heads(): Int32Array {
    return this.floor.heads;
  }

  typeOf(contact: number): number {
    return this.floor.typeOf(contact);
  }

  stageOf(contact: number): number {
    return this.floor.stageOf(contact);
  }

  offeredAt(contact: number): number {
    return this.floor.offeredAt(contact);
  }

  waitOf(contact: number): number {
    return this.floor.waitOf(contact);
  }

  waitedFor(contact: number, seconds: number): boolean {
    return this.floor.waitedFor(contact, seconds);
  }

  cameBefore(contact: number, other: number): boolean {
    return this.floor.cameBefore(contact, other);
  }

  nextWaiting(contact: number): number {
    return this.floor.nextWaiting(contact);
  }

  obstacleOf(contact: number): number {
    return this.floor.obstacleOf(contact);
  }

  servedBefore(contact: number): number {
    return this.floor.servedBefore(contact);
  }

  groupOf(agent: number): number {
    return this.floor.groupOf(agent);
  }

  isIdle(agent: number): boolean {
    return this.floor.isIdle(agent);
  }

  isLeaving(agent: number): boolean {
    return this.floor.isLeaving(agent);
  }

  isStaying(agent: number): boolean {
    return this.floor.isStaying(agent);
  }

  mayTake(agent: number, type: number): boolean {
    return this.floor.mayTake(agent, type);
  }

  idleLonger(agent: number, other: number): boolean {
    return this.floor.idleLonger(agent, other);
  }

  answeredBy(agent: number): number {
    return this.floor.answeredBy(agent);
  }

  occupancyOf(agent: number): number {
    return this.floor.occupancyOf(agent);
  }

  lastAnswererOf(contactType: number): number {
    return this.floor.lastAnswererOf(contactType);
  }

  takenBy(contactType: number, group: number): number {
    return this.floor.takenBy(contactType, group);
  }

  queueLengthOf(contactType: number): number {
    return this.floor.queueLengthOf(contactType);
  }

  waitingIn(queue: number): number {
    return this.floor.waitingIn(queue);
  }

  recentServiceLevel(queue: number): number {
    return this.floor.recentServiceLevel(queue);
  }

  expectedWait(contactType: number): number {
    return this.floor.expectedWait(contactType);
  }
}
