import {join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {folderWith} from '../support/scenario-text.js';
import {askPlimsoll} from '../support/ask-plimsoll.js';

/** Two agents for everything, and a bench that helps those who have waited a minute. */
const SCENARIO = `name: A small day
clock: {start: 2026-11-23, interval: 30m}
contacts:
  cards:
    arrivals: {replay: log.csv}
    handle: constant(2m)
    priority: 1
  help:
    arrivals: {replay: log.csv}
    handle: constant(2m)
    priority: 2
    redial: {probability: 100%, after: constant(10m), at-most: 1}
agents:
  team: {skills: [cards, help], shifts: [{agents: 2, from: 08:00, to: 12:00}]}
  bench: {skills: [help], shifts: [{agents: 1, from: 08:00, to: 12:00}]}
routing: {overflow: {help: {to: [bench], after: 60s}}}
run: {replications: 1}
`;

const LOG = `contact-type,arrived-at,handle-time,patience
help,2026-11-23 08:00:00,300,1000
cards,2026-11-23 08:00:10,200,1000
help,2026-11-23 08:00:20,300,1000
help,2026-11-23 08:01:30,60,1000
cards,2026-11-23 08:01:40,60,1000
help,2026-11-23 08:02:00,60,30
`;

let folder: string;
beforeAll(() => (folder = folderWith({'day.yaml': SCENARIO, 'log.csv': LOG})));

const trace = (...words: string[]) => askPlimsoll(['trace', join(folder, 'day.yaml'), ...words]);

describe('plimsoll trace', () => {
  it('tells of a contact that is answered at once', async () => {
    expect(await trace('--contact', '1')).toEqual({
      exitCode: 0,
      stderr: '',
      stdout: `Contact 1: help
08:00:00  Comes in. Agent 1 of team is free and takes it at once.
08:05:00  The work on it is done after 5:00.
`,
    });
  });

  it('tells of the moment from which more agents may take a contact', async () => {
    expect((await trace('--contact', '3')).stdout).toBe(`Contact 3: help
08:00:20  Comes in. It may be taken by team (2 busy). They are busy with 1 cards
          and 1 help. Nobody waits before it.
08:01:20  After 1:00 of waiting more agents may take it: bench (1 idle).
08:01:20  Agent 1 of bench takes it after 1:00.
08:06:20  The work on it is done after 5:00.
`);
  });

  it('tells why a contact waited, who went before it, and who took it: the third agent is busy, and cards have priority', async () => {
    expect((await trace('--worst', '1')).stdout).toBe(`Contact 4: help
08:01:30  Comes in. It may be taken by team (2 busy). They are busy with 1 cards
          and 1 help. Nobody waits before it.
08:02:30  After 1:00 of waiting more agents may take it: bench (1 busy).
08:04:30  Agent 2 of team takes it after 3:00. 1 cards that came later was taken
          before it.
08:05:30  The work on it is done after 1:00.
`);
  });

  it('tells of the queue ahead, of giving up, and of the redial; numbers count within a type', async () => {
    const story = `Contact 6: help
08:02:00  Comes in. It may be taken by team (2 busy). They are busy with 1 cards
          and 1 help. 1 cards and 1 help wait already.
08:02:30  Gives up after 0:30.
08:12:30  Tries again. Agent 1 of team is free and takes it at once.
08:14:30  The work on it is done after 2:00.
`;
    expect((await trace('--contact', '6')).stdout).toBe(story);
    expect((await trace('--contact', '4', '--type', 'help')).stdout).toBe(story);
  });

  it('puts the longest wait first, and looks at one contact type where it is told to', async () => {
    const titles = async (...words: string[]) => (await trace(...words)).stdout.match(/^Contact .*$/gm);
    expect(await titles('--worst', '10')).toEqual([
      'Contact 4: help',
      'Contact 5: cards',
      'Contact 3: help',
      'Contact 6: help',
    ]);
    expect(await titles('--worst', '10', '--type', 'cards')).toEqual(['Contact 5: cards']);
    expect(await titles('--worst', '2')).toEqual(['Contact 4: help', 'Contact 5: cards']);
  });

  it('says the same as JSON, with every figure', async () => {
    const {stdout} = await trace('--worst', '1', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'plimsoll-trace',
      version: 1,
      scenario: 'A small day',
      seed: '1',
      replication: 0,
      contacts: [
        {
          number: 4,
          contactType: 'help',
          legs: [
            {
              cause: 'first',
              outcome: 'answered',
              offeredAt: 8 * 3600 + 90,
              scene: {groups: [{group: 'team', busy: 2, idle: 0, onBreak: 0, offDuty: 0}], waiting: []},
              answer: {at: 8 * 3600 + 270, group: 'team', agent: 2, overtakenBy: [{contactType: 'cards', contacts: 1}]},
              endedAt: 8 * 3600 + 330,
            },
          ],
          told: [{time: '08:01:30'}, {time: '08:02:30'}, {time: '08:04:30'}, {time: '08:05:30'}],
        },
      ],
    });
  });

  it('says what it cannot tell', async () => {
    const outcome = async (...words: string[]) => {
      const {exitCode, stdout, stderr} = await trace(...words);
      return [exitCode, stdout, stderr.split('\n')[0]];
    };
    expect(await outcome('--contact', '7')).toEqual([
      2,
      '',
      '--contact: expected the number of a contact that comes in replication 0, got "7"',
    ]);
    expect(await outcome('--worst', '1', '--type', 'helpp')).toEqual([
      2,
      '',
      '--type: expected a contact type of the scenario (cards, help), got "helpp" (did you mean "help"?)',
    ]);
    expect((await outcome())[0]).toBe(2);
    expect((await outcome('--contact', '1', '--worst', '1'))[0]).toBe(2);
    expect(await outcome('--worst', '1', '--set', 'agents.team.shifts.0.agents=9')).toEqual([
      0,
      'Nobody waits in replication 0.\n',
      '',
    ]);
  });
});
