import {clockTime, csvFile, date, factor, number, share, text, timezone, weekdays, whole} from './atoms.js';
import {capacity} from './capacity.js';
import {breaks} from './breaks.js';
import {condition} from './condition.js';
import {contract} from './contract.js';
import {licence, support} from './costs.js';
import {choice, either, listOf, mapOf, mapped, optional, placed, record, required, withDefault} from './field.js';
import type {Field, Placed, RecordOf} from './field.js';
import {price} from './money.js';
import {openingHours} from './opening.js';
import {peopleKeys} from './people.js';
import {shrinkageKeysOfGroup} from './shrinkage.js';

/** Agents in one group, at most. */
export const MOST_AGENTS = 100_000;

const agentCount = whole({min: 0, max: MOST_AGENTS, tooLarge: 'SCN040'});

/** How a site stands to the center. */
export const SITE_KINDS = ['in-house', 'onshore', 'offshore', 'at-home', 'outsourced'] as const;

const siteKeys = {
  timezone: optional(timezone, 'Time zone of its shifts and of its staffing by interval.', 'that of clock'),
  open: optional(openingHours, 'When a group with a plain `count` works, in the time zone of the site.', 'always'),
  languages: optional(listOf(text, 'a list of languages'), 'Languages spoken here.', 'none'),
  holidays: optional(
    listOf(date, 'a list of dates such as [2026-12-25]'),
    'Local holidays: nobody works here on these days, but for rosters and staffing by interval that name the date.',
    'none',
  ),
  kind: optional(choice(SITE_KINDS), 'How it stands to the center.', 'outsourced with a contract, else in-house'),
  pay: optional(price('h', '€31/h'), 'Pay of an agent for one paid hour.', 'none'),
  'on-costs': withDefault(
    factor,
    0,
    'none',
    "Employer's contributions and benefits on top of pay, as a share of it: 42%.",
  ),
  overtime: withDefault(factor, 1, '100%', 'Pay past the end of a shift, as a factor: 125%.'),
  contract: optional(contract, 'What an outsourcer is paid for the site.', 'none'),
  licence: optional(placed(licence), 'Software per agent and month.', 'that of costs'),
  support: optional(support, 'Support staff by ratio to agents.', 'that of costs, where agents are paid'),
  attrition: optional(share, 'Part of the agents who leave in a year.', 'none'),
  hiring: optional(price('thing', '€4500'), 'What it costs to find and train one agent for one who leaves.', 'nothing'),
  'handle-time': withDefault(
    factor,
    1,
    '100%',
    'Factor on the handle times of its agents, beside that of their skills.',
  ),
  resolution: withDefault(
    factor,
    1,
    '100%',
    'Factor on the share of contacts that are resolved and do not come back (first-contact resolution): 92% resolves less. Counts where contact types come back.',
  ),
  occupancy: optional(
    share,
    'Occupancy that agents bear in the long run: plimsoll sites plans no mix above it, plimsoll staff no numbers. Other commands report occupancy and leave the judgement to you.',
    'none',
  ),
  'cannot-take': optional(
    mapOf(placed(text), placed(share), 'contact types and shares such as {orders: 15%}'),
    'Part of a contact type that its agents cannot take, for want of a language or a right: these customers are left to other sites on all their legs. Of several sites, what the one with the smaller part cannot take the others cannot take either.',
    'nothing',
  ),
};
export const site = record(
  'sites',
  'One entry a place where agents sit: when, for whom, and at what price.',
  siteKeys,
  {
    price: 'prices',
  },
);
export type WrittenSite = RecordOf<typeof siteKeys>;

const shift = record(
  'shifts',
  'Agents who work the same hours. A shift that ends at or before its start runs past midnight.',
  {
    agents: required(agentCount, 'How many.'),
    from: required(clockTime, 'Start, in the time zone of the site.'),
    to: required(clockTime, 'End; a contact in hand is finished.'),
    days: withDefault(
      weekdays,
      [0, 1, 2, 3, 4, 5, 6] as readonly number[],
      'daily',
      'Days of the week on which it starts.',
    ),
    breaks: optional(
      breaks,
      'Breaks inside the shift: [12:00-12:30], or somewhere in a window: [30m within 11:30-13:30] spreads the breaks of these agents evenly over it, in steps of five minutes.',
      'none',
    ),
  },
);

