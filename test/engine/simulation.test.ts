import {describe, expect, it} from 'vitest';
import type {Staffing} from '../../src/scenario/scenario.js';
import {centerWith, constant, exponential, queueNamed} from '../support/center.js';
import {smallDay} from '../support/small-day.js';

const oneAgent = {groups: {team: {skills: {help: 1}}}};
const help = {types: {help: {}}};

function counts(...changes: readonly (readonly [number, number])[]): Staffing {
  return {kind: 'counts', changes: changes.map(([at, agents]) => ({at, agents}))};
}

describe('a contact', () => {
  it('is answered at once by an idle agent', () => {
    const {legs} = smallDay(centerWith({...help, ...oneAgent}), [{type: 'help', at: 100, talk: 60}]);
    expect(legs).toMatchObject([{outcome: 'answered', wait: 0, end: 160}]);
  });

  it('waits for the agent to end the contact before it, wrap-up included', () => {
    const {legs} = smallDay(centerWith({...help, ...oneAgent}), [
      {type: 'help', at: 100, talk: 60, wrapUp: 30},
      {type: 'help', at: 110, talk: 5},
    ]);
    expect(legs).toMatchObject([
      {wait: 0, end: 190},
      {wait: 80, end: 195},
    ]);
  });

  it('abandons when its patience runs out, and no later wait counts', () => {
    const {legs} = smallDay(centerWith({...help, ...oneAgent}), [
      {type: 'help', at: 0, talk: 100},
      {type: 'help', at: 10, patience: 25},
      {type: 'help', at: 20, talk: 10},
    ]);
    expect(legs).toMatchObject([
      {outcome: 'answered', end: 100},
      {outcome: 'abandoned', wait: 25, end: 35},
      {outcome: 'answered', wait: 80, end: 110},
    ]);
  });

  it('is answered when its patience runs out at the instant an agent becomes free', () => {
    const {legs} = smallDay(centerWith({...help, ...oneAgent}), [
      {type: 'help', at: 0, talk: 100},
      {type: 'help', at: 40, patience: 60},
    ]);
    expect(legs[1]).toMatchObject({outcome: 'answered', wait: 60});
  });

  it('that was answered leaves nothing behind that moves the clock', () => {
    const scenario = centerWith({...help, ...oneAgent, clock: {daySeconds: 1800}});
    const {end} = smallDay(scenario, [
      {type: 'help', at: 1700, talk: 10},
      {type: 'help', at: 1705, talk: 100, patience: 9000},
    ]);
    expect(end).toBe(1810);
  });

  it('with no patience at all abandons without waiting when nobody is idle', () => {
    const {legs} = smallDay(centerWith({...help, ...oneAgent}), [
      {type: 'help', at: 0, talk: 100},
      {type: 'help', at: 10, patience: 0},
    ]);
    expect(legs[1]).toMatchObject({outcome: 'abandoned', wait: 0, end: 10});
  });

  it('is handled slower by an agent with a higher handle-time factor', () => {
    const scenario = centerWith({...help, groups: {trainees: {skills: {help: {handleTimeFactor: 1.5}}}}});
    const {legs} = smallDay(scenario, [{type: 'help', at: 0, talk: 60, wrapUp: 20}]);
    expect(legs[0].end).toBe(120);
  });

  it('stays waiting when nobody ever comes', () => {
    const scenario = centerWith({...help, groups: {team: {staffing: counts([0, 0]), skills: {help: 1}}}});
    const {legs, end} = smallDay(scenario, [{type: 'help', at: 80_000}]);
    expect(legs).toMatchObject([{outcome: 'stillWaiting', wait: 6400}]);
    expect(end).toBe(86_400);
  });

  it('leaves a message after the delay, unless it is answered or hangs up before', () => {
    const scenario = centerWith({types: {help: {messageAfterSeconds: 120}}, groups: oneAgent.groups});
    const {legs} = smallDay(scenario, [
      {type: 'help', at: 0, talk: 500},
      {type: 'help', at: 10},
      {type: 'help', at: 20, patience: 90},
    ]);
    expect(legs.slice(1)).toMatchObject([
      {outcome: 'message', wait: 120, end: 130},
      {outcome: 'abandoned', wait: 90, end: 110},
    ]);
  });

  it('balks when more wait than it bears to see', () => {
    const scenario = centerWith({
      types: {help: {balk: {probability: 1, queueOver: 1, expectedWaitOver: null}}},
      groups: oneAgent.groups,
    });
    const {legs} = smallDay(
      scenario,
      [0, 1, 2, 3].map(at => ({type: 'help', at, talk: 100})),
    );
    expect(legs.map(({outcome}) => outcome)).toEqual(['answered', 'answered', 'answered', 'balked']);
  });

  it('is sent on at the end of its talk, while the first agent wraps up', () => {
    const scenario = centerWith({
      types: {help: {transfers: [{to: 1, probability: 1}]}, expert: {talk: constant(40)}},
      groups: {team: {skills: {help: 1}}, experts: {skills: {expert: 1}}},
    });
    const {legs} = smallDay(scenario, [{type: 'help', at: 0, talk: 60, wrapUp: 30}]);
    expect(legs).toMatchObject([
      {type: 'help', end: 90, group: 'team'},
      {type: 'expert', cause: 'transfer', offeredAt: 60, wait: 0, end: 100, group: 'experts'},
    ]);
  });
});

