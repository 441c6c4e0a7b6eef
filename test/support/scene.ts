import fc from 'fast-check';
import {NONE} from '../../src/engine/contacts.js';
import type {FloorView} from '../../src/engine/floor.js';
import {groupOrder} from '../../src/engine/group-order.js';
import type {AgentChoice, ContactCriterion, RoutingCondition, Scenario, Skill} from '../../src/scenario/scenario.js';
import {centerWith} from './center.js';
import {plainSite} from './plain-site.js';

/** By the first in which they differ. */
export function compare(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((value, index) => value !== b[index]);
  return differing < 0 ? 0 : a[differing] - b[differing];
}

const NOW = 100;
const TYPES = ['cards', 'loans', 'help'];

/** What narrows the choice beside skills and delays. */
interface Limits {
  /** By group: agents kept idle for the type, if any. */
  readonly reserves: readonly ({readonly keep: number; readonly type: number} | null)[];
  /** By group: takes contacts only while more than so many of the type wait, if it says so. */
  readonly joins: readonly ({readonly type: number; readonly over: number} | null)[];
  /** By contact type: share of the even groups' site, the rest for that of the odd ones; null: not shared. */
  readonly shares: readonly (number | null)[];
  readonly lastAgentSeconds: number | null;
}

const NO_LIMITS: Limits = {
  reserves: [null, null, null, null],
  joins: [null, null, null, null],
  shares: [null, null, null],
  lastAgentSeconds: null,
};

/** What is drawn of it. */
export interface Moment {
  readonly groups: readonly {
    readonly size: number;
    readonly skills: readonly {readonly type: number; readonly level: number; readonly handleTimeFactor: number}[];
  }[];
  readonly priorities: readonly number[];
  readonly weights: readonly number[];
  readonly ageing: readonly number[];
  readonly thresholds: readonly number[];
  /** By contact type: the agent who took the last one, or none yet. */
  readonly lastAnswerers: readonly (number | null)[];
  readonly overflow: readonly (readonly {readonly group: number; readonly afterSeconds: number}[])[];
  readonly expiry: readonly (readonly {readonly group: number; readonly atSeconds: number}[])[];
  readonly limits: Limits;
  /** By contact type and group: contacts taken so far. */
  readonly taken: readonly (readonly number[])[];
  /** When the contact came, for what, and the agent who served the customer before. */
  readonly contacts: readonly {readonly type: number; readonly at: number; readonly served: number | null}[];
  /** Of each agent: idle since, or busy; contacts answered. */
  readonly agents: readonly {
    readonly idleSince: number | null;
    readonly answered: number;
    readonly occupancy: number;
  }[];
}

const oneOf = fc.constantFrom;
const skills = fc.uniqueArray(
  fc.record({type: fc.nat({max: 2}), level: oneOf(1, 2), handleTimeFactor: oneOf(0.9, 1, 1.1)}),
  {selector: ({type}) => type, minLength: 1, maxLength: 3},
);
const perhaps = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, {freq: 2});
const someLimits: fc.Arbitrary<Limits> = fc.record({
  reserves: fc.array(perhaps(fc.record({keep: fc.integer({min: 1, max: 2}), type: fc.nat({max: 2})})), {
    minLength: 4,
    maxLength: 4,
  }),
  joins: fc.array(perhaps(fc.record({type: fc.nat({max: 2}), over: fc.nat({max: 2})})), {minLength: 4, maxLength: 4}),
  shares: fc.tuple(...TYPES.map(() => perhaps(oneOf(0.75, 0.5, 0.25)))),
  lastAgentSeconds: perhaps(oneOf(0, 20)),
});
/** A center at one moment, drawn at random. */
export const moments: fc.Arbitrary<Moment> = fc
  .array(fc.record({size: fc.integer({min: 1, max: 3}), skills}), {minLength: 1, maxLength: 4})
  .chain(groups =>
    fc.record({
      groups: fc.constant(groups),
      priorities: fc.tuple(...TYPES.map(() => oneOf(1, 2))),
      weights: fc.tuple(...TYPES.map(() => oneOf(0.5, 1, 2))),
      ageing: fc.tuple(...TYPES.map(() => oneOf(0, 1 / 64, 1 / 8))),
      thresholds: fc.tuple(...TYPES.map(() => oneOf(0, 10, 40))),
      lastAnswerers: fc.tuple(...TYPES.map(() => fc.option(fc.nat({max: 3})))),
      overflow: fc.tuple(
        ...TYPES.map(() =>
          fc.uniqueArray(fc.record({group: fc.nat({max: groups.length - 1}), afterSeconds: oneOf(10, 30)}), {
            selector: ({group}) => group,
            maxLength: 2,
          }),
        ),
      ),
      expiry: fc.tuple(
        ...TYPES.map(() =>
          fc.uniqueArray(fc.record({group: fc.nat({max: groups.length - 1}), atSeconds: oneOf(0, 20, 40)}), {
            selector: ({group}) => group,
            maxLength: 1,
          }),
        ),
      ),
      limits: fc.oneof(fc.constant(NO_LIMITS), someLimits),
      taken: fc.tuple(...TYPES.map(() => fc.array(fc.nat({max: 5}), {minLength: 4, maxLength: 4}))),
      contacts: fc.array(
        fc.record({
          type: fc.nat({max: 2}),
          at: fc.integer({min: 50, max: NOW}),
          served: fc.option(fc.nat({max: groups.reduce((sum, {size}) => sum + size, 0) - 1}), {freq: 2}),
        }),
        {maxLength: 8},
      ),
      agents: fc.array(
        fc.record({
          idleSince: fc.option(fc.integer({min: 0, max: NOW})),
          answered: fc.nat({max: 3}),
          occupancy: oneOf(0, 0.5, 0.8),
        }),
        {
          minLength: 12,
          maxLength: 12,
        },
      ),
    }),
  );

