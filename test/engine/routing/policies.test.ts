import {describe, expect, it} from 'vitest';
import type {AgentChoice, ContactCriterion} from '../../../src/scenario/scenario.js';
import {centerWith} from '../../support/center.js';
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
  types: Record<string, {priority?: number; weight?: number}>,
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
});
