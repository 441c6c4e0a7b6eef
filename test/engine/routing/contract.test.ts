import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {NONE} from '../../../src/engine/contacts.js';
import type {Floor} from '../../../src/engine/floor.js';
import {groupOrder} from '../../../src/engine/group-order.js';
import {makeRouting} from '../../../src/engine/routing/index.js';
import type {AgentChoice, ContactCriterion, Scenario, Skill} from '../../../src/scenario/scenario.js';
import {AGENT_CHOICES, CONTACT_RULES, FIXED_CRITERIA, WAITING_CRITERIA} from '../../../src/scenario/schema/routing.js';
import {makeStream} from '../../../src/random/stream.js';
import {centerWith} from '../../support/center.js';

/** Every policy that a scenario can name: each agent choice with each order of criteria. */
const policies = [
  ...AGENT_CHOICES.map(agent => ({agent, contact: ['age'] as readonly ContactCriterion[]})),
  ...contactRules().map(contact => ({agent: 'longest-idle' as const, contact})),
];

function contactRules(): (readonly ContactCriterion[])[] {
  const before: readonly ContactCriterion[] = FIXED_CRITERIA;
  const prefixes: ContactCriterion[][] = [[], ...before.map(one => [one]), [...before], [...before].reverse()];
  const rules = [
    ...WAITING_CRITERIA.flatMap(end => prefixes.map(prefix => [...prefix, end])),
    ...Object.values(CONTACT_RULES),
  ];
  return [...new Map(rules.map(rule => [rule.join(), rule])).values()];
}

/** By the first in which they differ. */
function compare(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((value, index) => value !== b[index]);
  return differing < 0 ? 0 : a[differing] - b[differing];
}

const NOW = 100;
const TYPES = ['cards', 'loans', 'help'];

interface Moment {
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
  /** When the contact came, and for what. */
  readonly contacts: readonly {readonly type: number; readonly at: number}[];
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
const moments: fc.Arbitrary<Moment> = fc
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
      contacts: fc.array(fc.record({type: fc.nat({max: 2}), at: fc.integer({min: 50, max: NOW})}), {maxLength: 8}),
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

function scenarioOf(
  {groups, priorities, weights, ageing, thresholds, overflow}: Moment,
  agent: AgentChoice,
  contact: readonly ContactCriterion[],
): Scenario {
  return centerWith({
    types: Object.fromEntries(
      TYPES.map((name, type) => [
        name,
        {priority: priorities[type], weight: weights[type], ageing: ageing[type], thresholdSeconds: thresholds[type]},
      ]),
    ),
    groups: Object.fromEntries(
      groups.map(({size, skills: rights}, index) => [
        `group ${index}`,
        {count: size, skills: Object.fromEntries(rights.map(({type, ...right}) => [TYPES[type], right]))},
      ]),
    ),
    routing: {agent, contact, overflow},
  });
}

/** The center at one moment, and the view of it that a policy gets: frozen, so that an attempt to change anything throws. */
class Scene {
  /** Waiting contacts in order of arrival, then one of each type that arrives now. */
  readonly contacts: readonly {readonly type: number; readonly at: number; readonly stage: number}[];
  readonly waiting: readonly number[];
  readonly arriving: readonly number[];
  readonly groupOf: readonly number[];
  /** Idle agents of each group, the one idle for the longest time first. */
  private readonly idle: readonly (readonly number[])[];
  readonly floor: Floor;

  constructor(
    readonly moment: Moment,
    readonly scenario: Scenario,
  ) {
    const told = [...moment.contacts].sort((a, b) => a.at - b.at);
    this.contacts = [...told, ...TYPES.map((_, type) => ({type, at: NOW}))].map(({type, at}) => ({
      type,
      at,
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

  idleFor(contact: number): number[] {
    return this.idle.flatMap((agents, group) => (this.eligible(group, contact) ? agents : []));
  }

  waitingFor(agent: number): number[] {
    return this.waiting.filter(contact => this.eligible(this.groupOf[agent], contact));
  }

  /** May the group take the contact now? */
  private eligible(group: number, contact: number): boolean {
    const {type, at} = this.contacts[contact];
    const rule = this.moment.overflow[type].find(each => each.group === group);
    return this.skill(group, contact) !== undefined && (rule?.afterSeconds ?? 0) <= NOW - at;
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
    return new Set(this.moment.overflow[type].map(({afterSeconds}) => afterSeconds).filter(delay => delay <= wait))
      .size;
  }

  private view(): Floor {
    const {contacts, waiting, groupOf, idle, moment} = this;
    const view: Omit<Pick<Floor, keyof Floor>, 'clear' | 'askForAgent' | 'askForContact'> = {
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
    return Object.freeze(view) as Floor;
  }
}

describe.each(policies)('routing by $agent and $contact', ({agent: agentChoice, contact: rule}) => {
  const everyMoment = (check: (scene: Scene, policy: ReturnType<typeof makeRouting>) => void): void => {
    fc.assert(
      fc.property(moments, moment => {
        const scenario = scenarioOf(moment, agentChoice, rule);
        check(new Scene(moment, scenario), makeRouting(scenario, makeStream('1', 0, 'routing', 'random-agent')));
      }),
      {numRuns: 25},
    );
  };

  it('chooses an idle agent who may take the contact, of the lowest level and then the best by the rule, and nobody only when there is none', () => {
    everyMoment((scene, policy) => {
      for (const contact of [...scene.waiting, ...scene.arriving]) {
        const able = scene.idleFor(contact);
        const chosen = policy.chooseAgent(scene.floor, contact);
        if (able.length === 0) expect(chosen).toBe(NONE);
        else {
          expect(able).toContain(chosen);
          const places = able.map(agent => scene.agentPlace(agentChoice, agent, contact)).sort(compare);
          expect(scene.agentPlace(agentChoice, chosen, contact)).toEqual(places[0]);
        }
      }
    });
  });

  it('chooses a waiting contact that the agent may take, the first of its type and the best by the criteria, and none only when there is none', () => {
    everyMoment((scene, policy) => {
      for (const agent of scene.agents()) {
        const able = scene.waitingFor(agent);
        const chosen = policy.chooseContact(scene.floor, agent);
        if (able.length === 0) {
          expect(chosen).toBe(NONE);
          continue;
        }
        expect(able).toContain(chosen);
        expect(chosen).toBe(able.filter(contact => scene.contacts[contact].type === scene.contacts[chosen].type)[0]);
        const rank = (contact: number): number[] =>
          rule
            .map(criterion => scene.place(criterion, contact, scene.groupOf[agent]))
            .concat(scene.contacts[contact].at, contact);
        for (const other of able) expect(compare(rank(other), rank(chosen))).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it('answers the same for the same seed', () => {
    everyMoment((scene, policy) => {
      const again = makeRouting(scene.scenario, makeStream('1', 0, 'routing', 'random-agent'));
      for (const contact of [...scene.waiting, ...scene.arriving])
        expect(policy.chooseAgent(scene.floor, contact)).toBe(again.chooseAgent(scene.floor, contact));
      for (const agent of scene.agents())
        expect(policy.chooseContact(scene.floor, agent)).toBe(again.chooseContact(scene.floor, agent));
    });
  });
});
