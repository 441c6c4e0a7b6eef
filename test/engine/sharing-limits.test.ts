import {describe, expect, it} from 'vitest';
import {centerWith, constant, holds, type CenterSketch} from '../support/center.js';
import {smallDay} from '../support/small-day.js';

describe('limits of the routing, where agents hold several contacts', () => {
  const types: CenterSketch['types'] = {call: {}, chat: {channel: 'chat'}, mail: {channel: 'email'}};
  const capacity = [holds('chat', 2), holds('email', 1, {interruptedBy: ['voice']})];
  const reserve = {reserves: [{group: 0, keep: 1, for: [0]}]};
  const center = (count: number, more: Partial<CenterSketch> = {}) =>
    centerWith({
      types,
      groups: {team: {skills: {call: 1, chat: 1, mail: 1}, capacity, count}},
      routing: reserve,
      clock: {daySeconds: 1800},
      ...more,
    });

  it('keep an agent for calls, and give further chats to those who have one already', () => {
    const {legs} = smallDay(center(2), [
      {type: 'chat', at: 0, talk: 100},
      {type: 'chat', at: 10, talk: 100},
      {type: 'chat', at: 20, talk: 100},
      {type: 'call', at: 30, talk: 10},
    ]);
    // the second agent is kept: the third chat waits until the first has ended
    expect(legs).toMatchObject([
      {wait: 0, agent: 0},
      {wait: 0, agent: 0},
      {wait: 80, agent: 0},
      {wait: 0, agent: 1},
    ]);
  });

  it('take nobody from those kept for calls by an email, which gives way to them', () => {
    const {legs} = smallDay(center(1), [
      {type: 'mail', at: 0, talk: 100},
      {type: 'call', at: 30, talk: 10},
      {type: 'chat', at: 35, talk: 10},
    ]);
    expect(legs).toMatchObject([{wait: 0, end: 110}, {wait: 0, end: 40}, {outcome: 'stillWaiting'}]);
  });

  it('count an agent with an email alone as one who is there for calls', () => {
    const day = [
      {type: 'mail', at: 0, talk: 100},
      {type: 'chat', at: 10, talk: 10},
    ];
    expect(smallDay(center(2), day).legs).toMatchObject([{wait: 0}, {wait: 0, agent: 1}]);
  });

  it('ask those with room beside what they hold as soon as the condition to join holds', () => {
    const joins = {measure: 'queue', queue: 0, comparison: '>', value: 1} as const;
    const groups = {
      team: {skills: {chat: 1}, capacity: [holds('chat', 1)]},
      helpers: {skills: {chat: 1}, capacity, joins},
    };
    const scenario = centerWith({types: {chat: {channel: 'chat'}}, groups, clock: {daySeconds: 1800}});
    const {legs} = smallDay(
      scenario,
      [0, 10, 20, 30, 40].map(at => ({type: 'chat', at, talk: 100})),
    );
    // at 20 two wait, and the helper takes one; at 30 two wait again, and it has room for one more; at 40 it has none
    expect(legs).toMatchObject([
      {group: 'team', wait: 0},
      {group: 'helpers', wait: 10},
      {group: 'helpers', wait: 10},
      {group: 'team', wait: 70},
      {},
    ]);
  });
});

describe('the wait that is announced', () => {
  const team = (more: object) => ({skills: {chat: 1}, capacity: [holds('chat', 2)], ...more});
  const balks = {probability: 1, queueOver: -1, expectedWaitOver: 55};
  const type = {channel: 'chat', byConcurrency: [1, 1], talk: constant(100), balk: balks} as const;
  const outcomes = (group: object) => {
    const scenario = centerWith({types: {chat: type}, groups: {team: team(group)}, clock: {daySeconds: 1800}});
    const day = [90, 91, 92].map(at => ({type: 'chat', at, talk: 100}));
    return smallDay(scenario, day).legs.map(({outcome}) => outcome);
  };

  it('knows that an agent who holds two gets twice as many done', () => {
    // one on duty with two at once: one every 50 s
    expect(outcomes({})).toEqual(['answered', 'answered', 'answered']);
    expect(outcomes({capacity: []})).toEqual(['answered', 'balked', 'balked']);
  });

  it('does not count agents who are on a break', () => {
    const shift = (breaks: readonly (readonly [number, number])[]) => ({shifts: [{from: 0, to: 1800, breaks}]});
    const staffing = (breaks: readonly (readonly [number, number])[]) => ({
      staffing: {kind: 'shifts', agents: [shift([]), shift(breaks)]},
      capacity: [],
    });
    // two agents: one every 50 s
    expect(outcomes(staffing([]))).toEqual(['answered', 'answered', 'answered']);
    expect(outcomes(staffing([[80, 300]]))).toEqual(['answered', 'balked', 'balked']);
    expect(outcomes(staffing([[20, 80]]))).toEqual(['answered', 'answered', 'answered']);
  });
});
