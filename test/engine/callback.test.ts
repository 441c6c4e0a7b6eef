import {describe, expect, it} from 'vitest';
import {makeReplicator} from '../../src/experiment/replicate.js';
import type {Callback, Staffing} from '../../src/scenario/scenario.js';
import {
  callbackOffer,
  centerWith,
  constant,
  queueNamed,
  steady,
  type CenterSketch,
  type TypeSketch,
} from '../support/center.js';
import {smallDay, type Caller} from '../support/small-day.js';

/** One contact type, a minute's talk when called back, and by default one agent. */
function helpLine(offer: Partial<Callback>, more: Partial<CenterSketch> = {}, type: TypeSketch = {}) {
  return centerWith({
    types: {help: {callback: callbackOffer(offer), ...type}},
    groups: {team: {skills: {help: 1}}},
    ...more,
  });
}

const noLog = (): never => {
  throw new Error('no contact type comes from a log');
};

/** The only agent is busy until 100; whoever calls before would have to wait. */
const busyUntil100: Caller = {type: 'help', at: 0, talk: 100};

describe('the offer of a callback', () => {
  it('that is accepted ends the wait before it began, and an agent dials as soon as one is free', () => {
    const {legs} = smallDay(helpLine({}), [busyUntil100, {type: 'help', at: 10}]);
    expect(legs.slice(1)).toMatchObject([
      {number: 2, cause: 'first', outcome: 'calledBack', offeredAt: 10, wait: 0, end: 10, group: null},
      {number: 2, cause: 'callback', outcome: 'answered', offeredAt: 10, wait: 90, end: 160, group: 'team'},
    ]);
  });

  it('that is declined leaves the customer on the line', () => {
    const {legs} = smallDay(helpLine({accepted: 0}), [busyUntil100, {type: 'help', at: 10}]);
    expect(legs.slice(1)).toMatchObject([{cause: 'first', outcome: 'answered', wait: 90}]);
  });

  it('is not made to who is answered at once', () => {
    expect(smallDay(helpLine({}), [{type: 'help', at: 10}]).legs).toMatchObject([{outcome: 'answered', wait: 0}]);
  });

  it('is made only when more wait than it says', () => {
    const {legs} = smallDay(helpLine({queueOver: 1}), [
      busyUntil100,
      ...[1, 2, 3].map(at => ({type: 'help', at, talk: 10})),
    ]);
    expect(legs.slice(1, 4).map(({outcome}) => outcome)).toEqual(['answered', 'answered', 'calledBack']);
  });

  it('is made only when the wait is expected to be longer than it says', () => {
    // one agent, a minute a contact: a minute behind nobody, two behind one
    const {legs} = smallDay(helpLine({expectedWaitOver: 100}), [
      busyUntil100,
      {type: 'help', at: 1},
      {type: 'help', at: 2},
    ]);
    expect(legs.slice(1, 3).map(({outcome}) => outcome)).toEqual(['answered', 'calledBack']);
  });

  it('expects shorter waits where customers hang up, and the longest where nobody is signed in', () => {
    // one leaves a minute's queue every minute: 1 ÷ (1/60) behind nobody, 1 ÷ (1/60 + 1/60) more behind one: 90 s
    const impatient = {patience: constant(60)};
    const callers = [busyUntil100, {type: 'help', at: 1, talk: 10}, {type: 'help', at: 2, talk: 10}];
    const at = (expectedWaitOver: number) =>
      smallDay(helpLine({expectedWaitOver}, {}, impatient), callers).legs[2].outcome;
    expect([at(89), at(91)]).toEqual(['calledBack', 'answered']);
    const nobody = {groups: {team: {count: 0, skills: {help: 1}}}};
    const {legs} = smallDay(helpLine({expectedWaitOver: 1e9}, nobody), [{type: 'help', at: 1}]);
    expect(legs).toMatchObject([{outcome: 'calledBack'}, {cause: 'callback', outcome: 'stillWaiting'}]);
  });

  it('frees the telephone line; the callback takes one of its own, whatever the limit', () => {
    const scenario = centerWith({
      types: {help: {callback: callbackOffer()}, sales: {}},
      groups: {team: {skills: {help: 1, sales: 1}}},
      lines: 2,
    });
    const {legs} = smallDay(scenario, [
      busyUntil100,
      {type: 'help', at: 10},
      {type: 'help', at: 20},
      {type: 'sales', at: 105},
      {type: 'sales', at: 110},
    ]);
    expect(legs.map(({outcome}) => outcome)).toEqual([
      'answered',
      ...['calledBack', 'answered'],
      ...['calledBack', 'answered'],
      'answered',
      'blocked',
    ]);
  });
});

