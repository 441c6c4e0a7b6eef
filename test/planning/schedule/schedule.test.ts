import {describe, expect, it} from 'vitest';
import type {UserError} from '../../../src/base/errors.js';
import {scheduleDocument} from '../../../src/report/documents/schedule-document.js';
import {scheduleShifts, type Schedule} from '../../../src/planning/schedule/schedule.js';
import {loadScenarioText} from '../../../src/scenario/load.js';
import type {Scenario} from '../../../src/scenario/scenario.js';
import {temporaryFolder} from '../../support/temporary-folder.js';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';

const place = {file: 'center.yaml', line: 7, column: 1, path: 'scheduling'};
const places = {shifts: place, headcount: place, timeLimit: place, requirementFile: 'needs.csv'};

/** A center with these agents, shifts and agents needed; one replication is enough where nothing is simulated. */
async function center(
  needs: string,
  scheduling: string,
  more: {
    readonly rounds?: number;
    readonly agents?: string;
    readonly contacts?: string;
    readonly clock?: string;
    readonly sites?: string;
  } = {},
): Promise<Scenario> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'needs.csv'), needs);
  const text = `
clock: ${more.clock ?? '{start: 2026-11-23, interval: 60m}'}
contacts:
  ${more.contacts ?? 'help: {arrivals: 60/h, handle: 4m, patience: 3m, objective: 80% in 20s}'}
${more.sites ?? ''}
agents:
  ${more.agents ?? 'team: {count: 9, skills: [help]}'}
scheduling:
  requirement: needs.csv
  rounds: ${more.rounds ?? 0}
  gap: 0%
${scheduling.replace(/^/gm, '  ')}
run: {replications: 2}
`;
  return loadScenarioText(text, {file: join(folder, 'center.yaml')});
}

async function scheduled(...of: Parameters<typeof center>): Promise<Schedule> {
  return (await scheduleShifts(await center(...of), {places}))!;
}

const hours = (needs: readonly number[], group = 'team', from = 8): string =>
  needs.map((agents, hour) => `${String(from + hour).padStart(2, '0')}:00,${group},${agents}`).join('\n');

/** By hour from eight o'clock. */
const coverFromEight = ({cover, grid}: Schedule, group = 0): readonly number[] =>
  cover[group]!.filter((_, cell) => (cell * grid.cellSeconds) % 3600 === 0).slice(8);

describe('shifts of a day', () => {
  it('covers 1 2 3 2 1 with three shifts of three hours, which nine agent hours cannot undercut', async () => {
    const schedule = await scheduled(
      `start,group,agents\n${hours([1, 2, 3, 2, 1])}`,
      'shifts: {short: {length: 3h, starts: 08:00-10:00}}',
    );
    expect(schedule.pay).toBe(9);
    expect(schedule.agents.map(({shifts}) => shifts[0]!.startOfDay / 3600)).toEqual([8, 9, 10]);
    expect(coverFromEight(schedule).slice(0, 6)).toEqual([1, 2, 3, 2, 1, 0]);
    expect(schedule.rounds[0]).toMatchObject({status: 'optimal', gap: 0, agents: 3, paidHours: 9});
  });

  it('sends agents to lunch where most are there to spare', async () => {
    // All work 08:00 to 14:00 with lunch at ten, eleven or twelve. Five do if nobody eats at eleven, two at ten, three at twelve.
    const schedule = await scheduled(
      `start,group,agents\n${hours([5, 5, 3, 5, 2, 5])}`,
      'shifts: {day: {length: 6h, starts: 08:00, breaks: [{length: 1h, after: 2h-4h}]}}',
    );
    expect(coverFromEight(schedule).slice(0, 6)).toEqual([5, 5, 3, 5, 2, 5]);
    const lunches = schedule.agents.map(({shifts}) => shifts[0]!.breaks[0]![0] / 3600);
    expect(lunches.sort((a, b) => a - b)).toEqual([10, 10, 12, 12, 12]);
    expect(schedule.pay).toBe(25);
  });

  it('pays breaks that are paid', async () => {
    const one = (paid: string): Promise<Schedule> =>
      scheduled(
        `start,group,agents\n${hours([1, 1])}`,
        `shifts: {day: {length: 4h, starts: 08:00, breaks: [{length: 30m, after: 2h, paid: ${paid}}]}}`,
      );
    expect((await one('yes')).pay).toBe(4);
    expect((await one('no')).pay).toBe(3.5);
  });

  it('takes the cheaper shift until its share of all agents is used up', async () => {
    const schedule = await scheduled(
      `start,group,agents\n${hours([4, 4, 4, 4])}`,
      'shifts: {late: {length: 4h, starts: 08:00, cost: 150%}, mini: {length: 4h, starts: 08:00, at-most: 25%}}',
    );
    expect(schedule.agents.filter(({type}) => type === 1)).toHaveLength(1);
    expect(schedule.pay).toBe(3 * 6 + 4);
  });

  it('leaves hours uncovered where that costs less', async () => {
    const needs = `start,group,agents\n${hours([1, 0, 0, 0, 0, 0, 1])}`;
    const shifts = 'shifts: {day: {length: 4h, starts: 08:00-11:00}}';
    const all = await scheduled(needs, shifts);
    expect(all.pay).toBe(8);
    const some = await scheduled(needs, `understaffing: 300%\n${shifts}`);
    expect(some.pay).toBe(0);
    expect(some.shortage.reduce((sum, agents) => sum + agents, 0)).toBe(2);
    const dear = await scheduled(needs, `understaffing: 500%\n${shifts}`);
    expect(dear.pay).toBe(8);
  });
});

