import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {loadScenario} from '../../src/scenario/load.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import {temporaryFolder} from '../support/temporary-folder.js';

async function staffed(roster: string): Promise<Scenario> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'duty.csv'), roster);
  writeFileSync(
    join(folder, 'scenario.yaml'),
    `
clock: {start: 2026-11-23, days: 2}
contacts: {help: {arrivals: 10/h, handle: 4m}}
agents: {team: {schedule: duty.csv, skills: [help]}}
`,
  );
  return loadScenario(join(folder, 'scenario.yaml'));
}

const HOUR = 3600;

describe('a roster with dates', () => {
  it('gives each agent the stays of its rows, to the second, also past midnight', async () => {
    const {groups} = await staffed(
      'agent,from,to\nBob,2026-11-23T22:00:00,2026-11-24T06:00:00\nAnn,2026-11-23T13:00:00,2026-11-23T17:00:00\nAnn,2026-11-23 08:00:05,2026-11-23 12:00:00\n',
    );
    expect(groups[0]!.staffing).toEqual({
      kind: 'shifts',
      agents: [
        {
          shifts: [
            {from: 8 * HOUR + 5, to: 12 * HOUR, breaks: []},
            {from: 13 * HOUR, to: 17 * HOUR, breaks: []},
          ],
        },
        {shifts: [{from: 22 * HOUR, to: 30 * HOUR, breaks: []}]},
      ],
    });
  });

  it('takes the rows of its group alone, and the part of a stay inside the horizon', async () => {
    const {groups} = await staffed(
      'group,agent,from,to\nother,Bob,2026-11-23T08:00,2026-11-23T12:00\nteam,Ann,2026-11-22T20:00,2026-11-23T06:00\nteam,Zoe,2026-11-20T08:00,2026-11-20T12:00\n',
    );
    expect(groups[0]!.staffing).toEqual({kind: 'shifts', agents: [{shifts: [{from: 0, to: 6 * HOUR, breaks: []}]}]});
  });

  it('spreads breaks over their window among those with the same stay, in order of name, and keeps others where they are', async () => {
    const stay = '2026-11-23T08:00,2026-11-23T16:00';
    const rows = [
      `Zoe,${stay},30m within 12:00-13:00`,
      `Max,${stay},10:00-10:15`,
      `Ann,${stay},30m within 12:00-13:00`,
      'Bob,2026-11-23T09:00,2026-11-23T16:00,10:00-10:15; 30m within 12:00-13:00',
    ];
    const breaksOf = async (lines: readonly string[]) => {
      const {staffing} = (await staffed(`agent,from,to,breaks\n${lines.join('\n')}\n`)).groups[0]!;
      return staffing.kind === 'shifts' ? staffing.agents.map(({shifts}) => shifts[0]!.breaks) : [];
    };
    const lunchAt = (minutes: number) => [12 * HOUR + 60 * minutes, 12 * HOUR + 60 * (minutes + 30)];
    const coffee = [10 * HOUR, 10 * HOUR + 900];
    // of 30 minutes of room: Ann and Zoe at a quarter and three quarters, Bob, alone, in the middle; in steps of 5 minutes
    const expected = [[lunchAt(5)], [coffee, lunchAt(15)], [coffee], [lunchAt(20)]];
    expect(await breaksOf(rows)).toEqual(expected);
    expect(await breaksOf([...rows].reverse())).toEqual(expected);
  });

  it('refuses breaks that are none, that do not fit into their window or lie outside the stay, each with line and column', async () => {
    const faults = await staffed(
      [
        'agent,from,to,breaks',
        'Ann,2026-11-23T08:00,2026-11-23T12:00,at noon',
        'Bob,2026-11-23T08:00,2026-11-23T12:00,2h within 09:00-10:00',
        'Max,2026-11-23T08:00,2026-11-23T12:00,"30m within 12:00-13:00"',
      ].join('\n'),
    ).catch(String);
    expect(faults).toMatch(
      /duty\.csv:2:39: expected breaks such as 12:00-12:30, or 30m within 11:30-13:30, got "at noon"/,
    );
    expect(faults).toMatch(/duty\.csv:3:39: expected a break above zero that fits into its window, got "2h within/);
    expect(faults).toMatch(/duty\.csv:4:40: expected breaks inside the stay, one after the other/);
  });

  it('refuses stays that overlap, end before they start, or have no date, each with its line', async () => {
    await expect(
      staffed('agent,from,to\nAnn,2026-11-23T08:00,2026-11-23T12:00\nAnn,2026-11-23T11:00,2026-11-23T13:00\n'),
    ).rejects.toThrow(/duty\.csv:3.*do not overlap, got "Ann"/);
    await expect(staffed('agent,from,to\nAnn,2026-11-23T08:00,2026-11-23T07:00\nBob,08:00,12:00\n')).rejects.toThrow(
      /duty\.csv:2.*an end after the start[\s\S]*duty\.csv:3.*dates and times/,
    );
    await expect(staffed('agent,from\nAnn,2026-11-23T08:00\n')).rejects.toThrow(/a column to/);
  });
});
