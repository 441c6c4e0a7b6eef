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

/**
 * Checks a station of whole agents.
 *
 * @throws RangeError that names the option and what was expected
 * @example checkStation({arrivalRate: 0.1, aht: 180, agents: 20}) // nothing: it is one
 */
export function checkStation({
  arrivalRate,
  aht,
  agents,
}: {
  readonly arrivalRate: number;
  readonly aht: number;
  readonly agents: number;
}): void {
  checked('arrivalRate', arrivalRate, Number.MIN_VALUE);
  checked('aht', aht, Number.MIN_VALUE);
  if (!Number.isInteger(checked('agents', agents, 1)))
    throw new RangeError(`agents: expected a whole number, got ${agents}`);
}
