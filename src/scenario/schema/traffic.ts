import {parseIsoDate} from '../../base/dates.js';
import {parseClockTime} from '../../base/units.js';
import type {Busyness} from '../scenario.js';
import type {Value} from '../value.js';
import {
  csvFile,
  date,
  duration,
  factor,
  flag,
  logFile,
  number,
  ownName,
  rate,
  text,
  variation,
  weekdays,
} from './atoms.js';
import {atom, choice, either, listOf, mapOf, mapped, optional, record, required, withDefault} from './field.js';
import type {Field, RecordOf} from './field.js';

/** Contacts a day above this are a slip of the unit. */
const MOST_A_DAY = 1e9;

/** How much busier or calmer a day is than planned. */
export const busyness: Field<Busyness> = mapped(
  record(
    'busyness',
    'Real days differ more from plan than chance alone explains. Each day draws one gamma-distributed factor with mean 1 for its volume.',
    {
      cv: required(
        variation,
        'Coefficient of variation of the day factor: 12% is a day that is typically 12 % above or below plan.',
      ),
      'within-day': optional(
        record('within-day', 'A second factor for each interval, correlated from one interval to the next.', {
          cv: required(variation, 'Coefficient of variation of the interval factor.'),
          correlation: withDefault(
            number({min: 0, max: 0.999, expects: 'a correlation from 0 to 0.999'}),
            0,
            '0',
            'Correlation between an interval and the next.',
          ),
        }),
        'Busy and calm spells inside the day.',
        'none',
      ),
    },
  ),
  (read): Busyness => ({
    cv: read.cv,
    withinDay:
      read['within-day'] === undefined
        ? null
        : {cv: read['within-day'].cv, correlation: read['within-day'].correlation},
  }),
);

/** When a burst starts: every day at a time, or once on a date. */
export interface BurstStart {
  readonly day: number | null;
  readonly secondOfDay: number;
}

const burstStart: Field<BurstStart> = atom(
  'a clock time such as 20:15, or a date and time such as 2026-11-23 20:15',
  {type: 'string', examples: ['20:15', '2026-11-23 20:15']},
  written => {
    const parts = written.trim().split(/\s+|T/);
    const secondOfDay = parseClockTime(parts.at(-1)!);
    const day = parts.length === 2 ? parseIsoDate(parts[0]!) : null;
    return secondOfDay === null || parts.length > 2 || (parts.length === 2 && day === null)
      ? undefined
      : {day, secondOfDay};
  },
);

const contactsADay = number({min: 0, max: MOST_A_DAY, expects: 'a number of contacts, 0 or more'});

const bursts = mapOf(
  ownName,
  record(
    'bursts',
    'Contacts that come at once, beside the base volume: a TV spot, an outage, a campaign. One entry a burst, with a name of your own.',
    {
      at: required(burstStart, 'When it starts; a clock time alone means every day.'),
      contacts: required(contactsADay, 'Contacts expected in the whole burst.'),
      over: withDefault(duration({above: 0}), 1800, '30m', 'How long it lasts.'),
    },
  ),
  'a mapping of names to bursts',
);

const profile = either('a CSV file or a list of weights', {
  scalar: csvFile,
  list: listOf(number({min: 0, max: 1e12, expects: 'a weight, 0 or more'}), 'a list of weights'),
});

const arrivalKeys = {
  rate: optional(rate, 'A rate that holds in open hours (`60/h`); `500/day` is spread evenly over the open hours.'),
  'per-day': optional(
    contactsADay,
    'Contacts a day, spread over the day by `profile`, else evenly over the open hours.',
  ),
  'by-weekday': optional(
    mapOf(weekdays, contactsADay, 'contacts for each day of the week'),
    'Contacts for each day of the week: {mon-fri: 1200, sat: 300}; a day not named has none.',
  ),
  'by-interval': optional(
    csvFile,
    'CSV with a column `time` (`08:00`, one typical day; or `2026-11-23 08:00`) and one column a contact type (or `contacts`).',
  ),
  column: optional(text, 'Column of the `by-interval` file.', 'the name of the contact type, else contacts'),
  profile: optional(
    profile,
    'Shape of the day for `per-day` and `by-weekday`: a CSV with `time` and a column of weights, or a list of weights that divides the day evenly (24 or 48 numbers). Only proportions matter.',
    'even over the open hours',
  ),
  replay: optional(
    logFile,
    'CSV log of single contacts (contact-type, arrived-at, handle-time, patience, wrap-up) to be replayed as it was.',
  ),
  as: optional(text, 'Name of this contact type in the log.', 'the name of the contact type'),
  jitter: withDefault(duration(), 0, '0s', 'Spreads stamps kept in whole seconds over so much time (1s).'),
  use: optional(
    listOf(choice(['handle-time', 'patience', 'wrap-up']), 'a list of handle-time, patience, wrap-up'),
    'Recorded columns that are used where present; the rest is drawn.',
    '[handle-time, patience, wrap-up]',
  ),
  delimiter: optional(choice([',', ';', 'tab', '|']), 'Separator of the log.', 'recognised'),
  'decimal-comma': withDefault(flag, false, 'false', 'Whether the log writes 12,5 for 12.5.'),
  weekdays: optional(
    mapOf(weekdays, factor, 'a factor for each day of the week'),
    'Factor on each day of the week: {mon: 110%, sat: 40%}.',
    '100%',
  ),
  'special-days': optional(
    mapOf(date, factor, 'a factor for each date'),
    'Factor on single dates: {2026-12-25: 20%}; it multiplies the one of the weekday.',
    '100%',
  ),
  busyness: optional(busyness, 'Overdispersion of this type alone.', 'none'),
  counts: withDefault(
    choice(['poisson', 'exact']),
    'poisson',
    'poisson',
    '`poisson` draws around the expected number; `exact` brings just this number, at random instants.',
  ),
  bursts: optional(bursts, 'Bursts beside the base volume.', 'none'),
};

const arrivalRecord = record(
  'arrivals',
  'Where contacts come from. One of rate, per-day, by-weekday, by-interval or replay gives the base; all else changes it.',
  arrivalKeys,
);

/** Arrivals as written; `here` is where. A plain rate or `none` becomes the same form. */
export type WrittenArrivals = Omit<RecordOf<typeof arrivalKeys>, 'here'> & {
  readonly here: Value;
  readonly none: boolean;
};

const plainArrivals = atom<'none' | {readonly contacts: number; readonly perSeconds: number}>(
  'a rate such as "60/h" or "500/day", none, or a mapping',
  {type: 'string', examples: ['60/h', '500/day', 'none']},
  (written, at, reading) => (written.trim() === 'none' ? 'none' : (rate.read(at, reading) ?? 'none')),
);

const withoutKeys = Object.fromEntries(
  Object.entries(arrivalKeys).map(([name, {fallback}]) => [name, fallback]),
) as Omit<RecordOf<typeof arrivalKeys>, 'here'>;

export const arrivals: Field<WrittenArrivals> = either(plainArrivals.expects, {
  scalar: mapped(plainArrivals, (read, at): WrittenArrivals => ({
    ...withoutKeys,
    here: at,
    none: read === 'none',
    ...(read === 'none' ? {} : {rate: read}),
  })),
  map: mapped(arrivalRecord, (read): WrittenArrivals => ({...read, none: false})),
});

/** What all contact types share. */
export const traffic = record('traffic', 'What all contact types share.', {
  busyness: optional(
    busyness,
    'One day factor for all contact types at once, as when the weather or a letter to all customers moves everything.',
    'none',
  ),
});
