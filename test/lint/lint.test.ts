import {describe, expect, it} from 'vitest';
import {lint} from '../../src/lint/lint.js';
import type {AgentGroup, ArrivalSource} from '../../src/scenario/scenario.js';
import {centerWith, constant, exponential, queueNamed, steady} from '../support/center.js';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** So many contacts an hour between two hours of the day. */
const between = (from: number, to: number, perHour: number): readonly ArrivalSource[] => [
  {
    kind: 'generated',
    name: 'base',
    counts: 'poisson',
    starts: [from * HOUR],
    ends: [to * HOUR],
    expected: [(to - from) * perHour],
    busyness: null,
  },
];

const onDuty = (agents: number, from: number, to: number): AgentGroup['staffing'] => ({
  kind: 'counts',
  changes: [
    {at: from * HOUR, agents},
    {at: to * HOUR, agents: 0},
  ],
});

const openFrom = (name: string, from: number, to: number) => queueNamed(name, {open: [[from * HOUR, to * HOUR]]});

describe('a center with nothing to find', () => {
  it('has no findings', () => {
    const center = centerWith({
      types: {help: {arrivals: steady(60 / HOUR, DAY), talk: exponential(240)}},
      groups: {team: {count: 6, skills: {help: 1}}},
    });
    expect(lint(center)).toEqual([]);
  });
});

describe('hours in which nobody can serve', () => {
  it('are named for a queue that is open longer than its agents work', () => {
    const center = centerWith({
      types: {help: {arrivals: between(8, 20, 10)}},
      groups: {team: {skills: {help: 1}, staffing: onDuty(6, 8, 18)}},
      queues: [openFrom('help', 8, 20)],
    });
    expect(lint(center)).toEqual([
      {
        code: 'LNT001',
        path: ['contacts', 'help', 'open'],
        says: 'help can be served by nobody 18:00-20:00, when 20 contacts are expected',
        mend: 'put an agent of team on duty then, or shorten its opening hours',
      },
    ]);
  });

  it('are those of a common break as well', () => {
    const shift = {from: 8 * HOUR, to: 18 * HOUR, breaks: [[12 * HOUR, 12.5 * HOUR] as const]};
    const center = centerWith({
      types: {help: {arrivals: between(8, 18, 10)}},
      groups: {team: {skills: {help: 1}, staffing: {kind: 'shifts', agents: [{shifts: [shift]}, {shifts: [shift]}]}}},
      queues: [openFrom('help', 8, 18)],
    });
    expect(lint(center).map(({says}) => says)).toEqual([
      'help can be served by nobody 12:00-12:30, when 5 contacts are expected',
    ]);
  });

  it('are not those in which no contacts come to a center that never closes', () => {
    const center = centerWith({
      types: {help: {arrivals: between(8, 18, 10)}},
      groups: {team: {skills: {help: 1}, staffing: onDuty(6, 8, 18)}},
    });
    expect(lint(center)).toEqual([]);
  });

  it('are those in which contacts come by transfer alone', () => {
    const center = centerWith({
      types: {
        help: {arrivals: between(8, 20, 10), transfers: [{to: 1, probability: 0.1}]},
        loans: {},
      },
      groups: {
        team: {skills: {help: 1}, staffing: onDuty(6, 8, 20)},
        bankers: {skills: {loans: 1}, staffing: onDuty(2, 8, 18)},
      },
    });
    expect(lint(center)).toMatchObject([
      {
        code: 'LNT001',
        path: ['contacts', 'loans', 'arrivals'],
        says: 'loans can be served by nobody 18:00-20:00, though it is open',
      },
    ]);
  });

  it('do not matter to email, as long as somebody comes at all', () => {
    const email = {channel: 'email', arrivals: steady(5 / HOUR, DAY)} as const;
    const by = (staffing: AgentGroup['staffing']) =>
      lint(centerWith({types: {claims: email}, groups: {team: {skills: {claims: 1}, staffing}}}));
    expect(by(onDuty(2, 8, 18))).toEqual([]);
    expect(by(onDuty(0, 8, 18)).map(({code}) => code)).toEqual(['LNT001', 'LNT004']);
  });

  it('are counted over several days', () => {
    const days = [0, 1, 2];
    const center = centerWith({
      types: {help: {arrivals: steady(10 / HOUR, 3 * DAY)}},
      groups: {
        team: {
          skills: {help: 1},
          staffing: {
            kind: 'counts',
            changes: days.flatMap(day => [
              {at: day * DAY, agents: 6},
              {at: day * DAY + 22 * HOUR, agents: 0},
            ]),
          },
        },
      },
      clock: {days: 3},
    });
    expect(lint(center).map(({says}) => says)).toEqual([
      'help can be served by nobody 22:00-24:00 on 3 days, when 60 contacts are expected',
    ]);
  });
});

