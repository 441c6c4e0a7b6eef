import type {Clock, VaryingDistribution} from '../scenario/scenario.js';
import {makeBlock} from './block.js';
import type {Law} from './distributions/index.js';
import type {Stream} from './stream.js';
import {entryAt, makeLaws, makeLocalTime} from './varying.js';

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
  private readonly block = makeBlock();
  private readonly values = this.block.values;
  private taken = this.values.length;
  private readonly stream: Stream;
  private readonly plan: SamplerPlan;
  private readonly varies: boolean;

  constructor(stream: Stream, plan: SamplerPlan) {
    this.stream = stream;
    this.plan = plan;
    this.varies = plan.secondOfDay !== null;
  }

  /** Begins at the start of its stream, which has become another one. */
  restart(): void {
    this.taken = this.values.length;
  }

  /**
   * The next value, seconds.
   *
   * @param at time of the draw, seconds from the start of the horizon; it matters only when the distribution changes with the time of day
   */
  next(at: number): number {
    if (this.taken === this.values.length) this.refill();
    const value = this.values[this.taken++]!;
    return this.varies ? this.valueAt(value, at) : value;
  }

  /** Writes the next values to column[from] … column[to − 1], whose draws happen at the times in `at`. */
  fill(column: Float64Array, at: Float64Array, from: number, to: number): void {
    if (this.varies) {
      for (let i = from; i < to; i++) column[i] = this.next(at[i]!);
      return;
    }
    while (from < to) {
      if (this.taken === this.values.length) this.refill();
      const count = Math.min(to - from, this.values.length - this.taken);
      column.set(this.values.subarray(this.taken, this.taken + count), from);
      this.taken += count;
      from += count;
    }
  }

  private refill(): void {
    this.stream.fill(this.values);
    if (!this.varies) this.plan.laws[0]!.fill(this.block);
    this.taken = 0;
  }

  /** As `Law.fill` does, the uniform counts from above. */
  private valueAt(uniform: number, at: number): number {
    const {varying, laws, secondOfDay} = this.plan;
    return laws[entryAt(varying, secondOfDay!(at))]!.quantile(1 - uniform);
  }
}

/** A sampler for one replication. */
export function makeSampler(stream: Stream, varying: VaryingDistribution, clock: Clock): Sampler {
  return new Sampler(stream, planSampler(varying, clock));
}
