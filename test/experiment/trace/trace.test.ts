import {describe, expect, it} from 'vitest';
import {Stories} from '../../../src/experiment/trace/stories.js';
import {trace} from '../../../src/experiment/trace/trace.js';
import {told} from '../../../src/report/formats/story.js';
import type {Scenario} from '../../../src/scenario/scenario.js';
import {callbackOffer, centerWith, constant, queueNamed} from '../../support/center.js';
import {pathOf} from '../../support/path.js';
import {runDay, type Caller} from '../../support/small-day.js';
import {twoDesks} from '../../support/two-desks.js';
import {peopleWith} from '../../support/people.js';

/** What is told of one contact of a day told by hand. */
function storyOf(number: number, scenario: Scenario, callers: readonly Caller[]): string[] {
  const stories = new Stories(scenario, other => other === number);
  runDay(scenario, callers, stories);
  return told(stories.told()[0], scenario.clock).map(({time, says}) => `${time} ${says}`);
}

describe('the story of a contact', () => {
  it('goes on after a transfer', () => {
    const center = centerWith({
      types: {help: {transfers: [{to: 1, probability: 1}]}, loans: {talk: constant(120)}},
      groups: {team: {skills: {help: 1}}, bankers: {skills: {loans: 1}}},
    });
    expect(storyOf(1, center, [{type: 'help', at: 30, talk: 60, wrapUp: 10}])).toEqual([
      '00:00:30 Comes in. Agent 1 of team is free and takes it at once.',
      '00:01:30 Is transferred, now as loans. Agent 1 of bankers is free and takes it at once.',
      '00:01:40 The work on it is done after 1:10, and it was transferred to loans.',
      '00:03:30 The work on it is done after 2:00.',
    ]);
  });

  it('is short at a closed door, and where no line is free', () => {
    const center = centerWith({
      types: {help: {}},
      groups: {team: {skills: {help: 1}}},
      queues: [queueNamed('help', {open: [[0, 3600]]})],
      lines: 1,
    });
    expect(storyOf(1, center, [{type: 'help', at: 3700}])).toEqual(['01:01:40 Comes in. Its queue is closed.']);
    const busy = [
      {type: 'help', at: 0},
      {type: 'help', at: 1},
    ];
    expect(storyOf(2, center, busy)).toEqual(['00:00:01 Comes in. No line is free: blocked.']);
  });

  it('tells of an agent who stays on the line after a transfer', () => {
    const warm = {handoverSeconds: 20, waitSeconds: null};
    const center = centerWith({
      types: {help: {transfers: [{to: 1, probability: 1, warm}]}, loans: {talk: constant(120)}},
      groups: {team: {skills: {help: 1}}, bankers: {skills: {loans: 1}}},
    });
    const busy: Caller = {type: 'loans', at: 0, talk: 100};
    expect(storyOf(2, center, [busy, {type: 'help', at: 30, talk: 60}]).slice(1)).toEqual([
      '00:01:30 Is transferred, now as loans, with agent 1 of team still on the line. It may be taken by bankers (1 busy). They are busy with 1 loans. Nobody waits before it.',
      '00:01:40 Agent 1 of bankers takes it after 0:10.',
      '00:02:00 The work on it is done after 1:30, and it was transferred to loans.',
      '00:04:00 The work on it is done after 2:20.',
    ]);
  });

  it('tells of groups that drop out, and of agents who are kept idle or join on a condition', () => {
    const center = centerWith({
      types: {help: {}, other: {}},
      groups: {
        experts: {skills: {help: 1}},
        team: {skills: {help: 1, other: 1}},
        bench: {skills: {help: 1}, joins: {measure: 'queue', queue: 0, comparison: '>', value: 5}},
      },
      routing: {
        overflow: [[{group: 1, afterSeconds: 20}], []],
        expiry: [[{group: 0, atSeconds: 20}], []],
        reserves: [{group: 1, keep: 1, for: [1]}],
      },
    });
    const callers: Caller[] = [
      {type: 'help', at: 0, talk: 100},
      {type: 'help', at: 10, patience: 60},
    ];
    expect(storyOf(2, center, callers)).toEqual([
      '00:00:10 Comes in. It may be taken by experts (1 busy) or bench (1 idle, joins only when queue(help) > 5). They are busy with 1 help. Nobody waits before it.',
      '00:00:30 After 0:20 of waiting more agents may take it: team (1 idle but kept for other); experts no longer takes it.',
      '00:01:10 Gives up after 1:00.',
    ]);
  });

  it('tells of a customer who falls silent, and who goes on when it is back', () => {
    const center = centerWith({
      types: {
        notes: {
          channel: 'messaging',
          goesQuiet: {after: constant(30), for: constant(100), atMost: 1, backTo: 'own-agent'},
        },
      },
      groups: {team: {skills: {notes: 1}, count: 2}},
    });
    expect(storyOf(1, center, [{type: 'notes', at: 0, talk: 80}])).toEqual([
      '00:00:00 Comes in. Agent 1 of team is free and takes it at once.',
      '00:00:30 The customer falls silent, and agent 1 of team has room for others.',
      '00:02:10 The customer is back after 1:40.',
      '00:02:10 Agent 1 of team, who had it, goes on with it at once.',
      '00:03:00 The work on it is done after 3:00.',
    ]);
  });

  it('tells of work that gives way to a call', () => {
    const center = centerWith({
      types: {mail: {channel: 'email'}, call: {}},
      groups: {
        team: {
          skills: {mail: 1, call: 1},
          capacity: [{channel: 'email', atOnce: 1, interruptedBy: ['voice'], restartSeconds: 0}],
        },
      },
    });
    const callers: Caller[] = [
      {type: 'mail', at: 0, talk: 100},
      {type: 'call', at: 40, talk: 60},
    ];
    expect(storyOf(1, center, callers)).toEqual([
      '00:00:00 Comes in. Agent 1 of team is free and takes it at once.',
      '00:00:40 Agent 1 of team puts it aside for something more urgent.',
      '00:01:40 Agent 1 of team goes on with it after 1:00.',
      '00:02:40 The work on it is done after 2:40.',
    ]);
  });

  it('tells that the agent is preferred who served the customer before', () => {
    const center = centerWith({
      types: {help: {comesBack: {probability: 1, after: constant(100), as: 0}}},
      groups: {team: {skills: {help: 1}, count: 2}},
      routing: {lastAgentSeconds: 60},
    });
    const lines = storyOf(1, center, [
      {type: 'help', at: 0, talk: 50},
      {type: 'help', at: 140, talk: 40},
    ]);
    expect(lines.slice(0, 3)).toEqual([
      '00:00:00 Comes in. Agent 1 of team is free and takes it at once.',
      '00:00:50 The work on it is done after 0:50.',
      '00:02:30 Comes back, unresolved. Agent 1 of team, who served the customer before, is free and takes it at once.',
    ]);
  });

  it('tells of an agent who does not answer, and of the wait that is announced', () => {
    const people = peopleWith({noAnswer: {probability: 0.999999, ringSeconds: 10, setAsideSeconds: 3600}});
    const announce = {
      estimator: 'queue-length',
      stepSeconds: 90,
      believed: 1,
      patienceFactor: 1,
      patienceAtMost: null,
    } as const;
    const ringing = centerWith({types: {help: {}}, groups: {team: {skills: {help: 1}, people}}});
    expect(storyOf(1, ringing, [{type: 'help', at: 0, patience: 60}])).toEqual([
      '00:00:00 Comes in. It may be taken by team (1 idle). Nobody waits before it.',
      '00:00:00 Rings at agent 1 of team, who does not answer.',
      '00:01:00 Gives up after 1:00.',
    ]);
    const told = centerWith({types: {help: {announce}}, groups: {team: {skills: {help: 1}}}});
    expect(
      storyOf(2, told, [
        {type: 'help', at: 0, talk: 100},
        {type: 'help', at: 10},
      ])[0],
    ).toMatch(/ Nobody waits before it\. It is told to expect 1:30\.$/);
  });

  it('tells who takes it where agents hold several contacts', () => {
    const center = centerWith({
      types: {chats: {channel: 'chat'}},
      groups: {
        team: {skills: {chats: 1}, capacity: [{channel: 'chat', atOnce: 2, interruptedBy: [], restartSeconds: 0}]},
      },
    });
    expect(storyOf(1, center, [{type: 'chats', at: 30, talk: 60}])).toEqual([
      '00:00:30 Comes in. Agent 1 of team is free and takes it at once.',
      '00:01:30 The work on it is done after 1:00.',
    ]);
  });

  it('tells of agents who hold several chats at once', () => {
    const center = centerWith({
      types: {chats: {channel: 'chat'}},
      groups: {
        team: {
          skills: {chats: 1},
          capacity: [{channel: 'chat', atOnce: 2, interruptedBy: [], restartSeconds: 0}],
        },
      },
    });
    const callers = [0, 10, 20].map(at => ({type: 'chats', at, talk: 60}));
    expect(storyOf(3, center, callers)).toEqual([
      '00:00:20 Comes in. It may be taken by team (1 busy). They are busy with 2 chats. Nobody waits before it.',
      '00:01:00 Agent 1 of team takes it after 0:40.',
      '00:02:00 The work on it is done after 1:00.',
    ]);
  });

  it('tells of a callback: the request, and the agent who dials', () => {
    const center = centerWith({
      types: {help: {callback: callbackOffer({})}},
      groups: {team: {skills: {help: 1}}},
    });
    const callers = [
      {type: 'help', at: 0, talk: 100},
      {type: 'help', at: 10},
    ];
    expect(storyOf(2, center, callers)).toEqual([
      '00:00:10 Comes in. It may be taken by team (1 busy). They are busy with 1 help. Nobody waits before it. It is offered a callback, and accepts.',
      '00:00:10 Leaves a request to be called back.',
      '00:00:10 Is to be called back from now on. It may be taken by team (1 busy). They are busy with 1 help. Nobody waits before it.',
      '00:01:40 Agent 1 of team takes it after 1:30.',
      '00:02:40 The work on it is done after 1:00.',
    ]);
  });

  it('knows breaks, shifts that are over, and agents who are not there yet', () => {
    const shift = (from: number, to: number, breaks: readonly (readonly [number, number])[] = []) => ({
      shifts: [{from, to, breaks}],
    });
    const center = centerWith({
      types: {help: {}},
      groups: {
        team: {
          skills: {help: 1},
          staffing: {
            kind: 'shifts',
            agents: [shift(0, 3600), shift(0, 3600, [[600, 900]]), shift(0, 300), shift(900, 3600)],
          },
        },
      },
    });
    const callers = [
      {type: 'help', at: 590, talk: 100},
      {type: 'help', at: 620, talk: 100},
    ];
    expect(storyOf(2, center, callers)).toEqual([
      '00:10:20 Comes in. It may be taken by team (1 busy, 1 on a break, 2 off duty). They are busy with 1 help. Nobody waits before it.',
      expect.stringMatching(/^00:11:30 Agent \d of team takes it after 1:10\.$/),
      '00:13:10 The work on it is done after 1:40.',
    ]);
  });
});

