import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {AgentChoice, ContactCriterion, Scenario} from '../../src/scenario/scenario.js';
import {centerWith, exponential, steady, type CenterSketch} from '../support/center.js';
import {pathOf, type Leg} from '../support/path.js';
import {smallCenters} from '../support/random-center.js';

const choices = fc.record({
  agent: fc.constantFrom<AgentChoice>('longest-idle', 'most-proficient', 'fewest-contacts', 'random'),
  contact: fc.constantFrom<readonly ContactCriterion[]>(
    ['age'],
    ['priority', 'age'],
    ['level', 'age'],
    ['weighted-wait'],
  ),
  more: fc.integer({min: 0, max: 2}),
});

/** The same customers, under another routing and with so many more agents in every group. */
function otherwise(
  scenario: Scenario,
  {agent, contact, more}: {agent: AgentChoice; contact: readonly ContactCriterion[]; more: number},
): Scenario {
  return {
    ...scenario,
    routing: {...scenario.routing, agent, contact},
    groups: scenario.groups.map(group => ({
      ...group,
      staffing: {kind: 'counts', changes: [{at: 0, agents: 1 + more}]},
    })),
  };
}

const key = ({number, leg}: Leg): string => `${number} ${leg}`;
const horizonOf = ({clock}: Scenario): number => clock.dayStarts[clock.days];

describe('the customers met under any routing and staffing', () => {
  it('are the same: who comes first, when, for what and with how much work', () => {
    fc.assert(
      fc.property(smallCenters, choices, ({sketch}, choice) => {
        const first = (scenario: Scenario) =>
          pathOf(scenario, {seed: '5'})
            .legs.filter(({leg}) => leg === 1)
            .sort((a, b) => a.number - b.number)
            .map(({number, type, createdAt, work}) => ({number, type, createdAt, work}));
        const scenario = coming(centerWith(sketch));
        expect(first(otherwise(scenario, choice))).toEqual(first(scenario));
      }),
      {numRuns: 60},
    );
  });

  it('bring the same to their later legs, wherever both come to the same leg of the same type', () => {
    fc.assert(
      fc.property(smallCenters, choices, ({sketch}, choice) => {
        const scenario = coming(centerWith(sketch));
        const laterLegs = new Map(
          pathOf(scenario, {seed: '5'})
            .legs.filter(({leg}) => leg > 1)
            .map(leg => [key(leg), leg]),
        );
        for (const leg of pathOf(otherwise(scenario, choice), {seed: '5'}).legs) {
          const same = laterLegs.get(key(leg));
          if (same === undefined || same.type !== leg.type) continue;
          expect(leg.work).toBe(same.work);
          if (leg.outcome !== 'abandoned' || same.outcome !== 'abandoned') continue;
          // patience is the same; the wait is the difference of two times that may be far from each other
          expect(Math.abs(leg.waitEnd - leg.offeredAt - (same.waitEnd - same.offeredAt))).toBeLessThan(1e-9);
        }
      }),
      {numRuns: 60},
    );
  });

  it('are as patient, and who gives up at the same leg takes the same time to try again', () => {
    const scenario = centerWith({
      types: {
        help: {
          arrivals: steady(1 / 20, 3600),
          talk: exponential(90),
          patience: exponential(40),
          redial: {probability: 0.6, after: exponential(120), atMost: 3},
        },
      },
      groups: {team: {count: 3, skills: {help: 1}}},
      clock: {daySeconds: 3600, intervalSeconds: 900},
    });
    const redials = (agents: number) => {
      const legs = new Map(
        pathOf(otherwise(scenario, {agent: 'random', contact: ['age'], more: agents - 1}), {seed: '5'}).legs.map(
          leg => [key(leg), leg],
        ),
      );
      return new Map(
        [...legs.values()].flatMap(leg => {
          const next = legs.get(`${leg.number} ${leg.leg + 1}`);
          return leg.outcome === 'abandoned' && next !== undefined
            ? [[key(leg), next.offeredAt - leg.waitEnd] as const]
            : [];
        }),
      );
    };
    const [few, more] = [redials(2), redials(3)];
    const both = [...few.keys()].filter(each => more.has(each));
    expect(both.length).toBeGreaterThan(10);
    for (const each of both) expect(few.get(each)).toBeCloseTo(more.get(each)!, 9);
  });
});

