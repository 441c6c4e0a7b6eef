/** Numerator and denominator of a figure in each replication, in the order of the replications. */
export interface Ratios {
  readonly numerators: readonly number[] | Float64Array;
  readonly denominators: readonly number[] | Float64Array;
}

/** A difference of two figures, or of a figure and a limit, with what a one-sided test of it needs. */
export interface Contrast {
  readonly estimate: number;
  /** Standard error of the estimate; 0 where the replications do not differ in it at all. */
  readonly error: number;
  /** Willink's a = m₃ ÷ (6 √n s³) of what it is the mean of. */
  readonly skewness: number;
  readonly degrees: number;
}

/**
 * Few replications tell skewness badly: differences of pairs are taken to be as skewed as if so many pairs of a symmetric
 * law had been seen besides.
 */
const SYMMETRIC_PAIRS = 20;

/** Scatter so far below the size of what is compared is rounding. */
const ROUNDING = 1e-14;

/** Mean of a figure as its sums have it; null when nothing was counted. */
export function ratioOfSums({numerators, denominators}: Ratios): number | null {
  const denominator = sumOf(denominators);
  return denominator > 0 ? sumOf(numerators) / denominator : null;
}

/**
 * A − factor · B of two figures on common random numbers, paired by replication: the ratios of sums, with the scatter of
 * the difference of their linearised residuals (the delta method).
 *
 * @param factor 1, or 1 + m for a margin of m as a share of B
 * @returns null when one of the figures was never seen, or with fewer than two replications
 * @see docs/explanation/methods.md#experiment-statistics
 * @example pairedContrast({numerators: [3, 5], denominators: [1, 1]}, {numerators: [1, 3], denominators: [1, 1]}, 1) // {estimate: 2, error: 0, …}
 */
export function pairedContrast(a: Ratios, b: Ratios, factor: number): Contrast | null {
  const count = a.numerators.length;
  const residualsA = residualsOf(a);
  const residualsB = residualsOf(b);
  if (residualsA === null || residualsB === null || count < 2) return null;
  const differences = residualsA.values.map((value, index) => value - factor * residualsB.values[index]);
  const estimate = residualsA.ratio - factor * residualsB.ratio;
  const scatter = scatterOf(differences, residualsA.size + factor * residualsB.size);
  return {estimate, ...scatter, skewness: (scatter.skewness * count) / (count + SYMMETRIC_PAIRS)};
}

/**
 * The same of figures whose replications have nothing in common, by Welch's approximation.
 *
 * @returns null when one of the figures was never seen, or with fewer than two replications of one
 */
export function unpairedContrast(a: Ratios, b: Ratios, factor: number): Contrast | null {
  const one = figureContrast(a, 0);
  const other = figureContrast(b, 0);
  if (one === null || other === null) return null;
  const variance = one.error ** 2;
  const otherVariance = (factor * other.error) ** 2;
  const error = Math.sqrt(variance + otherVariance);
  const estimate = one.estimate - factor * other.estimate;
  if (error === 0) return {estimate, error, skewness: 0, degrees: one.degrees + other.degrees};
  const third = one.skewness * one.error ** 3 - other.skewness * (factor * other.error) ** 3;
  const degrees = (variance + otherVariance) ** 2 / (variance ** 2 / one.degrees + otherVariance ** 2 / other.degrees);
  return {estimate, error, skewness: third / error ** 3, degrees};
}

/**
 * A figure less a limit.
 *
 * @returns null when the figure was never seen, or with fewer than two replications
 */
export function figureContrast(figure: Ratios, limit: number): Contrast | null {
  const residuals = residualsOf(figure);
  if (residuals === null || figure.numerators.length < 2) return null;
  return {estimate: residuals.ratio - limit, ...scatterOf(residuals.values, residuals.size)};
}

/** Whether two figures are the same in every replication. */
export function nothingDiffers(a: Ratios, b: Ratios): boolean {
  return (
    a.numerators.length === b.numerators.length &&
    every(a.numerators, (value, index) => value === b.numerators[index]) &&
    every(a.denominators, (value, index) => value === b.denominators[index])
  );
}

interface Residuals {
  readonly ratio: number;
  readonly values: Float64Array;
  /** Root mean square of what the residuals are differences of. */
  readonly size: number;
}

function residualsOf({numerators, denominators}: Ratios): Residuals | null {
  const sum = sumOf(denominators);
  if (!(sum > 0)) return null;
  const ratio = sumOf(numerators) / sum;
  const mean = sum / denominators.length;
  const values = Float64Array.from(numerators, (value, index) => (value - ratio * denominators[index]) / mean);
  let squares = 0;
  for (const value of numerators) squares += (value / mean) ** 2;
  return {ratio, values, size: Math.sqrt(squares / denominators.length)};
}

/** Standard error, skewness and degrees of freedom of the mean of residuals, which is 0. */
function scatterOf(residuals: Float64Array, size: number): Omit<Contrast, 'estimate'> {
  const count = residuals.length;
  let squares = 0;
  let cubes = 0;
  for (const value of residuals) {
    squares += value * value;
    cubes += value * value * value;
  }
  const degrees = count - 1;
  const deviation = Math.sqrt(squares / degrees);
  if (deviation <= ROUNDING * size) return {error: 0, skewness: 0, degrees};
  const third = count > 2 ? (count * cubes) / ((count - 1) * (count - 2)) : 0;
  return {
    error: deviation / Math.sqrt(count),
    skewness: third / (6 * Math.sqrt(count) * deviation ** 3),
    degrees,
  };
}

function sumOf(values: Ratios['numerators']): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function every(values: Ratios['numerators'], holds: (value: number, index: number) => boolean): boolean {
  for (let index = 0; index < values.length; index++) if (!holds(values[index], index)) return false;
  return true;
}
