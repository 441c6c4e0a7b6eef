/** What is known of a simulated figure: its value, standard error, and the skewness of that value. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
  /** Willink's a: m₃ ÷ (6 √n s³). */
  readonly skewness: number;
}

/**
 * Difference from the exact value in standard errors, corrected for skewness: the quantile r of Student's t at which
 * Willink's interval, the one that the results print, just reaches the exact value.
 *
 * Figures of waiting are skewed to the right. Replications without a bad day then give a value that is too low and a
 * standard error that is too small together, and the plain quotient is below −4 many times more often than it should.
 *
 * @param exactError standard error of the exact value, 0 where it is exact
 * @see src/statistics/intervals.ts; Willink, Comm. Stat. 34 (2005) 753-766
 */
export function score({value, error, skewness}: Estimate, exact: number, exactError: number): number {
  const both = Math.hypot(error, exactError);
  const quotient = (value - exact) / both;
  const a = skewness * (error / both) ** 3;
  return Math.abs(a) < NO_SKEWNESS ? quotient : ((1 + 2 * a * quotient) ** 3 - 1) / (6 * a) + a;
}

/**
 * Standard error and skewness behind an interval of the results.
 *
 * @param student the quantile of Student's t with which it was made
 */
export function estimateBehind(value: number, [low, high]: readonly [number, number], student: number): Estimate {
  const [below, above] = [value - low, high - value];
  if (below + above === 0) return {value, error: 0, skewness: 0};
  let [least, most] = [-1 / 6, 1 / 6];
  while (most - least > NO_SKEWNESS) {
    const middle = (least + most) / 2;
    // the larger the skewness, the longer the interval above the value in proportion
    if (-bend(-student, middle) * below < above * bend(student, middle)) least = middle;
    else most = middle;
  }
  const skewness = (least + most) / 2;
  return {value, error: (below + above) / (bend(student, skewness) - bend(-student, skewness)), skewness};
}

const NO_SKEWNESS = 1e-9;

/** Willink's G. */
function bend(quantile: number, a: number): number {
  return Math.abs(a) < NO_SKEWNESS ? quantile : (Math.cbrt(1 + 6 * a * (quantile - a)) - 1) / (2 * a);
}

/** Estimate of Σx ÷ Σy over replications by the delta method, with the skewness of its residuals. */
export function ratioEstimate(x: readonly number[], y: readonly number[]): Estimate {
  const count = x.length;
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  const value = total(x) / total(y);
  const residuals = x.map((one, index) => one - value * y[index]);
  const deviation = Math.sqrt(total(residuals.map(one => one ** 2)) / (count - 1));
  const third = (count * total(residuals.map(one => one ** 3))) / ((count - 1) * (count - 2));
  return {
    value,
    error: deviation / Math.sqrt(count) / (total(y) / count),
    skewness: deviation === 0 ? 0 : third / (6 * Math.sqrt(count) * deviation ** 3),
  };
}
