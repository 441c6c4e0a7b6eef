import {dayNumber, weekdayOf} from '../../base/dates.js';

/** Months are counted from year 0: 2027-03 is 2027 × 12 + 2. */
export const monthNumber = (year: number, month: number): number => year * 12 + month - 1;

/**
 * Number of a month written `2027-03`.
 *
 * @returns null when it is none
 */
export function parseMonth(text: string): number | null {
  const match = /^\s*(\d{4})-(\d{2})\s*$/.exec(text.slice(0, 20));
  const month = Number(match?.[2]);
  return match === null || month < 1 || month > 12 ? null : monthNumber(Number(match[1]), month);
}

/** @example monthLabel(24326) // '2027-03' */
export const monthLabel = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;

const firstDay = (month: number): number => dayNumber(Math.floor(month / 12), (month % 12) + 1, 1);

/** Days of a month, 28 to 31. */
export const daysInMonth = (month: number): number => firstDay(month + 1) - firstDay(month);

/** How often each day of the week (0 is Monday) stands in a month. */
export function weekdaysInMonth(month: number): readonly number[] {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (let day = firstDay(month); day < firstDay(month + 1); day++) {
    const weekday = weekdayOf(day);
    counts[weekday] = counts[weekday]! + 1;
  }
  return counts;
}

/** Names of the months of the year, as plans write them. */
export const MONTH_NAMES = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
] as const;
