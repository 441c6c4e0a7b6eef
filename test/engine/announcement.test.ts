import {describe, expect, it} from 'vitest';
import type {Announcement, WaitEstimator} from '../../src/scenario/scenario.js';
import {centerWith, constant, queueNamed, type GroupSketch, type TypeSketch} from '../support/center.js';
import {smallDay, type Caller} from '../support/small-day.js';

const announce = (estimator: WaitEstimator, more: Partial<Announcement> = {}): Announcement => ({
  estimator,
  stepSeconds: 0,
  believed: 1,
  patienceFactor: 1,
  patienceAtMost: null,
  ...more,
});

/** One agent; a call takes a minute on average, so that the first in the queue is told 60 s, the second 120 s. */
const told = (
  rule: Announcement,
  callers: readonly Caller[],
  type: TypeSketch = {},
  group: Partial<GroupSketch> = {},
) =>
  smallDay(
    centerWith({
      types: {help: {announce: rule, queue: 0, ...type}, other: {queue: 0}},
      groups: {team: {skills: {help: 1, other: 1}, ...group}},
      queues: [queueNamed('help')],
    }),
    callers,
  ).legs.map(({outcome, end}) => `${outcome} ${end}`);

const busy: Caller = {type: 'help', at: 0, talk: 100};
const at = (second: number, patience: number): Caller => ({type: 'help', at: second, patience, talk: 10});

describe('a wait announced by queue length', () => {
  const byLength = (more: Partial<Announcement> = {}) => announce('queue-length', more);

  it('makes those leave at once who would not wait so long', () => {
    expect(told(byLength(), [busy, at(10, 59), at(20, 60), at(21, 119), at(22, 120)])).toEqual([
      'answered 100',
      'balked 10',
      'abandoned 80',
      'balked 21',
      'answered 110',
    ]);
  });

  it('is not heard by who is answered at once', () => {
    expect(told(byLength(), [at(0, 1)])).toEqual(['answered 10']);
  });

  it('is told in whole minutes where it is rounded up: one minute becomes 90 s in steps of 90 s', () => {
    expect(told(byLength({stepSeconds: 90}), [busy, at(10, 89), at(20, 90)])).toEqual([
      'answered 100',
      'balked 10',
      'answered 110',
    ]);
  });

  it('is not believed by all: who does not listen waits as before', () => {
    expect(told(byLength({believed: 0}), [busy, at(10, 59)])).toEqual(['answered 100', 'abandoned 69']);
  });

  it('makes those who stay more patient, or less', () => {
    expect(told(byLength({patienceFactor: 1.5}), [busy, at(20, 60)])).toEqual(['answered 100', 'answered 110']);
    expect(told(byLength({patienceFactor: 0.5}), [busy, at(20, 60)])).toEqual(['answered 100', 'abandoned 50']);
  });

  it('ends the patience of those who stay at a multiple of what they were told', () => {
    expect(told(byLength({patienceAtMost: 1.25}), [busy, at(10, 1000)])).toEqual(['answered 100', 'abandoned 85']);
    expect(told(byLength({patienceAtMost: 1.25}), [busy, at(10, Infinity)])).toEqual(['answered 100', 'abandoned 85']);
    expect(told(byLength({patienceAtMost: 1.5}), [busy, at(10, 1000)])).toEqual(['answered 100', 'answered 110']);
  });

  it('is not to be had while nobody is on duty', () => {
    const nobody = {staffing: {kind: 'counts', changes: [{at: 0, agents: 0}]} as const};
    expect(told(byLength({patienceAtMost: 2}), [at(10, 50)], {}, nobody)).toEqual(['abandoned 60']);
  });

  it('is what balking goes by: above a minute and a half half of them may leave, here all', () => {
    const balk = {probability: 1, queueOver: -1, expectedWaitOver: 90};
    const callers = [busy, at(10, 1000), at(20, 1000)];
    expect(told(byLength(), callers, {balk})).toEqual(['answered 100', 'answered 110', 'balked 20']);
    expect(told(byLength({stepSeconds: 120}), callers, {balk})).toEqual(['answered 100', 'balked 10', 'balked 20']);
  });
});

describe('a wait announced as that of the last contact answered', () => {
  it('is none until somebody has waited, and then what this one waited, of whatever type of the queue', () => {
    const waited: Caller = {type: 'other', at: 60, talk: 100};
    // answered after 40 s, at 100
    expect(told(announce('last-wait'), [busy, at(10, 5), waited, at(110, 39), at(111, 40), at(120, 300)])).toEqual([
      'answered 100',
      'abandoned 15',
      'answered 200',
      'balked 110',
      'abandoned 151',
      'answered 210',
    ]);
  });

  it('is none again after one who was answered at once', () => {
    expect(told(announce('last-wait'), [busy, at(60, 1000), {...busy, at: 200}, at(210, 5)])).toEqual([
      'answered 100',
      'answered 110',
      'answered 300',
      'abandoned 215',
    ]);
  });
});

describe('a wait announced as that of the head of the line', () => {
  it('is what the contact waiting longest has waited so far', () => {
    expect(told(announce('head-of-line'), [busy, at(10, 1000), at(30, 19), at(31, 22)])).toEqual([
      'answered 100',
      'answered 110',
      'balked 30',
      'abandoned 53',
    ]);
  });

  it('is none for the first in the queue', () => {
    expect(told(announce('head-of-line', {patienceAtMost: 1}), [busy, at(10, 30)])).toEqual([
      'answered 100',
      'abandoned 40',
    ]);
  });
});

describe('who is told', () => {
  it('are those who come again too', () => {
    const redial = {probability: 1, after: constant(5), atMost: 1, as: 0};
    // 61 s are enough to stay for 60 s, the 50 s of the second attempt are not
    expect(told(announce('queue-length'), [busy, at(10, 61)], {redial, patience: constant(50)})).toEqual([
      'answered 100',
      'abandoned 71',
      'balked 76',
    ]);
  });

  it('are offered a callback when they stay, by the same estimate', () => {
    const callback = {
      queueOver: -1,
      expectedWaitOver: 30,
      accepted: 1,
      answered: 1,
      place: 'after-queue',
      dialAfter: null,
      reserve: 0,
      ringSeconds: 0,
      redials: 0,
      redialEverySeconds: 0,
    } as const;
    // by queue length the first would be told 60 s, but nobody has waited yet
    expect(told(announce('last-wait'), [busy, at(10, 1000)], {callback})).toEqual(['answered 100', 'answered 110']);
    expect(told(announce('queue-length'), [busy, at(10, 1000)], {callback})[1]).toBe('calledBack 10');
  });
});