/** One skill as written. */
export interface WrittenSkill {
  readonly contactType: Placed<string>;
  readonly level: number;
  readonly factor: number;
  /** null: that of the group. */
  readonly weight: number | null;
}

const weight = number({min: 1e-6, max: 1e6, expects: 'a weight above 0'});
const level = whole({min: 0, max: 1000});
const skillRecord = record('skills', 'A skill with more than a level.', {
  level: withDefault(level, 1, '1', 'Lower is preferred.'),
  'handle-time': withDefault(factor, 1, '100%', 'Factor on handle times: 92% is faster.'),
  weight: optional(weight, 'How often these agents are drawn under weighted-random.', 'that of the group'),
});

const skills: Field<readonly WrittenSkill[]> = either(
  'a list such as [orders, claims] or levels such as {orders: 1, claims: 2}',
  {
    list: mapped(listOf(placed(text), 'a list of contact types'), (names): readonly WrittenSkill[] =>
      names.map(contactType => ({contactType, level: 1, factor: 1, weight: null})),
    ),
    map: mapped(
      mapOf(
        text,
        either('a level or {level, handle-time, weight}', {
          scalar: mapped(level, only => ({level: only, factor: 1, weight: null})),
          map: mapped(skillRecord, read => ({
            level: read.level,
            factor: read['handle-time'],
            weight: read.weight ?? null,
          })),
        }),
        'a level for each contact type',
      ),
      (entries): readonly WrittenSkill[] =>
        entries.map(({name, key, value}) => ({contactType: {value: name, at: key}, ...value})),
    ),
  },
);

const groupKeys = {
  site: optional(placed(text), 'Where it sits.', 'none; the time zone is then that of clock'),
  count: optional(agentCount, 'So many agents all day, or in the open hours of the site.'),
  'by-interval': optional(
    csvFile,
    'CSV with a column `time` and one column a group (or `agents`): agents on duty in each interval.',
  ),
  column: optional(text, 'Column of the `by-interval` file.', 'the name of the group, else agents'),
  shifts: optional(listOf(shift, 'a list of shifts'), 'Shifts with breaks.'),
  schedule: optional(
    csvFile,
    'CSV of shifts: columns agents, from, to, and if wanted days and break; or a roster with dates, a row for each stay of one agent: agent, from, to, and if wanted group and breaks. Breaks are written 12:00-12:30 or 30m within 11:30-13:30.',
  ),
  capacity: optional(
    capacity,
    'What an agent may hold at once, by channel: {voice: 1, chat: 3, email: 1 interrupted by voice}. Each contact takes an equal part of the agent, and different channels are held together as far as their parts add up; or as `together` lists: {chat: 3, sms: 2, together: [[chat, sms]]}.',
    'one contact at a time',
  ),
  skills: required(
    skills,
    'Contact types it may serve: a list, or levels (lower is preferred), or levels with a handle-time factor.',
  ),
  joins: optional(
    placed(condition),
    'Takes contacts only while this holds: `only when queue(orders) > 5`. queue: contacts waiting there now; expected-wait: of one who comes now, as it is announced, from who waits, mean handle time, patience and the agents on duty, those who join on a condition left out; serviceLevel: of the last 100 contacts that left the queue, those answered within the threshold. The queue may be named by one of its contact types.',
    'always',
  ),
  weight: withDefault(
    weight,
    1,
    '1',
    'How often one of its idle agents is drawn under weighted-random, beside one of another group.',
  ),
  pay: optional(price('h', '€31/h'), 'Pay of these agents for one paid hour.', 'that of the site'),
  ...peopleKeys,
  ...shrinkageKeysOfGroup,
};

export const group = record(
  'agents',
  'One entry a group of agents alike in site, skills and timetable. One of count, by-interval, shifts or schedule says when they work.',
  groupKeys,
  {
    channels: 'channels of a group',
  },
);
export type WrittenGroup = RecordOf<typeof groupKeys>;
