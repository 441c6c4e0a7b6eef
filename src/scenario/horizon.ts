import {weekdayOf} from '../base/dates.js';
import {horizonStart, instantOf} from './clock.js';
import type {Zone} from './clock.js';
import type {Clock} from './scenario.js';
import type {WeekHours} from './schema/opening.js';

/** The horizon as building needs it: the clock, and how wall-clock time becomes seconds from its start. */
export interface Horizon {
  readonly clock: Clock;
  readonly zone: Zone;
  /** Day number of the first day. */
  readonly firstDay: number;
  /** Seconds since 1970. */
  readonly start: number;
  /** Seconds from the start of the horizon. */
  readonly end: number;
}

/** [from, to) in seconds from the start of the horizon. */
export type Span = readonly [number, number];

export function makeHorizon(clock: Clock, zone: Zone, firstDay: number): Horizon {
  return {clock, zone, firstDay, start: horizonStart(zone, firstDay), end: clock.dayStarts[clock.days]!};
}

/** Seconds from the start of the horizon at which a wall clock in a zone shows a time. */
export const momentOf = ({start}: Horizon, zone: Zone, day: number, secondOfDay: number): number =>
  instantOf(zone, day, secondOfDay) - start;

/** Days that may touch the horizon in any time zone: one more on both sides. */
export const daysAround = ({firstDay, clock}: Horizon): readonly number[] =>
  Array.from({length: clock.days + 2}, (_, index) => firstDay - 1 + index);

/** The part of a span inside the horizon; null when there is none. */
export function clip([from, to]: Span, {end}: Horizon): Span | null {
  const inside: Span = [Math.max(0, from), Math.min(end, to)];
  return inside[0] < inside[1] ? inside : null;
}

/** Opening hours of the week as spans of the horizon, in order, without overlaps; none on the days (day numbers) left out. */
export function openSpans(
  hours: WeekHours,
  zone: Zone,
  horizon: Horizon,
  without: ReadonlySet<number> = new Set(),
): readonly Span[] {
  const days = daysAround(horizon).filter(day => !without.has(day));
  const spans = days.flatMap(day =>
    hours[weekdayOf(day)]!.map(([from, to]): Span => [
      momentOf(horizon, zone, day, from),
      momentOf(horizon, zone, day, to),
    ]),
  );
  const inside = spans.map(span => clip(span, horizon)).filter(span => span !== null);
  inside.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of inside) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