describe('agents with several skills', () => {
  const groups = 'fr: {count: 1, skills: [french]}\n  both: {count: 1, skills: [french, dutch]}';
  const contacts = 'french: {arrivals: 60/h, handle: 4m}\n  dutch: {arrivals: 60/h, handle: 4m}';
  const both = (needs: string): Promise<Schedule> =>
    scheduled(`time,french,dutch\n${needs}`, 'headcount: {fr: 3}\nshifts: {day: {length: 2h, starts: 08:00}}', {
      agents: groups,
      contacts,
    });

  it('counts each agent for one contact type at a time', async () => {
    const schedule = await both('08:00,2,1\n09:00,1,3');
    // Dutch needs three who speak both at nine; at eight two of them are free for French.
    expect(coverFromEight(schedule, 1)[1]).toBeGreaterThanOrEqual(3);
    expect(schedule.agents).toHaveLength(4);
    expect(schedule.shortage.every(agents => agents === 0)).toBe(true);
  });
});

describe('shifts of a week', () => {
  const week = '{start: 2026-11-23, days: 7, interval: 60m}';
  const daily = (needs: readonly number[]): string =>
    `start,group,agents\n${needs.map((agents, day) => `2026-11-${23 + day} 08:00,team,${agents}`).join('\n')}`;

  it('needs six agents of five days for four a day, since 7 × 4 = 28 days are more than 5 × 5', async () => {
    const schedule = await scheduled(
      daily([4, 4, 4, 4, 4, 4, 4]),
      'shifts: {day: {length: 1h, starts: 08:00, days-a-week: 5}}',
      {clock: week},
    );
    expect(schedule.agents).toHaveLength(6);
    expect(schedule.agents.every(({shifts}) => shifts.length === 5)).toBe(true);
    expect(schedule.pay).toBe(30);
    for (let day = 0; day < 7; day += 1)
      expect(
        schedule.agents.filter(({shifts}) => shifts.some(shift => shift.day === day)).length,
      ).toBeGreaterThanOrEqual(4);
  });

  it('gives days off together, Sunday and Monday included', async () => {
    const schedule = await scheduled(
      daily([1, 2, 2, 2, 2, 2, 1]),
      'shifts: {day: {length: 1h, starts: 08:00, days-a-week: 5, days-off: together}}',
      {clock: week},
    );
    for (const {shifts} of schedule.agents) {
      const works = [0, 1, 2, 3, 4, 5, 6].map(day => shifts.some(shift => shift.day === day));
      expect(works.filter((on, day) => !on && works[(day + 6) % 7]!)).toHaveLength(1);
    }
  });

  it.each(['any', 'together'])(
    'of several weeks has its days in each of them, and rest over their borders (days off %s)',
    async off => {
      const days = Array.from({length: 14}, (_, day) =>
        new Date(Date.UTC(2026, 10, 23 + day)).toISOString().slice(0, 10),
      );
      // on Saturdays the second hour, too
      const needs = days.flatMap((date, day) => [
        `${date} 08:00,team,5`,
        ...(day % 7 === 5 ? [`${date} 20:00,team,2`] : []),
      ]);
      const {agents, cover} = await scheduled(
        ['start,group,agents', ...needs].join('\n'),
        `shifts: {day: {length: 1h, starts: "08:00-20:00", days-a-week: 5, days-off: ${off}, starts-vary: 2h}}`,
        {clock: '{start: 2026-11-23, days: 14, interval: 60m}'},
      );
      days.forEach((_, day) => expect(cover[0]![day * 24 + 8]).toBeGreaterThanOrEqual(5));
      for (const {shifts} of agents) {
        const worked = [0, 1].map(week =>
          shifts.filter(({day}) => Math.floor(day / 7) === week).map(({day}) => day % 7),
        );
        expect(worked.map(week => new Set(week).size)).toEqual([5, 5]);
        if (off === 'together') {
          expect(worked[1]).toEqual(worked[0]);
          const free = [0, 1, 2, 3, 4, 5, 6].filter(day => !worked[0]!.includes(day));
          expect([1, 6]).toContain(free[1]! - free[0]!);
        }
        shifts.slice(1).forEach(({from}, index) => expect(from - shifts[index]!.to).toBeGreaterThanOrEqual(11 * 3600));
      }
    },
  );

  it('cannot be mended where all days are reported as one', async () => {
    const folded = await center('start,group,agents\n08:00,team,1', 'shifts: {day: {length: 1h, starts: 08:00}}', {
      clock: '{start: 2026-11-23, days: 7, interval: 60m, report: time-of-day}',
    });
    await expect(scheduleShifts(folded, {places})).rejects.toThrow(
      'expected calendar, since shifts are chosen for each day',
    );
  });

  it('covers Monday morning with the night of Sunday, for the week repeats', async () => {
    const schedule = await scheduled(
      `start,group,agents\n2026-11-23 02:00,team,1\n2026-11-23 03:00,team,0`,
      'shifts: {night: {length: 8h, starts: 22:00, days: sun, days-a-week: 1}}',
      {clock: week},
    );
    expect(schedule.agents).toHaveLength(1);
    expect(schedule.cover[0]!.slice(0, 7)).toEqual([1, 1, 1, 1, 1, 1, 0]);
  });

  it('lets starts vary by as much as is allowed and keeps the rest', async () => {
    const needs = 'start,group,agents\n2026-11-23 08:00,team,1\n2026-11-24 10:00,team,1';
    const two = '{start: 2026-11-23, days: 2, interval: 60m}';
    const shift = (vary: string): string =>
      `shifts: {day: {length: 1h, starts: 08:00-10:00, days-a-week: 2, starts-vary: ${vary}}}`;
    expect((await scheduled(needs, shift('0s'), {clock: two})).agents).toHaveLength(2);
    expect((await scheduled(needs, shift('2h'), {clock: two})).agents).toHaveLength(1);
  });
});

