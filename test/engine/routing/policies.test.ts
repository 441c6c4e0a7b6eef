import {describe, expect, it} from 'vitest';
import type {AgentChoice, ContactCriterion} from '../../../src/scenario/scenario.js';
import {centerWith, queueNamed} from '../../support/center.js';
import {smallDay, type Caller} from '../../support/small-day.js';

/** Agents of two groups, busy and idle again at known times: `early` is idle since 10, `late` since 20. */
function takenBy(agent: AgentChoice, early: object, late: object, extra: readonly Caller[] = []): string | null {
  const scenario = centerWith({
    types: {help: {}, warmEarly: {}, warmLate: {}},
    groups: {early: {skills: {help: {...early}, warmEarly: 1}}, late: {skills: {help: {...late}, warmLate: 1}}},
    routing: {agent},
  });
  const {legs} = smallDay(scenario, [
    {type: 'warmEarly', at: 0, talk: 10},
    {type: 'warmLate', at: 0, talk: 20},
    ...extra,
    {type: 'help', at: 100},
  ]);
  return legs[legs.length - 1].group;
}

describe('which agent for this contact', () => {
  it('longest idle: the agent whose last contact ended first', () => {
    expect(takenBy('longest-idle', {}, {})).toBe('early');
  });

  it('longest idle: a lower level goes before a longer idleness', () => {
    expect(takenBy('longest-idle', {level: 2}, {level: 1})).toBe('late');
  });

  it('most proficient: the agent who handles it fastest', () => {
    expect(takenBy('most-proficient', {handleTimeFactor: 1}, {handleTimeFactor: 0.9})).toBe('late');
  });

  it('most proficient: equally fast, the one idle for longer', () => {
    expect(takenBy('most-proficient', {}, {})).toBe('early');
  });

  it('fewest contacts: the agent who has answered fewer', () => {
    const oneMore: Caller[] = [{type: 'warmEarly', at: 15, talk: 1}];
    expect(takenBy('fewest-contacts', {}, {}, oneMore)).toBe('late');
  });

  it('least occupied: the agent who was busy for the lower share of the time signed in, however long ago', () => {
    // at 100 s early was busy for 60 s of 100, late for 50 s
    const more: Caller[] = [
      {type: 'warmEarly', at: 30, talk: 50},
      {type: 'warmLate', at: 60, talk: 30},
    ];
    expect(takenBy('least-occupied', {}, {}, more)).toBe('late');
    expect(takenBy('longest-idle', {}, {}, more)).toBe('early');
  });

  it('least occupied: time before the shift does not count', () => {
    const scenario = centerWith({
      types: {help: {}, warm: {}},
      groups: {
        allDay: {skills: {help: 1, warm: 1}},
        late: {
          skills: {help: 1, warm: 1},
          staffing: {kind: 'shifts', agents: [{shifts: [{from: 900, to: 5000, breaks: []}]}]},
        },
      },
      routing: {agent: 'least-occupied'},
    });
    // at 1000 s: all day busy for 300 of 1000 s, late for 50 of 100 s
    const {legs} = smallDay(scenario, [
      {type: 'warm', at: 0, talk: 300},
      {type: 'warm', at: 900, talk: 50},
      {type: 'help', at: 1000},
    ]);
    expect(legs.map(({group}) => group)).toEqual(['allDay', 'late', 'allDay']);
  });

  it('round robin: each in turn, then the first again; those who are busy are passed over', () => {
    const scenario = centerWith({
      types: {help: {}},
      groups: {team: {count: 3, skills: {help: 1}}},
      routing: {agent: 'round-robin'},
    });
    const {legs} = smallDay(
      scenario,
      [0, 100, 200, 300, 310, 330].map(at => ({type: 'help', at, talk: at === 100 ? 300 : 10})),
    );
    expect(legs.map(({agent}) => agent)).toEqual([0, 1, 2, 0, 2, 0]);
  });

  it('linear: always the first who is idle', () => {
    const scenario = centerWith({
      types: {help: {}},
      groups: {team: {count: 3, skills: {help: 1}}},
      routing: {agent: 'linear'},
    });
    const {legs} = smallDay(
      scenario,
      [0, 100, 110, 120, 200].map(at => ({type: 'help', at, talk: 15})),
    );
    expect(legs.map(({agent}) => agent)).toEqual([0, 0, 1, 0, 0]);
  });

  it('weighted random: a skill of weight 3 is drawn three times as often as one of weight 1', () => {
    const scenario = centerWith({
      types: {help: {}},
      groups: {seniors: {skills: {help: {weight: 3}}}, juniors: {count: 2, skills: {help: 1}}},
      routing: {agent: 'weighted-random'},
    });
    const {legs} = smallDay(
      scenario,
      Array.from({length: 900}, (_, index) => ({type: 'help', at: index * 90})),
    );
    // 3 of 3 + 1 + 1: within four standard deviations
    const seniors = legs.filter(({group}) => group === 'seniors').length;
    expect(Math.abs(seniors - 540)).toBeLessThan(4 * Math.sqrt(900 * 0.6 * 0.4));
  });

  it('random: each idle agent about as often', () => {
    const scenario = centerWith({
      types: {help: {}},
      groups: {a: {count: 2, skills: {help: 1}}, b: {count: 1, skills: {help: 1}}},
      routing: {agent: 'random'},
    });
    const {legs} = smallDay(
      scenario,
      Array.from({length: 900}, (_, index) => ({type: 'help', at: index * 90})),
    );
    const byAgent = [0, 1, 2].map(agent => legs.filter(leg => leg.agent === agent).length);
    // 900 draws of 1/3: within four standard deviations (14.1 each)
    for (const count of byAgent) expect(Math.abs(count - 300)).toBeLessThan(4 * Math.sqrt(900 * (1 / 3) * (2 / 3)));
  });
});

