import {duration, factor, number, share, text, variation, weekdays, whole} from '../../scenario/schema/atoms.js';
import {licence, support} from '../../scenario/schema/costs.js';
import {objective} from '../../scenario/schema/contact.js';
import {
  atom,
  choice,
  either,
  listOf,
  mapOf,
  mapped,
  optional,
  placed,
  record,
  Rejected,
  required,
  withDefault,
} from '../../scenario/schema/field.js';
import type {Field, Placed, RecordOf} from '../../scenario/schema/field.js';
import {currency, price, readAmount} from '../../scenario/schema/money.js';
import type {WrittenAmount} from '../../scenario/schema/money.js';
import {openingHours} from '../../scenario/schema/opening.js';
import {MONTH_NAMES, parseMonth} from './months.js';

/** A month of the calendar, by its number. */
const month: Field<number> = atom('a month such as 2027-03', {type: 'string', pattern: '^\\d{4}-\\d{2}$'}, written => {
  const read = parseMonth(written);
  if (read === null) return undefined;
  return read < 1970 * 12 || read >= 2200 * 12 ? new Rejected('SCN014', 'a month from 1970 to 2199') : read;
});

/** `2 months`, `6w`, `1.5 months`: in months. */
const monthSpan: Field<number> = atom(
  'a time such as "2 months" or "6w"',
  {type: ['string', 'number'], examples: ['2 months', '6w']},
  written => {
    const match = /^\s*(\d+(?:\.\d+)?)\s*(months?|weeks?|w)?\s*$/.exec(written.slice(0, 40));
    if (match === null) return undefined;
    if (match[2] === undefined) return new Rejected('SCN016', null, `${match[1]} months`);
    const months = Number(match[1]) * (match[2].startsWith('m') ? 1 : 84 / 365.25);
    return months > 60 ? new Rejected('SCN014', 'at most 60 months') : months;
  },
);

/** `24%/year` or `2%/month`: the share of those there who leave in a month. */
const attrition: Field<number> = atom(
  'a share with its time such as "24%/year" or "2%/month"',
  {type: 'string', examples: ['24%/year', '2%/month']},
  written => {
    const match = /^\s*(\d+(?:\.\d+)?)\s*%\s*(?:\/|\bper\b|\ba\b)?\s*(year|month)?\s*$/.exec(written.slice(0, 40));
    if (match === null) return undefined;
    const part = Number(match[1]) / 100;
    if (match[2] === undefined) return new Rejected('SCN016', null, `${match[1]}%/year`);
    if (part >= 1) return new Rejected('SCN014', 'a share below 100%');
    return match[2] === 'month' ? part : 1 - (1 - part) ** (1 / 12);
  },
);

/** Pay of one head: by month or by hour of the contract. */
export type Wage = {readonly amount: WrittenAmount; readonly per: 'month' | 'hour'};
const wage: Field<Wage> = atom(
  'pay such as "€2400/month" or "€16/h"',
  {type: 'string', examples: ['€2400/month', '€16/h']},
  (written, at, reading): Wage | Rejected => {
    const monthly = /\/\s*month\s*$/.test(written);
    if (!monthly && !/\/\s*h(?:our)?\s*$/.test(written))
      return new Rejected('SCN090', 'pay with its time such as "€2400/month" or "€16/h"');
    const amount = readAmount(written, monthly ? 'month' : 'h', monthly ? '€2400/month' : '€16/h', at, reading);
    return amount instanceof Rejected ? amount : {amount, per: monthly ? 'month' : 'hour'};
  },
);

