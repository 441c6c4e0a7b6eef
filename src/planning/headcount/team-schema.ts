import {duration, factor, number, share, whole} from '../../scenario/schema/atoms.js';
import {licence, support} from '../../scenario/schema/costs.js';
import {listOf, mapOf, optional, placed, record, required, withDefault} from '../../scenario/schema/field.js';
import type {Field, Placed, RecordOf} from '../../scenario/schema/field.js';
import {price} from '../../scenario/schema/money.js';
import {attrition, month, monthSpan, wage} from './plan-atoms.js';

const byMonthOfPlan = <T>(item: Field<T>, expects: string) => mapOf(month, item, expects);
const heads = number({min: 0, max: 1e6, expects: 'a number of heads, 0 or more'});

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
export const people = record('people', 'Who is there, who leaves, what they cost.', peopleKeys);
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
export const hiring = record('hiring', 'How people are found, trained and learn.', hiringKeys);
export type WrittenHiring = RecordOf<typeof hiringKeys>;

const outsourcingKeys = {
  pay: required(price('h', '€34/h'), 'For one hour on contacts.'),
  'at-most': required(number({min: 0, max: 1e6, expects: 'FTE, 0 or more'}), 'FTE, at the most.'),
  'paid-after': withDefault(monthSpan, 0, 'in the same month', 'From the work to its payment: 1 month.'),
};
export const outsourcing = record('outsourcing', 'Work given to others where too few are there.', outsourcingKeys);
export type WrittenOutsourcing = RecordOf<typeof outsourcingKeys>;

const teamKeys = {
  people: required(people, 'Who is there.'),
  hiring: optional(hiring, 'Who can be hired for this team.', 'nobody'),
  outsourcing: optional(outsourcing, 'Outsourcing of what this team lacks.', 'none'),
};
export const team = record(
  'teams',
  'Teams, each with its own people, classes and prices: {paris: {people: …, hiring: …}, tunis: {people: …}}. They do not help each other out.',
  teamKeys,
);
export type WrittenTeam = Omit<RecordOf<typeof teamKeys>, 'here'>;