/** The scenario of a moment, under a routing. */
export function scenarioOf(
  {groups, priorities, weights, ageing, thresholds, overflow, expiry, limits}: Moment,
  agent: AgentChoice,
  contact: readonly ContactCriterion[],
): Scenario {
  const scenario = centerWith({
    types: Object.fromEntries(
      TYPES.map((name, type) => [
        name,
        {priority: priorities[type], weight: weights[type], ageing: ageing[type], thresholdSeconds: thresholds[type]},
      ]),
    ),
    groups: Object.fromEntries(
      groups.map(({size, skills: rights}, index) => [
        `group ${index}`,
        {
          count: size,
          site: index % 2,
          skills: Object.fromEntries(rights.map(({type, ...right}) => [TYPES[type], right])),
          joins: joinsOf(limits, index),
        },
      ]),
    ),
    routing: {
      agent,
      contact,
      overflow,
      expiry,
      reserves: limits.reserves.flatMap((reserve, group) =>
        reserve === null || group >= groups.length ? [] : [{group, keep: reserve.keep, for: [reserve.type]}],
      ),
      shares: limits.shares.map(share =>
        share === null
          ? null
          : [
              {site: 0, share},
              {site: 1, share: 1 - share},
            ],
      ),
      lastAgentSeconds: limits.lastAgentSeconds,
    },
  });
  return {...scenario, sites: ['even', 'odd'].map(name => plainSite(name))};
}

function joinsOf({joins}: Limits, group: number): RoutingCondition | null {
  const rule = joins[group];
  return rule && {measure: 'queue', queue: rule.type, comparison: '>', value: rule.over};
}

/** The center at one moment, and the view of it that a policy gets: frozen, so that an attempt to change anything throws. */
export class Scene {
  /** Waiting contacts in order of arrival, then one of each type that arrives now. */
  readonly contacts: readonly {
    readonly type: number;
    readonly at: number;
    readonly stage: number;
    readonly served: number | null;
  }[];
  readonly waiting: readonly number[];
  readonly arriving: readonly number[];
  readonly groupOf: readonly number[];
  /** Idle agents of each group, the one idle for the longest time first. */
  private readonly idle: readonly (readonly number[])[];
  readonly floor: FloorView;

  constructor(
    readonly moment: Moment,
    readonly scenario: Scenario,
  ) {
    const told = [...moment.contacts].sort((a, b) => a.at - b.at);
    this.contacts = [...told, ...TYPES.map((_, type) => ({type, at: NOW, served: null}))].map(({type, at, served}) => ({
      type,
      at,
      served,
      stage: this.stageAfter(type, NOW - at),
    }));
    this.waiting = told.map((_, index) => index);
    this.arriving = TYPES.map((_, type) => told.length + type);
    this.groupOf = groupOrder(scenario).flatMap(group => Array.from({length: moment.groups[group].size}, () => group));
    this.idle = moment.groups.map((_, group) =>
      this.agents()
        .filter(agent => this.groupOf[agent] === group && this.idleSince(agent) !== null)
        .sort((a, b) => this.idleSince(a)! - this.idleSince(b)! || a - b),
    );
    this.floor = this.view();
  }