describe('the place of a request', () => {
  // the second waits (nobody else does), the third asks to be called back, the fourth finds nobody waiting again
  const callers = [
    busyUntil100,
    {type: 'help', at: 5, talk: 50},
    {type: 'help', at: 10},
    {type: 'help', at: 120, talk: 10},
  ];

  it('is behind everyone on the line', () => {
    const {legs} = smallDay(helpLine({queueOver: 0, place: 'after-queue'}), callers);
    expect(legs.slice(2)).toMatchObject([
      {number: 3, outcome: 'calledBack'},
      {number: 3, cause: 'callback', wait: 150, end: 220},
      {number: 4, cause: 'first', wait: 30, end: 160},
    ]);
  });

  it('is kept in the queue where the scenario says so', () => {
    const {legs} = smallDay(helpLine({queueOver: 0, place: 'kept'}), callers);
    expect(legs.slice(2)).toMatchObject([
      {number: 3, outcome: 'calledBack'},
      {number: 3, cause: 'callback', wait: 140, end: 210},
      {number: 4, cause: 'first', outcome: 'calledBack'},
      {number: 4, cause: 'callback', wait: 90, end: 270},
    ]);
  });

  it('is not lost to impatience, nor to a message', () => {
    for (const place of ['kept', 'after-queue'] as const) {
      const scenario = helpLine({place}, {}, {patience: constant(20), messageAfterSeconds: 30});
      expect(smallDay(scenario, [busyUntil100, {type: 'help', at: 10}]).legs[2]).toMatchObject({
        outcome: 'answered',
        wait: 90,
      });
    }
  });

  it('among requests is that of arrival, after the priority of their contact types', () => {
    const scenario = centerWith({
      types: {
        help: {callback: callbackOffer(), priority: 2},
        sales: {callback: callbackOffer()},
      },
      groups: {team: {skills: {help: 1, sales: 1}}},
    });
    const {legs} = smallDay(scenario, [
      busyUntil100,
      {type: 'help', at: 10},
      {type: 'help', at: 20},
      {type: 'sales', at: 30},
    ]);
    const dialled = legs.filter(({cause}) => cause === 'callback').map(({type, number, end}) => [type, number, end]);
    expect(dialled).toEqual([
      ['help', 2, 220],
      ['help', 3, 280],
      ['sales', 4, 160],
    ]);
  });
});

describe('agents kept for those who call', () => {
  it('dial only when more are idle than are kept', () => {
    const team = {team: {count: 2, skills: {help: 1}}};
    const {legs} = smallDay(helpLine({reserve: 1}, {groups: team}), [
      {type: 'help', at: 0, talk: 100},
      {type: 'help', at: 0, talk: 200},
      {type: 'help', at: 10},
      {type: 'help', at: 150, talk: 100},
    ]);
    expect(legs.slice(2)).toMatchObject([
      {number: 3, outcome: 'calledBack'},
      {number: 3, cause: 'callback', wait: 240, end: 310},
      {number: 4, outcome: 'answered', wait: 0, end: 250},
    ]);
  });

  it('dial what is left when the queue closes, before they go home', () => {
    const scenario = helpLine(
      {reserve: 1},
      {
        queues: [queueNamed('help', {open: [[0, 7200]]})],
        groups: {
          team: {
            staffing: {
              kind: 'counts',
              changes: [
                {at: 0, agents: 1},
                {at: 7200, agents: 0},
              ],
            },
            skills: {help: 1},
          },
        },
      },
    );
    const {legs, duties} = smallDay(scenario, [busyUntil100, {type: 'help', at: 10}, {type: 'help', at: 20}]);
    expect(legs.filter(({cause}) => cause === 'callback')).toMatchObject([
      {number: 2, wait: 7190, end: 7260},
      {number: 3, wait: 7240, end: 7320},
    ]);
    expect(duties.at(-1)).toMatchObject({duty: 'overrun', from: 7200, to: 7320});
  });

  it('dial what is left when the horizon is over', () => {
    const {legs, end} = smallDay(helpLine({reserve: 1}), [busyUntil100, {type: 'help', at: 10}]);
    expect(legs[2]).toMatchObject({outcome: 'answered', wait: 86_390});
    expect(end).toBe(86_460);
  });
});

