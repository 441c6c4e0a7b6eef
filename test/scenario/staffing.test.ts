import {describe, expect, it} from 'vitest';
import type {Staffing} from '../../src/scenario/scenario.js';
import {helpLine, messagesOf, problemsOf, read} from '../support/scenario-text.js';
import type {Files} from '../support/scenario-text.js';

const HOUR = 3600;
const staffingOf = async (team: string, rest = '', files: Files = {}): Promise<Staffing> =>
  (await read(helpLine({team, rest}), files)).groups[0]!.staffing;
const sites = 'sites: {tunis: {timezone: Africa/Tunis, open: {mon-fri: 07:00-22:00}}, india: {timezone: Asia/Kolkata}}';

describe('a plain count', () => {
  it('works all day, or in the open hours of its site, told by the clock there', async () => {
    expect(await staffingOf('count: 6')).toEqual({kind: 'counts', changes: [{at: 0, agents: 6}]});
    expect(await staffingOf('count: 6\nsite: tunis', sites)).toEqual({
      kind: 'counts',
      changes: [
        {at: 0, agents: 0},
        {at: 6 * HOUR, agents: 6},
        {at: 21 * HOUR, agents: 0},
      ],
    });
  });
});

describe('agents by interval', () => {
  const csv = 'time,team,other\n08:00,3,1\n08:30,5,1\n09:00,5,1\n10:00,2,1\n';

  it('change where the file says so; between its rows nobody is on duty', async () => {
    expect(await staffingOf('by-interval: staff.csv', '', {'staff.csv': csv})).toEqual({
      kind: 'counts',
      changes: [
        {at: 0, agents: 0},
        {at: 8 * HOUR, agents: 3},
        {at: 8.5 * HOUR, agents: 5},
        {at: 9.5 * HOUR, agents: 0},
        {at: 10 * HOUR, agents: 2},
        {at: 10.5 * HOUR, agents: 0},
      ],
    });
  });

  it('start by the clock of their site, the day before where the horizon cuts it', async () => {
    const night = 'time,agents\n00:00,1\n12:00,2\n';
    const staffing = await staffingOf('by-interval: staff.csv\nsite: india', sites, {'staff.csv': night});
    expect(staffing).toEqual({
      kind: 'counts',
      changes: [
        {at: 0, agents: 1},
        {at: 6.5 * HOUR, agents: 2},
        {at: 18.5 * HOUR, agents: 1},
      ],
    });
  });

  it('come whole', async () => {
    expect(
      await messagesOf(helpLine({team: 'by-interval: staff.csv'}), {'staff.csv': 'time,team\n08:00,2.5\n'}),
    ).toEqual(['staff.csv:2: expected a whole number of agents, got "2.5"']);
  });
});