describe('a trace', () => {
  it('finds the longest waits of the replication that was simulated', async () => {
    const scenario = twoDesks();
    const {legs} = pathOf(scenario, {seed: scenario.run.seed, replication: 3});
    const longest = new Map<number, number>();
    for (const {number, offeredAt, waitEnd} of legs)
      longest.set(number, Math.max(longest.get(number) ?? 0, waitEnd - offeredAt));
    const expected = [...longest]
      .sort(([a, waitA], [b, waitB]) => waitB - waitA || a - b)
      .slice(0, 10)
      .map(([number]) => number);
    const stories = await trace(scenario, {replication: 3, contactType: null, which: {worst: 10}});
    expect(stories.map(({number}) => number)).toEqual(expected);
    for (const {number, legs: told} of stories) {
      const own = legs.filter(leg => leg.number === number).sort((a, b) => a.offeredAt - b.offeredAt);
      expect(told.map(({offeredAt, outcome, endedAt}) => ({offeredAt, outcome, endedAt}))).toEqual(
        own.map(({offeredAt, outcome, waitEnd, serviceEnd}) => ({
          offeredAt,
          outcome,
          endedAt: outcome === 'answered' ? serviceEnd : waitEnd,
        })),
      );
      told.forEach(({answer}, index) => {
        if (answer !== null) expect(answer.at).toBe(own[index].waitEnd);
      });
    }
  });
});