describe('load above staffing', () => {
  it('is told in Erlangs and agents, with the hours', () => {
    const center = centerWith({
      types: {help: {arrivals: [...between(8, 10, 60), ...between(10, 12, 120)], talk: constant(300)}},
      groups: {team: {skills: {help: 1}, staffing: onDuty(7, 8, 13)}},
    });
    // 60 an hour of 300 s are 5 Erlangs, 120 are 10
    expect(lint(center)).toEqual([
      {
        code: 'LNT002',
        path: ['contacts', 'help', 'arrivals'],
        says: 'help offers more than the agents on duty can carry 10:00-12:00; at worst 10 Erlangs for 7 agents 10:00-10:30',
        mend: 'put at least 3 more agents who may serve help on duty then, or expect a queue that grows until customers give up',
      },
    ]);
  });

  it('is shared among groups as well as can be: two types with one group each, and one in common', () => {
    const erlangs = (load: number) => ({arrivals: steady(load / 100, DAY), talk: constant(100)});
    const center = (cards: number, loans: number) =>
      centerWith({
        types: {cards: erlangs(cards), loans: erlangs(loans)},
        groups: {
          cardsOnly: {count: 5, skills: {cards: 1}},
          loansOnly: {count: 5, skills: {loans: 1}},
          both: {count: 4, skills: {cards: 1, loans: 1}},
        },
        routing: {contact: ['age']},
      });
    expect(lint(center(9, 5))).toEqual([]);
    expect(lint(center(7, 7))).toEqual([]);
    expect(lint(center(10, 1)).map(({says}) => says)).toEqual([
      'cards offers more than the agents on duty can carry all the time; at worst 10 Erlangs for 9 agents 00:00-00:30',
    ]);
    expect(lint(center(8, 7)).map(({says}) => says)).toEqual([
      'cards and loans offer more than the agents on duty can carry all the time; at worst 15 Erlangs for 14 agents 00:00-00:30',
    ]);
  });

  it('counts the handle time of the quickest group', () => {
    const center = (handleTimeFactor: number) =>
      centerWith({
        types: {help: {arrivals: steady(0.11, DAY), talk: constant(100)}},
        groups: {team: {count: 10, skills: {help: {handleTimeFactor}}}},
      });
    expect(lint(center(1)).map(({code}) => code)).toEqual(['LNT002']);
    expect(lint(center(0.9))).toEqual([]);
  });

  it('lets agents hold as many chats at once as gets most done', () => {
    // 3 at once take 1.5 times as long: two chats in the time of one
    const center = (erlangs: number, most: number) =>
      lint(
        centerWith({
          types: {
            chats: {
              channel: 'chat',
              arrivals: steady(erlangs / 100, DAY),
              talk: constant(100),
              byConcurrency: [1, 1.2, 1.5, 4],
            },
          },
          groups: {
            team: {
              count: 10,
              skills: {chats: 1},
              capacity: [{channel: 'chat', atOnce: most, interruptedBy: [], restartSeconds: 0}],
            },
          },
        }),
      ).map(({says}) => says);
    expect(center(19, 3)).toEqual([]);
    expect(center(19, 4)).toEqual([]);
    expect(center(21, 4)).toEqual([
      'chats offers more than the agents on duty can carry all the time; at worst 10.5 Erlangs for 10 agents 00:00-00:30',
    ]);
    expect(center(19, 1)).toHaveLength(1);
  });

  it('leaves email to the backlog', () => {
    const center = centerWith({
      types: {claims: {channel: 'email', arrivals: between(8, 10, 60), talk: constant(300)}},
      groups: {team: {skills: {claims: 1}, staffing: onDuty(2, 8, 18)}},
    });
    expect(lint(center)).toEqual([]);
  });
});

describe('an objective below the handle time', () => {
  const withObjective = (channel: 'voice' | 'email', thresholdSeconds: number) =>
    lint(
      centerWith({
        types: {
          claims: {
            channel,
            arrivals: steady(1 / HOUR, DAY),
            talk: constant(540),
            objective: {share: 0.9, thresholdSeconds, definition: 'excluding-abandons'},
          },
        },
        groups: {team: {count: 2, skills: {claims: 1}}},
      }),
    );

  it('is found on a deferred channel alone', () => {
    expect(withObjective('email', 300)).toEqual([
      {
        code: 'LNT003',
        path: ['contacts', 'claims', 'objective'],
        says: 'claims is to be answered within 5m, but the work on one email takes 9m',
        mend: 'an objective of at least 9m; hours or days are usual on this channel',
      },
    ]);
    expect(withObjective('email', 540)).toEqual([]);
    expect(withObjective('voice', 20)).toEqual([]);
  });
});

