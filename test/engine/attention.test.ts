import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {COUNTER, rowOffset} from '../../src/statistics/counters.js';
import {centerWith, holds, queueNamed, type CenterSketch} from '../support/center.js';
import {pathOf} from '../support/path.js';
import {smallDay, type Caller} from '../support/small-day.js';

const chats: CenterSketch['types'] = {chat: {channel: 'chat', byConcurrency: [1, 1.5]}};
const twoChats = {skills: {chat: 1}, capacity: [holds('chat', 2)]};

const mixed: CenterSketch['types'] = {call: {}, chat: {channel: 'chat'}, mail: {channel: 'email'}};
const blended = {
  skills: {call: 1, chat: 1, mail: 1},
  capacity: [holds('chat', 2), holds('email', 1, {interruptedBy: ['voice', 'chat']})],
};

describe('an agent who holds several chats', () => {
  it('goes on more slowly with each, and faster again when one ends', () => {
    const {legs} = smallDay(centerWith({types: chats, groups: {team: twoChats}}), [
      {type: 'chat', at: 0, talk: 100},
      {type: 'chat', at: 40, talk: 30},
    ]);
    // at 40 the first has 60 s left; the second takes 30 s × 1.5 = 45 s, in which 30 s of the first are done
    expect(legs).toMatchObject([
      {wait: 0, end: 115},
      {wait: 0, end: 85},
    ]);
  });

  it('lets a further one wait until there is room', () => {
    const {legs} = smallDay(centerWith({types: chats, groups: {team: twoChats}}), [
      {type: 'chat', at: 0, talk: 100},
      {type: 'chat', at: 40, talk: 30},
      {type: 'chat', at: 50, talk: 60},
    ]);
    // from 85 on the first (30 s left) and the third share the agent: 130, then 60 - 30 = 30 s alone
    expect(legs).toMatchObject([{end: 130}, {end: 85}, {wait: 35, end: 160}]);
  });

  it('is chosen after one who holds fewer, and of two alike after the one who has held so few for longer', () => {
    const {legs} = smallDay(centerWith({types: chats, groups: {team: {...twoChats, count: 2}}}), [
      {type: 'chat', at: 0, talk: 100},
      {type: 'chat', at: 10, talk: 100},
      {type: 'chat', at: 20, talk: 100},
      {type: 'chat', at: 30, talk: 100},
    ]);
    expect(legs.map(({agent}) => agent)).toEqual([0, 1, 0, 1]);
  });

  it('takes a call only when nothing is in hand', () => {
    const {legs} = smallDay(centerWith({types: mixed, groups: {team: blended}}), [
      {type: 'chat', at: 0, talk: 100},
      {type: 'call', at: 10, talk: 20},
    ]);
    expect(legs).toMatchObject([{end: 100}, {wait: 90, end: 120}]);
  });

  it('holds contacts of two channels as far as their parts add up to the whole', () => {
    const types = {chat: {channel: 'chat'}, text: {channel: 'sms'}} as const;
    const team = {skills: {chat: 1, text: 1}, capacity: [holds('chat', 2), holds('sms', 4)]};
    const {legs} = smallDay(centerWith({types, groups: {team}}), [
      {type: 'chat', at: 0, talk: 100},
      {type: 'text', at: 1, talk: 100},
      {type: 'text', at: 2, talk: 100},
      {type: 'text', at: 3, talk: 100},
    ]);
    expect(legs.map(({wait}) => wait)).toEqual([0, 0, 0, 97]);
  });

  it('is busy from the first to the last, with as many slots taken as there are chats', () => {
    const scenario = centerWith({types: chats, groups: {team: twoChats}, clock: {daySeconds: 1800}});
    const {tally} = pathOf(scenario, {
      callers: [
        {type: 'chat', at: 0, talk: 100},
        {type: 'chat', at: 40, talk: 30},
      ],
    });
    const at = rowOffset({contactTypes: 1, groups: 1, intervals: 1}, 1, 0);
    expect(tally.counters[at + COUNTER.busy]).toBe(115);
    expect(tally.counters[at + COUNTER.slotTime]).toBe(40 + 2 * 45 + 30);
    expect(tally.counters[at + COUNTER.slots]).toBe(2 * 1800);
  });

  it('is left alone after the end of the shift, and goes when the last chat has ended', () => {
    const shift = {from: 0, to: 50, breaks: []};
    const team = {...twoChats, staffing: {kind: 'shifts', agents: [{shifts: [shift]}]}} as const;
    const {legs, duties} = smallDay(centerWith({types: chats, groups: {team}, clock: {daySeconds: 1800}}), [
      {type: 'chat', at: 0, talk: 100},
      {type: 'chat', at: 60, talk: 30, patience: 20},
    ]);
    expect(legs).toMatchObject([{end: 100}, {outcome: 'abandoned'}]);
    expect(duties).toMatchObject([
      {duty: 'duty', from: 0, to: 50},
      {duty: 'overrun', from: 50, to: 100},
    ]);
  });
});

