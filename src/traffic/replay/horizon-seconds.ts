import {parseIsoDate} from '../../base/dates.js';
import {horizonStart, instantOf} from '../../scenario/clock.js';
import type {Zone} from '../../scenario/clock.js';
import type {Clock} from '../../scenario/scenario.js';
import {readStamp} from './read-stamp.js';

/**
 * Makes the reader of a log's `arrived-at` column.
 *
 * It turns a stamp into seconds from the start of the horizon, negative before it. A stamp with an offset is an
 * instant; one without is the scenario zone's wall clock. When clocks go back, an hour happens twice: its stamps
 * are the first pass until they step back, then the second. When clocks go forward, an hour that never was counts from
 * before the change. A time of day alone is one of the only day; a horizon of several days refuses it.
 *
 * @param zone the clock's, over the horizon
 * @returns a function that answers NaN when the text is no time that this scenario can place
 */
export function makeArrivalReader(clock: Clock, zone: Zone): (text: string) => number {
  const firstDay = parseIsoDate(clock.startDate)!;
  const onlyDay = clock.days === 1 ? firstDay : null;
  const start = horizonStart(zone, firstDay);
  let previous = -Infinity;

  return text => {
    const stamp = readStamp(text);
    const day = stamp === null ? null : (stamp.day ?? onlyDay);
    if (stamp === null || day === null) return NaN;
    const instant =
      stamp.offset === null
        ? placeLocal(zone, day, stamp.secondOfDay, previous)
        : day * 86_400 + stamp.secondOfDay - stamp.offset;
    previous = instant;
    return instant - start;
  };
}

/** The first instant at which the wall clock shows this time and that is no earlier than `previous`, where there is one. */
function placeLocal(zone: Zone, day: number, secondOfDay: number, previous: number): number {
  const first = instantOf(zone, day, secondOfDay);
  if (first >= previous || zone.from.length === 1) return first;
  for (const [index, from] of zone.from.entries()) {
    const instant = day * 86_400 + secondOfDay - zone.offset[index]!;
    if (instant >= previous && instant >= from && instant < (zone.from[index + 1] ?? Infinity)) return instant;
  }
  return first;
}
