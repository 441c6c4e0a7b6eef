import {describe, expect, it} from 'vitest';
import type {Transfer} from '../../src/scenario/scenario.js';
import {centerWith, constant, queueNamed, type GroupSketch, type TypeSketch} from '../support/center.js';
import {smallDay, type Caller} from '../support/small-day.js';
import {peopleWith} from '../support/people.js';

const warmly = (more: Partial<NonNullable<Transfer['warm']>> = {}) => ({
  to: 1,
  probability: 1,
  warm: {handoverSeconds: 30, waitSeconds: null, ...more},
});

/** Help sends everybody on to an expert, who is busy until 2:30 and talks 40 s with those who are sent on. */
const center = (transfer: ReturnType<typeof warmly>, expert: TypeSketch = {}, experts: Partial<GroupSketch> = {}) =>
  centerWith({
    types: {help: {transfers: [transfer]}, expert: {talk: constant(40), ...expert}},
    groups: {team: {skills: {help: 1}}, experts: {skills: {expert: 1}, ...experts}},
    queues: [queueNamed('help'), queueNamed('expert', {open: [[0, 130]], atClosing: 'dismiss'}), queueNamed('late')],
  });
const late = {queue: 2};
const callers: readonly Caller[] = [
  {type: 'help', at: 0, talk: 100, wrapUp: 20},
  {type: 'expert', at: 0, talk: 150},
];

/** What became of the customer who is sent on: the leg with the first agent, and the leg with the expert. */
const legsOf = (...told: Parameters<typeof center>) =>
  smallDay(center(...told), callers)
    .legs.filter(({number}) => number === 1)
    .map(({outcome, offeredAt, wait, end}) => ({outcome, offeredAt, wait, end}));

describe('a warm transfer', () => {
  it('keeps the first agent on the line until the second answers; both are busy handing over, then the first wraps up', () => {
    expect(legsOf(warmly(), late)).toEqual([
      {outcome: 'answered', offeredAt: 0, wait: 0, end: 150 + 30 + 20},
      {outcome: 'answered', offeredAt: 100, wait: 50, end: 150 + 30 + 40},
    ]);
  });

  it('frees the first agent at once when the customer gives up', () => {
    expect(legsOf(warmly(), {...late, patience: constant(25)})).toEqual([
      {outcome: 'answered', offeredAt: 0, wait: 0, end: 125 + 20},
      {outcome: 'abandoned', offeredAt: 100, wait: 25, end: 125},
    ]);
  });

  it('frees the first agent when the second queue sends its customers away', () => {
    expect(legsOf(warmly())).toEqual([
      {outcome: 'answered', offeredAt: 0, wait: 0, end: 130 + 20},
      {outcome: 'dismissed', offeredAt: 100, wait: 30, end: 130},
    ]);
  });

  it('frees the first agent when the customer goes on by another channel, to whom nobody hands over', () => {
    const deflect = {to: 1, afterSeconds: 15, accepted: 1};
    expect(legsOf(warmly(), {...late, deflect}).slice(0, 2)).toEqual([
      {outcome: 'answered', offeredAt: 0, wait: 0, end: 115 + 20},
      {outcome: 'deflected', offeredAt: 100, wait: 15, end: 115},
    ]);
  });

  it('goes on cold when the first agent has waited long enough', () => {
    expect(legsOf(warmly({waitSeconds: 10}), late)).toEqual([
      {outcome: 'answered', offeredAt: 0, wait: 0, end: 110 + 20},
      {outcome: 'answered', offeredAt: 100, wait: 50, end: 150 + 40},
    ]);
  });

  it('takes as long with a slow expert: only the talk is slower', () => {
    const slow = {skills: {expert: {handleTimeFactor: 2}}};
    expect(legsOf(warmly(), late, slow)).toMatchObject([
      {end: 300 + 30 + 20},
      {offeredAt: 100, wait: 200, end: 300 + 30 + 80},
    ]);
  });

  it('costs no time where the second agent is free and nothing is handed over', () => {
    const two = {count: 2};
    expect(legsOf(warmly({handoverSeconds: 0}), late, two)).toMatchObject([{end: 120}, {wait: 0, end: 140}]);
  });

  it('still waits for an expert at whom it rings in vain', () => {
    const noAnswer = {probability: 0.9, ringSeconds: 10, setAsideSeconds: 50};
    const people = peopleWith({noAnswer});
    const {legs, noAnswers} = smallDay(center(warmly(), late, {people}), callers.slice(0, 1));
    expect(noAnswers).toBeGreaterThan(0);
    expect(legs[1].wait).toBe(60 * noAnswers);
    expect(legs[0].end).toBe(100 + legs[1].wait + 30 + 20);
  });

  it('that nobody ever answers ends with the run, and the agent does what is left to do', () => {
    const nobody = {staffing: {kind: 'counts', changes: [{at: 0, agents: 0}]} as const};
    expect(legsOf(warmly(), late, nobody)).toEqual([
      {outcome: 'answered', offeredAt: 0, wait: 0, end: 86_400 + 20},
      {outcome: 'stillWaiting', offeredAt: 100, wait: 86_320, end: 86_420},
    ]);
  });

  it('keeps an agent past the end of the shift', () => {
    const shifts = [{from: 0, to: 110, breaks: []}];
    const scenario = centerWith({
      types: {help: {transfers: [warmly()]}, expert: {talk: constant(40)}},
      groups: {
        team: {skills: {help: 1}, staffing: {kind: 'shifts', agents: [{shifts}]}},
        experts: {skills: {expert: 1}},
      },
    });
    const overrun = {group: 'team', duty: 'overrun', from: 110, to: 200};
    expect(smallDay(scenario, callers).duties).toContainEqual(expect.objectContaining(overrun));
  });

  it('does not look for the agent who hands over, where customers go to the agent they know', () => {
    const scenario = centerWith({
      types: {help: {transfers: [warmly()]}, expert: {talk: constant(40)}},
      groups: {team: {skills: {help: 1, expert: 1}}, experts: {skills: {expert: 1}}},
      routing: {lastAgentSeconds: 600},
    });
    expect(smallDay(scenario, callers.slice(0, 1)).legs).toMatchObject([{end: 150}, {wait: 0, group: 'experts'}]);
  });
});

describe('a chat that is handed over', () => {
  it('goes at the pace of the handover, whatever else the first agent holds, which goes on more slowly', () => {
    const chat = {channel: 'chat', byConcurrency: [1, 2]} as const;
    const scenario = centerWith({
      types: {help: {...chat, transfers: [warmly()]}, expert: {...chat, talk: constant(40)}, small: {...chat}},
      groups: {
        team: {
          skills: {help: 1, small: 1},
          capacity: [{channel: 'chat', atOnce: 2, interruptedBy: [], restartSeconds: 0}],
        },
        experts: {skills: {expert: 1}},
      },
    });
    const {legs} = smallDay(scenario, [
      {type: 'help', at: 0, talk: 100, wrapUp: 20},
      {type: 'expert', at: 0, talk: 150},
      {type: 'small', at: 100, talk: 30},
    ]);
    // the small chat takes 60 s beside the other one, which goes on waiting for the expert as if nothing had been
    expect(legs.map(({type, cause, end}) => [type, cause, end])).toEqual([
      ['help', 'first', 150 + 30 + 20],
      ['expert', 'transfer', 150 + 30 + 40],
      ['expert', 'first', 150],
      ['small', 'first', 160],
    ]);
  });
});