describe('a customer who does not answer', () => {
  it('keeps the agent for as long as it rings, and is tried again as often as the scenario says', () => {
    const {legs} = smallDay(helpLine({answered: 0, ringSeconds: 20, redials: 1, redialEverySeconds: 300}), [
      busyUntil100,
      {type: 'help', at: 10},
      {type: 'help', at: 430, talk: 5, patience: 100},
    ]);
    expect(legs.slice(1)).toMatchObject([
      {number: 2, outcome: 'calledBack'},
      {number: 2, cause: 'callback', outcome: 'unreached', offeredAt: 10, wait: 90, end: 120, group: 'team'},
      {number: 2, cause: 'callback', outcome: 'unreached', offeredAt: 420, wait: 0, end: 440, group: 'team'},
      {number: 3, outcome: 'calledBack', end: 430},
      {number: 3, cause: 'callback', outcome: 'unreached', offeredAt: 430, wait: 10, end: 460},
      {number: 3, cause: 'callback', outcome: 'unreached', offeredAt: 760, wait: 0, end: 780},
    ]);
  });

  it('takes no time of the agent when it does not ring', () => {
    const {legs} = smallDay(helpLine({answered: 0, queueOver: 0}), [
      busyUntil100,
      {type: 'help', at: 5, talk: 50},
      {type: 'help', at: 10},
      {type: 'help', at: 150, talk: 5},
    ]);
    expect(legs.slice(2)).toMatchObject([
      {outcome: 'calledBack'},
      {outcome: 'unreached', wait: 140, end: 150},
      {number: 4, outcome: 'answered', wait: 0},
    ]);
  });

  it('is not tried again beyond the horizon', () => {
    const rule = {answered: 0, redials: 5, redialEverySeconds: 50_000};
    const {legs} = smallDay(helpLine(rule), [busyUntil100, {type: 'help', at: 10}]);
    expect(legs.filter(({outcome}) => outcome === 'unreached')).toHaveLength(2);
  });
});

describe('a callback at a time agreed on', () => {
  it('is dialled by an agent who is idle then', () => {
    const {legs} = smallDay(helpLine({dialAfter: constant(600)}), [busyUntil100, {type: 'help', at: 10}]);
    expect(legs[2]).toMatchObject({cause: 'callback', offeredAt: 610, wait: 0, end: 670});
  });

  it('counts as closed when its queue has closed by then', () => {
    const queues = [queueNamed('help', {open: [[0, 300]]})];
    const {legs} = smallDay(helpLine({dialAfter: constant(600)}, {queues}), [busyUntil100, {type: 'help', at: 10}]);
    expect(legs[2]).toMatchObject({cause: 'callback', outcome: 'closed', offeredAt: 610});
  });

  it('is not made beyond the horizon', () => {
    const {legs} = smallDay(helpLine({dialAfter: constant(600)}), [
      {type: 'help', at: 86_000, talk: 100},
      {type: 'help', at: 86_010},
    ]);
    expect(legs.map(({outcome}) => outcome)).toEqual(['answered', 'calledBack']);
  });
});

