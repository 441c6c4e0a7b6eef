import {parseIsoDate, weekdayOf, parseWeekdays} from '../../base/dates.js';
import {parseClockTime} from '../../base/units.js';
import {wallTime} from '../../scenario/wall-time.js';
import type {Scenario} from '../../scenario/scenario.js';

/**
 * The cell of the clock that a person means: `09:30`, `mon 09:30` or `2026-11-23 09:30`.
 *
 * @returns its number; null when there is no such moment in the horizon, or the day is missing where there are several
 */
export function intervalAt({clock}: Scenario, text: string): number | null {
  const words = text.trim().split(/[\sT]+/);
  const secondOfDay = parseClockTime(words.at(-1)!);
  if (secondOfDay === null || words.length > 2) return null;
  const day = words.length === 2 ? dayNamed(clock.dayDates, words[0]!) : clock.days === 1 ? 0 : -1;
  if (day === -1) return null;
  const date = clock.dayDates[day]!;
  const found = clock.intervalOfCell.findIndex((_, cell) => {
    const from = wallTime(clock, cell * clock.intervalSeconds);
    return (
      from.date === date && from.secondOfDay <= secondOfDay && secondOfDay < from.secondOfDay + clock.intervalSeconds
    );
  });
  return found === -1 ? null : found;
}

function dayNamed(dates: readonly string[], name: string): number {
  const exact = dates.indexOf(name);
  if (exact !== -1) return exact;
  const weekdays = parseWeekdays(name);
  if (weekdays?.length !== 1) return -1;
  return dates.findIndex(date => weekdayOf(parseIsoDate(date)!) === weekdays[0]);
}
