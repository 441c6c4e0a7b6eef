import {Doing, Trait, type Agents} from '../../engine/agents.js';
import {Mark, NONE, State, Time, type Contacts} from '../../engine/contacts.js';
import type {Floor} from '../../engine/floor.js';
import type {Follower, Observer, Turn, Watched} from '../../engine/observer.js';
import {Cause, CAUSES, OUTCOMES} from '../../engine/outcomes.js';
import {agentTiers, type AgentTiers} from '../../engine/routing/tiers.js';
import {groupsAt, joiningAt, leavingAt} from '../../engine/routing/widening-stages.js';
import {conditionText} from '../../scenario/condition-text.js';
import type {ContactType, Scenario} from '../../scenario/scenario.js';
import type {Answer, Count, GroupScene, LegStory, LegTurn, Person, Ring, Scene, Story, Widening} from './story.js';

/** With an agent, or set aside by one. */
const IN_HAND: readonly number[] = [State.inTalk, State.inWrapUp, State.dialled, State.suspended, State.handingOver];

/** A leg that is not over. */
interface OpenLeg {
  readonly type: number;
  readonly number: number;
  readonly offeredAt: number;
  readonly scene: Scene;
  readonly announced: number | null;
  readonly callbackOffered: boolean;
  readonly widenings: Widening[];
  readonly rings: Ring[];
  /** By contact type: came later, went before. */
  readonly overtakenBy: number[];
  /** Who served the customer before; null: nobody, or it does not matter. */
  readonly knows: Person | null;
  readonly turns: LegTurn[];
  answer: Answer | null;
}

/** Follows some contacts through one replication and remembers what happened to them. */
export class Stories implements Observer, Follower {
  readonly follower = this;
  private readonly legs = new Map<number, LegStory[]>();
  /** By slot. */
  private readonly open = new Map<number, OpenLeg>();
  private readonly tiers: AgentTiers;

  /** @param wanted whether the contact with this number, whose first attempt is of this type, is followed; asked at its first leg */
  constructor(
    private readonly scenario: Scenario,
    private readonly wanted: (number: number, contactType: number) => boolean,
  ) {
    this.tiers = agentTiers(scenario, false);
  }

  /** The contacts followed, in order of their numbers. */
  told(): readonly Story[] {
    return [...this.legs]
      .sort(([a], [b]) => a - b)
      .map(([number, legs]) => {
        const inOrder = [...legs].sort((a, b) => a.offeredAt - b.offeredAt);
        return {number, contactType: inOrder[0].contactType, legs: inOrder};
      });
  }

  legMeetsBot({contacts}: Watched, contact: number): void {
    this.consider(contacts, contact);
  }

  legOffered(center: Watched, contact: number): void {
    const {contacts, floor} = center;
    const type = floor.typeOf(contact);
    const number = contacts.times[(contact << Time.shift) | Time.number];
    if (this.botMetAt(contacts, contact) === null) this.consider(contacts, contact);
    if (!this.legs.has(number)) return;
    this.open.set(contact, {
      type,
      number,
      offeredAt: floor.now,
      scene: this.sceneOf(center, groupsAt(this.tiers, type, 0), type),
      announced: announcedWait(this.scenario.contactTypes[type], floor.expectedWait(type)),
      callbackOffered: contacts.causeOf(contact) !== Cause.callback && this.offersCallback(floor, type),
      widenings: [],
      rings: [],
      overtakenBy: this.scenario.contactTypes.map(() => 0),
      knows: this.knownTo(center, contact),
      turns: [],
      answer: null,
    });
  }

  legWidened(center: Watched, contact: number): void {
    const leg = this.open.get(contact);
    if (leg === undefined || leg.answer !== null) return;
    const stage = center.floor.stageOf(contact);
    leg.widenings.push({
      at: center.floor.now,
      scene: this.sceneOf(center, joiningAt(this.tiers, leg.type, stage), leg.type),
      leaving: leavingAt(this.tiers, leg.type, stage).map(group => this.scenario.groups[group].name),
    });
  }

  legRingsInVain({agents, floor}: Watched, contact: number, agent: number): void {
    this.open.get(contact)?.rings.push({at: floor.now, ...this.named(agents, agent)});
  }

  legAnswered({agents, floor}: Watched, contact: number, agent: number): void {
    const group = agents.groupOf(agent);
    const type = floor.typeOf(contact);
    for (const [slot, leg] of this.open) {
      if (slot === contact) {
        leg.answer = {
          at: floor.now,
          ...this.named(agents, agent),
          overtakenBy: this.counted(leg.overtakenBy),
        };
      } else if (leg.answer === null && this.mayServe(group, leg.type) && floor.cameBefore(slot, contact)) {
        leg.overtakenBy[type]++;
      }
    }
  }

  legTurns({agents, floor}: Watched, contact: number, turn: Turn, agent: number): void {
    this.open.get(contact)?.turns.push({at: floor.now, turn, ...this.named(agents, agent)});
  }

