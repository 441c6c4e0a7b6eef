/** Two ends of a 95 % interval. */
export type Interval = readonly [low: number, high: number];

/** Count, mean and central sums of order 2 and 3 of one observation a replication. */
export interface Sample {
  readonly count: number;
  readonly mean: number;
  /** Σ (x − mean)². */
  readonly squares: number;
  /** Σ (x − mean)³. */
  readonly cubes: number;
}

/** Sums and central sums of a numerator x and a denominator y, one observation of each a replication. */
export interface PairedSample {
  readonly count: number;
  readonly sumX: number;
  readonly sumY: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
  readonly xxx: number;
  readonly xxy: number;
  readonly xyy: number;
  readonly yyy: number;
}

/** Below this the skewness correction is Student's interval to all digits. */
const NO_SKEWNESS = 1e-9;
/** Scatter so far below the size of what is compared is rounding. */
const ROUNDING = 1e-14;

/**
 * Willink's skewness-corrected 95 % interval for a mean: Student's interval, bent by the sample's third moment, because
 * figures of waiting are skewed and Student's interval then covers too little, most of all on the side of the bad days.
 * Two observations have no skewness to correct by, so they get Student's; equal observations get a width of zero.
 *
 * @param student the 97.5 % quantile of Student's t with count − 1 degrees of freedom
 * @returns null with fewer than two observations
 * @see docs/explanation/methods.md#experiment-statistics, Willink, Comm. Stat. 34 (2005) 753-766
 * @example meanInterval({count: 2, mean: 3, squares: 2, cubes: 0}, 12.7062) // [-9.7062, 15.7062]
 */
export function meanInterval({count, mean, squares, cubes}: Sample, student: number): Interval | null {
  if (count < 2) return null;
  if (squares <= ROUNDING * ROUNDING * count * mean * mean) return [mean, mean];
  const deviation = Math.sqrt(squares / (count - 1));
  const error = deviation / Math.sqrt(count);
  if (count === 2) return [mean - student * error, mean + student * error];
  const third = (count * cubes) / ((count - 1) * (count - 2));
  const skewness = third / (6 * Math.sqrt(count) * deviation ** 3);
  return [mean - bend(student, skewness) * error, mean - bend(-student, skewness) * error];
}

/** Willink's G: what Student's quantile becomes under a skewness of `a` = m₃ ÷ (6 √n s³). */
function bend(quantile: number, a: number): number {
  if (Math.abs(a) < NO_SKEWNESS) return quantile;
  return (Math.cbrt(1 + 6 * a * (quantile - a)) - 1) / (2 * a);
}

/**
 * 95 % interval of a ratio of sums: Willink's interval of the mean of the linearised residuals (x − ratio · y) ÷ mean y,
 * set around the ratio (the delta method).
 *
 * @param student the 97.5 % quantile of Student's t with count − 1 degrees of freedom
 * @returns null with fewer than two observations, or when the denominators add up to nothing
 * @example ratioInterval({count: 2, sumX: 4, sumY: 8, xx: 2, xy: 4, yy: 8, xxx: 0, xxy: 0, xyy: 0, yyy: 0}, 12.7) // [0.5, 0.5]
 */
export function ratioInterval(sample: PairedSample, student: number): Interval | null {
  const {count, sumX, sumY, xx, xy, yy, xxx, xxy, xyy, yyy} = sample;
  if (count < 2 || sumY === 0) return null;
  const ratio = sumX / sumY;
  const scale = sumY / count;
  const squares = xx - 2 * ratio * xy + ratio * ratio * yy;
  if (squares <= ROUNDING * (xx + ratio * ratio * yy)) return [ratio, ratio];
  const cubes = xxx - 3 * ratio * xxy + 3 * ratio * ratio * xyy - ratio ** 3 * yyy;
  const around = meanInterval({count, mean: 0, squares: squares / scale ** 2, cubes: cubes / scale ** 3}, student);
  return around && [ratio + around[0], ratio + around[1]];
}

/**
 * Wilson's 95 % interval for a share: of `trials` independent days, `successes` met the objective.
 *
 * @param normal the 97.5 % quantile of the normal distribution
 * @returns null without trials
 * @example wilsonInterval(3, 100, 1.959964) // [0.010255, 0.084519]
 */
export function wilsonInterval(successes: number, trials: number, normal: number): Interval | null {
  if (trials <= 0) return null;
  const share = successes / trials;
  const z2 = normal * normal;
  const middle = (share + z2 / (2 * trials)) / (1 + z2 / trials);
  const half = (normal / (1 + z2 / trials)) * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials));
  return [middle - half, middle + half];
}

/** An interval cut to the range that its figure can have; a share cannot pass 1, nothing here can be negative. */
export function cutToRange(interval: Interval | null, unit: string): Interval | null {
  if (interval === null) return null;
  const top = unit === 'share' ? 1 : Infinity;
  return [Math.min(top, Math.max(0, interval[0])), Math.max(0, Math.min(top, interval[1]))];
}
