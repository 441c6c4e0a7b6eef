import {describe, expect, it} from 'vitest';
import type {RoutingCondition} from '../../../src/scenario/scenario.js';
import {COUNTER, COUNTER_STRIDE} from '../../../src/statistics/counters.js';
import {Tally} from '../../../src/statistics/tally.js';
import {centerWith, type CenterSketch} from '../../support/center.js';
import {runDay, smallDay, type Caller} from '../../support/small-day.js';
import {plainSite} from '../../support/plain-site.js';

/** Group, or outcome where nobody answered, and wait of each contact. */
function fates(sketch: CenterSketch, callers: readonly Caller[]): [string, number][] {
  const {legs} = smallDay(centerWith(sketch), callers);
  return legs.map(({group, outcome, wait}) => [group ?? outcome, wait]);
}

describe('reserve: a group keeps agents idle for a contact type', () => {
  const sketch: CenterSketch = {
    types: {orders: {}, claims: {priority: 0}},
    groups: {team: {count: 3, skills: {orders: 1, claims: 1}}},
    routing: {reserves: [{group: 0, keep: 2, for: [0]}]},
  };

  it('gives other types an agent only while more are idle', () => {
    expect(
      fates(sketch, [
        {type: 'claims', at: 0, talk: 100},
        {type: 'claims', at: 10, talk: 100},
      ]),
    ).toEqual([
      ['team', 0],
      ['team', 90],
    ]);
  });

  it('gives its own type every one of them', () => {
    const order: Caller = {type: 'orders', at: 0, talk: 100};
    expect(fates(sketch, [order, order, order]).map(([group]) => group)).toEqual(['team', 'team', 'team']);
  });

  it('lets an agent who becomes free pass others by, whatever their priority, where fewer would be left', () => {
    // all three serve orders; at 100 s and 110 s they become free and stay idle, the third takes the claim
    expect(
      fates(sketch, [
        {type: 'orders', at: 0, talk: 100},
        {type: 'orders', at: 0, talk: 110},
        {type: 'orders', at: 0, talk: 120},
        {type: 'claims', at: 50},
      ]).at(-1),
    ).toEqual(['team', 70]);
  });

  it('does not hold back an agent who is past the end of the shift', () => {
    const leaving: CenterSketch = {
      ...sketch,
      queues: [0, 1].map(queue => ({
        name: `queue ${queue}`,
        open: [[0, 60] as const],
        atClosing: 'serve' as const,
        lines: null,
      })),
      groups: {
        team: {
          skills: {orders: 1, claims: 1},
          staffing: {kind: 'shifts', agents: [{shifts: [{from: 0, to: 80, breaks: []}]}]},
        },
      },
    };
    expect(
      fates(leaving, [
        {type: 'orders', at: 0, talk: 100},
        {type: 'claims', at: 50},
      ]),
    ).toEqual([
      ['team', 0],
      ['team', 50],
    ]);
  });
});

describe('joins: a group takes contacts only while a condition holds', () => {
  const center = (joins: RoutingCondition): CenterSketch => ({
    types: {orders: {thresholdSeconds: 20}, claims: {}},
    groups: {team: {skills: {orders: 1}}, bench: {count: 2, skills: {orders: 1, claims: 1}, joins}},
  });
  const orders = (...at: number[]): Caller[] => at.map(each => ({type: 'orders', at: each, talk: 100}));

  it('queue: its idle agents take the one who waits longest at the moment at which one too many waits, and no more', () => {
    const sketch = center({measure: 'queue', queue: 0, comparison: '>', value: 1});
    // at 20 s two wait: the first of them is taken, so that at 30 s two wait again, and again the first is taken
    expect(fates(sketch, orders(0, 10, 20, 30))).toEqual([
      ['team', 0],
      ['bench', 10],
      ['bench', 10],
      ['team', 70],
    ]);
  });

  it('queue: what is no part of the condition waits for it as well', () => {
    const sketch = center({measure: 'queue', queue: 0, comparison: '>', value: 0});
    expect(
      fates(sketch, [
        {type: 'claims', at: 0},
        {type: 'orders', at: 10, talk: 100},
        {type: 'orders', at: 20, talk: 10},
      ]),
    ).toEqual([
      ['bench', 20],
      ['team', 0],
      ['bench', 0],
    ]);
  });

  it('expected wait: joins when (waiting + 1) × handle time ÷ the agents of other groups is above the limit', () => {
    // one waits: (1 + 1) × 60 s ÷ 1 agent = 120 s; two wait: 180 s
    const sketch = center({measure: 'expected-wait', queue: 0, comparison: '>', value: 120});
    expect(fates(sketch, orders(0, 10, 20))).toEqual([
      ['team', 0],
      ['bench', 10],
      ['team', 80],
    ]);
  });

  it('service level: joins when too few of the last contacts were answered in time', () => {
    // at 100 s the second order is answered, too late: 1 of the last 2 in time, so the bench takes the third
    const sketch = center({measure: 'serviceLevel', queue: 0, comparison: '<', value: 0.8});
    expect(fates(sketch, orders(0, 10, 20))).toEqual([
      ['team', 0],
      ['team', 90],
      ['bench', 80],
    ]);
  });
});

