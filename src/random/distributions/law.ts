import type {Block} from '../block.js';

/** A distribution ready to be drawn from by inversion: one uniform in, one value out. */
export interface Law {
  /** Mean, seconds; Infinity where part of the mass is at Infinity. */
  readonly mean: number;
  /** Variance, seconds²; Infinity where it is not finite. */
  readonly variance: number;
  /** The value below which a draw stays with probability u, 0 < u < 1; never falls as u rises. */
  quantile(u: number): number;
  /**
   * Replaces every uniform v of the block by the value that a draw exceeds with probability v: the quantile at 1 − v,
   * to within rounding. (Counting from above saves a subtraction a draw; 1 − v is as uniform as v.)
   */
  fill(block: Block): void;
}

/** Every draw is the same. */
export function constantLaw(value: number): Law {
  return {
    mean: value,
    variance: 0,
    quantile: () => value,
    fill({values}) {
      values.fill(value);
    },
  };
}

/** A law whose quantile is fast enough to be called for every draw. */
export function lawOf(mean: number, variance: number, quantile: (u: number) => number): Law {
  return {
    mean,
    variance,
    quantile,
    fill({values}) {
      for (let i = 0; i < values.length; i++) values[i] = quantile(1 - values[i]!);
    },
  };
}
