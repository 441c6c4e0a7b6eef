/**
 * The number itself when it lies between two limits; formulas refuse the rest, for a wrong input gives a figure that looks right.
 *
 * @throws RangeError that names the option and what was expected
 * @example checked('agents', 14, 0) // 14
 */
export function checked(name: string, value: number, least: number, most: number = Number.MAX_VALUE): number {
  if (value >= least && value <= most) return value;
  const limits = most === Number.MAX_VALUE ? `a number of at least ${least}` : `a number from ${least} to ${most}`;
  throw new RangeError(`${name}: expected ${limits}, got ${String(value)}`);
}
