import {describe, expect, it} from 'vitest';
import {COUNTER, rowOffset} from '../../src/statistics/counters.js';
import {callbackOffer, centerWith, constant, holds, type CenterSketch} from '../support/center.js';
import {pathOf} from '../support/path.js';
import {peopleWith} from '../support/people.js';
import {smallDay} from '../support/small-day.js';

describe('a chat that a call may interrupt', () => {
  const team = {skills: {call: 1, chat: 1}, capacity: [holds('chat', 2, {interruptedBy: ['voice']})]};
  const types: CenterSketch['types'] = {call: {}, chat: {channel: 'chat', byConcurrency: [1, 1.5]}};
  const center = (more: Partial<CenterSketch['groups'][string]> = {}) =>
    centerWith({types, groups: {team: {...team, ...more}}, clock: {daySeconds: 1800}});

  it('is put aside with the others in hand, and all go on after the call as fast as before', () => {
    const {legs} = smallDay(center(), [
      {type: 'chat', at: 0, talk: 100},
      {type: 'chat', at: 0, talk: 40},
      {type: 'call', at: 30, talk: 50},
    ]);
    // at 30 each has done 20 s; the second needs 20 s more at two thirds of the speed: 80 + 30; the first then 60 s alone
    expect(legs).toMatchObject([{end: 170}, {end: 110}, {wait: 0, end: 80}]);
  });

  it('is put aside for a callback that nobody answers, too', () => {
    const offer = callbackOffer({place: 'kept', answered: 0, ringSeconds: 10, dialAfter: constant(30)});
    const called = {...types, call: {callback: offer}};
    const {legs, busy} = pathOf(centerWith({types: called, groups: {team}, clock: {daySeconds: 1800}}), {
      callers: [
        {type: 'call', at: 0, talk: 20},
        {type: 'call', at: 5},
        {type: 'chat', at: 10, talk: 100},
      ],
    });
    // the chat is in hand from 20 on; at 35 the agent dials
    expect(legs.map(({outcome, waitEnd, serviceEnd}) => [outcome, waitEnd, serviceEnd])).toEqual([
      ['calledBack', 5, 5],
      ['answered', 0, 20],
      ['unreached', 35, 45],
      ['answered', 20, 130],
    ]);
    expect(busy.every(({share}) => share <= 1)).toBe(true);
  });

  it('is handled for no longer than somebody worked on it', () => {
    const {tally} = pathOf(center(), {
      callers: [
        {type: 'chat', at: 0, talk: 100},
        {type: 'call', at: 30, talk: 50},
      ],
    });
    const at = rowOffset({contactTypes: 2, groups: 1, intervals: 1}, 1, 0);
    expect(tally.counters[at + COUNTER.handle]).toBe(100);
  });

  it('is not begun while a call waits', () => {
    const {legs} = smallDay(center(), [
      {type: 'call', at: 0, talk: 50},
      {type: 'chat', at: 10, talk: 30},
      {type: 'call', at: 20, talk: 10},
    ]);
    expect(legs).toMatchObject([{end: 50}, {wait: 50, end: 90}, {wait: 30, end: 60}]);
  });

  it('is gone on with before a break that came due during the call', () => {
    const shift = {from: 0, to: 1000, breaks: [[60, 400] as const]};
    const {legs} = smallDay(center({staffing: {kind: 'shifts', agents: [{shifts: [shift]}]}}), [
      {type: 'chat', at: 0, talk: 100},
      {type: 'call', at: 30, talk: 50},
    ]);
    expect(legs).toMatchObject([{end: 150}, {end: 80}]);
  });

  it('goes on when a call that rang at the agent was not answered', () => {
    const people = peopleWith({noAnswer: {probability: 0.999, ringSeconds: 20, setAsideSeconds: 0}});
    const {legs, noAnswers} = smallDay(center({people}), [
      {type: 'chat', at: 0, talk: 100},
      {type: 'call', at: 30, talk: 50, patience: 25},
    ]);
    // it rings from 30 to 50, and once more until the customer has had enough at 55
    expect(noAnswers).toBe(1);
    expect(legs).toMatchObject([{end: 125}, {outcome: 'abandoned', wait: 25}]);
  });
});
