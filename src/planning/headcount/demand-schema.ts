import {duration, factor, number, share, text, weekdays, whole} from '../../scenario/schema/atoms.js';
import {byConcurrency, objective} from '../../scenario/schema/contact.js';
import {
  choice,
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
import {openingHours} from '../../scenario/schema/opening.js';
import {MONTH_NAMES} from './months.js';
import {contacts, growth, month} from './plan-atoms.js';

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
  'by-concurrency': optional(
    byConcurrency,
    'Handle time with 1, 2, 3 … chats in one hand, beside that with one: [100%, 115%, 140%]. So many an agent holds at once (Erlang Chat).',
    'one at a time',
  ),
  method: withDefault(
    choice(['erlang', 'hours']),
    'erlang',
    'erlang',
    'erlang: agents for the objective, half-hour by half-hour; hours: work that can wait, such as letters, as hours of handling over occupancy.',
  ),
  patience: optional(
    duration({above: 0}),
    'Mean patience; customers hang up (Erlang A).',
    'nobody hangs up (Erlang C)',
  ),
  objective: optional(placed(objective), 'Service asked for: 80% in 20s; needed unless the work can wait.'),
  occupancy: optional(placed(share), 'Agents are busy at the most this share of their time.', 'no limit'),
  open: optional(
    placed(openingHours),
    'Opening hours: {mon-fri: 08:00-20:00, sat: 09:00-17:00}; needed unless the work can wait.',
  ),
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
export const demand = record(
  'demand',
  'The work that comes. Agents needed follow from it half-hour by half-hour.',
  demandKeys,
);
export type WrittenDemand = RecordOf<typeof demandKeys>;
