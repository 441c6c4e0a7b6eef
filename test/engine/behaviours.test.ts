import {describe, expect, it} from 'vitest';
import type {Automation} from '../../src/scenario/scenario.js';
import {centerWith, constant, queueNamed} from '../support/center.js';
import {plainSite} from '../support/plain-site.js';
import {smallDay} from '../support/small-day.js';

const bot = (more: Partial<Automation> = {}): Automation => ({
  time: constant(30),
  ports: null,
  contained: 0,
  hangsUp: 0,
  comesBack: null,
  ...more,
});
const oneAgent = {team: {skills: {help: 1}}};

describe('a bot', () => {
  it('hands on to the queue, where the wait and the patience begin', () => {
    const scenario = centerWith({types: {help: {automation: bot()}}, groups: oneAgent});
    const {legs} = smallDay(scenario, [
      {type: 'help', at: 0, talk: 100},
      {type: 'help', at: 10, patience: 25},
      {type: 'help', at: 20, talk: 40},
    ]);
    expect(legs).toMatchObject([
      {outcome: 'answered', createdAt: 0, offeredAt: 30, wait: 0, end: 130},
      {outcome: 'abandoned', createdAt: 10, offeredAt: 40, wait: 25, end: 65},
      {outcome: 'answered', createdAt: 20, offeredAt: 50, wait: 80, end: 170},
    ]);
  });

  it('contains a contact for good, without queue or agent, also while the queue is closed', () => {
    const scenario = centerWith({
      types: {help: {automation: bot({contained: 1})}},
      groups: oneAgent,
      queues: [queueNamed('help', {open: [[3600, 7200]]})],
    });
    expect(smallDay(scenario, [{type: 'help', at: 100}]).legs).toMatchObject([
      {outcome: 'contained', group: null, end: 130},
    ]);
  });

  it('loses who hangs up in it', () => {
    const scenario = centerWith({types: {help: {automation: bot({hangsUp: 1})}}, groups: oneAgent});
    expect(smallDay(scenario, [{type: 'help', at: 100}]).legs).toMatchObject([
      {outcome: 'hungUpInAutomation', end: 130},
    ]);
  });

  it('blocks who finds all its ports taken, until one is free', () => {
    const scenario = centerWith({types: {help: {automation: bot({ports: 1, contained: 1})}}, groups: oneAgent});
    const {legs} = smallDay(
      scenario,
      [0, 29, 30].map(at => ({type: 'help', at})),
    );
    expect(legs.map(({outcome}) => outcome)).toEqual(['contained', 'blocked', 'contained']);
  });

  it('is before the closed door: who leaves it after closing is turned away', () => {
    const scenario = centerWith({
      types: {help: {automation: bot()}},
      groups: oneAgent,
      queues: [queueNamed('help', {open: [[3600, 7200]]})],
    });
    const {legs} = smallDay(scenario, [
      {type: 'help', at: 3580},
      {type: 'help', at: 7180},
    ]);
    expect(legs).toMatchObject([
      {outcome: 'answered', offeredAt: 3610},
      {outcome: 'closed', createdAt: 7180, end: 7210},
    ]);
  });

  it('sees some of those it contained again', () => {
    const comesBack = {probability: 1, after: constant(600), as: 1};
    const scenario = centerWith({
      types: {help: {automation: bot({contained: 1, comesBack})}, person: {talk: constant(50)}},
      groups: {team: {skills: {person: 1}}},
    });
    expect(smallDay(scenario, [{type: 'help', at: 0}]).legs).toMatchObject([
      {type: 'help', outcome: 'contained', end: 30},
      {type: 'person', cause: 'comeback', outcome: 'answered', createdAt: 630, offeredAt: 630, end: 680},
    ]);
  });

  it('is met again by a redial, and not by a transfer', () => {
    const scenario = centerWith({
      types: {
        help: {
          automation: bot(),
          talk: constant(10),
          patience: constant(20),
          redial: {probability: 1, after: constant(100), atMost: 1},
          transfers: [{to: 1, probability: 1}],
        },
        expert: {automation: bot({contained: 1}), talk: constant(40)},
      },
      groups: {team: {staffing: {kind: 'counts', changes: [{at: 120, agents: 2}]}, skills: {help: 1, expert: 1}}},
    });
    expect(smallDay(scenario, [{type: 'help', at: 0, patience: 20}]).legs).toMatchObject([
      {outcome: 'abandoned', offeredAt: 30, end: 50},
      {cause: 'redial', outcome: 'answered', createdAt: 150, offeredAt: 180, end: 190},
      {cause: 'transfer', type: 'expert', outcome: 'answered', offeredAt: 190, end: 230},
    ]);
  });
});

