import {parseIsoDate, parseWeekdays, WEEKDAYS} from '../../base/dates.js';
import {suggest} from '../../base/suggest.js';
import {
  formatCount,
  nearestDuration,
  parseClockRange,
  parseClockTime,
  parseDuration,
  parseRate,
  parseShare,
} from '../../base/units.js';
import type {Rate} from '../../base/units.js';
import {atom, Rejected} from './field.js';
import type {Field, Include} from './field.js';

const LONGEST_NAME = 100;
/** A thousand years; beyond it sums lose their precision. */
const LONGEST_SECONDS = 3.2e10;

/** Any text. */
export const text: Field<string> = atom('a text', {type: ['string', 'number']}, written => written);

/** A name of the user's own. */
export const ownName: Field<string> = atom(
  'a name of letters, digits, spaces, - _ or .',
  {type: 'string', minLength: 1, maxLength: LONGEST_NAME},
  written =>
    /^[\p{L}\p{N}_][\p{L}\p{N} _.&/+-]*$/u.test(written) && written.length <= LONGEST_NAME
      ? written
      : new Rejected('SCN007'),
);

/** A whole number in a range. */
export function whole(range: {
  readonly min: number;
  readonly max?: number;
  readonly tooLarge?: 'SCN040';
}): Field<number> {
  const {min, max = Number.MAX_SAFE_INTEGER, tooLarge} = range;
  const limit = range.max === undefined ? `, ${min} or more` : ` from ${min} to ${formatCount(max)}`;
  const expects = `a whole number${limit}`;
  const json = {type: 'integer', minimum: min, ...(range.max === undefined ? {} : {maximum: max})};
  return atom(expects, json, written => {
    if (!/^\s*[+-]?\d{1,15}\s*$/.test(written))
      return /^\s*\d{16,}\s*$/.test(written) ? new Rejected(tooLarge ?? 'SCN014') : undefined;
    const number = Number(written);
    if (number > max) return new Rejected(tooLarge ?? 'SCN014');
    return number < min ? new Rejected('SCN014') : number;
  });
}

/** Yes or no. */
export const flag: Field<boolean> = atom('true or false', {type: 'boolean'}, written =>
  written === 'true' ? true : written === 'false' ? false : undefined,
);

/** A plain number in a range. */
export function number({
  min = -Infinity,
  max = Infinity,
  expects,
}: {
  readonly min?: number;
  readonly max?: number;
  readonly expects: string;
}): Field<number> {
  return atom(expects, {type: 'number', ...(min === -Infinity ? {} : {minimum: min})}, written => {
    if (!/^\s*[+-]?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})(e[+-]?\d{1,2})?\s*$/i.test(written)) return undefined;
    const value = Number(written);
    return value < min || value > max ? new Rejected('SCN014') : value;
  });
}

const SHARE_JSON = {
  anyOf: [
    {type: 'string', pattern: '^\\s*\\d+(\\.\\d+)?\\s*%?\\s*$'},
    {type: 'number', minimum: 0},
  ],
};

/** A probability: `35%` or 0.35. */
export const share: Field<number> = atom('a share from 0% to 100% such as "35%"', SHARE_JSON, written => {
  const value = parseShare(written);
  if (value === null) return undefined;
  if (value > 1 && value <= 100 && !written.includes('%')) return new Rejected('SCN014', null, `${written.trim()}%`);
  return value < 0 || value > 1 ? new Rejected('SCN014') : value;
});

/** A factor: `110%` or 1.1. */
export const factor: Field<number> = atom('a factor such as "110%"', SHARE_JSON, written => {
  const value = parseShare(written);
  if (value === null) return undefined;
  return value < 0 || value > 1000 ? new Rejected('SCN014', 'a factor from 0% to 100000%') : value;
});

/** A coefficient of variation: `12%` or 0.12; beyond five times the mean nearly all days would be empty. */
export const variation: Field<number> = atom('a coefficient of variation such as "12%"', SHARE_JSON, written => {
  const value = parseShare(written);
  if (value === null) return undefined;
  return value < 0 || value > 5 ? new Rejected('SCN014', 'a coefficient of variation from 0% to 500%') : value;
});

