import {dayNumber, isoDate} from '../../base/dates.js';

/** A time as a log states it. */
export interface Stamp {
  /** Days since 1970-01-01; null: a time of day alone. */
  readonly day: number | null;
  /** Seconds after midnight on the wall clock. */
  readonly secondOfDay: number;
  /** Seconds east of Greenwich; null: not said, so local. */
  readonly offset: number | null;
}

const STAMP =
  /^(?:(\d{4})-(\d{2})-(\d{2})(?:[T ]+|$))?(?:(\d{1,2}):(\d{2})(?::(\d{2}(?:[.,]\d{1,9})?))?\s*(Z|[+-]\d{2}:?(?:\d{2})?)?)?$/i;

/**
 * Reads an ISO date and time or a time of day: `2026-11-23T08:00:12.5+01:00`, `2026-11-23 08:00`, `8:00:12`.
 *
 * @returns null when it is neither
 */
export function readStamp(text: string): Stamp | null {
  const match = text.length > 50 ? null : STAMP.exec(text.trim());
  if (match === null || match[4] === undefined) return null;
  const secondOfDay = timeOfDay(Number(match[4]), Number(match[5]), Number((match[6] ?? '0').replace(',', '.')));
  if (secondOfDay === null) return null;
  const offset = match[7] === undefined ? null : readOffset(match[7]);
  if (match[1] === undefined) return offset === null ? {day: null, secondOfDay, offset} : null;
  const day = dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return day === null ? null : {day, secondOfDay, offset};
}

/** Seconds after midnight; null when there is no such time. 24:00:00 is the end of the day. */
export function timeOfDay(hours: number, minutes: number, seconds: number): number | null {
  const total = hours * 3600 + minutes * 60 + seconds;
  return hours <= 24 && minutes < 60 && seconds < 60 && total <= 86_400 ? total : null;
}

/** Day number of a civil date; null when the calendar has no such day. */
export function dateOf(year: number, month: number, day: number): number | null {
  if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const number = dayNumber(year, month, day);
  return day <= 28 || Number(isoDate(number).slice(8)) === day ? number : null;
}

/** Seconds east of Greenwich of `Z`, `+01:00`, `+0100`, `+01`. */
export function readOffset(text: string): number {
  if (/^z$/i.test(text)) return 0;
  const digits = text.slice(1).replace(':', '').padEnd(4, '0');
  const seconds = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2)) * 60;
  return text.startsWith('-') ? -seconds : seconds;
}