describe('redialling', () => {
  const redialling = {
    redial: {probability: 1, after: constant(300), atMost: 2},
    patience: constant(50),
    talk: constant(10),
  };

  it('comes after an abandonment, with a new patience, and no more often than allowed', () => {
    const scenario = centerWith({
      types: {help: redialling},
      groups: {team: {staffing: counts([0, 0]), skills: {help: 1}}},
    });
    const {legs} = smallDay(scenario, [{type: 'help', at: 0, patience: 20}]);
    expect(legs.map(({cause, offeredAt, wait}) => [cause, offeredAt, wait])).toEqual([
      ['first', 0, 20],
      ['redial', 320, 50],
      ['redial', 670, 50],
    ]);
  });

  it('comes after a busy tone', () => {
    const scenario = centerWith({types: {help: redialling}, groups: oneAgent.groups, lines: 1});
    const {legs} = smallDay(scenario, [
      {type: 'help', at: 0, talk: 100},
      {type: 'help', at: 10},
    ]);
    expect(legs.slice(1)).toMatchObject([
      {outcome: 'blocked', end: 10},
      {cause: 'redial', outcome: 'answered', offeredAt: 310, end: 320},
    ]);
  });

  it('may come by another channel', () => {
    const scenario = centerWith({
      types: {help: {redial: {...redialling.redial, as: 1}}, video: {talk: constant(25)}},
      groups: {team: {staffing: counts([0, 0]), skills: {help: 1}}, studio: {skills: {video: 1}}},
    });
    const {legs} = smallDay(scenario, [{type: 'help', at: 0, patience: 20}]);
    expect(legs).toMatchObject([
      {type: 'help', outcome: 'abandoned', end: 20},
      {type: 'video', cause: 'redial', outcome: 'answered', offeredAt: 320, end: 345},
    ]);
  });

  it('goes on to the end of the horizon where there is no limit', () => {
    const scenario = centerWith({
      types: {help: {...redialling, redial: {...redialling.redial, atMost: null}}},
      groups: {team: {staffing: counts([0, 0]), skills: {help: 1}}},
      clock: {daySeconds: 1800},
    });
    const {legs} = smallDay(scenario, [{type: 'help', at: 0, patience: 50}]);
    expect(legs.map(({offeredAt}) => offeredAt)).toEqual([0, 350, 700, 1050, 1400, 1750]);
  });

  it('is not made past the horizon', () => {
    const scenario = centerWith({
      types: {help: redialling},
      groups: {team: {staffing: counts([0, 0]), skills: {help: 1}}},
    });
    expect(smallDay(scenario, [{type: 'help', at: 86_200, patience: 20}]).legs).toHaveLength(1);
  });
});