  agents(): number[] {
    return this.groupOf.map((_, agent) => agent);
  }

  skill(group: number, contact: number): Skill | undefined {
    return this.scenario.groups[group].skills.find(({contactType}) => contactType === this.contacts[contact].type);
  }

  /** Idle agents whom the contact may get. */
  idleFor(contact: number): number[] {
    const {served} = this.contacts[contact];
    const able = this.idle.flatMap((agents, group) =>
      this.eligible(group, contact) && this.joined(group) && this.spares(group, contact, agents.length - 1)
        ? agents
        : [],
    );
    if (this.moment.limits.lastAgentSeconds !== null && served !== null) {
      if (able.includes(served)) return [served];
      if (this.waitsFor(contact) !== null) return [];
    }
    const atSite = (odd: number): number[] => able.filter(agent => this.groupOf[agent] % 2 === odd);
    return (
      this.sitesInOrder(contact)
        .map(atSite)
        .find(agents => agents.length > 0) ?? able
    );
  }

  /** Waiting contacts that the agent may take. */
  waitingFor(agent: number): number[] {
    const group = this.groupOf[agent];
    const others = this.idle[group].filter(other => other !== agent).length;
    if (!this.joined(group)) return [];
    const able = this.waiting.filter(
      contact =>
        this.eligible(group, contact) &&
        this.spares(group, contact, others) &&
        [null, agent].includes(this.waitsFor(contact)),
    );
    const own = able.filter(contact => this.waitsFor(contact) === agent);
    return own.length > 0 ? own.slice(0, 1) : able;
  }

  /** Does it go to an agent of its own, or the best by the rule? */
  isOwn(contact: number, agent: number): boolean {
    return this.waitsFor(contact) === agent;
  }

  /** May the group take the contact now, by skill and delay? */
  private eligible(group: number, contact: number): boolean {
    const {type, at} = this.contacts[contact];
    const from = this.moment.overflow[type].find(each => each.group === group)?.afterSeconds ?? 0;
    const until = this.moment.expiry[type].find(each => each.group === group)?.atSeconds ?? Infinity;
    return this.skill(group, contact) !== undefined && from <= NOW - at && NOW - at < until;
  }

  private joined(group: number): boolean {
    const rule = this.moment.limits.joins[group];
    return (
      rule === null || this.waiting.filter(contact => this.contacts[contact].type === rule.type).length > rule.over
    );
  }

  /** May the contact have an agent of the group, when so many others are idle? */
  private spares(group: number, contact: number, others: number): boolean {
    const rule = this.moment.limits.reserves[group];
    return rule === null || rule.type === this.contacts[contact].type || others >= rule.keep;
  }

  /** The agent for whom the contact still waits. */
  private waitsFor(contact: number): number | null {
    const {served, at} = this.contacts[contact];
    const {lastAgentSeconds} = this.moment.limits;
    if (lastAgentSeconds === null || served === null || at + lastAgentSeconds <= NOW) return null;
    return this.eligible(this.groupOf[served], contact) ? served : null;
  }

  /** 0: the even groups' site, 1: that of the odd ones; the one that would miss most of its share first. */
  private sitesInOrder(contact: number): number[] {
    const {type} = this.contacts[contact];
    const share = this.moment.limits.shares[type];
    if (share === null) return [];
    const skilled = this.moment.groups.map((_, group) => group).filter(group => this.skill(group, contact));
    const takenAt = (odd: number): number =>
      skilled.filter(group => group % 2 === odd).reduce((sum, group) => sum + this.moment.taken[type][group], 0);
    const all = takenAt(0) + takenAt(1) + 1;
    const missing = [share * all - takenAt(0), (1 - share) * all - takenAt(1)];
    if (missing[0] !== missing[1]) return missing[0] > missing[1] ? [0, 1] : [1, 0];
    if (share !== 0.5) return share > 0.5 ? [0, 1] : [1, 0];
    const first = groupOrder(this.scenario).find(group => skilled.includes(group)) ?? 0;
    return first % 2 === 0 ? [0, 1] : [1, 0];
  }

