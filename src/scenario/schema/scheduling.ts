import {parseClockRange, parseClockTime, parseMoney, parseShare} from '../../base/units.js';
import type {Value} from '../value.js';
import {clockRange, csvFile, duration, factor, ownName, readDuration, share, text, weekdays, whole} from './atoms.js';
import {MOST_AGENTS} from './agents.js';
import {atom, choice, listOf, mapOf, optional, placed, record, Rejected, required, withDefault} from './field.js';
import type {Field, Reading, RecordOf} from './field.js';
import {readAmount} from './money.js';
import type {WrittenAmount} from './money.js';

/** [earliest, latest] of a start: `07:00-11:00`, or `09:00` for one. */
const starts: Field<readonly [number, number]> = atom(
  'a clock time such as "09:00", or the earliest and the latest such as "07:00-11:00"',
  {type: 'string', examples: ['07:00-11:00', '09:00']},
  written => {
    const only = parseClockTime(written);
    return only === null ? (parseClockRange(written) ?? undefined) : [only, only];
  },
);

const AFTER = 'a span of durations such as "3h-5h", or one such as "4h"';
/** [earliest, latest] start of a break, from the start of the shift. */
const after: Field<readonly [number, number]> = atom(AFTER, {type: 'string', examples: ['3h-5h']}, written => {
  const parts = written.split(/\s*(?:-|–|\bto\b)\s*/);
  const [earliest, latest] = [parts[0]!, parts.at(-1)!].map(part => readDuration(part, false, AFTER));
  if (parts.length > 2 || earliest === undefined || latest === undefined) return undefined;
  if (earliest instanceof Rejected) return earliest;
  if (latest instanceof Rejected) return latest;
  return earliest > latest ? new Rejected('SCN014', AFTER) : [earliest, latest];
});

const breakKeys = {
  length: required(duration({above: 0}), 'How long.'),
  between: optional(
    clockRange,
    'It lies inside these hours: a lunch window. Shifts that do not reach from an hour before to an hour after such a place have none.',
  ),
  after: optional(after, 'So long after the start of the shift it begins, at the earliest and at the latest.'),
  every: optional(
    duration({above: 0}),
    'Grid of its start inside the window.',
    'the largest step that fits its length and the interval',
  ),
  paid: withDefault(
    atom('true or false', {type: 'boolean'}, written =>
      /^(true|yes)$/.test(written) ? true : /^(false|no)$/.test(written) ? false : undefined,
    ),
    false,
    'false',
    'Whether it counts as paid time.',
  ),
};
const shiftBreak = record('scheduling breaks', 'A break of a shift: one of between and after says when.', breakKeys);
export type WrittenBreak = RecordOf<typeof breakKeys>;

const DAYS = 'a number of days such as "5", or a span such as "3-5"';
const daysAWeek: Field<readonly [number, number]> = atom(
  DAYS,
  {type: ['integer', 'string'], examples: [5, '3-5']},
  written => {
    const match = /^\s*([1-7])\s*(?:(?:-|–|to)\s*([1-7])\s*)?$/.exec(written);
    if (match === null) return /^\s*\d+\s*$/.test(written) ? new Rejected('SCN014', DAYS) : undefined;
    const [low, high] = [Number(match[1]), Number(match[2] ?? match[1])];
    return low > high ? new Rejected('SCN014', DAYS) : [low, high];
  },
);

/** Agents, or a share of all. */
export type WrittenLimit = {readonly agents: number} | {readonly share: number};
const LIMIT = 'a whole number of agents such as "40", or a share of all agents such as "30%"';
const limit: Field<WrittenLimit> = atom(LIMIT, {type: ['integer', 'string'], examples: [40, '30%']}, written => {
  const value = parseShare(written);
  if (value === null) return undefined;
  if (written.includes('%')) return value <= 1 ? {share: value} : new Rejected('SCN014', LIMIT);
  return Number.isInteger(value) && value <= MOST_AGENTS ? {agents: value} : new Rejected('SCN014', LIMIT);
});

