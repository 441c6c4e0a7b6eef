import type {Series} from '../documents/document.js';

/** Clock time of an interval's label: `2026-11-23T08:00:00+01:00` and `T08:00` are both `08:00`. */
export function clockTime(interval: string): string {
  return /T(\d\d:\d\d)/.exec(interval)?.[1] ?? interval;
}

/** Day of an interval's label, `2026-11-23`; empty where days are folded into one. */
export function dayOf(interval: string): string {
  return /^(\d{4}-\d\d-\d\d)T/.exec(interval)?.[1] ?? '';
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** `Mon 23` of `2026-11-23`. */
export function shortDay(date: string): string {
  return `${WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]} ${Number(date.slice(8))}`;
}

/** Index of the interval with the worst value; null when there is none. */
export function worstOf({values, worst}: Series): number | null {
  let found: number | null = null;
  values.forEach((value, place) => {
    if (value === null) return;
    const best = found === null ? null : values[found]!;
    if (best === null || (worst === 'highest' ? value > best : value < best)) found = place;
  });
  return found;
}

/** A label of an axis: text that begins at a column. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** Steps of whole hours, so that the axis reads 08:00 10:00 12:00. */
const STEPS_HOURS = [0.5, 1, 2, 3, 4, 6, 12, 24];

/**
 * Labels under a curve: clock times at round hours, or days where there are several, as dense as fits.
 *
 * @param columnOf column of an interval's start
 * @param columns width of the curve
 */
export function ticks(intervals: readonly string[], columnOf: (place: number) => number, columns: number): Tick[] {
  const days = new Set(intervals.map(dayOf));
  const candidates =
    days.size > 1
      ? [
          intervals.flatMap((interval, place) =>
            place === 0 || dayOf(interval) !== dayOf(intervals[place - 1]!)
              ? [{at: columnOf(place), text: shortDay(dayOf(interval))}]
              : [],
          ),
        ]
      : STEPS_HOURS.map(hours =>
          intervals.flatMap((interval, place) => {
            const [hour = 0, minute = 0] = clockTime(interval).split(':').map(Number);
            return (hour * 60 + minute) % (hours * 60) === 0 ? [{at: columnOf(place), text: clockTime(interval)}] : [];
          }),
        );
  const inside = candidates.map(labels => labels.filter(({at, text}) => at + text.length <= columns));
  return inside.find(labels => labels.length > 0 && areApart(labels)) ?? thinned(inside[inside.length - 1] ?? []);
}

const GAP = 2;

const areApart = (labels: readonly Tick[]): boolean =>
  labels.every(({at, text}, place) => at + text.length + GAP <= (labels[place + 1]?.at ?? Infinity));

/** Leaves out labels that would touch the one before. */
function thinned(labels: readonly Tick[]): Tick[] {
  let free = 0;
  return labels.filter(({at, text}) => {
    if (at < free) return false;
    free = at + text.length + GAP;
    return true;
  });
}
