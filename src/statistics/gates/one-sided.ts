import {studentTail} from '../../numeric/student-tail.js';
import {tQuantile} from '../../numeric/quantiles.js';
import type {Contrast} from './contrast.js';

/** Below this the skewness correction is Student's to all digits. */
const NO_SKEWNESS = 1e-9;

/**
 * How likely an estimate so far above the limit is, or further, if the truth is at the limit or below it: small values show
 * that the truth is above. Student's one-sided p-value, corrected for skewness by Willink's transformation.
 *
 * @returns without scatter 0 above the limit and 1 elsewhere
 * @see docs/explanation/methods.md#experiment-statistics; Willink, Comm. Stat. 34 (2005) 753-766, turned round
 * @example pAbove({estimate: 0.79, error: 0.11397, skewness: 0, degrees: 9}, 0) // 3.41e-5
 */
export function pAbove(contrast: Contrast, limit: number): number {
  const {estimate, error, skewness, degrees} = contrast;
  if (error === 0) return estimate > limit ? 0 : 1;
  return studentTail(unbent((estimate - limit) / error, skewness), degrees);
}

/** The same for an estimate below the limit: small values show that the truth is below it. */
export function pBelow(contrast: Contrast, limit: number): number {
  return pAbove({...contrast, estimate: -contrast.estimate, skewness: -contrast.skewness}, -limit);
}

/**
 * The ends of the interval of a contrast: each is passed by the truth with probability (1 − confidence) ÷ 2.
 *
 * @param confidence 0.9 gives two one-sided bounds at 95 %
 */
export function contrastInterval(
  {estimate, error, skewness, degrees}: Contrast,
  confidence: number,
): readonly [low: number, high: number] {
  if (error === 0) return [estimate, estimate];
  const quantile = tQuantile((1 + confidence) / 2, degrees);
  return [estimate - bent(quantile, skewness) * error, estimate - bent(-quantile, skewness) * error];
}

/** Willink's G: what Student's quantile becomes under skewness. */
function bent(quantile: number, a: number): number {
  if (Math.abs(a) < NO_SKEWNESS) return quantile;
  return (Math.cbrt(1 + 6 * a * (quantile - a)) - 1) / (2 * a);
}

/** The quantile that Willink's G would bend to this. */
function unbent(value: number, a: number): number {
  if (Math.abs(a) < NO_SKEWNESS) return value;
  return a + ((1 + 2 * a * value) ** 3 - 1) / (6 * a);
}
