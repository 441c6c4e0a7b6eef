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
});
