import type {Busyness, Clock, GeneratedArrivals} from '../../scenario/scenario.js';
import {Stream} from '../../random/stream.js';
import {drawBusyDays, type BusyDays} from './busy-days.js';
import {ExactWalk, Instants, PoissonWalk} from './instants.js';
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

/** Gives the arrival instants of one source, replication after replication. */
export class Generator {
  readonly instants: Instants;
  private readonly chance = new Stream(0, 0, 0);
  private readonly suffix: string;

  constructor(private readonly plan: GeneratorPlan) {
    const {name, counts} = plan.arrivals;
    this.suffix = name === 'base' ? '' : ` ${name}`;
    this.instants = new Instants(this.chance, counts === 'exact' ? new ExactWalk() : new PoissonWalk());
  }

  /**
   * Begins a replication.
   *
   * @param shared how busy the whole center is in it; null: as expected
   */
  start(seed: string, replication: number, shared: BusyDays | null): void {
    const {arrivals, stream, clock, segments} = this.plan;
    const purpose = `busyness${this.suffix}`;
    const own = arrivals.busyness && drawBusyDays(arrivals.busyness, clock, {seed, replication, stream, purpose});
    const expected = segments.expected.map(
      (value, i) => value * factorAt(own, segments, i) * factorAt(shared, segments, i),
    );
    this.chance.begin(seed, replication, stream, `arrivals${this.suffix}`);
    this.instants.start({starts: segments.starts, ends: segments.ends, expected});
  }
}

function factorAt(busy: BusyDays | null, {days, intervals}: Segments, segment: number): number {
  if (busy === null) return 1;
  return busy.byDay[days[segment]!]! * (busy.byInterval?.[intervals[segment]!] ?? 1);
}