describe('requests at closing', () => {
  const callers = [
    {type: 'help', at: 7100, talk: 200},
    {type: 'help', at: 7150},
  ];
  const closing = (atClosing: 'serve' | 'dismiss') => ({
    queues: [queueNamed('help', {open: [[3600, 7200] as const], atClosing})],
  });

  it('are dialled by agents who stay on, or forgotten, as those on the line', () => {
    for (const place of ['kept', 'after-queue'] as const) {
      expect(smallDay(helpLine({place}, closing('serve')), callers).legs[2]).toMatchObject({
        outcome: 'answered',
        wait: 150,
        end: 7360,
      });
      expect(smallDay(helpLine({place}, closing('dismiss')), callers).legs[2]).toMatchObject({
        outcome: 'dismissed',
        wait: 50,
        end: 7200,
      });
    }
  });

  it('are still waiting when nobody ever comes', () => {
    for (const place of ['kept', 'after-queue'] as const) {
      const {legs} = smallDay(helpLine({place}, {groups: {team: {count: 0, skills: {help: 1}}}}), [
        {type: 'help', at: 80_000},
      ]);
      expect(legs).toMatchObject([{outcome: 'calledBack'}, {outcome: 'stillWaiting', wait: 6400}]);
    }
  });
});

describe('a request that waits long', () => {
  it('is open to the groups that take over after a delay', () => {
    for (const place of ['kept', 'after-queue'] as const) {
      const scenario = centerWith({
        types: {help: {callback: callbackOffer({place})}},
        groups: {first: {skills: {help: 1}}, second: {skills: {help: 2}}},
        routing: {overflow: [[{group: 1, afterSeconds: 50}]]},
      });
      expect(smallDay(scenario, [busyUntil100, {type: 'help', at: 10}]).legs[2]).toMatchObject({
        group: 'second',
        wait: 50,
        overflowed: true,
      });
    }
  });

  it('is dialled when the last customer on the line hangs up', () => {
    // the one on the line may not be taken by the second group yet, and stands before the request
    const scenario = centerWith({
      types: {help: {callback: callbackOffer({queueOver: 0})}},
      groups: {first: {skills: {help: 1}}, second: {skills: {help: 2}}},
      routing: {overflow: [[{group: 1, afterSeconds: 50}]]},
    });
    const {legs} = smallDay(scenario, [
      {type: 'help', at: 0, talk: 1000},
      {type: 'help', at: 5, patience: 20},
      {type: 'help', at: 10},
      {type: 'help', at: 40, patience: 30},
    ]);
    expect(legs.filter(({cause}) => cause === 'callback')).toMatchObject([{number: 3, wait: 60, group: 'second'}]);
  });

  it('is dialled as soon as nobody is on the line, by a group that may dial it by then', () => {
    const scenario = centerWith({
      types: {help: {callback: callbackOffer({queueOver: 0})}},
      groups: {first: {skills: {help: 1}}, second: {count: 2, skills: {help: 2}}},
      routing: {overflow: [[{group: 1, afterSeconds: 50}]]},
    });
    /** The request of 5 s stands behind the one on the line since 20 s, who is taken by the first group then, or by the second at 70 s. */
    const dialledAt = (firstIsFree: number) =>
      smallDay(scenario, [
        {type: 'help', at: 0, talk: firstIsFree},
        {type: 'help', at: 1, patience: 8},
        {type: 'help', at: 5},
        {type: 'help', at: 20, talk: 200},
      ]).legs.filter(({cause}) => cause === 'callback');
    expect(dialledAt(65)).toMatchObject([{number: 3, wait: 60, group: 'second'}]);
    expect(dialledAt(1000)).toMatchObject([{number: 3, wait: 65, group: 'second'}]);
  });
});

describe('the requests of one replication', () => {
  it('are unknown to the next', async () => {
    // nobody is there to dial the requests of the second half
    const halfDay: Staffing = {
      kind: 'counts',
      changes: [
        {at: 0, agents: 2},
        {at: 43_200, agents: 0},
      ],
    };
    const scenario = helpLine(
      {reserve: 1, answered: 0.5, redials: 2, redialEverySeconds: 600},
      {groups: {team: {staffing: halfDay, skills: {help: 1}}}},
      {arrivals: steady(1 / 100, 86_400)},
    );
    const replicate = makeReplicator(scenario, {openReplay: noLog});
    const first = (await replicate(0)).counters.slice();
    expect(first.some(count => count > 0)).toBe(true);
    await replicate(1);
    expect((await replicate(0)).counters).toEqual(first);
  });
});
