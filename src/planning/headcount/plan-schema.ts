import {number, ownName, share, text, variation, whole} from '../../scenario/schema/atoms.js';
import {
  either,
  listOf,
  mapOf,
  mapped,
  optional,
  placed,
  record,
  required,
  withDefault,
} from '../../scenario/schema/field.js';
import type {RecordOf} from '../../scenario/schema/field.js';
import {currency, price} from '../../scenario/schema/money.js';
import type {Value} from '../../scenario/value.js';
import {demand} from './demand-schema.js';
import {month} from './plan-atoms.js';
import {hiring, outsourcing, people, team} from './team-schema.js';

const uncertainty = record('uncertainty', 'How far volume may be from what is expected: coefficients of variation.', {
  now: withDefault(variation, 0, '0%', 'Of the first month.'),
  'after-a-year': required(variation, 'A year ahead; the variance grows evenly with time.'),
});

const requiredFte = listOf(number({min: 0, max: 1e6, expects: 'FTE, 0 or more'}), 'a list with the FTE of each month');

/** `paris`, or `{paris: 60%, tunis: 40%}`. */
const servedBy = either('a team, or shares of teams such as {paris: 60%, tunis: 40%}', {
  scalar: mapped(text, (name, at) => [{name, share: 1, at}]),
  map: mapped(mapOf(text, share, 'a share for each team'), named =>
    named.map(({name, value, key}) => ({name, share: value, at: key as Value})),
  ),
});

const workloadKeys = {
  demand: optional(demand, 'The contacts that come, and the service asked for.'),
  required: optional(placed(requiredFte), 'In place of demand: FTE of each month, net of shrinkage.'),
  'served-by': optional(
    placed(servedBy),
    'The team that serves it, or shares of several: {paris: 60%, tunis: 40%}. Each team staffs its share of the contacts on its own.',
    'the only team',
  ),
  uncertainty: optional(uncertainty, 'How uncertain this work is.', 'as that of the plan'),
};
const workload = record('workloads', 'Kinds of contact: {voice: {demand: …, served-by: paris}}.', workloadKeys);
export type WrittenWorkload = RecordOf<typeof workloadKeys>;

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
    placed(requiredFte),
    'In place of demand: FTE that the work of each month takes, net of shrinkage.',
  ),
  workloads: optional(
    placed(mapOf(ownName, workload, 'a mapping of names to workloads')),
    'In place of demand: several kinds of contact, each with its own volume, season, handle time and objective, or FTE.',
  ),
  uncertainty: optional(uncertainty, 'How uncertain the work is.', 'not at all'),
  people: optional(people, 'Who is there.'),
  hiring: optional(hiring, 'Who can be hired.', 'nobody'),
  outsourcing: optional(outsourcing, 'Outsourcing.', 'none'),
  teams: optional(
    placed(mapOf(ownName, team, 'a mapping of names to teams')),
    'In place of people, hiring and outsourcing: several teams or sites.',
  ),
  budget: optional(placed(price('thing', '€4000000')), 'What the whole plan may cost.', 'no limit'),
};

/** A plan file. */
export const planDocument = record('plan', 'A plan of headcount, month by month.', planKeys);
export type WrittenPlan = RecordOf<typeof planKeys>;