function coming(scenario: Scenario): Scenario {
  return {
    ...scenario,
    contactTypes: scenario.contactTypes.map(type => ({...type, arrivals: steady(1 / 40, horizonOf(scenario))})),
  };
}

/** Centers of a few kinds, an hour each and short of agents; the number says which. */
const kinds: Readonly<Record<string, CenterSketch>> = {
  'one queue': {
    types: {help: {talk: exponential(120), patience: exponential(60)}},
    groups: {team: {count: 4, skills: {help: 1}}},
  },
  'one queue that redials': {
    types: {
      help: {
        talk: exponential(120),
        patience: exponential(60),
        redial: {probability: 0.5, after: exponential(200), atMost: 2},
      },
    },
    groups: {team: {count: 4, skills: {help: 1}}},
  },
  'two types and a common group': {
    types: {
      cards: {talk: exponential(100), patience: exponential(60), priority: 1},
      loans: {talk: exponential(150), wrapUp: exponential(20), patience: exponential(90), priority: 2},
    },
    groups: {cards: {count: 2, skills: {cards: 1}}, both: {count: 4, skills: {cards: 2, loans: 1}}},
  },
  'few lines and messages': {
    types: {help: {talk: exponential(150), patience: exponential(90), messageAfterSeconds: 45}},
    groups: {team: {count: 4, skills: {help: 1}}},
    lines: 8,
  },
};
const SEEDS = 60;
/** One-sided 99.9 % quantile of the normal distribution, shared out over the kinds (Bonferroni): 1 − 0.001 ÷ 4. */
const NORMAL = 3.48;

describe('one more agent in every group', () => {
  for (const [name, sketch] of Object.entries(kinds)) {
    it(`never lowers the service level of ${name} beyond chance, with 99.9 % confidence`, () => {
      const seconds = 3600;
      const base = centerWith({...sketch, clock: {daySeconds: seconds, intervalSeconds: 900}});
      const types = base.contactTypes.map(type => ({
        ...type,
        arrivals: steady(1 / 30 / base.contactTypes.length, seconds),
      }));
      const few: Scenario = {...base, contactTypes: types};
      const more: Scenario = {
        ...few,
        groups: few.groups.map(group => ({...group, staffing: staffed(group.staffing, 1)})),
      };
      const gains = Array.from({length: SEEDS}, (_, replication) => metOf(more, replication) - metOf(few, replication));
      const mean = gains.reduce((sum, gain) => sum + gain, 0) / SEEDS;
      const deviation = Math.sqrt(gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / (SEEDS - 1));
      expect(mean).toBeGreaterThan((-NORMAL * deviation) / Math.sqrt(SEEDS));
    });
  }
});

function staffed(
  staffing: Scenario['groups'][number]['staffing'],
  more: number,
): Scenario['groups'][number]['staffing'] {
  if (staffing.kind !== 'counts') throw new Error('these groups have counts');
  return {kind: 'counts', changes: staffing.changes.map(({at, agents}) => ({at, agents: agents + more}))};
}

/** Share answered within 20 s of those offered. */
function metOf(scenario: Scenario, replication: number): number {
  const offered = pathOf(scenario, {replication}).legs.filter(
    ({outcome}) => outcome !== 'blocked' && outcome !== 'closed',
  );
  return (
    offered.filter(({outcome, offeredAt, waitEnd}) => outcome === 'answered' && waitEnd - offeredAt <= 20).length /
    offered.length
  );
}