  legEnded(contacts: Contacts, contact: number, outcome: number): void {
    const {times, marks} = contacts;
    const number = times[(contact << Time.shift) | Time.number];
    const legs = this.legs.get(number);
    if (legs === undefined) return;
    const leg = this.open.get(contact);
    this.open.delete(contact);
    const transferTo = marks[(contact << Mark.shift) | Mark.transferTo];
    legs.push({
      contactType: this.nameOf(marks[(contact << Mark.shift) | Mark.contactType]),
      cause: CAUSES[contacts.causeOf(contact)],
      metBotAt: this.botMetAt(contacts, contact),
      offeredAt: leg?.offeredAt ?? times[(contact << Time.shift) | Time.offeredAt],
      scene: leg?.scene ?? null,
      announced: leg?.announced ?? null,
      callbackOffered: leg?.callbackOffered ?? false,
      widenings: leg?.widenings ?? [],
      rings: leg?.rings ?? [],
      knows: leg?.knows ?? null,
      answer: leg?.answer ?? null,
      turns: leg?.turns ?? [],
      outcome: OUTCOMES[outcome],
      endedAt: times[(contact << Time.shift) | Time.endedAt],
      transferredTo: transferTo === NONE ? null : this.nameOf(transferTo),
      handedOver: this.isWarm(marks[(contact << Mark.shift) | Mark.contactType], transferTo),
    });
  }

  /** A contact begins: is it one to be followed? */
  private consider({times, marks}: Contacts, contact: number): void {
    const number = times[(contact << Time.shift) | Time.number];
    const isFirst = marks[(contact << Mark.shift) | Mark.leg] === 1;
    if (isFirst && this.wanted(number, marks[(contact << Mark.shift) | Mark.contactType])) this.legs.set(number, []);
  }

  /** When its leg met a bot or IVR; null: it met none. */
  private botMetAt(contacts: Contacts, contact: number): number | null {
    const {automation} = this.scenario.contactTypes[contacts.marks[(contact << Mark.shift) | Mark.contactType]];
    const cause = contacts.causeOf(contact);
    const met = automation !== null && cause !== Cause.transfer && cause !== Cause.callback;
    return met ? contacts.createdAt[contact] : null;
  }

  dutyEnded(): void {
    // what agents did is told by the contacts that they served
  }

  busyEnded(): void {
    // likewise
  }

  private nameOf(type: number): string {
    return this.scenario.contactTypes[type].name;
  }

  private mayServe(group: number, type: number): boolean {
    return this.scenario.groups[group].skills.some(({contactType}) => contactType === type);
  }

  private isWarm(from: number, to: number): boolean {
    return this.scenario.contactTypes[from].transfers.some(rule => rule.to === to && rule.warm !== null);
  }

  /** Who has to wait is offered a callback; events/callback.ts. */
  private offersCallback(floor: Floor, type: number): boolean {
    const {callback} = this.scenario.contactTypes[type];
    if (callback === null || floor.queueLengthOf(type) <= callback.queueOver) return false;
    return callback.expectedWaitOver === null || floor.expectedWait(type) > callback.expectedWaitOver;
  }

  /** `2` of `team`: agents of a group count from 1. */
  private named(agents: Agents, agent: number): Person {
    const group = agents.groupOf(agent);
    return {group: this.scenario.groups[group].name, agent: agent - agents.firstOfGroup[group] + 1};
  }

  /** The agent whom the routing prefers for the contact, if signed in. */
  private knownTo({agents, floor}: Watched, contact: number): Person | null {
    if (this.scenario.routing.lastAgentSeconds === null) return null;
    const agent = floor.servedBefore(contact);
    if (agent === NONE || !floor.isStaying(agent)) return null;
    return this.mayServe(agents.groupOf(agent), floor.typeOf(contact)) ? this.named(agents, agent) : null;
  }

  /** Contact types for which a group keeps agents idle, unless this is one of them. */
  private keptFor(group: number, type: number): readonly string[] {
    const rule = this.scenario.routing.reserves.find(reserve => reserve.group === group);
    return rule === undefined || rule.for.includes(type) ? [] : rule.for.map(other => this.nameOf(other));
  }

  private sceneOf({contacts, agents, waiting}: Watched, groups: readonly number[], type: number): Scene {
    const busyWith = this.scenario.contactTypes.map(() => 0);
    const {marks, capacity} = contacts;
    for (let slot = 1; slot < capacity; slot++) {
      const mark = slot << Mark.shift;
      const state = marks[mark | Mark.state];
      if (!IN_HAND.includes(state)) continue;
      if (groups.includes(agents.groupOf(marks[mark | Mark.agent]))) busyWith[marks[mark | Mark.contactType]]++;
    }
    const waits = this.scenario.contactTypes.map((_, other) =>
      groups.some(group => this.mayServe(group, other)) ? [...waiting.of(other)].length : 0,
    );
    return {
      groups: groups.map((group): GroupScene => {
        const {joins} = this.scenario.groups[group];
        const doing = [0, 0, 0, 0, 0];
        const first = agents.firstOfGroup[group];
        for (let agent = first; agent < first + agents.sizeOfGroup[group]; agent++)
          doing[agents.traits[(agent << Trait.shift) | Trait.doing]]++;
        return {
          group: this.scenario.groups[group].name,
          idle: doing[Doing.idle],
          busy: doing[Doing.busy],
          onBreak: doing[Doing.onBreak],
          offDuty: doing[Doing.signedOut],
          keptFor: this.keptFor(group, type),
          joins: joins === null ? null : conditionText(this.scenario, joins),
        };
      }),
      busyWith: this.counted(busyWith),
      waiting: this.counted(waits),
    };
  }

  /** By contact type, those that are there at all. */
  private counted(counts: readonly number[]): readonly Count[] {
    return counts.flatMap((contacts, type) => (contacts === 0 ? [] : [{contactType: this.nameOf(type), contacts}]));
  }
}

/** What a contact is told of its wait; null: nothing. */
function announcedWait({announce}: ContactType, expected: number): number | null {
  if (announce === null || expected === Infinity) return null;
  const {stepSeconds} = announce;
  return stepSeconds === 0 ? expected : Math.max(1, Math.ceil(expected / stepSeconds)) * stepSeconds;
}
