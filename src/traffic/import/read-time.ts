import {dateOf, readOffset, readStamp, timeOfDay} from '../replay/read-stamp.js';
import type {Stamp} from '../replay/read-stamp.js';
import type {DateOrder} from './date-order.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const NUMERIC_DATE = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:\s*,)?(?:[T\s]+(.*))?$/;
const NAMED_DATE =
  /^(?:[a-z]{3,9},?\s+)?(?:(\d{1,2})[\s.-]+([a-z]{3,9})\.?[\s,.-]+(\d{4}|\d{2})|([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4}))(?:\s*,)?(?:\s+(.*))?$/i;
const COMPACT_DATE = /^(\d{4})(\d{2})(\d{2})(?:[T\s]?(\d{2})(\d{2})(\d{2})?)?$/;
const TIME = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2}(?:[.,]\d{1,9})?))?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
/** Seconds, or milliseconds, since 1970: from 1973 to 2096. */
const UNIX = /^(\d{9,10})(\.\d+)?$|^(\d{12,13})$/;

/**
 * Reads a time as call logs write it: ISO, 23/11/2026 8:00:12, 11/23/26 8:00 AM, 23.11.2026 08.00, 23 Nov 2026 08:00,
 * Nov 23, 2026 8:00 am, 20261123 080012, seconds or milliseconds since 1970 (UTC), or a time of day alone.
 *
 * @param order of day and month where the year comes last; `ymd`: such a date is no date
 * @returns null when it is no time; a date alone is midnight
 */
export function readTime(text: string, order: DateOrder): Stamp | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 60) return null;
  return (
    readStamp(trimmed) ??
    readNumeric(trimmed, order) ??
    readNamed(trimmed) ??
    readCompact(trimmed) ??
    readUnix(trimmed) ??
    readTimeAlone(trimmed)
  );
}

function readNumeric(text: string, order: DateOrder): Stamp | null {
  const match = NUMERIC_DATE.exec(text);
  if (match === null) return null;
  const [first, second, third] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (match[1]!.length === 4) return stamp(dateOf(first, second, third), match[4]);
  if (order === 'ymd' || match[1]!.length > 2 || match[3]!.length === 3 || match[3]!.length === 1) return null;
  const year = fullYear(match[3]!);
  return stamp(order === 'dmy' ? dateOf(year, second, first) : dateOf(year, first, second), match[4]);
}

function readNamed(text: string): Stamp | null {
  const match = NAMED_DATE.exec(text);
  if (match === null) return null;
  const month = MONTHS.indexOf((match[2] ?? match[4]!).slice(0, 3).toLowerCase()) + 1;
  const [year, day] =
    match[1] === undefined ? [Number(match[6]), Number(match[5])] : [fullYear(match[3]!), Number(match[1])];
  return stamp(dateOf(year, month, day), match[7]);
}

function readCompact(text: string): Stamp | null {
  const match = COMPACT_DATE.exec(text);
  if (match === null) return null;
  const secondOfDay = timeOfDay(Number(match[4] ?? 0), Number(match[5] ?? 0), Number(match[6] ?? 0));
  const day = dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return day === null || secondOfDay === null ? null : {day, secondOfDay, offset: null};
}

function readUnix(text: string): Stamp | null {
  const match = UNIX.exec(text);
  if (match === null) return null;
  const seconds = match[3] === undefined ? Number(text) : Number(text) / 1000;
  const day = Math.floor(seconds / 86_400);
  return {day, secondOfDay: Math.round((seconds - day * 86_400) * 1000) / 1000, offset: 0};
}

function readTimeAlone(text: string): Stamp | null {
  const time = readTimeOfDay(text);
  return time === null || time.offset !== null ? null : {day: null, ...time};
}

function stamp(day: number | null, time: string | undefined): Stamp | null {
  if (day === null) return null;
  if (time === undefined || time.trim() === '') return {day, secondOfDay: 0, offset: null};
  const read = readTimeOfDay(time);
  return read === null ? null : {day, ...read};
}

/** `8:00:12`, `8:00 PM`, `08.00`, with an offset or without. */
export function readTimeOfDay(text: string): {secondOfDay: number; offset: number | null} | null {
  const match = TIME.exec(text.trim());
  if (match === null) return null;
  let hours = Number(match[1]);
  if (match[4] !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (/^p/i.test(match[4]) ? 12 : 0);
  }
  const secondOfDay = timeOfDay(hours, Number(match[2]), Number((match[3] ?? '0').replace(',', '.')));
  if (secondOfDay === null) return null;
  const zone = match[5];
  return {secondOfDay, offset: zone === undefined ? null : /^(utc|gmt)$/i.test(zone) ? 0 : readOffset(zone)};
}

/** Two digits are a year of this century up to 69, of the last from 70. */
function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}