/** Order in which one agent takes what has gathered behind a first contact. */
function order(
  contact: readonly ContactCriterion[],
  types: Record<
    string,
    {priority?: number; weight?: number; ageing?: number; thresholdSeconds?: number; queue?: number}
  >,
  callers: readonly Caller[],
  levels: Record<string, number> = {},
): string[] {
  const scenario = centerWith({
    types: {blocker: {}, ...types},
    groups: {
      team: {skills: {blocker: 1, ...Object.fromEntries(Object.keys(types).map(name => [name, levels[name] ?? 1]))}},
    },
    routing: {contact},
  });
  const {legs} = smallDay(scenario, [{type: 'blocker', at: 0, talk: 100}, ...callers]);
  return legs
    .slice(1)
    .sort((a, b) => a.end - b.end)
    .map(({type}) => type);
}

describe('which contact for this agent', () => {
  const callers: Caller[] = [
    {type: 'sales', at: 10},
    {type: 'help', at: 20},
    {type: 'sales', at: 30},
  ];

  it('first in, first out: in order of arrival, across contact types', () => {
    expect(order(['age'], {help: {priority: 1}, sales: {priority: 2}}, callers)).toEqual(['sales', 'help', 'sales']);
  });

  it('priority then age: the more important contact type first', () => {
    expect(order(['priority', 'age'], {help: {priority: 1}, sales: {priority: 2}}, callers)).toEqual([
      'help',
      'sales',
      'sales',
    ]);
  });

  it("level then age: the agent's best skill first", () => {
    expect(order(['level', 'age'], {help: {}, sales: {}}, callers, {help: 1, sales: 2})).toEqual([
      'help',
      'sales',
      'sales',
    ]);
  });

  it('longest weighted wait: a short wait of great weight goes before a long one of small weight', () => {
    // at 100 s: sales has waited 90 × 1, help 80 × 2; at 160 s: sales 150 and 130
    expect(order(['weighted-wait'], {help: {weight: 2}, sales: {weight: 1}}, callers)).toEqual([
      'help',
      'sales',
      'sales',
    ]);
  });

  it('priority with ageing: half a minute of waiting makes up for one step of priority', () => {
    const types = {help: {priority: 1, ageing: 1 / 30}, sales: {priority: 3, ageing: 1 / 30}};
    // at 100 s: sales has 90 s = 3 points, so 3 − 3 = 0; help, who came at 70 s, has 1 − 1 = 0 and came later
    const early: Caller = {type: 'sales', at: 10};
    expect(order(['ageing'], types, [early, {type: 'help', at: 70}])).toEqual(['sales', 'help']);
    expect(order(['ageing'], types, [early, {type: 'help', at: 69}])).toEqual(['help', 'sales']);
    expect(order(['priority', 'age'], types, [early, {type: 'help', at: 70}])).toEqual(['help', 'sales']);
  });

  it('earliest due: the contact with the least time left to its objective, whoever came first', () => {
    const types = {help: {thresholdSeconds: 300}, sales: {thresholdSeconds: 20}};
    // sales is due at 50 s and help at 310 s
    expect(
      order(['due'], types, [
        {type: 'help', at: 10},
        {type: 'sales', at: 30},
      ]),
    ).toEqual(['sales', 'help']);
  });

  it('earliest due: email is due within the open hours of its queue', () => {
    // the queue of email opens at 1,000 s, so that it is due at 1,300 s; the call of 60 s on at 560 s, later than 500 s by the clock
    const scenario = centerWith({
      types: {email: {channel: 'email', thresholdSeconds: 300}, call: {thresholdSeconds: 500}},
      groups: {team: {skills: {email: 1, call: 1}}},
      queues: [queueNamed('email', {open: [[1000, 2000]]}), queueNamed('call')],
      routing: {contact: ['due']},
    });
    const {legs} = smallDay(scenario, [
      {type: 'call', at: 0, talk: 100},
      {type: 'email', at: 10},
      {type: 'call', at: 60},
    ]);
    expect(legs.slice(1).map(({type, wait}) => [type, wait])).toEqual([
      ['email', 150],
      ['call', 40],
    ]);
  });

  it('longest queue: the first contact of the queue in which the most wait', () => {
    const three: Caller[] = [
      {type: 'help', at: 10},
      {type: 'sales', at: 20},
      {type: 'sales', at: 30},
    ];
    expect(order(['queue-length'], {help: {}, sales: {}}, three)).toEqual(['sales', 'help', 'sales']);
  });
});
