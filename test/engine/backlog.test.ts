import {describe, expect, it} from 'vitest';
import type {Backlog} from '../../src/scenario/scenario.js';
import {COUNTER, rowOffset, type CounterName} from '../../src/statistics/counters.js';
import {centerWith, constant, queueNamed, type CenterSketch} from '../support/center.js';
import {pathOf} from '../support/path.js';
import {smallDay} from '../support/small-day.js';

/** A mail desk of one agent, an answer in 100 s, due within 300 s. */
function desk(backlog: readonly Backlog[], more: Partial<CenterSketch> = {}) {
  return centerWith({
    types: {mail: {channel: 'email', talk: constant(100), thresholdSeconds: 300, backlog}},
    groups: {team: {skills: {mail: 1}}},
    clock: {daySeconds: 1800},
    ...more,
  });
}

function counted(scenario: ReturnType<typeof desk>, callers: Parameters<typeof smallDay>[1] = []) {
  const {tally} = pathOf(scenario, {callers});
  const at = rowOffset({contactTypes: 1, groups: 1, intervals: 1}, 0, 0);
  return (name: CounterName) => tally.counters[at + COUNTER[name]];
}

describe('a backlog at the start', () => {
  it('is worked off before what comes, the oldest first, and has waited for its age already', () => {
    const scenario = desk([
      {contacts: 1, ageSeconds: 250},
      {contacts: 2, ageSeconds: 40},
    ]);
    const {legs} = smallDay(scenario, [{type: 'mail', at: 5, talk: 10}]);
    expect(legs).toMatchObject([
      {number: -2, offeredAt: -250, wait: 250, end: 100},
      {number: -1, offeredAt: -40, wait: 140, end: 200},
      {number: 0, offeredAt: -40, wait: 240, end: 300},
      {number: 1, offeredAt: 5, wait: 295, end: 310},
    ]);
  });

  it('is in the books beside what is offered, and judged with it', () => {
    const of = counted(
      desk([
        {contacts: 1, ageSeconds: 301},
        {contacts: 2, ageSeconds: 40},
      ]),
      [{type: 'mail', at: 5, talk: 10}],
    );
    expect([of('backlogAtStart'), of('created'), of('offered'), of('first')]).toEqual([3, 1, 1, 1]);
    expect([of('answered'), of('done'), of('answeredWithin')]).toEqual([4, 4, 3]);
    expect(of('waitAnswered')).toBe(301 + 140 + 240 + 295);
    // only the time in the queue that passes here
    expect(of('queueTime')).toBe(0 + 100 + 200 + 295);
  });

  it('that nobody gets to is still waiting at the end', () => {
    const staffing = {kind: 'counts', changes: [{at: 1750, agents: 1}]} as const;
    const of = counted(desk([{contacts: 3, ageSeconds: 0}], {groups: {team: {skills: {mail: 1}, staffing}}}));
    expect([of('backlogAtStart'), of('offered'), of('answered'), of('stillWaiting')]).toEqual([3, 0, 1, 2]);
  });

  it('is due within the open hours that are left of it', () => {
    const open = [[600, 1800]] as const;
    const within = (ageSeconds: number) =>
      counted(
        desk([{contacts: 2, ageSeconds}], {
          queues: [queueNamed('mail', {open})],
          groups: {team: {skills: {mail: 1}, staffing: {kind: 'counts', changes: [{at: 600, agents: 1}]}}},
        }),
      )('answeredWithin');
    // answered at 600 and 700, 0 s and 100 s after the opening
    expect([within(200), within(201), within(300), within(301)]).toEqual([2, 1, 1, 0]);
  });

  it('goes on to further groups at once when it is older than their delay', () => {
    const scenario = desk([{contacts: 2, ageSeconds: 60}], {
      groups: {team: {skills: {mail: 1}}, others: {skills: {mail: 1}}},
      routing: {overflow: [[{group: 1, afterSeconds: 30}]]},
    });
    expect(smallDay(scenario, []).legs).toMatchObject([
      {group: 'team', end: 100},
      {group: 'others', end: 100},
    ]);
  });

  it('is no part of a run with a warm-up, which counts what is offered later', () => {
    const of = counted(desk([{contacts: 3, ageSeconds: 0}], {run: {warmUpSeconds: 60}}), [{type: 'mail', at: 100}]);
    expect([of('backlogAtStart'), of('offered'), of('answered')]).toEqual([0, 1, 1]);
  });
});