describe('an email', () => {
  it('is interrupted by a call, and gone on with where it was', () => {
    const {legs} = smallDay(centerWith({types: mixed, groups: {team: blended}}), [
      {type: 'mail', at: 0, talk: 100},
      {type: 'call', at: 30, talk: 20},
      {type: 'call', at: 40, talk: 10},
    ]);
    expect(legs).toMatchObject([
      {wait: 0, end: 130},
      {wait: 0, end: 50},
      {wait: 10, end: 60},
    ]);
  });

  it.each(['linear', 'most-proficient', 'fewest-contacts', 'round-robin', 'random', 'weighted-random'] as const)(
    'is interrupted at one of the agents who have nothing else, whoever is chosen: %s',
    agent => {
      const team = {...blended, capacity: [holds('email', 1, {interruptedBy: ['voice']})], count: 3};
      const {legs} = smallDay(centerWith({types: mixed, groups: {team}, routing: {agent}}), [
        ...[0, 1, 2].map(at => ({type: 'mail', at, talk: 100})),
        {type: 'call', at: 40, talk: 50},
        {type: 'call', at: 41, talk: 50},
      ]);
      expect(legs.slice(3)).toMatchObject([
        {wait: 0, end: 90},
        {wait: 0, end: 91},
      ]);
      expect(
        legs
          .slice(0, 3)
          .map(({end}) => end)
          .sort((a, b) => a - b)[0],
      ).toBeLessThanOrEqual(102);
    },
  );

  it('takes longer by what every interruption costs', () => {
    const team = {...blended, capacity: [holds('email', 1, {interruptedBy: ['voice'], restartSeconds: 5})]};
    const {legs} = smallDay(centerWith({types: mixed, groups: {team}}), [
      {type: 'mail', at: 0, talk: 100},
      {type: 'call', at: 30, talk: 20},
      {type: 'call', at: 70, talk: 10},
    ]);
    expect(legs[0]).toMatchObject({end: 140});
  });

  it('is not begun while somebody waits who would interrupt it, however long it has waited itself', () => {
    const scenario = centerWith({types: mixed, groups: {team: blended}, routing: {contact: ['age']}});
    const {legs} = smallDay(scenario, [
      {type: 'call', at: 0, talk: 50},
      {type: 'mail', at: 10, talk: 100},
      {type: 'call', at: 20, talk: 10},
    ]);
    expect(legs).toMatchObject([{end: 50}, {wait: 50, end: 160}, {wait: 30, end: 60}]);
  });

  it('lets a call wait where it may not be interrupted', () => {
    const {legs} = smallDay(centerWith({types: mixed, groups: {team: {skills: {call: 1, mail: 1}}}}), [
      {type: 'mail', at: 0, talk: 100},
      {type: 'call', at: 30, talk: 20},
    ]);
    expect(legs).toMatchObject([{end: 100}, {wait: 70}]);
  });

  it('waits in a closed queue, and is not begun after the end of the horizon', () => {
    const scenario = centerWith({
      types: mixed,
      groups: {team: {...blended, staffing: {kind: 'counts', changes: [{at: 600, agents: 1}]}}},
      queues: ['call', 'chat', 'mail'].map(name => queueNamed(name, {open: [[600, 1800]]})),
      clock: {daySeconds: 1800},
    });
    const {legs, end} = smallDay(scenario, [
      {type: 'mail', at: 100, talk: 50},
      {type: 'call', at: 200},
      {type: 'call', at: 1790, talk: 60},
      {type: 'mail', at: 1795, talk: 60},
    ]);
    expect(legs).toMatchObject([
      {outcome: 'answered', wait: 500, end: 650},
      {outcome: 'closed'},
      {outcome: 'answered', end: 1850},
      {outcome: 'stillWaiting'},
    ]);
    expect(end).toBe(1850);
  });

  it('is due within the open hours of its queue', () => {
    const scenario = centerWith({
      types: {mail: {channel: 'email', thresholdSeconds: 60}},
      groups: {team: {skills: {mail: 1}, staffing: {kind: 'counts', changes: [{at: 305, agents: 1}]}}},
      queues: [
        queueNamed('mail', {
          open: [
            [100, 200],
            [300, 400],
          ],
        }),
      ],
      clock: {daySeconds: 1800},
    });
    const within = (at: number): number => {
      const {tally} = pathOf(scenario, {callers: [{type: 'mail', at}]});
      return tally.counters[rowOffset({contactTypes: 1, groups: 1, intervals: 1}, 0, 0) + COUNTER.answeredWithin];
    };
    // answered at 305: 55 s and 61 s of open hours after it came
    expect(within(150)).toBe(1);
    expect(within(144)).toBe(0);
    expect(within(20)).toBe(0);
  });

  it('that was interrupted is finished after the shift, by the same agent', () => {
    const shift = {from: 0, to: 40, breaks: []};
    const team = {...blended, staffing: {kind: 'shifts', agents: [{shifts: [shift]}]}} as const;
    const {legs} = smallDay(centerWith({types: mixed, groups: {team}}), [
      {type: 'mail', at: 0, talk: 100},
      {type: 'call', at: 30, talk: 20},
    ]);
    expect(legs).toMatchObject([{end: 120}, {end: 50}]);
  });
});