const shiftKeys = {
  groups: optional(listOf(placed(text), 'a list of agent groups'), 'Groups whose agents may work it.', 'all'),
  length: required(duration({above: 0}), 'From start to end, breaks included.'),
  starts: required(starts, 'Earliest and latest start, in the time zone of the site; or the only one.'),
  every: optional(duration({above: 0}), 'Grid of the starts.', 'the interval of clock'),
  days: withDefault(
    weekdays,
    [0, 1, 2, 3, 4, 5, 6] as readonly number[],
    'daily',
    'Days of the week on which it may be worked.',
  ),
  'days-a-week': withDefault(
    daysAWeek,
    [5, 5] as readonly [number, number],
    '5',
    'Days that each agent works, in every week; in a horizon of fewer days all of them count as far as they go.',
  ),
  'days-off': withDefault(
    choice(['any', 'together']),
    'any',
    'any',
    'together: the days off of an agent follow each other, Sunday and Monday included; over several weeks they are the same in each.',
  ),
  'starts-vary': withDefault(
    duration(),
    0,
    '0s',
    'By how much the starts of one agent may differ from day to day; at 0 every day starts alike.',
  ),
  breaks: optional(listOf(shiftBreak, 'a list of breaks'), 'Breaks, each placed where it hurts least.', 'none'),
  cost: withDefault(factor, 1, '100%', 'Factor on the cost of an agent hour: 125% for nights.'),
  'at-least': withDefault(whole({min: 0, max: MOST_AGENTS}), 0, '0', 'Agents who work it, at least.'),
  'at-most': optional(limit, 'Agents who work it, at most: 40, or 30% of all.', 'no limit'),
};
const shift = record('scheduling shifts', 'One entry a kind of shift that agents may work.', shiftKeys);
export type WrittenShiftType = RecordOf<typeof shiftKeys>;

/** What an agent hour that is missing or too much costs: an amount, or so many times the dearest agent hour. */
export type WrittenHourPrice = {readonly amount: WrittenAmount} | {readonly factor: number};
const HOUR_PRICE = 'an amount an agent hour such as "€60/h", or a factor on the dearest agent hour such as "300%"';
function readHourPrice(written: string, at: Value, reading: Reading): WrittenHourPrice | Rejected | undefined {
  const share = written.includes('%') ? parseShare(written) : null;
  if (share !== null) return share >= 0 && share <= 1000 ? {factor: share} : new Rejected('SCN014', HOUR_PRICE);
  if (parseMoney(written) === null) return undefined;
  const amount = readAmount(written, 'h', '€60/h', at, reading);
  return amount instanceof Rejected ? amount : {amount};
}
const PRICE_JSON = {type: 'string', examples: ['€60/h', '300%']};
const hourPrice: Field<WrittenHourPrice> = atom(HOUR_PRICE, PRICE_JSON, readHourPrice);
const understaffing: Field<WrittenHourPrice | null> = atom(
  `${HOUR_PRICE}, or "not allowed"`,
  {type: 'string', examples: ['not allowed', '€60/h', '300%']},
  (written, at, reading) => (written.trim() === 'not allowed' ? null : readHourPrice(written, at, reading)),
);

const schedulingKeys = {
  shifts: required(mapOf(ownName, shift, 'a mapping of kinds of shifts'), 'Kinds of shifts to choose from.'),
  requirement: optional(
    placed(csvFile),
    'CSV of agents needed by interval: columns start, group, agents, where group is an agent group or a contact type; or a column time and one column a group or contact type.',
    'worked out from contacts, handle times, patience and objectives with Erlang A, agents with several skills pooled',
  ),
  headcount: optional(
    mapOf(text, whole({min: 0, max: MOST_AGENTS}), 'a number of agents for each group'),
    'Agents to be had, by group.',
    'as many as it takes',
  ),
  rest: withDefault(duration(), 39_600, '11h', 'Rest between two shifts of one agent.'),
  understaffing: withDefault(
    understaffing,
    null as WrittenHourPrice | null,
    'not allowed',
    'What an agent hour costs that is needed and missing. Then hours may go uncovered where that is cheaper.',
  ),
  overstaffing: withDefault(
    hourPrice,
    {factor: 0},
    '0%',
    'What an agent hour above the need costs, beside its pay: it spreads what is too much.',
  ),
  rounds: withDefault(
    whole({min: 0, max: 100}),
    8,
    '8',
    'The schedule is simulated; where it misses an objective, more agents are asked for there and shifts are chosen again, so often at the most. 0: no simulation.',
  ),
  gap: withDefault(share, 0.005, '0.5%', 'How far above the least cost a schedule may be, proven.'),
  'time-limit': withDefault(
    duration({above: 0}),
    60,
    '60s',
    'Time for choosing shifts once; then the best found so far is taken.',
  ),
};
export const scheduling = record(
  'scheduling',
  'Shifts that `plimsoll schedule` may choose from, and what they have to cover. It changes nothing in a simulation.',
  schedulingKeys,
);
export type WrittenScheduling = RecordOf<typeof schedulingKeys>;
