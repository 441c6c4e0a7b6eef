/**
 * The least whole number ≥ 0 from which on a condition holds, by doubling steps from a guess and then by halving.
 *
 * @param holds false up to some number, true from there on
 * @param guess where to start looking; any number ≥ 0 gives the same answer
 * @param most largest number to try
 * @returns null when it does not hold at `most`
 * @example leastWhole(n => n * n >= 50, 3, 100) // 8
 */
export function leastWhole(holds: (n: number) => boolean, guess: number, most: number): number | null {
  const start = Math.min(most, Math.max(0, Math.floor(guess)));
  let low = -1;
  let high = start;
  if (holds(start)) {
    for (let step = 1; high > 0; step *= 2) {
      const next = Math.max(0, start - step);
      if (!holds(next)) {
        low = next;
        break;
      }
      high = next;
    }
  } else {
    low = start;
    for (let step = 1; ; step *= 2) {
      if (low === most) return null;
      high = Math.min(most, start + step);
      if (holds(high)) break;
      low = high;
    }
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Halvings after which the interval is a millionth of a millionth of what it was. */
const MOST_HALVINGS = 40;

/**
 * Where between two numbers a condition changes: the end of the last interval at which it holds as it does at `holding`.
 *
 * @param holding a number at which the condition holds
 * @param failing a number, larger or smaller, at which it does not
 * @example border(x => x * x >= 2, 2, 1) // 1.4142…, where it still holds
 */
export function border(holds: (x: number) => boolean, holding: number, failing: number): number {
  let [good, bad] = [holding, failing];
  for (let step = 0; step < MOST_HALVINGS; step++) {
    const middle = (good + bad) / 2;
    if (middle === good || middle === bad) break;
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
