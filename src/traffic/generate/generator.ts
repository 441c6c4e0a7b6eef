import type {Busyness, Clock, GeneratedArrivals} from '../../scenario/scenario.js';
import {makeStream} from '../../random/stream.js';
import {drawBusyDays, type BusyDays} from './busy-days.js';
import {exactInstants, poissonInstants, type Instants} from './instants.js';
import {cutSegments, type Grain, type Segments} from './segments.js';

/** What all replications of one generated source share. */
export interface GeneratorPlan {
  readonly arrivals: GeneratedArrivals;
  /** The contact type's name of chance. */
  readonly stream: string;
  readonly clock: Clock;
  readonly segments: Segments;
}

/** Cuts the source's segments as finely as its own busyness and the center's ask for. */
export function planGenerator(
  arrivals: GeneratedArrivals,
  stream: string,
  clock: Clock,
  shared: Busyness | null,
): GeneratorPlan {
  const busynesses = [arrivals.busyness, shared].filter(busyness => busyness !== null);
  const grain: Grain =
    busynesses.length === 0 ? 'none' : busynesses.some(({withinDay}) => withinDay !== null) ? 'interval' : 'day';
  return {arrivals, stream, clock, segments: cutSegments(arrivals, clock, grain)};
}

/**
 * The arrival instants of one source in one replication.
 *
 * @param shared how busy the whole center is in it; null: as expected
 */
export function generateInstants(
  plan: GeneratorPlan,
  seed: string,
  replication: number,
  shared: BusyDays | null,
): Instants {
  const {arrivals, stream, clock, segments} = plan;
  const suffix = arrivals.name === 'base' ? '' : ` ${arrivals.name}`;
  const own =
    arrivals.busyness &&
    drawBusyDays(arrivals.busyness, clock, {seed, replication, stream, purpose: `busyness${suffix}`});
  const expected = segments.expected.map(
    (value, i) => value * factorAt(own, segments, i) * factorAt(shared, segments, i),
  );
  const rates = {starts: segments.starts, ends: segments.ends, expected};
  const chance = makeStream(seed, replication, stream, `arrivals${suffix}`);
  return arrivals.counts === 'exact' ? exactInstants(chance, rates) : poissonInstants(chance, rates);
}

function factorAt(busy: BusyDays | null, {days, intervals}: Segments, segment: number): number {
  if (busy === null) return 1;
  return busy.byDay[days[segment]!]! * (busy.byInterval?.[intervals[segment]!] ?? 1);
}