describe('a table of what may be held together', () => {
  const types: CenterSketch['types'] = {chat: {channel: 'chat'}, text: {channel: 'sms'}, mail: {channel: 'email'}};
  const team = {
    skills: {chat: 1, text: 1, mail: 1},
    capacity: [holds('chat', 2), holds('sms', 3)],
    together: [
      [
        {channel: 'chat', atOnce: 2},
        {channel: 'sms', atOnce: 1},
      ],
      [
        {channel: 'chat', atOnce: 1},
        {channel: 'email', atOnce: 1},
      ],
    ],
  } as const;
  const waits = (...day: readonly (readonly [type: string, at: number])[]) =>
    smallDay(
      centerWith({types, groups: {team}, clock: {daySeconds: 1800}}),
      day.map(([type, at]) => ({type, at, talk: 100})),
    ).legs.map(({wait}) => wait);

  it('lets an agent hold what one of its mixtures has room for, and nothing beyond', () => {
    // two chats and one text
    expect(waits(['chat', 0], ['chat', 1], ['text', 2], ['text', 3], ['chat', 4])).toEqual([0, 0, 0, 99, 96]);
    // one chat and one email, but no two chats beside it
    expect(waits(['mail', 0], ['chat', 1], ['chat', 2])).toEqual([0, 0, 98]);
    // texts alone up to their own number, and never beside an email
    expect(waits(['text', 0], ['text', 1], ['text', 2], ['text', 3], ['mail', 4])).toEqual([0, 0, 0, 97, 196]);
  });

  it('counts what is in hand against the most that an agent may hold', () => {
    const {tally} = pathOf(centerWith({types, groups: {team}, clock: {daySeconds: 1800}}), {
      callers: [
        {type: 'mail', at: 0, talk: 100},
        {type: 'chat', at: 50, talk: 100},
      ],
    });
    const at = rowOffset({contactTypes: 3, groups: 1, intervals: 1}, 3, 0);
    expect(tally.counters[at + COUNTER.busy]).toBe(150);
    expect(tally.counters[at + COUNTER.slotTime]).toBe(200);
    expect(tally.counters[at + COUNTER.slots]).toBe(3 * 1800);
  });
});

describe('any small blended center', () => {
  const callers: fc.Arbitrary<readonly Caller[]> = fc
    .array(
      fc.record({
        type: fc.constantFrom('call', 'chat', 'text', 'mail'),
        gap: fc.integer({min: 0, max: 30}),
        talk: fc.integer({min: 1, max: 90}),
        wrapUp: fc.constantFrom(0, 0, 10),
        patience: fc.constantFrom(5, 40, Infinity),
      }),
      {minLength: 1, maxLength: 40},
    )
    .map(all => {
      let at = 0;
      return all.map(({gap, patience, ...rest}) => {
        at += gap;
        return {...rest, at, patience: rest.type === 'mail' ? Infinity : patience};
      });
    });

  it('never gives an agent more than the whole, loses nobody and balances its books', () => {
    const types = {...mixed, chat: {channel: 'chat', byConcurrency: [1, 1.2, 1.4]}, text: {channel: 'sms'}} as const;
    const part: Readonly<Record<string, number>> = {call: 1, chat: 1 / 3, text: 1 / 2};
    fc.assert(
      fc.property(callers, fc.integer({min: 1, max: 3}), (day, count) => {
        const shift = {from: 0, to: 500, breaks: [[100, 150] as const]};
        const scenario = centerWith({
          types,
          groups: {
            team: {
              skills: {call: 1, chat: 2, text: 2, mail: 3},
              capacity: [holds('chat', 3), holds('sms', 2), holds('email', 1, {interruptedBy: ['voice', 'chat']})],
              staffing: {kind: 'shifts', agents: Array.from({length: count}, () => ({shifts: [shift]}))},
            },
          },
          clock: {daySeconds: 1800},
        });
        const {legs} = smallDay(scenario, day);
        expect(legs).toHaveLength(day.length);
        for (const {offeredAt, wait, agent, outcome} of legs) {
          if (outcome !== 'answered') continue;
          const at = offeredAt + wait;
          const inHand = legs.filter(
            other =>
              other.agent === agent &&
              other.outcome === 'answered' &&
              other.offeredAt + other.wait <= at &&
              other.end > at &&
              other.type !== 'mail',
          );
          expect(inHand.reduce((sum, {type}) => sum + part[type], 0)).toBeLessThan(1 + 1e-9);
        }
      }),
      {numRuns: 300},
    );
  });
});
