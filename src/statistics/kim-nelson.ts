/** What the procedure of Kim and Nelson is set up by. */
export interface KimNelson {
  readonly eta: number;
  /** h² = 2 η (n₀ − 1). */
  readonly h2: number;
}

/**
 * Constants of the fully sequential procedure of Kim and Nelson (c = 1, Bonferroni over the k − 1 others, valid with
 * common random numbers): η = ((2α ÷ (k − 1))^(−2 ÷ (n₀ − 1)) − 1) ÷ 2.
 *
 * @param systems k ≥ 2, of which the best is wanted
 * @param firstStage n₀ ≥ 2, replications from which variances are taken
 * @param alpha probability that the wrong one is picked, where the best is better by the indifference at least
 * @see docs/explanation/methods.md#experiment-statistics
 * @example kimNelson({systems: 2, firstStage: 10, alpha: 0.05}).h2 // 6.0129
 */
export function kimNelson({
  systems,
  firstStage,
  alpha,
}: {
  readonly systems: number;
  readonly firstStage: number;
  readonly alpha: number;
}): KimNelson {
  return errorConstants(alpha / (systems - 1), firstStage);
}

/**
 * The same for one comparison, also with a number that is known, whose error shall be at most so probable.
 *
 * @param error at most ½
 */
export function errorConstants(error: number, firstStage: number): KimNelson {
  const eta = ((2 * error) ** (-2 / (firstStage - 1)) - 1) / 2;
  return {eta, h2: 2 * eta * (firstStage - 1)};
}

/**
 * How far the mean of one system may lie behind another's after r replications without being given up: it shrinks to
 * nothing as replications come in.
 *
 * @param variance of the difference of the two, from the first stage
 * @param indifference the smallest difference that matters, > 0
 * @example allowance({eta: 0.334, h2: 6.01}, 10, 4, 1) // 0.702
 */
export function allowance({h2}: KimNelson, replications: number, variance: number, indifference: number): number {
  return Math.max(0, (indifference / (2 * replications)) * ((h2 * variance) / indifference ** 2 - replications));
}
