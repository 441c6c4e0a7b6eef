/** Which days an agent may work. */
export interface DaysWorked {
  /** Days of the horizon on which the shift may be worked, from 0. */
  readonly available: readonly number[];
  /** Days in the horizon. */
  readonly days: number;
  /** How many days are worked, from … to. */
  readonly worked: readonly [number, number];
  readonly daysOff: 'together' | 'any';
  /** The first day follows the last. */
  readonly repeats: boolean;
}

/**
 * Every set of days that an agent may work, each in order.
 *
 * @example dayPatterns({available: [0, 1, 2], days: 3, worked: [2, 2], daysOff: 'any', repeats: false}) // [[0, 1], [0, 2], [1, 2]]
 */
export function dayPatterns({available, days, worked, daysOff, repeats}: DaysWorked): readonly (readonly number[])[] {
  return subsets(available).filter(
    pattern =>
      pattern.length > 0 &&
      pattern.length >= worked[0] &&
      pattern.length <= worked[1] &&
      (daysOff === 'any' || offTogether(pattern, days, repeats)),
  );
}

function subsets([first, ...rest]: readonly number[]): readonly (readonly number[])[] {
  if (first === undefined) return [[]];
  const others = subsets(rest);
  return [...others.map(other => [first, ...other]), ...others];
}

/** Whether the days off are one stretch, over the end of the week where it repeats. */
function offTogether(pattern: readonly number[], days: number, repeats: boolean): boolean {
  const works = Array.from({length: days}, (_, day) => pattern.includes(day));
  const before = (day: number): boolean => (day > 0 ? works[day - 1]! : repeats ? works[days - 1]! : true);
  return works.filter((on, day) => !on && before(day)).length <= 1;
}
