import {isoDate} from '../base/dates.js';
import {SECONDS_PER_DAY} from '../base/units.js';
import type {Clock} from './scenario.js';

/**
 * A time zone over a span of years: UTC offsets and when each begins. Plain data, so that converting costs a look-up
 * and the polyfill is asked only for the few changes.
 */
export interface Zone {
  readonly name: string;
  /** Seconds since 1970; the first entry is -Infinity. */
  readonly from: readonly number[];
  /** Seconds to add to UTC. */
  readonly offset: readonly number[];
}

/** A zone without changes. */
export const UTC: Zone = {name: 'UTC', from: [-Infinity], offset: [0]};

const isUtc = (name: string): boolean => name === 'UTC' || name === 'Etc/UTC' || name === 'GMT' || name === 'Etc/GMT';

/**
 * The changes of a zone between two days. UTC needs no polyfill, so none is loaded for it.
 *
 * @param name IANA name
 * @param firstDay day number; a margin of two days on both sides is included
 * @returns null when there is no such zone
 */
export async function loadZone(name: string, firstDay: number, days: number): Promise<Zone | null> {
  if (isUtc(name)) return {...UTC, name};
  const {Temporal} = await import('temporal-polyfill');
  const end = (firstDay + days + 2) * SECONDS_PER_DAY;
  try {
    let moment = Temporal.Instant.fromEpochMilliseconds((firstDay - 2) * SECONDS_PER_DAY * 1000).toZonedDateTimeISO(
      name,
    );
    const from = [-Infinity];
    const offset = [moment.offsetNanoseconds / 1e9];
    for (;;) {
      const next = moment.getTimeZoneTransition('next');
      if (next === null || next.epochMilliseconds / 1000 >= end) return {name, from, offset};
      from.push(next.epochMilliseconds / 1000);
      offset.push(next.offsetNanoseconds / 1e9);
      moment = next;
    }
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Seconds to add to UTC at an instant (seconds since 1970). */
export function offsetAt(zone: Zone, instant: number): number {
  let index = zone.from.length - 1;
  while (zone.from[index]! > instant) index -= 1;
  return zone.offset[index]!;
}

/**
 * The instant (seconds since 1970) at which a wall clock shows a time. A time that a spring change skips is the moment
 * of the change; one that an autumn change repeats is the first. So a later time is never an earlier instant.
 */
export function instantOf(zone: Zone, day: number, secondOfDay: number): number {
  const wall = day * SECONDS_PER_DAY + secondOfDay;
  let skipped = wall - zone.offset[0]!;
  for (let index = 0; index < zone.from.length; index += 1) {
    const instant = wall - zone.offset[index]!;
    const begins = zone.from[index]!;
    const ends = zone.from[index + 1] ?? Infinity;
    if (instant >= begins && instant < ends) return instant;
    if (instant >= ends) skipped = ends;
  }
  return skipped;
}

/** Day number and second of the day that a wall clock shows at an instant (seconds since 1970). */
export function wallClock(zone: Zone, instant: number): {readonly day: number; readonly secondOfDay: number} {
  const wall = instant + offsetAt(zone, instant);
  const day = Math.floor(wall / SECONDS_PER_DAY);
  return {day, secondOfDay: wall - day * SECONDS_PER_DAY};
}

/** What the clock of a scenario is made of. */
export interface ClockSettings {
  readonly firstDay: number;
  readonly days: number;
  readonly intervalSeconds: number;
  readonly report: 'calendar' | 'time-of-day';
}

/** Seconds since 1970 at which the horizon starts. */
export const horizonStart = (zone: Zone, firstDay: number): number => instantOf(zone, firstDay, 0);

/** The horizon cut into days and reporting intervals; days of 23 and 25 hours are as long as they are. */
export function makeClock(zone: Zone, {firstDay, days, intervalSeconds, report}: ClockSettings): Clock {
  const start = horizonStart(zone, firstDay);
  const dayStarts = Array.from({length: days + 1}, (_, day) => instantOf(zone, firstDay + day, 0) - start);
  const cells = Math.ceil(dayStarts[days]! / intervalSeconds);
  const folded = report === 'time-of-day';
  const intervalOfCell = Array.from({length: cells}, (_, cell) =>
    folded ? Math.floor(wallClock(zone, start + cell * intervalSeconds).secondOfDay / intervalSeconds) : cell,
  );
  const intervals = folded ? Math.ceil(SECONDS_PER_DAY / intervalSeconds) : cells;
  const intervalLabels = Array.from({length: intervals}, (_, interval) =>
    folded ? `T${timeOfDay(interval * intervalSeconds)}` : isoStamp(zone, start + interval * intervalSeconds),
  );
  return {
    startDate: isoDate(firstDay),
    days,
    timezone: zone.name,
    intervalSeconds,
    dayStarts,
    dayDates: Array.from({length: days}, (_, day) => isoDate(firstDay + day)),
    intervalOfCell,
    intervalLabels,
    report,
  };
}

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');

/** `08:00`, with seconds only where they matter. */
function timeOfDay(second: number): string {
  const clock = `${two(second / 3600)}:${two((second % 3600) / 60)}`;
  return second % 60 === 0 ? clock : `${clock}:${two(second % 60)}`;
}

/**
 * An instant as ISO 8601 with offset.
 *
 * @example isoStamp(UTC, 0) // '1970-01-01T00:00:00+00:00'
 */
export function isoStamp(zone: Zone, instant: number): string {
  const {day, secondOfDay} = wallClock(zone, instant);
  const offset = offsetAt(zone, instant);
  const sign = offset < 0 ? '-' : '+';
  const distance = Math.abs(offset);
  return `${isoDate(day)}T${two(secondOfDay / 3600)}:${two((secondOfDay % 3600) / 60)}:${two(secondOfDay % 60)}${sign}${two(distance / 3600)}:${two((distance % 3600) / 60)}`;
}