describe('expiry: groups drop out while a contact waits', () => {
  const sketch: CenterSketch = {
    types: {orders: {}, other: {}},
    groups: {experts: {skills: {orders: 1, other: 1}}, team: {skills: {orders: 1, other: 2}}},
    routing: {
      overflow: [[{group: 1, afterSeconds: 20}], []],
      expiry: [[{group: 0, atSeconds: 20}], []],
    },
  };
  const busy: Caller[] = [
    {type: 'other', at: 0, talk: 50},
    {type: 'other', at: 0, talk: 100},
  ];

  it('an agent of the first ring who becomes free after its time leaves the contact to the next ring', () => {
    expect(fates(sketch, [...busy, {type: 'orders', at: 10}]).at(-1)).toEqual(['team', 90]);
  });

  it('and takes a younger one of the same type instead', () => {
    expect(fates(sketch, [...busy, {type: 'orders', at: 10}, {type: 'orders', at: 40}]).slice(2)).toEqual([
      ['team', 90],
      ['experts', 10],
    ]);
  });
});

describe('a contact that waits until groups drop out', () => {
  it('has not overflowed, since no other group came in', () => {
    const scenario = centerWith({
      types: {orders: {}, other: {}},
      groups: {experts: {skills: {orders: 1}}, team: {skills: {orders: 1, other: 1}}},
      routing: {overflow: [[], []], expiry: [[{group: 1, atSeconds: 20}], []]},
    });
    const counted = (callers: readonly Caller[]): number => {
      const tally = new Tally(scenario);
      runDay(scenario, callers, tally);
      return tally.counters.reduce(
        (sum, value, at) => (at % COUNTER_STRIDE === COUNTER.overflowed ? sum + value : sum),
        0,
      );
    };
    const three = [0, 0, 0].map((at): Caller => ({type: 'orders', at, talk: 100}));
    expect(counted(three)).toBe(0);
  });
});

describe('shares: percent allocation over sites', () => {
  it('gives the next contact to the site that is furthest below its share', () => {
    const scenario = {
      ...centerWith({
        types: {orders: {}},
        groups: {paris: {site: 0, count: 2, skills: {orders: 1}}, tunis: {site: 1, skills: {orders: 1}}},
        routing: {
          shares: [
            [
              {site: 0, share: 0.75},
              {site: 1, share: 0.25},
            ],
          ],
        },
      }),
      sites: ['paris', 'tunis'].map(name => plainSite(name)),
    };
    const {legs} = smallDay(
      scenario,
      Array.from({length: 8}, (_, index) => ({type: 'orders', at: 100 * index})),
    );
    // missing before each contact, at 75 % and 25 % of one more: paris 0.75, 0.5, 0.25 (a tie goes to the larger share), 0 …
    expect(legs.map(({group}) => group)).toEqual([
      'paris',
      'paris',
      'tunis',
      'paris',
      'paris',
      'paris',
      'tunis',
      'paris',
    ]);
  });
});

describe('prefer the last agent', () => {
  const center = (lastAgentSeconds: number): CenterSketch => ({
    types: {orders: {transfers: [{to: 1, probability: 1}]}, claims: {}, warm: {}},
    groups: {
      late: {count: 1, skills: {orders: 1, claims: 1}},
      early: {count: 1, skills: {claims: 1, warm: 1}},
    },
    routing: {lastAgentSeconds},
  });
  const transferred = (sketch: CenterSketch, wrapUp: number, more: readonly Caller[] = []): [string, number] =>
    fates(sketch, [{type: 'orders', at: 0, talk: 60, wrapUp}, ...more]).at(1)!;

  it('a customer who is sent on waits for the agent, who is still in wrap-up', () => {
    expect(transferred(center(30), 20)).toEqual(['late', 20]);
  });

  it('but no longer than the scenario says', () => {
    expect(transferred(center(10), 20)).toEqual(['early', 10]);
  });

  it('and not at all when it says so', () => {
    expect(transferred(center(0), 20)).toEqual(['early', 0]);
  });

  it('the agent takes this customer before all others', () => {
    expect(
      transferred(center(30), 20, [
        {type: 'warm', at: 5, talk: 200},
        {type: 'claims', at: 40},
      ]),
    ).toEqual(['late', 20]);
  });
});
