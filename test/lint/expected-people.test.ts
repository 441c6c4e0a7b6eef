import {describe, expect, it} from 'vitest';
import {lint} from '../../src/lint/lint.js';
import {centerWith, constant, steady, type CenterSketch, type GroupSketch} from '../support/center.js';
import {peopleWith} from '../support/people.js';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** 9 Erlangs all day. */
const help: CenterSketch['types'] = {help: {arrivals: steady(90 / HOUR, DAY), talk: constant(360)}};
const team = (more: Partial<GroupSketch>): CenterSketch['groups'] => ({team: {skills: {help: 1}, ...more}});
const says = (sketch: CenterSketch): readonly string[] => lint(centerWith(sketch)).map(finding => finding.says);

describe('a load that those on duty could carry', () => {
  it('is too much when some of them stay away or are not available', () => {
    const people = peopleWith({absence: 0.1, adherence: {share: 0.9, breakSeconds: 600}});
    expect(says({types: help, groups: team({count: 10})})).toEqual([]);
    expect(says({types: help, groups: team({count: 10, people})})).toEqual([
      'help offers more than the agents on duty can carry all the time; at worst 9 Erlangs for 8.1 agents (10 agents less absence and adherence) 00:00-00:30',
    ]);
  });

  it('asks for as many more as come when some of them stay away too', () => {
    const [finding] = lint(centerWith({types: help, groups: team({count: 10, people: peopleWith({absence: 0.5})})}));
    // 5 come for 9 Erlangs: of 8 more, 4 come
    expect(finding.mend).toMatch(/^put at least 8 more agents/);
  });

  it('is too much when some of them are new and slow', () => {
    const learning = {agents: 5, starts: 2, halfLifeDays: 30, daysSinceHired: 0};
    // ten of whom five take twice as long get done what 7.5 do: 9 Erlangs are as good as 12
    expect(says({types: help, groups: team({count: 10, people: peopleWith({learning})})})).toEqual([
      'help offers more than the agents on duty can carry all the time; at worst 12 Erlangs for 10 agents 00:00-00:30',
    ]);
    const longAgo = {...learning, daysSinceHired: 300};
    expect(says({types: help, groups: team({count: 10, people: peopleWith({learning: longAgo})})})).toEqual([]);
  });

  it('is too much when telephones ring in vain, but no chat does', () => {
    const people = peopleWith({noAnswer: {probability: 0.2, ringSeconds: 20, setAsideSeconds: 220}});
    // every fifth rings in vain: a quarter of 240 s for each answer, and 7 minutes in place of 6
    expect(says({types: help, groups: team({count: 10, people})})).toEqual([
      'help offers more than the agents on duty can carry all the time; at worst 10.5 Erlangs for 10 agents 00:00-00:30',
    ]);
    expect(says({types: {help: {...help.help, channel: 'chat'}}, groups: team({count: 10, people})})).toEqual([]);
  });

  it('leaves agents kept idle as the timetable has them', () => {
    const types = {...help, claims: {arrivals: steady(1 / HOUR, DAY)}};
    const reserves = [{group: 0, keep: 13, for: [0]}];
    const kept = (count: number) =>
      lint(
        centerWith({
          types,
          groups: {team: {skills: {help: 1, claims: 1}, count, people: peopleWith({absence: 0.2})}},
          routing: {reserves},
        }),
      ).map(({code}) => code);
    expect(kept(14)).toEqual([]);
    expect(kept(13)).toEqual(['LNT008']);
  });
});

describe('email for which there is no time', () => {
  /** 8 hours of agents a day, and 2 hours of calls in 24. */
  const sketch = (emails: number, more: Partial<CenterSketch> = {}): CenterSketch => ({
    types: {
      calls: {arrivals: steady(20 / DAY, DAY), talk: constant(360)},
      mail: {channel: 'email', arrivals: steady(emails / DAY, DAY), talk: constant(600)},
    },
    groups: {
      team: {
        skills: {calls: 1, mail: 1},
        staffing: {
          kind: 'counts',
          changes: [
            {at: 0, agents: 1},
            {at: 8 * HOUR, agents: 0},
          ],
        },
      },
    },
    ...more,
  });

  it('is told of when calls leave too little of the day', () => {
    // calls come all day, so that 40 minutes of them fall into the shift; nobody is there for the others
    const found = (emails: number) => lint(centerWith(sketch(emails))).filter(({code}) => code === 'LNT016');
    expect(found(43)).toEqual([]);
    expect(found(50)).toEqual([
      {
        code: 'LNT016',
        path: ['contacts', 'mail', 'arrivals'],
        says: 'mail asks for 8.3 hours of work, and the agents who may do it have 7.3 hours for it beside the other contacts: about 6 contacts are left when the run ends',
        mend: 'give 1 hour more of agents who may serve mail, or expect a backlog that grows without end',
      },
    ]);
  });

  it('counts what waits as the run begins', () => {
    const types = sketch(40).types;
    const mail = {...types.mail, backlog: [{contacts: 10, ageSeconds: 0}]};
    expect(lint(centerWith(sketch(40, {types: {...types, mail}}))).map(({code}) => code)).toContain('LNT016');
    expect(lint(centerWith(sketch(40))).map(({code}) => code)).not.toContain('LNT016');
  });
});
