/** Value and slope of a function at a point. */
export interface Tangent {
  readonly value: number;
  readonly slope: number;
}

const MAX_STEPS = 200;

/**
 * Where an increasing function is 0, by Newton's method kept inside a bracket (and by bisection where Newton would
 * leave it), to the last digits of a double.
 *
 * @param low  a point where the function is ≤ 0; −Infinity is not allowed
 * @param high a point where it is ≥ 0
 * @param start first guess inside the bracket
 * @example increasingRoot((x) => ({value: x * x - 2, slope: 2 * x}), 0, 2, 1) // 1.4142…
 */
export function increasingRoot(at: (x: number) => Tangent, low: number, high: number, start: number): number {
  let x = Math.min(Math.max(start, low), high);
  for (let step = 0; step < MAX_STEPS; step++) {
    const {value, slope} = at(x);
    if (value === 0) return x;
    if (value < 0) low = x;
    else high = x;
    let next = x - value / slope;
    // A step out of the bracket, or no number at all, is replaced by halving.
    if (!(next > low && next < high)) next = low + (high - low) / 2;
    if (Math.abs(next - x) <= 2.3e-16 * Math.abs(x) || next === low || next === high) return next;
    x = next;
  }
  return x;
}
