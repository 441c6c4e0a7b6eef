/**
 * Largest distance between the distribution of a sample and the one claimed, times √n (Kolmogorov-Smirnov).
 *
 * A true claim exceeds 1.95 in 1 sample of 1000 and 2.23 in 1 of 10,000 (asymptotic; conservative where the
 * distribution has steps).
 *
 * @param cdf      probability of at most x
 * @param cdfBelow probability of less than x, where that differs
 */
export function scaledDistance(
  sample: ArrayLike<number>,
  cdf: (x: number) => number,
  cdfBelow: (x: number) => number = cdf,
): number {
  const sorted = Float64Array.from(sample).sort();
  const n = sorted.length;
  let worst = 0;
  for (let i = 0; i < n;) {
    const x = sorted[i]!;
    let next = i;
    while (next < n && sorted[next] === x) next++;
    worst = Math.max(worst, Math.abs(next / n - cdf(x)), Math.abs(i / n - cdfBelow(x)));
    i = next;
  }
  return worst * Math.sqrt(n);
}
