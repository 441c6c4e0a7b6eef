import {formatClockTime, SECONDS_PER_DAY} from '../base/units.js';
import type {Clock} from './scenario.js';

/** What the clock on the wall shows. */
export interface WallTime {
  /** ISO date. */
  readonly date: string;
  readonly secondOfDay: number;
}

/**
 * What the scenario's wall clock shows so many seconds from the start of the horizon. Past the horizon the last day runs
 * on, and so may show more than 24 hours.
 *
 * @param seconds ≥ 0
 */
export function wallTime(clock: Clock, seconds: number): WallTime {
  const {dayStarts, dayDates, days, intervalSeconds, intervalOfCell, intervalLabels} = clock;
  // no day lasts longer than 25 hours
  let day = Math.min(days - 1, Math.floor(seconds / (25 * 3600)));
  while (day + 1 < days && dayStarts[day + 1] <= seconds) day++;
  const date = dayDates[day];
  const sinceMidnight = seconds - dayStarts[day];
  if (dayStarts[day + 1] - dayStarts[day] === SECONDS_PER_DAY) return {date, secondOfDay: sinceMidnight};
  // on a day of 23 or 25 hours the label of the interval knows which hour it is
  const cell = Math.floor(seconds / intervalSeconds);
  const shown = /T(\d\d):(\d\d)/.exec(intervalLabels[intervalOfCell[cell] ?? -1] ?? '');
  if (shown === null) return {date, secondOfDay: sinceMidnight};
  return {date, secondOfDay: Number(shown[1]) * 3600 + Number(shown[2]) * 60 + (seconds - cell * intervalSeconds)};
}

/**
 * The same as text, with the date where the horizon has several days.
 *
 * @example clockText(clock, 30_600) // '08:30', or '2026-11-23 08:30'
 */
export function clockText(clock: Clock, seconds: number): string {
  const {date, secondOfDay} = wallTime(clock, seconds);
  const time = formatClockTime(secondOfDay);
  return clock.days === 1 ? time : `${date} ${time}`;
}
