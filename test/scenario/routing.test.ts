import {describe, expect, it} from 'vitest';
import {messagesOf, read} from '../support/scenario-text.js';

/** Two contact types, three groups at two sites. */
const center = (routing: string, bench = ''): string => `contacts:
  orders: {arrivals: 60/h, handle: 4m, queue: front}
  claims: {arrivals: 20/h, handle: 6m}
queues: {front: {lines: 40}}
sites: {paris: {}, tunis: {}}
agents:
  experts: {site: paris, count: 2, skills: {orders: 1}}
  team: {site: paris, count: 6, skills: {orders: 2, claims: 1}}
  bench: {site: tunis, count: 2, skills: {orders: 3}${bench}}
routing: ${routing}
`;
const routingOf = async (routing: string) => (await read(center(routing))).routing;

describe('routing as it is written', () => {
  it('rings: each adds its groups when the one before has had its time', async () => {
    const {overflow, expiry} = await routingOf(
      '{rings: {orders: [{groups: experts, for: 20s}, {groups: [team], for: 30s}, {groups: bench}]}}',
    );
    expect(overflow[0]).toEqual([
      {group: 1, afterSeconds: 20},
      {group: 2, afterSeconds: 50},
    ]);
    expect(expiry).toEqual([[], []]);
  });

  it('rings: a ring that expires drops out, and a group in none is never asked', async () => {
    const {overflow, expiry} = await routingOf(
      '{rings: {orders: [{groups: experts, for: 20s, expires: true}, {groups: team}]}}',
    );
    expect(overflow[0]).toEqual([{group: 1, afterSeconds: 20}]);
    expect(expiry[0]).toEqual([
      {group: 0, atSeconds: 20},
      {group: 2, atSeconds: 0},
    ]);
  });

  it('levels: groups may take the contact in the time of their level', async () => {
    const {overflow, expiry} = await routingOf(
      '{levels: {orders: {1: {until: 2m}, 2: 30s, 3: {from: 60s, until: 5m}}}}',
    );
    expect(overflow[0]).toEqual([
      {group: 1, afterSeconds: 30},
      {group: 2, afterSeconds: 60},
    ]);
    expect(expiry[0]).toEqual([
      {group: 0, atSeconds: 120},
      {group: 2, atSeconds: 300},
    ]);
  });

  it('reserves, shares and the last agent', async () => {
    const routing = await routingOf(
      '{reserve: {team: {keep: 2, for: orders}}, share: {orders: {paris: 70%, tunis: 30%}}, prefer-last-agent: {wait: 10s}}',
    );
    expect(routing.reserves).toEqual([{group: 1, keep: 2, for: [0]}]);
    expect(routing.shares).toEqual([
      [
        {site: 0, share: 0.7},
        {site: 1, share: 0.3},
      ],
      null,
    ]);
    expect(routing.lastAgentSeconds).toBe(10);
    expect((await routingOf('{prefer-last-agent: {}}')).lastAgentSeconds).toBe(0);
  });

  it.each([
    ['only when queue(orders) > 5', {measure: 'queue', queue: 0, comparison: '>', value: 5}],
    ['queue(front) >= 5', {measure: 'queue', queue: 0, comparison: '>=', value: 5}],
    ['only when expected-wait(claims) > 90s', {measure: 'expected-wait', queue: 1, comparison: '>', value: 90}],
    ['only when serviceLevel(orders) < 80%', {measure: 'serviceLevel', queue: 0, comparison: '<', value: 0.8}],
  ])('joins: %s', async (text, condition) => {
    expect((await read(center('{}', `, joins: ${text}`))).groups[2]!.joins).toEqual(condition);
  });
});

describe('routing that cannot be', () => {
  it.each([
    [
      'rings: {orders: [{groups: [experts]}, {groups: [team]}]}',
      '10:28 routing.rings.orders[0]: expected for: the time until the next ring is added, such as 20s',
    ],
    [
      'rings: {orders: [{groups: [experts], for: 5s}, {groups: [team], for: 20s}]}',
      '10:80 routing.rings.orders[1].for: expected no time at the last ring: no ring comes after it',
    ],
    [
      'rings: {claims: [{groups: [bench], for: 5s}, {groups: [team]}]}',
      '10:38 routing.rings.claims[0].groups[0]: expected a group with the skill claims, got "bench"',
    ],
    [
      'reserve: {teem: {keep: 2, for: orders}}',
      '10:21 routing.reserve.teem: expected the name of an agent group (experts, team, bench), got "teem" (did you mean "team"?)',
    ],
    [
      'reserve: {experts: {keep: 2, for: claims}}',
      '10:45 routing.reserve.experts.for: expected a group with the skill claims, got "experts"',
    ],
    [
      'share: {orders: {paris: 70%, tunis: 20%}}',
      '10:19 routing.share.orders: expected shares that add up to 100%, got "90%"',
    ],
    [
      'share: {claims: {paris: 70%, tunis: 30%}}',
      '10:40 routing.share.claims.tunis: expected a site with a group that has the skill claims, got "tunis"',
    ],
    [
      'levels: {orders: {4: 30s}}',
      '10:29 routing.levels.orders.4: expected a level that some group has for orders (1, 2, 3), got "4"',
    ],
    [
      'levels: {claims: {1: {until: 1m}}}',
      '10:20 routing.levels.claims: expected a level without an end; a contact that waits longer would be served by nobody, got "claims"',
    ],
    [
      'agent: round-robbin',
      '10:18 routing.agent: expected one of longest-idle, least-occupied, most-proficient, fewest-contacts, round-robin, linear, random, weighted-random, got "round-robbin" (did you mean "round-robin"?)',
    ],
    [
      'contact: earliest-dew',
      '10:20 routing.contact: expected one of first-in-first-out, priority-then-age, priority-with-ageing, longest-weighted-wait, earliest-due, longest-queue, skill-order, got "earliest-dew" (did you mean "earliest-due"?)',
    ],
  ])('%s', async (routing, message) => {
    expect(await messagesOf(center(`{${routing}}`))).toEqual([`center.yaml:${message}`]);
  });

  it.each([
    [
      'only when queue(order) > 5',
      'expected the name of a queue or contact type (front, orders, claims), got "order" (did you mean "orders"?)',
    ],
    [
      'only when queu(orders) > 5',
      'expected a condition such as "only when queue(orders) > 5", of one of queue, expected-wait, serviceLevel, got "only when queu(orders) > 5" (did you mean "queue"?)',
    ],
    [
      'only when queue(orders) > 5s',
      'expected a condition such as "only when queue(orders) > 5", with a number of contacts such as 5 behind the comparison, got "only when queue(orders) > 5s"',
    ],
    ['when it rains', 'expected a condition such as "only when queue(orders) > 5", got "when it rains"'],
  ])('joins: %s', async (text, message) => {
    expect(await messagesOf(center('{}', `, joins: ${text}`))).toEqual([
      `center.yaml:9:62 agents.bench.joins: ${message}`,
    ]);
  });
});
