/**
 * Holm's adjusted p-values: rejecting where they are below alpha keeps the probability of any false rejection below
 * alpha, whatever depends on what.
 *
 * @returns in the order given
 * @see Holm, Scand. J. Statist. 6 (1979) 65-70
 * @example holmAdjusted([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holmAdjusted(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => values[a] - values[b]);
  const adjusted = new Array<number>(values.length).fill(1);
  let least = 0;
  order.forEach((index, rank) => {
    least = Math.max(least, Math.min(1, values[index] * (values.length - rank)));
    adjusted[index] = least;
  });
  return adjusted;
}