describe('shifts', () => {
  it('give each agent a timetable with breaks', async () => {
    const staffing = await staffingOf(
      'shifts:\n  - {agents: 2, from: 08:00, to: 16:30, breaks: [12:00-12:30]}\n  - {agents: 1, from: 10:00, to: 14:00, days: tue}',
    );
    expect(staffing).toEqual({
      kind: 'shifts',
      agents: Array.from({length: 2}, () => ({
        shifts: [{from: 8 * HOUR, to: 16.5 * HOUR, breaks: [[12 * HOUR, 12.5 * HOUR]]}],
      })),
    });
  });

  it('over midnight start the evening before the horizon and end with it', async () => {
    const staffing = await staffingOf('shifts: [{agents: 1, from: 22:00, to: 06:00, breaks: 02:00-02:30}]');
    expect(staffing).toEqual({
      kind: 'shifts',
      agents: [
        {
          shifts: [
            {from: 0, to: 6 * HOUR, breaks: [[2 * HOUR, 2.5 * HOUR]]},
            {from: 22 * HOUR, to: 24 * HOUR, breaks: []},
          ],
        },
      ],
    });
  });

  it('have a break over the end of the horizon to its end, where the shift goes on', async () => {
    const over = await staffingOf('shifts: [{agents: 1, from: 20:00, to: 04:00, breaks: [23:50-00:20]}]');
    expect(over).toMatchObject({agents: [{shifts: [{to: 4 * HOUR}, {to: 24 * HOUR, breaks: [[85_800, 87_600]]}]}]});
    const last = await staffingOf('shifts: [{agents: 1, from: 20:00, to: 00:20, breaks: [23:50-00:20]}]');
    expect(last).toMatchObject({agents: [{shifts: [{}, {to: 24 * HOUR, breaks: [[85_800, 86_400]]}]}]});
  });

  it('may have a break somewhere in a window, spread evenly over those who work it', async () => {
    const staffing = await staffingOf(
      'shifts: [{agents: 4, from: 08:00, to: 16:00, breaks: [10:00-10:10, 30m within 11:30-14:00]}]',
    );
    const agents = staffing.kind === 'shifts' ? staffing.agents : [];
    // two hours of room for the start of the break: 15, 45, 75 and 105 minutes after 11:30
    expect(agents.map(({shifts}) => shifts[0].breaks[1].map(at => at / 60))).toEqual([
      [705, 735],
      [735, 765],
      [765, 795],
      [795, 825],
    ]);
    expect(
      await staffingOf('shifts: [{agents: 1, from: 20:00, to: 04:00, breaks: 30m within 23:40-00:20, days: mon}]'),
    ).toMatchObject({agents: [{shifts: [{breaks: [[85_500, 87_300]]}]}]});
    expect(
      await messagesOf(
        helpLine({team: 'shifts: [{agents: 1, from: 08:00, to: 16:00, breaks: 3h within 11:30-14:00}]'}),
      ),
    ).toEqual([
      'center.yaml:9:58 agents.team.shifts[0].breaks: expected a break above zero that fits into its window, got "3h within 11:30-14:00"',
    ]);
  });

  it('come from a file as well', async () => {
    const staffing = await staffingOf('schedule: roster.csv', '', {
      'roster.csv':
        'agents;from;to;days;break 1;break 2\n1;08:00;16:00;mon-fri;12:00-12:30;14:00-14:15\n4;09:00;12:00;sat;;\n',
    });
    expect(staffing).toEqual({
      kind: 'shifts',
      agents: [
        {
          shifts: [
            {
              from: 8 * HOUR,
              to: 16 * HOUR,
              breaks: [
                [12 * HOUR, 12.5 * HOUR],
                [14 * HOUR, 14.25 * HOUR],
              ],
            },
          ],
        },
      ],
    });
  });

  it('have their breaks inside and one after the other', async () => {
    for (const breaks of ['[07:00-07:30]', '[12:00-13:00, 12:30-13:30]', '[16:15-17:00]']) {
      expect(
        (await problemsOf(helpLine({team: `shifts: [{agents: 1, from: 08:00, to: 16:30, breaks: ${breaks}}]`}))).map(
          ({code}) => code,
        ),
      ).toEqual(['SCN014']);
    }
  });

  it('in a file may have breaks in a window, over which the agents of the row are spread', async () => {
    const csv = 'agents,from,to,break 1,break 2\n2,08:00,16:00,10:00-10:15,30m within 12:00-13:00\n';
    const {groups} = await read(helpLine({team: 'schedule: roster.csv'}), {'roster.csv': csv});
    const {staffing} = groups[0]!;
    expect(staffing.kind === 'shifts' && staffing.agents.map(({shifts}) => shifts[0]!.breaks[1]![0])).toEqual([
      12 * HOUR + 300,
      12 * HOUR + 1200,
    ]);
  });

  it.each([
    ['agents,from\n1,08:00\n', 'roster.csv:1: expected a column to, got "agents, from"'],
    ['agents,from,to\nx,08:00,09:00\n', 'roster.csv:2: expected a whole number of agents, got "x"'],
    ['agents,from,to\n1,8am,09:00\n', 'roster.csv:2: expected clock times such as 08:00, got "8am 09:00"'],
    ['agents,from,to,days\n1,08:00,09:00,mo\n', 'roster.csv:2: expected days such as mon-fri, got "mo"'],
    [
      'agents,from,to,break\n1,08:00,09:00,noon\n',
      'roster.csv:2:15: expected breaks such as 12:00-12:30, or 30m within 11:30-13:30, got "noon"',
    ],
    [
      'agents,from,to,break\n1,08:00,16:00,"10:00-10:15; 2h within 12:00-13:00"\n',
      'roster.csv:2:16: expected a break above zero that fits into its window, got "10:00-10:15; 2h within 12:00-13:00"',
    ],
  ])('in a file are refused with its line', async (csv, message) =>
    expect(await messagesOf(helpLine({team: 'schedule: roster.csv'}), {'roster.csv': csv})).toEqual([message]),
  );
});