describe('lines', () => {
  it('are taken by waiting and talking contacts, and free again before the wrap-up', () => {
    const scenario = centerWith({...help, ...oneAgent, lines: 2});
    const {legs} = smallDay(scenario, [
      {type: 'help', at: 0, talk: 60, wrapUp: 100},
      {type: 'help', at: 10},
      {type: 'help', at: 20},
      {type: 'help', at: 70},
    ]);
    expect(legs.map(({outcome}) => outcome)).toEqual(['answered', 'answered', 'blocked', 'answered']);
  });

  it('of one queue do not block another', () => {
    const scenario = centerWith({
      types: {help: {}, sales: {}},
      queues: [queueNamed('help', {lines: 1}), queueNamed('sales')],
      groups: {team: {skills: {help: 1, sales: 1}}},
    });
    const {legs} = smallDay(scenario, [
      {type: 'help', at: 0},
      {type: 'help', at: 1},
      {type: 'sales', at: 2},
    ]);
    expect(legs.map(({outcome}) => outcome)).toEqual(['answered', 'blocked', 'answered']);
  });
});

describe('opening hours', () => {
  const hours = (atClosing: 'serve' | 'dismiss') => [queueNamed('help', {open: [[3600, 7200]], atClosing})];

  it('turn away who comes outside them', () => {
    const scenario = centerWith({...help, ...oneAgent, queues: hours('serve')});
    const {legs} = smallDay(scenario, [
      {type: 'help', at: 3599},
      {type: 'help', at: 3600},
      {type: 'help', at: 7200},
    ]);
    expect(legs.map(({outcome}) => outcome)).toEqual(['closed', 'answered', 'closed']);
  });

  it('end with the waiting being served, by agents who stay on past their shift', () => {
    const team = {staffing: counts([3600, 1], [7200, 0]), skills: {help: 1}};
    const scenario = centerWith({...help, groups: {team}, queues: hours('serve')});
    const {legs, duties} = smallDay(scenario, [
      {type: 'help', at: 7100, talk: 200},
      {type: 'help', at: 7150, talk: 50},
    ]);
    expect(legs).toMatchObject([{end: 7300}, {outcome: 'answered', wait: 150, end: 7350}]);
    expect(duties).toMatchObject([
      {duty: 'duty', from: 3600, to: 7200},
      {duty: 'overrun', from: 7200, to: 7350},
    ]);
  });

  it('end with the waiting being sent away, where the scenario says so', () => {
    const scenario = centerWith({...help, ...oneAgent, queues: hours('dismiss')});
    const {legs} = smallDay(scenario, [
      {type: 'help', at: 7100, talk: 200},
      {type: 'help', at: 7150, talk: 50},
    ]);
    expect(legs).toMatchObject([
      {outcome: 'answered', end: 7300},
      {outcome: 'dismissed', wait: 50, end: 7200},
    ]);
  });
});

