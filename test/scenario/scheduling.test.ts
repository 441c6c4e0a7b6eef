import {describe, expect, it} from 'vitest';
import {staffLevels} from '../../src/scenario/staff-levels.js';
import {problemsOf, read} from '../support/scenario-text.js';

const center = (scheduling: string, more = ''): string => `
clock: {start: 2026-11-23, days: 2, interval: 30m, timezone: Europe/Paris}
contacts:
  help: {arrivals: 60/h, handle: 4m, objective: 80% in 20s}
sites: {lisbon: {timezone: Europe/Lisbon}}
agents:
  team: {site: lisbon, count: 6, skills: [help]}
scheduling:
${scheduling.replace(/^/gm, '  ')}
${more}
`;

describe('shifts in a scenario', () => {
  it('start in the time zone of the site, an hour later on the clock of the center', async () => {
    const {scheduling} = await read(center('shifts: {day: {length: 4h, starts: 08:00-09:00, days: mon}}'));
    const [{starts, daysWorked}] = scheduling!.shiftTypes as [NonNullable<typeof scheduling>['shiftTypes'][number]];
    expect(starts.map(({from, to}) => [from / 3600, to / 3600])).toEqual([
      [9, 13],
      [9.5, 13.5],
      [10, 14],
    ]);
    expect(daysWorked).toEqual([1, 1]);
    expect(scheduling).toMatchObject({
      cellSeconds: 1800,
      repeats: false,
      restSeconds: 39_600,
      understaffing: null,
      rounds: 8,
      gap: 0.005,
    });
  });

  it('have lunch inside its window, and none where the window is within an hour of their ends', async () => {
    const {scheduling} = await read(
      center(
        'shifts: {day: {length: 4h, starts: 09:00-12:00, every: 3h, days: mon, breaks: [{length: 30m, between: 11:00-12:30}]}}',
      ),
    );
    const [early, late] = scheduling!.shiftTypes[0]!.starts;
    const clock = (seconds: number): number => seconds / 3600 - 1;
    expect(early!.breaks[0]!.map(([[from]]) => clock(from))).toEqual([11, 11.5]);
    expect(early!.paidSeconds).toBe(3.5 * 3600);
    expect(late!.breaks).toEqual([]);
    expect(late!.paidSeconds).toBe(4 * 3600);
  });

  it('place breaks whose windows overlap together, one after the other', async () => {
    const {scheduling} = await read(
      center(
        'shifts: {day: {length: 4h, starts: 09:00, days: mon, breaks: [{length: 30m, after: 1h-2h}, {length: 30m, after: 1h30-2h}]}}',
      ),
    );
    const [start] = scheduling!.shiftTypes[0]!.starts;
    expect(start!.breaks).toHaveLength(1);
    const afterStart = start!.breaks[0]!.map(spans => spans.map(([from]) => (from - start!.from) / 3600));
    expect(afterStart).toEqual([
      [1, 1.5],
      [1, 2],
      [1.5, 2],
    ]);
  });

  const faults: readonly (readonly [title: string, scheduling: string, code: string, expected: string])[] = [
    [
      'an unknown group',
      'shifts: {day: {groups: [tem], length: 4h, starts: 09:00}}',
      'SCN020',
      'the name of an agent group (team)',
    ],
    [
      'too little rest',
      'rest: 12h\nshifts: {day: {length: 10h, starts: 06:00-12:00, starts-vary: 4h}}',
      'SCD003',
      'leaves 10h',
    ],
    [
      'a break that does not fit',
      'shifts: {day: {length: 4h, starts: 09:00, breaks: [{length: 30m, after: 3h45}]}}',
      'SCD002',
      'a break that fits into the shift of 4h',
    ],
    [
      'a break without a window',
      'shifts: {day: {length: 4h, starts: 09:00, breaks: [{length: 30m}]}}',
      'SCN023',
      'one of between and after',
    ],
    [
      'a grid that is too fine',
      'shifts: {day: {length: 4h, starts: 09:00-09:10, every: 1m}}',
      'SCD002',
      'a grid of 5m or coarser',
    ],
    [
      'days that no week has',
      'shifts: {day: {length: 4h, starts: 09:00, days-a-week: 8}}',
      'SCN014',
      'a number of days such as "5"',
    ],
    ['no shifts', 'rest: 11h', 'SCN011', 'shifts: a mapping of kinds of shifts'],
    [
      'an amount where nobody has a price',
      'understaffing: €60/h\nshifts: {day: {length: 4h, starts: 09:00}}',
      'SCD011',
      'a factor such as 300%',
    ],
    [
      'headcount of nobody',
      'headcount: {taem: 4}\nshifts: {day: {length: 4h, starts: 09:00}}',
      'SCN020',
      'the name of an agent group',
    ],
  ];
  it.each(faults)('are refused with their place: %s', async (_, scheduling, code, expected) => {
    const problems = await problemsOf(center(scheduling));
    expect(problems.map(problem => problem.code)).toContain(code);
    const problem = problems.find(each => each.code === code)!;
    expect(problem.expected).toContain(expected);
    expect(problem.place).toMatchObject({file: 'center.yaml', line: expect.any(Number), column: expect.any(Number)});
  });

  it('are refused for more than a week', async () => {
    const problems = await problemsOf(
      center('shifts: {day: {length: 4h, starts: 09:00}}').replace('days: 2', 'days: 8'),
    );
    expect(problems[0]).toMatchObject({code: 'SCD005', got: '8'});
  });
});

