import type {Busyness, Clock} from '../../scenario/scenario.js';
import {makeCorrelatedFactors, makeFactors} from '../../random/busyness.js';
import {makeStream} from '../../random/stream.js';
import {intervalsByDay} from './segments.js';

/** How busy one replication turns out: factors on the rates, 1 on average. */
export interface BusyDays {
  /** By day of the horizon. */
  readonly byDay: Float64Array;
  /** By interval of the horizon (segments.ts); null: the same all day. */
  readonly byInterval: Float64Array | null;
}

/** Whose chance it is, and the two purposes for which it is drawn. */
export interface BusynessNames {
  readonly seed: string;
  readonly replication: number;
  readonly stream: string;
  readonly purpose: string;
}

/** Draws how busy every day, and every interval in it, is. Days are independent; intervals correlate within a day. */
export function drawBusyDays(
  busyness: Busyness,
  clock: Clock,
  {seed, replication, stream, purpose}: BusynessNames,
): BusyDays {
  const byDay = makeFactors(makeStream(seed, replication, stream, purpose), busyness.cv, clock.days);
  if (busyness.withinDay === null) return {byDay, byInterval: null};
  const {cv, correlation} = busyness.withinDay;
  const within = makeStream(seed, replication, stream, `${purpose} within day`);
  const factors = intervalsByDay(clock).flatMap(count =>
    Array.from(makeCorrelatedFactors(within, cv, correlation, count)),
  );
  return {byDay, byInterval: Float64Array.from(factors)};
}
