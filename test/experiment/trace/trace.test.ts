import {describe, expect, it} from 'vitest';
import {Stories} from '../../../src/experiment/trace/stories.js';
import {trace} from '../../../src/experiment/trace/trace.js';
import {told} from '../../../src/report/formats/story.js';
import type {Scenario} from '../../../src/scenario/scenario.js';
import {callbackOffer, centerWith, constant, queueNamed} from '../../support/center.js';
import {pathOf} from '../../support/path.js';
import {runDay, type Caller} from '../../support/small-day.js';
import {twoDesks} from '../../support/two-desks.js';

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
      '00:00:10 Comes in. It may be taken by team (1 busy). They are busy with 1 help. Nobody waits before it.',
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
