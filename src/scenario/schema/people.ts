import {date, duration, factor, flag, ownName, share, variation, whole} from './atoms.js';
import {inside} from './inside.js';
import {either, mapped, optional, placed, record, required, withDefault} from './field.js';

const DEFAULT_BREAK_SECONDS = 600;

const absenceRecord = record('absence', 'Unplanned absence: agents who do not come.', {
  share: required(share, 'Probability that an agent stays away on a day.'),
  paid: withDefault(
    flag,
    false,
    'false',
    'Are the shifts that they miss paid? Then they are part of the paid hours, of cost and of utilisation, breaks included.',
  ),
});

const absence = either('a share such as "8%" or {share, paid}', {
  scalar: mapped(share, read => ({share: read, paid: false})),
  map: absenceRecord,
});

const presence = inside(share, value => value > 0, 'a share above 0% and up to 100% such as "92%"');

const adherenceRecord = record('adherence', 'Unscheduled breaks: agents who are signed in and yet not there.', {
  share: required(presence, 'Share of the time on duty in which an agent really is available.'),
  break: withDefault(
    duration({above: 0}),
    DEFAULT_BREAK_SECONDS,
    '10m',
    'Mean length of an unscheduled break; lengths are exponential.',
  ),
});

const adherence = either('a share such as "92%" or {share, break}', {
  scalar: mapped(presence, read => ({share: read, breakSeconds: DEFAULT_BREAK_SECONDS})),
  map: mapped(adherenceRecord, read => ({share: read.share, breakSeconds: read.break})),
});

const speed = record('speed', 'Agents who are always quicker or slower than others of their group.', {
  cv: required(
    variation,
    "Coefficient of variation of the agents' own handle-time factors: lognormal, with mean 100%. An agent keeps its factor in all replications.",
  ),
});

const learning = record(
  'learning',
  'New agents, who become quicker day by day: half of what is left of the way to 100% in every half-life. They are spread evenly over the agents of the group.',
  {
    new: required(placed(whole({min: 0})), 'How many agents of the group are new.'),
    starts: required(
      inside(factor, value => value > 0, 'a factor above 0% such as "140%"'),
      'Handle-time factor on the day of hiring.',
    ),
    'half-life': required(duration({above: 0}), 'After so long half of the way is done: 2w.'),
    hired: optional(placed(date), 'Day of hiring, not after the first day of `clock`.', 'the first day of clock'),
  },
);

const noAnswer = record(
  'no-answer',
  'Live contacts that ring at an agent who does not answer: they wait on at the front, and the agent is set aside.',
  {
    probability: required(
      inside(share, value => value < 1, 'a share below 100%'),
      'Share of the contacts offered to these agents that ring in vain.',
    ),
    ring: required(duration(), 'How long it rings; the agent is busy, and the patience of the customer runs on.'),
    'set-aside': withDefault(duration(), 0, '0s', 'How long the agent then gets nothing.'),
  },
);

/** What sets the agents of a group apart from their timetable and from each other. */
export const peopleKeys = {
  absence: optional(
    absence,
    'Unplanned absence: each agent stays away each day with this probability, unpaid unless it is told that it is paid. In a group told by numbers each of the so many agents does.',
    'none',
  ),
  adherence: optional(
    adherence,
    'Share of the time on duty in which an agent really is available. The rest are unscheduled breaks, begun when the contact in hand ends and paid as time set aside.',
    '100%',
  ),
  speed: optional(speed, 'How much agents differ in speed.', 'all alike'),
  learning: optional(learning, 'New agents and how they learn.', 'none'),
  'no-answer': optional(noAnswer, 'Agents who do not answer.', 'never'),
  stream: optional(
    ownName,
    'Name of the chance of its agents (absence, breaks, speed); a group that is changed keeps its people when both name the same.',
    'by the place of the group among all groups, which names and order of declaration do not move',
  ),
};