/** A number of contacts a month. */
const contacts: Field<number> = atom(
  'contacts a month such as "120000/month"',
  {type: ['string', 'number'], examples: ['120000/month', 120000]},
  written => {
    const match = /^\s*(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s*(?:\/\s*month)?\s*$/.exec(written.slice(0, 40));
    return match === null ? undefined : Number(match[1]!.replaceAll(',', ''));
  },
);

/** `6%/year`; may be below zero. */
const growth: Field<number> = atom(
  'growth a year such as "6%/year" or "-3%/year"',
  {type: 'string', examples: ['6%/year']},
  written => {
    const match = /^\s*([+-]?\d+(?:\.\d+)?)\s*%\s*(?:(?:\/|\bper\b|\ba\b)\s*year)?\s*$/.exec(written.slice(0, 40));
    if (match === null) return undefined;
    const rate = Number(match[1]) / 100;
    return rate <= -1 || rate > 10 ? new Rejected('SCN014', 'growth from -99% to 1000% a year') : rate;
  },
);

const byMonthOfPlan = <T>(item: Field<T>, expects: string) => mapOf(month, item, expects);
const heads = number({min: 0, max: 1e6, expects: 'a number of heads, 0 or more'});

const campaign = record(
  'campaigns',
  'Months with more (or less) volume than growth and season explain: {spring-offer: {from: 2027-03, months: 2, factor: 125%}}. Factors of campaigns at one time multiply.',
  {
    from: required(placed(month), 'First month.'),
    months: withDefault(whole({min: 1, max: 60}), 1, '1', 'How many months.'),
    factor: required(factor, 'Factor on the contacts of these months.'),
  },
);

const season = either('a factor for each month of the year such as {nov: 120%, dec: 135%}, or a list of twelve', {
  map: mapped(mapOf(choice(MONTH_NAMES), factor, 'a factor for each month of the year'), named =>
    MONTH_NAMES.map(name => named.find(entry => entry.name === name)?.value ?? 1),
  ),
  list: listOf(factor, 'a list of twelve factors'),
});

const demandKeys = {
  contacts: required(contacts, 'Contacts in a month of average season, at the start of the plan.'),
  growth: withDefault(growth, 0, '0%/year', 'Growth a year, month by month.'),
  season: optional(placed(season), 'Factor by month of the year.', '100%'),
  campaigns: optional(mapOf(text, campaign, 'a mapping of names to campaigns'), 'Campaigns.', 'none'),
  aht: required(duration({above: 0}), 'Mean handle time, wrap-up included: 5m20s.'),
  patience: optional(
    duration({above: 0}),
    'Mean patience; customers hang up (Erlang A).',
    'nobody hangs up (Erlang C)',
  ),
  objective: required(objective, 'Service asked for: 80% in 20s.'),
  occupancy: optional(placed(share), 'Agents are busy at the most this share of their time.', 'no limit'),
  open: required(placed(openingHours), 'Opening hours: {mon-fri: 08:00-20:00, sat: 09:00-17:00}.'),
  weekdays: optional(
    mapOf(weekdays, factor, 'a factor for each day of the week'),
    'Factor on the days of the week.',
    '100%',
  ),
  profile: optional(
    placed(listOf(number({min: 0, max: 1e12, expects: 'a weight, 0 or more'}), 'a list of weights')),
    'Shape of the day: weights of equal parts of it (24 or 48 numbers).',
    'even over the open hours',
  ),
};
const demand = record(
  'demand',
  'The work that comes. Agents needed follow from it half-hour by half-hour.',
  demandKeys,
);
export type WrittenDemand = RecordOf<typeof demandKeys>;

const peopleKeys = {
  start: required(heads, 'Heads on the first day of the plan, all of them experienced.'),
  hours: withDefault(duration({above: 0}), 126_000, '35h', 'Hours of a contract a week: 35h.'),
  shrinkage: withDefault(
    share,
    0,
    '0%',
    'Paid time in which agents are not available: leave, sickness, meetings, breaks.',
  ),
  attrition: withDefault(
    attrition,
    0,
    '0%/year',
    'Who leaves: 24%/year becomes the monthly share that comes to it, or 2%/month.',
  ),
  transfers: optional(
    byMonthOfPlan(number({min: -1e6, max: 1e6, expects: 'heads, below 0 for those who go'}), 'heads for each month'),
    'Experienced heads who come from elsewhere (or go, below 0): {2027-04: -3}.',
    'none',
  ),
  pay: optional(wage, 'Pay of one head: €2400/month, or €16/h for the hours of the contract.', 'none'),
  'on-costs': withDefault(factor, 0, 'none', "Employer's contributions and benefits on top of pay: 42%."),
  licence: optional(placed(licence), 'Software per head and month.', 'none'),
  support: optional(support, 'Support staff by ratio to heads: {team-leads: {one-per: 12, pay: €28/h}}.', 'none'),
  overtime: optional(
    record('overtime', 'Longer hours, where too few are there.', {
      'at-most': required(share, 'Of the time on contacts, at the most.'),
      pay: withDefault(factor, 1.25, '125%', 'Pay, as a factor.'),
    }),
    'Overtime.',
    'none',
  ),
  'time-off': optional(
    record('time-off', 'Unpaid time off that people take gladly, where too many are there.', {
      'at-most': required(share, 'Of the time on contacts, at the most.'),
    }),
    'Voluntary time off.',
    'none',
  ),
};
const people = record('people', 'Who is there, who leaves, what they cost.', peopleKeys);
export type WrittenPeople = RecordOf<typeof peopleKeys>;

const hiringKeys = {
  'lead-time': required(placed(monthSpan), 'From opening a class to its first day: 2 months; counted in whole months.'),
  training: withDefault(monthSpan, 0, '0 months', 'Training before the first contact: 6w.'),
  'ramp-up': optional(
    listOf(share, 'a list of shares such as [60%, 80%]'),
    'Learning curve: productivity in the months after training; all of it from then on.',
    'none',
  ),
  'drop-out': withDefault(share, 0, '0%', 'Share of a class that leaves at the end of its training.'),
  class: withDefault(
    placed(
      record('class', 'Size of a class.', {
        least: withDefault(whole({min: 1, max: 100_000}), 1, '1', 'Heads, at least.'),
        most: required(whole({min: 1, max: 100_000}), 'Heads, at the most.'),
      }),
    ) as Field<Placed<{readonly least: number; readonly most: number}> | null>,
    null,
    'from 1 to 20',
    'Size of a class.',
  ),
  'classes-a-month': withDefault(whole({min: 1, max: 100}), 1, '1', 'Classes that may open in one month.'),
  'per-hire': optional(price('thing', '€3500'), 'Finding one head; paid when the class opens.', 'nothing'),
  'per-trainee': optional(price('thing', '€900'), 'Training one head, beside pay; paid in the first month.', 'nothing'),
  classes: optional(
    byMonthOfPlan(placed(heads), 'heads for each month in which a class opens'),
    'Classes by the month in which they open: {2027-01: 12}.',
    'chosen so that the work is covered at least cost',
  ),
  'under-way': optional(
    byMonthOfPlan(placed(heads), 'heads for each month in which a class joins'),
    'Classes opened before the plan, by the month in which they join: {2027-01: 8}.',
    'none',
  ),
};
const hiring = record('hiring', 'How people are found, trained and learn.', hiringKeys);
export type WrittenHiring = RecordOf<typeof hiringKeys>;

const outsourcingKeys = {
  pay: required(price('h', '€34/h'), 'For one hour on contacts.'),
  'at-most': required(number({min: 0, max: 1e6, expects: 'FTE, 0 or more'}), 'FTE, at the most.'),
  'paid-after': withDefault(monthSpan, 0, 'in the same month', 'From the work to its payment: 1 month.'),
};

const planKeys = {
  name: optional(text, 'Title of reports.', 'the name of the file'),
  description: optional(text, 'A sentence or two.', 'none'),
  start: required(month, 'First month: 2027-01.'),
  months: withDefault(whole({min: 1, max: 120}), 12, '12', 'How many months.'),
  currency: optional(placed(currency), 'Currency of the results.', 'that of the amounts, where all stand in one'),
  rates: optional(
    mapOf(
      currency,
      number({min: 1e-9, max: 1e9, expects: 'what one unit is worth, above 0'}),
      'a rate for each currency',
    ),
    'What one unit of another currency is worth in that of the results.',
    'none',
  ),
  demand: optional(demand, 'The work that comes, and the service asked for.'),
  required: optional(
    placed(listOf(number({min: 0, max: 1e6, expects: 'FTE, 0 or more'}), 'a list with the FTE of each month')),
    'In place of demand: FTE that the work of each month takes, net of shrinkage.',
  ),
  uncertainty: optional(
    record('uncertainty', 'How far volume may be from what is expected: coefficients of variation.', {
      now: withDefault(variation, 0, '0%', 'Of the first month.'),
      'after-a-year': required(variation, 'A year ahead; the variance grows evenly with time.'),
    }),
    'How uncertain the work is.',
    'not at all',
  ),
  people: required(people, 'Who is there.'),
  hiring: optional(hiring, 'Who can be hired.', 'nobody'),
  outsourcing: optional(
    record('outsourcing', 'Work given to others where too few are there.', outsourcingKeys),
    'Outsourcing.',
    'none',
  ),
  budget: optional(placed(price('thing', '€4000000')), 'What the whole plan may cost.', 'no limit'),
};

/** A plan file. */
export const planDocument = record('plan', 'A plan of headcount, month by month.', planKeys);
export type WrittenPlan = RecordOf<typeof planKeys>;
