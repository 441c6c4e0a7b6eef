import {formatClockTime} from '../base/units.js';
import type {Clock} from '../scenario/scenario.js';
import {wallTime} from '../scenario/wall-time.js';

/** [from, to) in seconds from the start of the horizon. */
export type Span = readonly [from: number, to: number];

/** The same moments as spans in order, without overlaps and without neighbours that touch. */
export function union(spans: readonly Span[]): readonly Span[] {
  const merged: [number, number][] = [];
  for (const [from, to] of [...spans].filter(span => span[0] < span[1]).sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** What lies in both; each in order, without overlaps. */
export function intersection(some: readonly Span[], others: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (let one = 0, other = 0; one < some.length && other < others.length;) {
    const from = Math.max(some[one][0], others[other][0]);
    const to = Math.min(some[one][1], others[other][1]);
    if (from < to) found.push([from, to]);
    if (some[one][1] <= others[other][1]) one++;
    else other++;
  }
  return found;
}

/** What of a horizon is left beside spans in order without overlaps. */
export function complement(spans: readonly Span[], end: number): readonly Span[] {
  const edges = [0, ...spans.flat(), end];
  const found: Span[] = [];
  for (let edge = 0; edge < edges.length; edge += 2) {
    if (edges[edge] < edges[edge + 1]) found.push([edges[edge], edges[edge + 1]]);
  }
  return found;
}

/** Spans named in one sentence, at most. */
const MOST_NAMED = 4;

/**
 * Spans as a planner says them; the same hours on several days are named once.
 *
 * @example spansText(clock, [[68_400, 72_000]]) // '19:00-20:00', or '19:00-20:00 on 5 days'
 */
export function spansText(clock: Clock, spans: readonly Span[]): string {
  const [only] = spans;
  if (spans.length === 1 && only[0] === 0 && only[1] === clock.dayStarts[clock.days]) return 'all the time';
  const days = new Map<string, string[]>();
  for (const span of spans) {
    const {hours, date} = hoursOf(clock, span);
    days.set(hours, [...(days.get(hours) ?? []), date]);
  }
  const named = [...days].map(([hours, dates]) =>
    clock.days === 1 ? hours : dates.length === 1 ? `${hours} on ${dates[0]}` : `${hours} on ${dates.length} days`,
  );
  const more = named.length - MOST_NAMED;
  return named.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** The hours of a span, and the day on which it begins. */
function hoursOf(clock: Clock, [from, to]: Span): {readonly hours: string; readonly date: string} {
  const start = wallTime(clock, from);
  const end = wallTime(clock, to);
  const last = endText(clock, to);
  const nights = dayOf(clock, end.date) - dayOf(clock, start.date) - (last === MIDNIGHT ? 1 : 0);
  const later = nights <= 0 ? '' : nights === 1 ? ' the next day' : ` ${nights} days later`;
  return {hours: `${formatClockTime(start.secondOfDay)}-${last}${later}`, date: start.date};
}

/** Midnight as the end of a day. */
const MIDNIGHT = '24:00';

function endText(clock: Clock, to: number): string {
  const {secondOfDay} = wallTime(clock, to);
  return secondOfDay === 0 ? MIDNIGHT : formatClockTime(secondOfDay);
}

const dayOf = ({dayDates}: Clock, date: string): number => dayDates.indexOf(date);