describe('agents needed, in a file', () => {
  const shifts = 'requirement: needs.csv\nshifts: {day: {length: 4h, starts: 09:00}}';

  it('stand a row for each group and interval, or a column for each', async () => {
    const rows = await read(center(shifts), {
      'needs.csv': 'start,group,agents\n08:00,team,3\n08:30,team,4\n09:00,help,2.5\n',
    });
    const days = rows.scheduling!.needs!.map(({from, to, agents, group, contactType}) => [
      from / 3600,
      to / 3600,
      agents,
      group,
      contactType,
    ]);
    expect(days).toEqual([
      [8, 8.5, 3, 0, null],
      [8.5, 9, 4, 0, null],
      [32, 32.5, 3, 0, null],
      [32.5, 33, 4, 0, null],
      [9, 9.5, 2.5, null, 0],
      [33, 33.5, 2.5, null, 0],
    ]);
    const columns = await read(center(shifts), {'needs.csv': 'time,team\n2026-11-23 08:00,3\n2026-11-23 08:30,4\n'});
    expect(columns.scheduling!.needs!.map(({from, agents}) => [from / 3600, agents])).toEqual([
      [8, 3],
      [8.5, 4],
    ]);
  });

  it('are refused with their line when they are for nobody', async () => {
    const problems = await problemsOf(center(shifts), {
      'needs.csv': 'start,group,agents\n08:00,team,3\n08:30,taem,4\n',
    });
    expect(problems[0]).toMatchObject({code: 'SCD004', place: {line: 3}, got: 'taem', nearest: 'team'});
  });
});

describe('a roster with breaks', () => {
  const rostered = (row: string): Parameters<typeof read> => [
    `
clock: {start: 2026-11-23, days: 2}
contacts: {help: {arrivals: 60/h, handle: 4m}}
agents: {team: {schedule: roster.csv, skills: [help]}}
`,
    {'roster.csv': `agent,group,from,to,breaks\n${row}\n`},
  ];

  it('takes agents off duty in their breaks, those after midnight too', async () => {
    const {groups} = await read(...rostered('ana,team,2026-11-23T22:00,2026-11-24T06:00,23:30-00:00 02:00-02:30'));
    expect(staffLevels(groups[0]!.staffing).map(({at, agents}) => [at / 3600, agents])).toEqual([
      [22, 1],
      [23.5, 0],
      [24, 1],
      [26, 0],
      [26.5, 1],
      [30, 0],
    ]);
  });

  it('refuses breaks outside the stay', async () => {
    const problems = await problemsOf(...rostered('ana,team,2026-11-23T08:00,2026-11-23T12:00,11:45-12:15'));
    expect(problems[0]).toMatchObject({code: 'SCN034', got: '11:45-12:15', place: {line: 2}});
  });
});