describe('groups and skills without work', () => {
  const help = {arrivals: steady(60 / HOUR, DAY)};
  const team = {count: 6, skills: {help: 1}};

  it('are a group that is on duty when its queue is closed', () => {
    const center = centerWith({
      types: {help: {arrivals: between(8, 18, 10)}},
      groups: {
        team: {skills: {help: 1}, staffing: onDuty(6, 8, 18)},
        night: {skills: {help: 1}, staffing: onDuty(2, 20, 24)},
      },
      queues: [openFrom('help', 8, 18)],
    });
    expect(lint(center)).toMatchObject([
      {
        code: 'LNT004',
        path: ['agents', 'night'],
        says: 'night will never have work: whenever it is on duty help is closed',
      },
    ]);
  });

  it('are a group whose contact types have no contacts', () => {
    const center = centerWith({types: {help, claims: {}}, groups: {team, clerks: {count: 2, skills: {claims: 1}}}});
    expect(lint(center).map(({code, says}) => [code, says])).toEqual([
      ['LNT004', 'clerks will never have work: no contacts of claims come'],
    ]);
  });

  it('are a group that may take contacts only after they have left a message', () => {
    const center = (afterSeconds: number) =>
      lint(
        centerWith({
          types: {help: {...help, messageAfterSeconds: 120}},
          groups: {team, bench: {count: 2, skills: {help: 1}}},
          routing: {overflow: [[{group: 1, afterSeconds}]]},
        }),
      );
    expect(center(120).map(({says}) => says)).toEqual([
      'bench will never have work: help has left the queue before it may take them',
    ]);
    expect(center(119)).toEqual([]);
  });

  it('are a skill that nobody needs', () => {
    const center = centerWith({types: {help, claims: {}}, groups: {team: {count: 6, skills: {help: 1, claims: 2}}}});
    expect(lint(center)).toMatchObject([
      {
        code: 'LNT005',
        path: ['agents', 'team', 'skills', 'claims'],
        says: 'team has the skill claims, but 0 contacts of claims come in the whole horizon, by transfer neither',
      },
    ]);
  });
});

describe('contacts that starve', () => {
  const erlangs = (load: number, priority: number) => ({
    arrivals: steady(load / 100, DAY),
    talk: constant(100),
    priority,
  });
  const codes = (center: Parameters<typeof centerWith>[0]) => lint(centerWith(center)).map(({code}) => code);

  it('are those behind a higher priority that fills all agents alone', () => {
    const found = lint(
      centerWith({
        types: {cards: erlangs(10, 1), loans: erlangs(1, 2)},
        groups: {team: {count: 10, skills: {cards: 1, loans: 1}}},
      }),
    );
    expect(found.find(({code}) => code === 'LNT006')).toEqual({
      code: 'LNT006',
      path: ['contacts', 'loans'],
      says: 'loans waits without end all the time: cards always goes first and alone offers 10 Erlangs to the 10 agents who could serve it',
      mend: 'keep agents for loans alone, or let the wait count (routing: {contact: priority-with-ageing})',
    });
  });

  it('are none where one agent is left, be it because another group helps', () => {
    const types = {cards: erlangs(10, 1), loans: erlangs(1, 2)};
    const team = {count: 10, skills: {cards: 1, loans: 1}};
    expect(codes({types: {...types, cards: erlangs(8.9, 1)}, groups: {team}})).toEqual([]);
    expect(codes({types, groups: {team, cardsOnly: {count: 2, skills: {cards: 1}}}})).toEqual([]);
    expect(codes({types, groups: {team, loansOnly: {count: 1, skills: {loans: 1}}}})).toEqual([]);
  });

  it('are none where the wait counts before the priority', () => {
    const types = {cards: erlangs(10, 1), loans: erlangs(1, 2)};
    const groups = {team: {count: 10, skills: {cards: 1, loans: 1}}};
    expect(codes({types, groups, routing: {contact: ['weighted-wait']}})).toEqual(['LNT002']);
    expect(codes({types, groups})).toEqual(['LNT002', 'LNT006']);
  });

  it('may be those of a worse level', () => {
    const types = {cards: erlangs(10, 1), loans: erlangs(1, 1)};
    const groups = {team: {count: 10, skills: {cards: 1, loans: 2}}};
    expect(codes({types, groups, routing: {contact: ['level', 'age']}})).toEqual(['LNT002', 'LNT006']);
    expect(codes({types, groups, routing: {contact: ['age']}})).toEqual(['LNT002']);
  });
});

describe('chats beside calls', () => {
  const center = (chatErlangs: number, interruptedBy: readonly 'voice'[] = [], atOnce = 3) =>
    lint(
      centerWith({
        types: {
          calls: {arrivals: steady(1 / 100, DAY), talk: constant(100)},
          chats: {
            channel: 'chat',
            arrivals: steady(chatErlangs / 100, DAY),
            talk: constant(100),
            byConcurrency: [1, 1.15, 1.4],
          },
        },
        groups: {
          team: {
            count: 10,
            skills: {calls: 1, chats: 1},
            capacity: [{channel: 'chat', atOnce, interruptedBy, restartSeconds: 0}],
          },
        },
      }),
    );

  it('keep every agent occupied when there is one for each', () => {
    expect(center(12)).toEqual([
      {
        code: 'LNT007',
        path: ['contacts', 'calls'],
        says: 'calls may find no agent free all the time: chats offers 12 Erlangs, one with each of the 10 agents who could serve it, and the next comes before the last is done',
        mend: 'keep agents for calls alone, or a few idle for it (routing: {reserve: …})',
      },
    ]);
  });

  it('leave agents for calls when there are fewer, or when a call may interrupt them', () => {
    expect(center(9.9)).toEqual([]);
    expect(center(12, ['voice'])).toEqual([]);
  });
});
