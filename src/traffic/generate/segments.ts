import type {Clock, GeneratedArrivals} from '../../scenario/scenario.js';

/** Rates by segment, cut where a day's or an interval's busyness changes. */
export interface Segments {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Contacts expected before any busyness. */
  readonly expected: Float64Array;
  /** Day of the horizon in which each segment lies. */
  readonly days: Int32Array;
  /** Its interval, counted over all days of the horizon; days begin a new one. */
  readonly intervals: Int32Array;
}

/** How finely busyness cuts: not at all, by day, or by interval. */
export type Grain = 'none' | 'day' | 'interval';

/** Intervals that begin in each day of the horizon; the last one of a day may be cut short by midnight. */
export function intervalsByDay({dayStarts, days, intervalSeconds}: Clock): readonly number[] {
  return Array.from({length: days}, (_, day) => Math.ceil((dayStarts[day + 1]! - dayStarts[day]!) / intervalSeconds));
}

/** Cuts the segments of a source at the borders of days or intervals; what is expected is shared by length. */
export function cutSegments(arrivals: GeneratedArrivals, clock: Clock, grain: Grain): Segments {
  const starts: number[] = [];
  const ends: number[] = [];
  const expected: number[] = [];
  const days: number[] = [];
  const intervals: number[] = [];
  const firstInterval = firstIntervals(clock);
  arrivals.starts.forEach((segmentStart, index) => {
    const segmentEnd = arrivals.ends[index]!;
    const whole = arrivals.expected[index]!;
    let start = segmentStart;
    let day = dayAt(clock, start);
    while (start < segmentEnd) {
      const dayStart = clock.dayStarts[day]!;
      const dayEnd = day + 1 < clock.days ? clock.dayStarts[day + 1]! : Number.POSITIVE_INFINITY;
      const interval = Math.floor((start - dayStart) / clock.intervalSeconds);
      const intervalEnd = dayStart + (interval + 1) * clock.intervalSeconds;
      const border = grain === 'none' ? segmentEnd : grain === 'day' ? dayEnd : Math.min(intervalEnd, dayEnd);
      const end = Math.min(segmentEnd, border);
      starts.push(start);
      ends.push(end);
      expected.push(
        end - start === segmentEnd - segmentStart ? whole : (whole * (end - start)) / (segmentEnd - segmentStart),
      );
      days.push(day);
      intervals.push(firstInterval[day]! + interval);
      start = end;
      if (start >= dayEnd) day++;
    }
  });
  return {
    starts: Float64Array.from(starts),
    ends: Float64Array.from(ends),
    expected: Float64Array.from(expected),
    days: Int32Array.from(days),
    intervals: Int32Array.from(intervals),
  };
}

function firstIntervals(clock: Clock): readonly number[] {
  let first = 0;
  return intervalsByDay(clock).map(count => (first += count) - count);
}

function dayAt({dayStarts, days}: Clock, at: number): number {
  let day = 0;
  while (day + 1 < days && dayStarts[day + 1]! <= at) day++;
  return day;
}