describe('what no shift can cover', () => {
  const problemsOf = async (...of: Parameters<typeof center>): Promise<UserError> => {
    const scenario = await center(...of);
    return scheduleShifts(scenario, {places}).then(
      () => expect.fail('it was scheduled'),
      (error: UserError) => error,
    );
  };

  it('is named with the line of the file and the change that would make it possible', async () => {
    const {problems} = await problemsOf(
      'start,group,agents\n08:00,team,1\n23:00,team,2',
      'shifts: {day: {length: 8h, starts: 08:00-14:00}}',
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({code: 'SCD006', place: {file: 'needs.csv', line: 3}});
    expect(problems[0]!.expected).toContain('covers 23:00 to 24:00');
    expect(problems[0]!.expected).toContain('starts until 16:00, or a length of 10h');
  });

  it('too few agents: says how many hours are missing at least, and where', async () => {
    const {problems} = await problemsOf(
      `start,group,agents\n${hours([2, 5, 2])}`,
      'headcount: {team: 3}\nshifts: {day: {length: 3h, starts: 08:00}}',
    );
    expect(problems[0]!.code).toBe('SCD007');
    expect(problems[0]!.expected).toContain(
      'at least 2 agent hours stay uncovered, most of them for team at 09:00 (2)',
    );
  });

  it('more than there are people after a simulation: keeps the schedule, and says why nothing was mended', async () => {
    const scenario = await center(
      `start,group,agents\n${hours([1, 1, 1])}`,
      'headcount: {team: 1}\nshifts: {day: {length: 3h, starts: 08:00}}',
      {
        rounds: 3,
        contacts: 'help: {arrivals: 60/h, open: 08:00-11:00, handle: 4m, patience: 3m, objective: 80% in 20s}',
      },
    );
    const schedule = (await scheduleShifts(scenario, {places}))!;
    expect(schedule.agents).toHaveLength(1);
    expect(schedule.rounds).toHaveLength(1);
    expect(schedule.unmended).toBe('infeasible');
    const told = scheduleDocument(scenario, schedule, [], '0.1.0').callouts.map(({text}) => text);
    expect(told).toContain(
      'The simulation asked for more agents in 3 intervals, but no shifts within the head counts have them: more agents, or shifts that start at other times, would.',
    );
    expect(told.join('\n')).not.toContain('--rounds');
  });
});
