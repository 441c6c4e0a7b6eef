const HALF_LOG_TWO_PI = 0.918938533204672741780329736406;

/**
 * ln Γ(x) for x > 0, to within 1e-14 × max(1, |ln Γ(x)|).
 *
 * Small arguments are moved above 12 by Γ(x + 1) = x Γ(x), where Stirling's series has all the digits of a double.
 *
 * @returns Infinity at 0; NaN below 0
 * @see Abramowitz and Stegun 6.1.15 and 6.1.41
 * @example logGamma(5) // ln 24 ≈ 3.178
 */
export function logGamma(x: number): number {
  if (!(x >= 0)) return Number.NaN;
  if (x === 0) return Number.POSITIVE_INFINITY;
  let product = 1;
  let moved = x;
  while (moved < 12) product *= moved++;
  return (moved - 0.5) * Math.log(moved) - moved + HALF_LOG_TWO_PI + stirlingSeries(moved) - Math.log(product);
}

/**
 * What Stirling's formula leaves out: ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π, for x > 0. With it, densities of
 * large parameters are found without the cancellation of huge logarithms.
 *
 * @see Loader, Fast and Accurate Computation of Binomial Probabilities (2000)
 */
export function stirlingError(x: number): number {
  return x >= 12 ? stirlingSeries(x) : logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
}

/**
 * x ln(x / m) + m − x ≥ 0 for x, m > 0, without cancellation where x is near m.
 *
 * @see Loader (2000), the function bd0
 */
export function devianceTerm(x: number, m: number): number {
  if (x === 0) return m;
  const difference = x - m;
  if (Math.abs(difference) >= 0.1 * (x + m)) return x * Math.log(x / m) - difference;
  const v = difference / (x + m);
  const square = v * v;
  let sum = difference * v;
  let term = 2 * x * v;
  for (let j = 3; ; j += 2) {
    term *= square;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}

/** The asymptotic series Σ B(2k) / (2k (2k − 1) x^(2k − 1)), for x ≥ 12. */
function stirlingSeries(x: number): number {
  const s = 1 / (x * x);
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s / 156)))))) / x;
}
