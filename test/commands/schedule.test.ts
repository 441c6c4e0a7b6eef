import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {loadScenario} from '../../src/scenario/load.js';
import {staffLevels} from '../../src/scenario/staff-levels.js';
import {askPlimsoll} from '../support/ask-plimsoll.js';
import {runPlimsoll, type Ended} from '../support/run-plimsoll.js';
import {temporaryFolder} from '../support/temporary-folder.js';

/** A team that can be scheduled at sight: three hours, the middle one busier, shifts of three hours with a coffee at half time. */
const CENTER = `
name: Morning desk
clock: {start: 2026-11-23, timezone: Europe/Paris, interval: 30m}
contacts:
  help: {arrivals: 30/h, handle: 4m, patience: 3m, objective: 80% in 20s, open: 08:00-11:00}
sites: {lille: {pay: €20/h}}
agents:
  team: {site: lille, count: 3, skills: [help]}
scheduling:
  shifts:
    morning: {length: 3h, starts: 08:00, breaks: [{length: 15m, after: 1h-1h45, paid: yes}]}
run: {replications: 20}
`;

const folder = temporaryFolder();
const file = join(folder, 'desk.yaml');
const out = join(folder, 'out');
let ended: Ended;

describe('plimsoll schedule', () => {
  beforeAll(async () => {
    writeFileSync(file, CENTER);
    ended = await runPlimsoll(['schedule', file, '--out', out, '--ical', join(out, 'ical'), '--charts', out]);
  }, 60_000);

  it('ends well and says who works when, what it covers and what it costs', () => {
    expect(ended).toMatchObject({exitCode: 0, stderr: ''});
    expect(ended.stdout).toMatch(/^\d+ agents, \d+ paid hours over 1 day for €\d+: /m);
    expect(ended.stdout).toMatch(/morning +08:00–11:00/);
    expect(ended.stdout).toContain('✓ In simulation no interval surely misses its objective.');
  });

  it('keeps a roster that a scenario reads, with the cover that the schedule has', async () => {
    const rostered = CENTER.replace('count: 3', 'schedule: out/roster.csv');
    writeFileSync(join(folder, 'rostered.yaml'), rostered);
    const {groups} = await loadScenario(join(folder, 'rostered.yaml'));
    const levels = staffLevels(groups[0]!.staffing);
    const {cover} = JSON.parse(readFileSync(join(out, 'schedule.json'), 'utf8')) as {
      cover: {start: string; onDuty: number; fewest: number}[];
    };
    for (const {start, onDuty} of cover) {
      const from = Number(start.slice(11, 13)) * 3600 + Number(start.slice(14, 16)) * 60;
      const at = (second: number): number => levels.findLast(level => level.at <= second)?.agents ?? 0;
      expect((at(from) + at(from + 900)) / 2).toBe(onDuty);
    }
    expect(Math.max(...cover.map(({onDuty}) => onDuty))).toBeGreaterThan(0);
  });

  it('keeps calendars, a chart, cover and a summary, and nothing half written', () => {
    expect(readdirSync(out).sort()).toEqual([
      'cover.csv',
      'ical',
      'requirement-and-schedule.png',
      'roster.csv',
      'schedule.json',
      'summary.md',
    ]);
    const agents = readFileSync(join(out, 'roster.csv'), 'utf8').trimEnd().split('\n').length - 1;
    expect(readdirSync(join(out, 'ical'))).toHaveLength(agents);
    const png = readFileSync(join(out, 'requirement-and-schedule.png'));
    expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  });

  it('asks for more agents where the simulation misses the objective, round by round', () => {
    const {rounds, service} = JSON.parse(readFileSync(join(out, 'schedule.json'), 'utf8')) as {
      rounds: {missed: number; agents: number; cuts: number}[];
      service: {value: number; target: number}[];
    };
    expect(rounds.at(-1)!.missed).toBe(0);
    for (const [index, {missed, cuts}] of rounds.slice(0, -1).entries()) {
      expect(missed).toBeGreaterThan(0);
      expect(cuts).toBeGreaterThanOrEqual(missed);
      expect(rounds[index + 1]!.agents).toBeGreaterThanOrEqual(rounds[index]!.agents);
    }
    expect(service[0]!.value).toBeGreaterThan(service[0]!.target);
  });

  it('says where the figures of an interval come from', async () => {
    const {exitCode, stdout} = await askPlimsoll(['schedule', file, '--explain', '09:30']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/of team: Erlang A, 15 contacts of help × 4m = 2\.00 Erlangs, for 80 % in 20 s/);
    expect(stdout).toMatch(/\d × team, morning 08:00–11:00/);
    expect(stdout).toMatch(/€20(\.\d+)? a paid hour each/);
  });

  it('writes the roster as CSV, and JSON with a version', async () => {
    const csv = await askPlimsoll(['schedule', file, '--rounds', '0', '--format', 'csv']);
    expect(csv.stdout.split('\n')[0]).toBe('agent,group,from,to,breaks,shift');
    expect(csv.stdout).toMatch(/^team-01,team,2026-11-23T08:00:00,2026-11-23T11:00:00,\d\d:\d\d-\d\d:\d\d,morning$/m);
    const json = await askPlimsoll(['schedule', file, '--rounds', '0', '--format', 'json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      format: 'plimsoll-schedule',
      version: 1,
      replications: 0,
      service: [],
    });
  });

  it('ends with 1 when the schedule misses its objective after the last round', async () => {
    const rows = ['08:00', '08:30', '10:00', '10:30'].map(start => `${start},team,1`);
    writeFileSync(join(folder, 'needs.csv'), ['start,group,agents', ...rows, ''].join('\n'));
    const words = ['schedule', file, '--rounds', '1', '--set', 'scheduling.requirement=needs.csv'];
    const {exitCode, stdout} = await askPlimsoll(words);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('✗ help misses its objective at');
  });

  it('ends with 2 and writes nothing when no shift can cover the need', async () => {
    const nowhere = join(folder, 'nowhere');
    const {exitCode, stderr} = await askPlimsoll([
      'schedule',
      file,
      '--out',
      nowhere,
      '--set',
      'scheduling.shifts.morning.length=2h',
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('desk.yaml:11:5 scheduling.shifts: expected a shift of team that covers 10:00 to 11:00');
    expect(stderr).toContain('plimsoll explain SCD006');
    expect(existsSync(join(nowhere, 'schedule.json'))).toBe(false);
  });

  it('says what is missing in a scenario without shifts, and that a moment is none', async () => {
    writeFileSync(join(folder, 'plain.yaml'), CENTER.replace(/scheduling:[^]*?run:/, 'run:'));
    const plain = await askPlimsoll(['schedule', join(folder, 'plain.yaml')]).catch((error: unknown) => error as Error);
    expect(String('stderr' in plain ? plain.stderr : plain)).toContain('scheduling: shifts to choose from');
    const moment = await askPlimsoll(['schedule', file, '--explain', '25:00']);
    expect(moment.exitCode).toBe(2);
    expect(moment.stderr).toContain('--explain: expected a time such as 09:30, got "25:00"');
  });
});
