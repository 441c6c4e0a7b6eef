import {describe, expect, it} from 'vitest';
import {centerWith, queueNamed} from '../support/center.js';
import {smallDay, type Caller} from '../support/small-day.js';

describe('the end of the horizon', () => {
  const day = {daySeconds: 1800, intervalSeconds: 300};
  const callers: Caller[] = [
    {type: 'help', at: 1700, talk: 200},
    {type: 'help', at: 1750, talk: 10},
  ];

  it('sends away who waits in a queue that dismisses at closing, also where it is open all day', () => {
    for (const open of [null, [[600, 1800] as const]]) {
      const scenario = centerWith({
        types: {help: {}},
        groups: {team: {skills: {help: 1}}},
        queues: [queueNamed('help', {open, atClosing: 'dismiss'})],
        clock: day,
      });
      expect(smallDay(scenario, callers).legs).toMatchObject([
        {outcome: 'answered', end: 1900},
        {outcome: 'dismissed', wait: 50, end: 1800},
      ]);
    }
  });

  it('leaves who waits in a queue that serves at closing to the agents who are there', () => {
    const scenario = centerWith({types: {help: {}}, groups: {team: {skills: {help: 1}}}, clock: day});
    expect(smallDay(scenario, callers).legs).toMatchObject([{end: 1900}, {outcome: 'answered', wait: 150, end: 1910}]);
  });
});

describe('an agent past the end of the shift', () => {
  it('serves those left in a closed queue, whoever waits in one that is still open', () => {
    const scenario = centerWith({
      types: {day: {}, night: {}},
      queues: [queueNamed('day', {open: [[0, 100]]}), queueNamed('night')],
      groups: {
        early: {
          staffing: {
            kind: 'counts',
            changes: [
              {at: 0, agents: 1},
              {at: 100, agents: 0},
            ],
          },
          skills: {day: 1, night: 1},
        },
        late: {
          staffing: {
            kind: 'counts',
            changes: [
              {at: 0, agents: 0},
              {at: 500, agents: 1},
            ],
          },
          skills: {night: 1},
        },
      },
    });
    const {legs} = smallDay(scenario, [
      {type: 'day', at: 0, talk: 150},
      {type: 'night', at: 10, talk: 20},
      {type: 'day', at: 20, talk: 30},
    ]);
    expect(legs).toMatchObject([
      {end: 150},
      {group: 'late', wait: 490},
      {outcome: 'answered', group: 'early', wait: 130, end: 180},
    ]);
  });
});
