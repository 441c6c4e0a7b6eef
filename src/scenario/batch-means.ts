import {formatDuration, SECONDS_PER_DAY} from '../base/units.js';
import type {Problems} from './problems.js';
import type {BatchMeans, Clock} from './scenario.js';
import type {Value} from './value.js';

/**
 * Cuts the days after the warm-up into batches of equally many whole days. What does not divide is added to the warm-up:
 * a longer one does no harm.
 *
 * @param batches how many
 * @param warmUpSeconds what the scenario leaves out, at least
 * @returns null when the horizon is too short or its days are not alike; the problem is then noted
 */
export function cutIntoBatches(
  batches: number,
  {days, dayStarts, report}: Clock,
  warmUpSeconds: number,
  at: Value,
  problems: Problems,
): BatchMeans | null {
  const warmUpDays = Math.ceil(warmUpSeconds / SECONDS_PER_DAY);
  const daysEach = Math.floor((days - warmUpDays) / batches);
  if (daysEach < 1) {
    const warmUp = warmUpDays === 0 ? '' : ` after the warm-up of ${formatDuration(warmUpSeconds)}`;
    problems.add(
      'SCN140',
      at,
      `a horizon of at least ${batches} days${warmUp}: a batch is one or more whole days`,
      `${days} days`,
    );
    return null;
  }
  if (dayStarts.some((start, day) => start !== day * SECONDS_PER_DAY)) {
    problems.add('SCN141', at, 'a horizon in which no clock is changed, such as one with timezone: UTC', null);
    return null;
  }
  if (report !== 'time-of-day') {
    problems.add('SCN141', at, 'clock.report: time-of-day, for all batches have the same intervals', report);
    return null;
  }
  return {batches, daysEach, warmUpDays: days - batches * daysEach};
}
