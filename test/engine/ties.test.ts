import {describe, expect, it} from 'vitest';
import type {Staffing} from '../../src/scenario/scenario.js';
import {centerWith} from '../support/center.js';
import {smallDay, type Caller} from '../support/small-day.js';

const from = (at: number, agents = 1): Staffing => ({
  kind: 'counts',
  changes: [
    {at: 0, agents: 0},
    {at, agents},
  ],
});

describe('agents of several groups who sign in at one instant', () => {
  it('take the waiting in an order that does not depend on the order in which their groups are declared', () => {
    const callers: Caller[] = [
      {type: 'help', at: 0},
      {type: 'help', at: 1},
    ];
    const quick = {staffing: from(100), skills: {help: {handleTimeFactor: 0.5}}};
    const slow = {staffing: from(100), skills: {help: {handleTimeFactor: 2}}};
    const groups = (declared: Record<string, typeof quick>) =>
      smallDay(centerWith({types: {help: {}}, groups: declared}), callers).legs.map(({group}) => group);
    expect(groups({slow, quick})).toEqual(groups({quick, slow}));
  });

  it('take the waiting in an order that does not depend on the unit of time', () => {
    const groups = (factor: number) => {
      const early = {
        staffing: {
          kind: 'counts',
          changes: [
            {at: 0, agents: 1},
            {at: 2 * factor, agents: 0},
          ],
        } as Staffing,
        skills: {help: 1},
      };
      const late = {
        staffing: {
          kind: 'counts',
          changes: [
            {at: 0, agents: 1},
            {at: 100 * factor, agents: 0},
          ],
        } as Staffing,
        skills: {help: 1},
      };
      return smallDay(centerWith({types: {help: {}}, groups: {early, late}}), [{type: 'help', at: 0}]).legs.map(
        ({group}) => group,
      );
    };
    expect(groups(0.25)).toEqual(groups(1));
  });

  it('are told apart by their shifts, in whatever order these are written', () => {
    const shift = (to: number) => ({shifts: [{from: 100, to, breaks: []}]});
    const served = (...ends: number[]) => {
      const scenario = centerWith({
        types: {help: {}},
        groups: {team: {staffing: {kind: 'shifts', agents: ends.map(shift)}, skills: {help: 1}}},
      });
      return smallDay(scenario, [
        {type: 'help', at: 0, talk: 200},
        {type: 'help', at: 150, talk: 100},
        {type: 'help', at: 260, talk: 10},
      ]).legs.map(({end}) => end);
    };
    expect(served(240, 900)).toEqual(served(900, 240));
  });

  it('of two legs of one contact are those of the earlier leg first', () => {
    const scenario = centerWith({
      types: {help: {transfers: [{to: 1, probability: 1}]}, expert: {}, both: {}},
      groups: {experts: {skills: {expert: 1, both: 1}}, team: {skills: {help: 1, both: 1}}},
    });
    // the wrap-up of the first leg and the talk of the second end at 160
    const {legs} = smallDay(scenario, [
      {type: 'help', at: 0, talk: 100, wrapUp: 60},
      {type: 'both', at: 120},
    ]);
    expect(legs).toMatchObject([{end: 160}, {type: 'expert', end: 160}, {type: 'both', wait: 40, group: 'team'}]);
  });
});

describe('an agent who is on a break when the horizon ends', () => {
  const team = (breakEnd: number) => ({
    skills: {help: 1},
    staffing: {
      kind: 'shifts',
      agents: [{shifts: [{from: 0, to: 86_400, breaks: [[86_000, breakEnd]]}]}],
    } as const,
  });
  const late: Caller = {type: 'help', at: 86_100};

  it('comes back to those who still wait, if the shift goes on', () => {
    const {legs, end} = smallDay(centerWith({types: {help: {}}, groups: {team: team(87_000)}}), [late]);
    expect(legs).toMatchObject([{outcome: 'answered', wait: 900, end: 87_060}]);
    expect(end).toBe(87_060);
  });

  it('keeps nobody there when nobody waits', () => {
    expect(smallDay(centerWith({types: {help: {}}, groups: {team: team(87_000)}}), []).end).toBe(86_400);
  });

  it('goes home when the shift ends with the break', () => {
    const {legs} = smallDay(centerWith({types: {help: {}}, groups: {team: team(86_400)}}), [late]);
    expect(legs).toMatchObject([{outcome: 'stillWaiting'}]);
  });
});