/** A span of time, in seconds. */
export function duration({above}: {readonly above?: 0} = {}): Field<number> {
  const expects = `a duration${above === 0 ? ' above zero' : ''} such as "90s", "4m30s" or "1h30"`;
  return atom(expects, {type: 'string', examples: ['90s', '4m30s', '1h30']}, written =>
    readDuration(written, above === 0, expects),
  );
}

/** Seconds, or why not; shared with distributions, which have durations inside. */
export function readDuration(written: string, aboveZero: boolean, expects: string): number | Rejected {
  const seconds = parseDuration(written);
  if (seconds === null) {
    const trimmed = written.trim();
    if (trimmed === '0' && !aboveZero) return 0;
    if (/^\d+(\.\d+)?$/.test(trimmed))
      return new Rejected('SCN016', `${expects}, with its unit`, nearestDuration(trimmed));
    if (trimmed.startsWith('-') && parseDuration(trimmed.slice(1)) !== null) return new Rejected('SCN014', expects);
    return new Rejected('SCN013', expects, nearestDuration(trimmed));
  }
  if (aboveZero && seconds <= 0) return new Rejected('SCN014', expects);
  return seconds > LONGEST_SECONDS ? new Rejected('SCN040', 'a duration below a thousand years') : seconds;
}

/** `60/h`. */
export const rate: Field<Rate> = atom(
  'a rate such as "60/h", "500/day" or "2/min"',
  {type: 'string', examples: ['60/h', '500/day']},
  written => {
    const parsed = parseRate(written);
    if (parsed !== null) return parsed;
    const sides = written.split('/');
    const unit =
      sides.length === 2 ? suggest(sides[1]!.trim(), ['hour', 'day', 'min', 'week', 'minute', 'second']) : null;
    if (/^\s*-\s*\d/.test(written)) return new Rejected('SCN014');
    return new Rejected(
      /^\s*\d+(\.\d+)?\s*$/.test(written) ? 'SCN016' : 'SCN013',
      null,
      unit === null
        ? /^\s*\d+(\.\d+)?\s*$/.test(written)
          ? `${written.trim()}/h`
          : null
        : `${sides[0]!.trim()}/${unit}`,
    );
  },
);

/** A time on the wall clock, in seconds after midnight. */
export const clockTime: Field<number> = atom(
  'a clock time such as "08:00"',
  {type: 'string', pattern: '^\\d{1,2}:\\d{2}(:\\d{2})?$'},
  written => parseClockTime(written) ?? undefined,
);

/** A span of the day; [from, to) in seconds after midnight, `to` may lie on the next day. */
export const clockRange: Field<readonly [number, number]> = atom(
  'a span such as "08:00-20:00"',
  {type: 'string', examples: ['08:00-20:00']},
  written => parseClockRange(written) ?? undefined,
);

/** A day of the calendar, as a day number. */
export const date: Field<number> = atom('a date such as 2026-11-23', {type: 'string', format: 'date'}, written => {
  const day = parseIsoDate(written);
  if (day === null) return undefined;
  return day < 0 || day > 84_006 ? new Rejected('SCN014', 'a date from 1970 to 2199') : day;
});

/** Days of the week, 0 is Monday: `mon`, `mon-fri`, `sat, sun`, `daily`. */
export const weekdays: Field<readonly number[]> = atom(
  'days such as "mon-fri", "sat" or "mon, wed"',
  {type: 'string', examples: ['mon-fri', 'sat', 'daily']},
  written => parseWeekdays(written) ?? new Rejected('SCN013', null, suggest(written, WEEKDAYS)),
);

const included = (table: boolean): Field<Include> =>
  atom('a path of a CSV file', {type: 'string', examples: ['volumes/orders.csv']}, (written, at, reading) => {
    const path = written.trim();
    if (path === '' || path.length > 500 || path.includes('\0')) return undefined;
    const include = {path, at, table};
    reading.includes.push(include);
    return include;
  });

/** An included CSV file; it is opened after the whole scenario is read. */
export const csvFile: Field<Include> = included(true);

/** A log of single contacts, of any size. */
export const logFile: Field<Include> = included(false);

/** An IANA time zone; that it exists is checked when the clock is built. */
export const timezone: Field<string> = atom(
  'a time zone such as "Europe/Paris"',
  {type: 'string', examples: ['UTC', 'Europe/Paris']},
  (written, at, reading) => {
    if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,60}$/.test(written)) return undefined;
    if (!reading.timezones.has(written)) reading.timezones.set(written, at);
    return written;
  },
);
