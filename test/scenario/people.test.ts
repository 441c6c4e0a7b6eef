import {describe, expect, it} from 'vitest';
import type {People} from '../../src/scenario/scenario.js';
import {helpLine, messagesOf, read} from '../support/scenario-text.js';

const peopleOf = async (team: string, rest = ''): Promise<People | null> =>
  (await read(helpLine({team: `count: 6\n${team}`, rest}))).groups[0]!.people;
const faultsOf = (team: string, rest = ''): Promise<readonly string[]> =>
  messagesOf(helpLine({team: `count: 6\n${team}`, rest}));

describe('the people of a group', () => {
  it('are alike and always there when nothing is said of them', async () => {
    expect(await peopleOf('')).toBeNull();
    expect(await peopleOf('absence: 0%\nadherence: 100%\nspeed: {cv: 0%}')).toBeNull();
  });

  it('are read with their units', async () => {
    expect(
      await peopleOf(
        `absence: 8%
adherence: 92%
speed: {cv: 10%}
learning: {new: 2, starts: 140%, half-life: 2w, hired: 2026-11-02}
no-answer: {probability: 3%, ring: 20s, set-aside: 1m}
stream: crew`,
        'clock: {start: 2026-11-23}',
      ),
    ).toEqual({
      stream: 'crew',
      absence: 0.08,
      paidAbsence: false,
      adherence: {share: 0.92, breakSeconds: 600},
      speedCv: 0.1,
      learning: {agents: 2, starts: 1.4, halfLifeDays: 14, daysSinceHired: 21},
      noAnswer: {probability: 0.03, ringSeconds: 20, setAsideSeconds: 60},
    });
  });

  it('may be paid for the days on which they stay away', async () => {
    expect(await peopleOf('absence: {share: 6%, paid: true}')).toMatchObject({absence: 0.06, paidAbsence: true});
    expect(await peopleOf('absence: {share: 6%}')).toMatchObject({absence: 0.06, paidAbsence: false});
    expect(await peopleOf('absence: {share: 0%, paid: true}')).toBeNull();
  });

  it('may have breaks of another length', async () => {
    expect((await peopleOf('adherence: {share: 90%, break: 5m}'))!.adherence).toEqual({share: 0.9, breakSeconds: 300});
  });

  it.each([
    [
      'absence: 108%',
      'center.yaml:10:14 agents.team.absence: expected a share from 0% to 100% such as "35%", got "108%"',
    ],
    ['absence: {share: 6%, pad: true}', 'did you mean "paid"?'],
    ['absence: {share: 6%, paid: often}', 'expected true or false, got "often"'],
    ['absence: {paid: true}', 'share'],
    ['adherence: 0%', 'got "0%"'],
    ['adherence: {share: 0%}', 'got "0%"'],
    ['adherence: {break: 5m}', 'share'],
    ['speed: {sv: 10%}', 'did you mean "cv"?'],
    [
      'learning: {new: 7, starts: 140%, half-life: 2w}',
      'agents.team.learning.new: expected at most 6, all agents of the group',
    ],
    ['learning: {new: 1, starts: 0%, half-life: 2w}', 'got "0%"'],
    ['learning: {new: 1, starts: 140%}', 'half-life'],
    ['learning: {new: 1, starts: 140%, half-life: 2w, hired: 2026-11-24}', 'a day not after the first of the horizon'],
    ['no-answer: {probability: 100%, ring: 20s}', 'expected a share below 100%, got "100%"'],
    ['no-answer: {probability: 3%}', 'ring'],
  ])('%s is refused with its place', async (team, expected) => {
    const messages = await faultsOf(team, 'clock: {start: 2026-11-23}');
    expect(messages.join('\n')).toContain(expected);
    expect(messages.join('\n')).toMatch(/center\.yaml:\d+:\d+ agents\.team/);
  });

  it('of two groups have two chances', async () => {
    const text = `contacts: {help: {arrivals: 60/h, handle: 4m}}
agents:
  early: {count: 3, skills: [help], absence: 5%, stream: crew}
  late: {count: 3, skills: [help], absence: 5%, stream: crew}
`;
    expect(await messagesOf(text)).toEqual([
      expect.stringContaining('expected a stream other than that of early, got "crew"'),
    ]);
  });
});
