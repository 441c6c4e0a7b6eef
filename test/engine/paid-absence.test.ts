import {describe, expect, it} from 'vitest';
import type {AgentTimetable, People, Staffing} from '../../src/scenario/scenario.js';
import {centerWith} from '../support/center.js';
import {pathOf, type Path} from '../support/path.js';
import {peopleWith} from '../support/people.js';
import type {Caller} from '../support/small-day.js';

const DAY = 86_400;
const help = {types: {help: {}}};
describe('paid absence', () => {
  const allDay: AgentTimetable = {shifts: [{from: 0, to: 2 * DAY, breaks: []}]};
  const hours = ({duties}: Pick<Path, 'duties'>, kind: string): number =>
    duties.filter(({duty}) => duty === kind).reduce((sum, {from, to}) => sum + to - from, 0) / 3600;
  const staffed = (staffing: Staffing, told: Partial<People>, days = 1) =>
    centerWith({...help, groups: {team: {staffing, skills: {help: 1}, people: peopleWith(told)}}, clock: {days}});

  it('pays for the shifts that agents miss, breaks included, and for nothing else', () => {
    const days = 50;
    const shift = {
      shifts: Array.from({length: days}, (_, day) => ({
        from: day * DAY,
        to: day * DAY + 4 * 3600,
        breaks: [[day * DAY + 3600, day * DAY + 2 * 3600] as const],
      })),
    };
    const agents: Staffing = {kind: 'shifts', agents: Array.from({length: 40}, () => shift)};
    const unpaid = pathOf(staffed(agents, {absence: 0.1}, days), {callers: []});
    const paid = pathOf(staffed(agents, {absence: 0.1, paidAbsence: true}, days), {callers: []});
    expect(hours(paid, 'absence')).toBeGreaterThan(0);
    expect(hours(paid, 'duty') + hours(paid, 'break') + hours(paid, 'absence')).toBe(40 * days * 4);
    expect(paid.duties.filter(({duty}) => duty !== 'absence')).toEqual(unpaid.duties);
  });

  it('pays in a group told by numbers for those who are missing from the number, day after day', () => {
    const counts: Staffing = {
      kind: 'counts',
      changes: [
        {at: 0, agents: 10},
        {at: DAY + 12 * 3600, agents: 20},
        {at: 2 * DAY + 6 * 3600, agents: 0},
      ],
    };
    const path = pathOf(staffed(counts, {absence: 0.3, paidAbsence: true}, 3), {callers: []});
    expect(hours(path, 'absence')).toBeGreaterThan(0);
    expect(hours(path, 'duty') + hours(path, 'absence')).toBe(10 * 36 + 20 * 18);
  });

  it('ends with the horizon: nobody misses the time after the last contact', () => {
    const late: Caller[] = [{type: 'help', at: DAY - 10, talk: 600}];
    const shifts = pathOf(staffed({kind: 'shifts', agents: [allDay]}, {absence: 1, paidAbsence: true}), {
      callers: late,
    });
    expect(shifts.duties).toMatchObject([{duty: 'absence', agent: 0, from: 0, to: DAY}]);
    const counts = pathOf(
      centerWith({
        ...help,
        groups: {
          here: {skills: {help: 1}},
          team: {count: 2, skills: {help: 2}, people: peopleWith({absence: 1, paidAbsence: true})},
        },
      }),
      {callers: late},
    );
    expect(counts.end).toBe(DAY + 590);
    expect(hours(counts, 'absence')).toBe(48);
  });

  it('pays nobody twice who is still busy from a shift before midnight', () => {
    const shifts = [
      {from: DAY - 3600, to: DAY, breaks: []},
      {from: DAY, to: DAY + 7200, breaks: []},
    ];
    let found = 0;
    for (let replication = 0; replication < 40; replication++) {
      const {duties} = pathOf(staffed({kind: 'shifts', agents: [{shifts}]}, {absence: 0.5, paidAbsence: true}, 2), {
        callers: [{type: 'help', at: DAY - 100, talk: 700}],
        replication,
      });
      const [first, second, third] = duties;
      if (first.duty !== 'duty' || second?.duty !== 'overrun') continue;
      found++;
      expect(second).toMatchObject({from: DAY, to: DAY + 600});
      expect(third).toMatchObject({duty: 'absence', from: DAY + 600, to: DAY + 7200});
    }
    expect(found).toBeGreaterThan(2);
  });
});
