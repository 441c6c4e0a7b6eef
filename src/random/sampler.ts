import type {Clock, VaryingDistribution} from '../scenario/scenario.js';
import type {Law} from './distributions/index.js';
import type {Stream} from './stream.js';
import {entryAt, makeLaws, makeLocalTime} from './varying.js';

/** Values drawn at once: one call through the table of distributions serves so many draws. */
const BLOCK = 256;

/** What samplers of one distribution share over all replications: laws with their tables, and the local time. */
export interface SamplerPlan {
  readonly varying: VaryingDistribution;
  readonly laws: readonly Law[];
  /** null when the distribution is the same all day. */
  readonly secondOfDay: ((at: number) => number) | null;
}

export function planSampler(varying: VaryingDistribution, clock: Clock): SamplerPlan {
  return {varying, laws: makeLaws(varying), secondOfDay: varying.length > 1 ? makeLocalTime(clock) : null};
}

/** Draws values one by one from a stream, by inversion: one uniform a value, whatever the time of day. */
export class Sampler {
  private readonly block = new Float64Array(BLOCK);
  private taken = BLOCK;
  private readonly stream: Stream;
  private readonly plan: SamplerPlan;
  private readonly varies: boolean;

  constructor(stream: Stream, plan: SamplerPlan) {
    this.stream = stream;
    this.plan = plan;
    this.varies = plan.secondOfDay !== null;
  }

  /**
   * The next value, seconds.
   *
   * @param at time of the draw, seconds from the start of the horizon; it matters only when the distribution changes with the time of day
   */
  next(at: number): number {
    if (this.taken === BLOCK) this.refill();
    const value = this.block[this.taken++]!;
    return this.varies ? this.valueAt(value, at) : value;
  }

  private refill(): void {
    this.stream.fill(this.block);
    if (!this.varies) this.plan.laws[0]!.fill(this.block);
    this.taken = 0;
  }

  private valueAt(u: number, at: number): number {
    const {varying, laws, secondOfDay} = this.plan;
    return laws[entryAt(varying, secondOfDay!(at))]!.quantile(u);
  }
}

/** A sampler for one replication. */
export function makeSampler(stream: Stream, varying: VaryingDistribution, clock: Clock): Sampler {
  return new Sampler(stream, planSampler(varying, clock));
}
