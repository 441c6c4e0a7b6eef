import {Doing, Trait} from '../../engine/agents.js';
import {Mark, NONE, State, Time, type Contacts} from '../../engine/contacts.js';
import type {Follower, Observer, Watched} from '../../engine/observer.js';
import {CAUSES, OUTCOMES} from '../../engine/outcomes.js';
import {agentTiers, type AgentTiers} from '../../engine/routing/tiers.js';
import {groupsAt} from '../../engine/routing/widening-stages.js';
import type {Scenario} from '../../scenario/scenario.js';
import type {Answer, Count, GroupScene, LegStory, Scene, Story, Widening} from './story.js';

/** With an agent, or set aside by one. */
const IN_HAND: readonly number[] = [State.inTalk, State.inWrapUp, State.dialled, State.suspended, State.handingOver];

/** A leg that is not over. */
interface OpenLeg {
  readonly type: number;
  readonly number: number;
  readonly offeredAt: number;
  readonly scene: Scene;
  readonly widenings: Widening[];
  /** By contact type: came later, went before. */
  readonly overtakenBy: number[];
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

  legOffered(center: Watched, contact: number): void {
    const {contacts, floor} = center;
    const type = floor.typeOf(contact);
    const number = contacts.times[(contact << Time.shift) | Time.number];
    const isFirst = contacts.marks[(contact << Mark.shift) | Mark.leg] === 1;
    if (isFirst && this.wanted(number, type)) this.legs.set(number, []);
    if (!this.legs.has(number)) return;
    this.open.set(contact, {
      type,
      number,
      offeredAt: floor.now,
      scene: this.sceneOf(center, groupsAt(this.tiers, type, 0)),
      widenings: [],
      overtakenBy: this.scenario.contactTypes.map(() => 0),
      answer: null,
    });
  }

  legWidened(center: Watched, contact: number): void {
    const leg = this.open.get(contact);
    if (leg === undefined || leg.answer !== null) return;
    const stage = center.floor.stageOf(contact);
    const before = groupsAt(this.tiers, leg.type, stage - 1);
    const joining = groupsAt(this.tiers, leg.type, stage).filter(group => !before.includes(group));
    leg.widenings.push({at: center.floor.now, scene: this.sceneOf(center, joining)});
  }

  legAnswered({agents, floor}: Watched, contact: number, agent: number): void {
    const group = agents.groupOf(agent);
    const type = floor.typeOf(contact);
    for (const [slot, leg] of this.open) {
      if (slot === contact) {
        leg.answer = {
          at: floor.now,
          group: this.scenario.groups[group].name,
          agent: agent - agents.firstOfGroup[group] + 1,
          overtakenBy: this.counted(leg.overtakenBy),
        };
      } else if (leg.answer === null && this.mayServe(group, leg.type) && floor.cameBefore(slot, contact)) {
        leg.overtakenBy[type]++;
      }
    }
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
      offeredAt: leg?.offeredAt ?? times[(contact << Time.shift) | Time.offeredAt],
      scene: leg?.scene ?? null,
      widenings: leg?.widenings ?? [],
      answer: leg?.answer ?? null,
      outcome: OUTCOMES[outcome],
      endedAt: times[(contact << Time.shift) | Time.endedAt],
      transferredTo: transferTo === NONE ? null : this.nameOf(transferTo),
    });
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

  private sceneOf({contacts, agents, waiting}: Watched, groups: readonly number[]): Scene {
    const busyWith = this.scenario.contactTypes.map(() => 0);
    const {marks, capacity} = contacts;
    for (let slot = 1; slot < capacity; slot++) {
      const mark = slot << Mark.shift;
      const state = marks[mark | Mark.state];
      if (!IN_HAND.includes(state)) continue;
      if (groups.includes(agents.groupOf(marks[mark | Mark.agent]))) busyWith[marks[mark | Mark.contactType]]++;
    }
    const waits = this.scenario.contactTypes.map((_, type) =>
      groups.some(group => this.mayServe(group, type)) ? [...waiting.of(type)].length : 0,
    );
    return {
      groups: groups.map((group): GroupScene => {
        const doing = [0, 0, 0, 0];
        const first = agents.firstOfGroup[group];
        for (let agent = first; agent < first + agents.sizeOfGroup[group]; agent++)
          doing[agents.traits[(agent << Trait.shift) | Trait.doing]]++;
        return {
          group: this.scenario.groups[group].name,
          idle: doing[Doing.idle],
          busy: doing[Doing.busy],
          onBreak: doing[Doing.onBreak],
          offDuty: doing[Doing.signedOut],
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