  /** Place of a waiting contact by one criterion, for agents of the group; the lowest goes first. */
  place(criterion: ContactCriterion, contact: number, group: number): number {
    const {type, at} = this.contacts[contact];
    const {priorities, weights, ageing, thresholds} = this.moment;
    const places: Readonly<Record<ContactCriterion, () => number>> = {
      priority: () => priorities[type],
      level: () => this.skill(group, contact)!.level,
      age: () => at,
      'weighted-wait': () => -weights[type] * (NOW - at),
      ageing: () => priorities[type] - ageing[type] * (NOW - at),
      due: () => at + thresholds[type],
      'queue-length': () => -this.waiting.filter(other => this.contacts[other].type === type).length,
    };
    return places[criterion]();
  }

  /** Place of an idle agent by the rule, level first; the lowest is taken. Chance makes no difference between agents. */
  agentPlace(rule: AgentChoice, agent: number, contact: number): number[] {
    const skill = this.skill(this.groupOf[agent], contact)!;
    const idle = [this.idleSince(agent)!, agent];
    const {answered, occupancy} = this.moment.agents[agent];
    const last = this.moment.lastAnswerers[this.contacts[contact].type] ?? NONE;
    const places: Readonly<Record<AgentChoice, readonly number[]>> = {
      'longest-idle': idle,
      'least-occupied': [occupancy, ...idle],
      'most-proficient': [skill.handleTimeFactor, ...idle],
      'fewest-contacts': [answered, ...idle],
      'round-robin': [agent > last ? 0 : 1, agent],
      linear: [agent],
      random: [],
      'weighted-random': [],
    };
    return [skill.level, ...places[rule]];
  }

  private idleSince(agent: number): number | null {
    return this.moment.agents[agent].idleSince;
  }

  private stageAfter(type: number, wait: number): number {
    const delays = this.moment.overflow[type].map(({afterSeconds}) => afterSeconds);
    const ends = this.moment.expiry[type].map(({atSeconds}) => atSeconds).filter(end => end > 0);
    return new Set([...delays, ...ends].filter(delay => delay <= wait)).size;
  }

  private view(): FloorView {
    const {contacts, waiting, groupOf, idle, moment} = this;
    const view: FloorView = {
      now: NOW,
      heads: new Int32Array(0),
      typeOf: contact => contacts[contact].type,
      stageOf: contact => contacts[contact].stage,
      offeredAt: contact => contacts[contact].at,
      waitOf: contact => NOW - contacts[contact].at,
      queueLengthOf: type => waiting.filter(contact => contacts[contact].type === type).length,
      lastAnswererOf: type => moment.lastAnswerers[type] ?? NONE,
      occupancyOf: agent => moment.agents[agent].occupancy,
      cameBefore: (contact, other) => contact < other,
      waitedFor: (contact, seconds) => contacts[contact].at + seconds <= NOW,
      nextWaiting: contact =>
        waiting.find(other => other > contact && contacts[other].type === contacts[contact].type) ?? NONE,
      servedBefore: contact => contacts[contact].served ?? NONE,
      obstacleOf: () => 1,
      waitingIn: queue => waiting.filter(contact => contacts[contact].type === queue).length,
      takenBy: (type, group) => moment.taken[type][group],
      recentServiceLevel: () => 1,
      expectedWait: () => 0,
      isReady: () => true,
      hasReady: (group, wanted, _, apart) => idle[group].filter(agent => agent !== apart).length >= wanted,
      isIdle: agent => this.idleSince(agent) !== null,
      mayTake: agent => this.idleSince(agent) !== null,
      isStaying: () => true,
      isLeaving: () => false,
      headOf: type => waiting.find(contact => contacts[contact].type === type) ?? NONE,
      groupOf: agent => groupOf[agent],
      longestIdle: group => idle[group][0] ?? NONE,
      nextIdle: agent => idle[groupOf[agent]][idle[groupOf[agent]].indexOf(agent) + 1] ?? NONE,
      idleIn: group => idle[group].length,
      idleLonger: (agent, other) =>
        this.idleSince(agent)! < this.idleSince(other)! ||
        (this.idleSince(agent) === this.idleSince(other) && agent < other),
      answeredBy: agent => moment.agents[agent].answered,
    };
    return Object.freeze(view);
  }
}