describe('agents', () => {
  it('finish the contact in hand when their number falls, and take no other while the queue is open', () => {
    const scenario = centerWith({
      ...help,
      groups: {team: {staffing: counts([0, 1], [100, 0], [500, 1]), skills: {help: 1}}},
    });
    const {legs, duties} = smallDay(scenario, [
      {type: 'help', at: 90, talk: 60},
      {type: 'help', at: 95, talk: 10},
    ]);
    expect(legs).toMatchObject([{end: 150}, {wait: 405, end: 510}]);
    expect(duties.slice(0, 2)).toMatchObject([
      {duty: 'duty', from: 0, to: 100},
      {duty: 'overrun', from: 100, to: 150},
    ]);
  });

  it('who are idle go first when their number falls', () => {
    const scenario = centerWith({...help, groups: {team: {staffing: counts([0, 2], [100, 1]), skills: {help: 1}}}});
    const {legs, duties} = smallDay(scenario, [
      {type: 'help', at: 50, talk: 100},
      {type: 'help', at: 120, talk: 10},
    ]);
    expect(legs).toMatchObject([{wait: 0}, {wait: 30}]);
    expect(duties[0]).toMatchObject({agent: 1, from: 0, to: 100});
  });

  it('who become free first go when their number falls while all are busy', () => {
    const scenario = centerWith({...help, groups: {team: {staffing: counts([0, 2], [100, 1]), skills: {help: 1}}}});
    const {legs, duties} = smallDay(scenario, [
      {type: 'help', at: 10, talk: 200},
      {type: 'help', at: 20, talk: 100},
      {type: 'help', at: 30, talk: 10},
    ]);
    expect(legs).toMatchObject([{end: 210}, {end: 120}, {wait: 180, end: 220}]);
    expect(duties.slice(0, 2)).toMatchObject([
      {duty: 'duty', from: 0, to: 100},
      {duty: 'overrun', from: 100, to: 120},
    ]);
  });

  it('who were about to go stay when their number rises again', () => {
    const scenario = centerWith({
      ...help,
      groups: {team: {staffing: counts([0, 1], [100, 0], [120, 1]), skills: {help: 1}}},
    });
    const {legs, duties} = smallDay(scenario, [
      {type: 'help', at: 50, talk: 100},
      {type: 'help', at: 60, talk: 10},
    ]);
    expect(legs).toMatchObject([{end: 150}, {wait: 90}]);
    expect(duties).toMatchObject([{duty: 'duty', from: 0, to: 86_400}]);
  });

  it('who sign in take the waiting contact at once', () => {
    const scenario = centerWith({...help, groups: {team: {staffing: counts([600, 1]), skills: {help: 1}}}});
    expect(smallDay(scenario, [{type: 'help', at: 0}]).legs[0].wait).toBe(600);
  });

  it('begin a break when the contact in hand ends, and end it as planned', () => {
    const staffing: Staffing = {kind: 'shifts', agents: [{shifts: [{from: 0, to: 1000, breaks: [[100, 200]]}]}]};
    const scenario = centerWith({...help, groups: {team: {staffing, skills: {help: 1}}}});
    const {legs, duties} = smallDay(scenario, [
      {type: 'help', at: 90, talk: 30},
      {type: 'help', at: 150, talk: 10},
    ]);
    expect(legs).toMatchObject([{end: 120}, {wait: 50, end: 210}]);
    expect(duties.map(({duty, from, to}) => [duty, from, to])).toEqual([
      ['duty', 0, 120],
      ['break', 120, 200],
      ['duty', 200, 1000],
    ]);
  });

  it('stay after the end of the horizon until the last contact ends', () => {
    const scenario = centerWith({...help, groups: {team: {count: 2, skills: {help: 1}}}, clock: {daySeconds: 1800}});
    const {duties, end} = smallDay(scenario, [{type: 'help', at: 1790, talk: 100}]);
    expect(end).toBe(1890);
    expect(duties.map(({to}) => to)).toEqual([1890, 1890]);
  });
});

describe('overflow', () => {
  it('lets another group take the contact after the delay, and not before', () => {
    const scenario = centerWith({
      ...help,
      groups: {first: {skills: {help: 1}}, second: {skills: {help: 2}}},
      routing: {overflow: [[{group: 1, afterSeconds: 12}]]},
    });
    const {legs} = smallDay(scenario, [
      {type: 'help', at: 0, talk: 100},
      {type: 'help', at: 10, talk: 5},
    ]);
    expect(legs[1]).toMatchObject({group: 'second', wait: 12, overflowed: true});
  });

  it('keeps an agent of the other group from a contact that has not waited so long', () => {
    const scenario = centerWith({
      types: {help: {}, sales: {}},
      groups: {first: {skills: {help: 1}}, second: {skills: {help: 2, sales: 1}}},
      routing: {overflow: [[{group: 1, afterSeconds: 50}], []]},
    });
    const {legs} = smallDay(scenario, [
      {type: 'help', at: 0, talk: 100},
      {type: 'sales', at: 1, talk: 20},
      {type: 'help', at: 10, talk: 5},
    ]);
    expect(legs[2]).toMatchObject({group: 'second', wait: 50});
  });
});

describe('chance of later legs', () => {
  it('is the same under another routing', () => {
    const types = {
      help: {
        redial: {probability: 0.7, after: exponential(100), atMost: 3},
        patience: exponential(30),
        talk: exponential(60),
      },
    };
    const nobody = {team: {staffing: counts([0, 0]), skills: {help: 1}}};
    const callers = Array.from({length: 50}, (_, index) => ({type: 'help', at: index * 7, patience: 20}));
    const one = smallDay(centerWith({types, groups: nobody}), callers).legs;
    const other = smallDay(centerWith({types, groups: nobody, routing: {agent: 'random'}}), callers).legs;
    expect(one.length).toBeGreaterThan(60);
    expect(other).toEqual(one);
  });
});