describe('coming back', () => {
  const comesBack = {probability: 1, after: constant(1000), as: 0};

  it.each([
    {resolution: 1, comebacks: 0},
    {resolution: 0, comebacks: 20},
    {resolution: 0.5, comebacks: 10},
  ])('comes more often to a site that resolves $resolution of what others do', ({resolution, comebacks}) => {
    const scenario = {
      ...centerWith({
        types: {help: {comesBack: {...comesBack, probability: 0}, talk: constant(20)}},
        groups: {team: {skills: {help: 1}, site: 0, count: 20}},
      }),
      sites: [{...plainSite('tunis'), resolution}],
    };
    const {legs} = smallDay(
      scenario,
      Array.from({length: 20}, (_, index) => ({type: 'help', at: 10 * index})),
    );
    const later = legs.filter(({createdAt}) => createdAt >= 1000 && createdAt < 1300).length;
    // half of twenty by chance: 10 ± 3.3 standard deviations
    if (resolution === 0.5) expect(Math.abs(later - comebacks)).toBeLessThanOrEqual(7);
    else expect(later).toBe(comebacks);
  });

  it('is a new leg after the whole of the contact, wrap-up included', () => {
    const scenario = centerWith({
      types: {help: {comesBack, talk: constant(20)}},
      groups: oneAgent,
      clock: {daySeconds: 1800},
    });
    const {legs} = smallDay(scenario, [{type: 'help', at: 0, talk: 60, wrapUp: 30}]);
    // the second time it would come back at 2110, past the horizon
    expect(legs).toMatchObject([
      {cause: 'first', end: 90},
      {cause: 'comeback', offeredAt: 1090, end: 1110},
    ]);
  });

  it('is for who was answered: nobody comes back who hung up', () => {
    const scenario = centerWith({types: {help: {comesBack}}, groups: oneAgent});
    const {legs} = smallDay(scenario, [
      {type: 'help', at: 85_300, talk: 1000},
      {type: 'help', at: 85_310, patience: 5},
    ]);
    expect(legs).toHaveLength(2);
  });

  it('of who was sent on follows the last contact type', () => {
    const scenario = centerWith({
      types: {
        help: {comesBack, transfers: [{to: 1, probability: 1}]},
        expert: {talk: constant(40), comesBack: {probability: 1, after: constant(5000), as: 1}},
      },
      groups: {team: {skills: {help: 1}}, experts: {skills: {expert: 1}}},
      clock: {daySeconds: 9000},
    });
    const {legs} = smallDay(scenario, [{type: 'help', at: 0, talk: 60}]);
    expect(legs.map(({type, cause, offeredAt}) => [type, cause, offeredAt])).toEqual([
      ['help', 'first', 0],
      ['expert', 'transfer', 60],
      ['expert', 'comeback', 5100],
    ]);
  });
});

describe('deflection', () => {
  const deflecting = (accepted: number) =>
    centerWith({
      types: {help: {deflect: {to: 1, afterSeconds: 60, accepted}}, chat: {talk: constant(50)}},
      groups: {...oneAgent, chatters: {skills: {chat: 1}}},
    });
  const callers = [
    {type: 'help', at: 0, talk: 200},
    {type: 'help', at: 10, talk: 5},
  ];

  it('takes a waiting contact to the other channel at once, after the delay', () => {
    expect(smallDay(deflecting(1), callers).legs.slice(1)).toMatchObject([
      {type: 'help', outcome: 'deflected', wait: 60, end: 70},
      {type: 'chat', cause: 'deflection', outcome: 'answered', offeredAt: 70, wait: 0, end: 120},
    ]);
  });

  it('leaves who refuses in the queue', () => {
    expect(smallDay(deflecting(0), callers).legs.slice(1)).toMatchObject([
      {type: 'help', outcome: 'answered', wait: 190, end: 205},
    ]);
  });

  it('comes too late for who was answered or hung up before', () => {
    const {legs} = smallDay(deflecting(1), [callers[0], {type: 'help', at: 10, patience: 60}]);
    expect(legs.slice(1)).toMatchObject([{outcome: 'abandoned', wait: 60}]);
  });

  it('is not offered past the horizon, so that nobody is sent round for ever', () => {
    const round = (to: number) => ({deflect: {to, afterSeconds: 60, accepted: 1}});
    const scenario = centerWith({
      types: {help: round(1), chat: round(0)},
      groups: {team: {staffing: {kind: 'counts', changes: [{at: 0, agents: 0}]}, skills: {help: 1, chat: 1}}},
      clock: {daySeconds: 1800},
    });
    const {legs} = smallDay(scenario, [{type: 'help', at: 1650}]);
    expect(legs.map(({type, offeredAt, outcome}) => [type, offeredAt, outcome])).toEqual([
      ['help', 1650, 'deflected'],
      ['chat', 1710, 'deflected'],
      ['help', 1770, 'stillWaiting'],
    ]);
  });
});

describe('balking at the announced wait', () => {
  it('begins when those before it, and itself, would take longer than it bears to hear', () => {
    // one agent, 100 s a contact, nobody hangs up: 100 s to the head of an empty queue, 200 s behind one
    const balk = {probability: 1, queueOver: -1, expectedWaitOver: 150};
    const scenario = centerWith({types: {help: {talk: constant(100), balk}}, groups: oneAgent});
    const {legs} = smallDay(
      scenario,
      [0, 1, 2].map(at => ({type: 'help', at, talk: 100})),
    );
    expect(legs.map(({outcome}) => outcome)).toEqual(['answered', 'answered', 'balked']);
  });
});
