/**
 * A distribution ready to be drawn from by inversion: one uniform in, one value out, larger for larger uniforms.
 */
export interface Law {
  /** Mean, seconds; Infinity where part of the mass is at Infinity. */
  readonly mean: number;
  /** Variance, seconds²; Infinity where it is not finite. */
  readonly variance: number;
  /** The value below which a draw stays with probability u, 0 < u < 1. */
  quantile(u: number): number;
  /**
   * Replaces every uniform of the buffer by its quantile. Differs from `quantile` by no more than rounding, or by
   * less than 1e-9 in probability where a table is used.
   */
  fill(buffer: Float64Array): void;
}

/** Every draw is the same. */
export function constantLaw(value: number): Law {
  return {
    mean: value,
    variance: 0,
    quantile: () => value,
    fill(buffer) {
      buffer.fill(value);
    },
  };
}

/** A law of which only the quantile is fast enough to be called for every draw. */
export function lawOf(mean: number, variance: number, quantile: (u: number) => number): Law {
  return {
    mean,
    variance,
    quantile,
    fill(buffer) {
      for (let i = 0; i < buffer.length; i++) buffer[i] = quantile(buffer[i]!);
    },
  };
}
