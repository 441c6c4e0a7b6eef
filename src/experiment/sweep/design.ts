import {userError} from '../../base/errors.js';
import {makeStream, type Stream} from '../../random/stream.js';
import {plain, type Factor} from '../../scenario/factors.js';
import type {SweepProblemCode} from '../../scenario/sweep-problem-codes.js';

/** One value of every factor, in the order of the factors. */
export type Settings = readonly string[];

/** Points of a sweep, at the most. */
const MOST_POINTS = 10_000;

/** A quarter of the range; a whole number where both ends are. */
function stepOver(low: number, high: number): number {
  const step = (high - low) / 4;
  return Number.isInteger(low) && Number.isInteger(high) ? Math.max(1, Math.round(step)) : step;
}

/**
 * Every combination of the factors' values; the last factor changes fastest.
 *
 * @throws UserError SWP002 for a range without a step, too many points, or a path that is varied twice
 * @example fullGrid([{path: 'a', values: {kind: 'list', values: ['1', '2']}}]) // [['1'], ['2']]
 */
export function fullGrid(factors: readonly Factor[]): readonly Settings[] {
  checkPaths(factors);
  const lists = factors.map(({path, values}) => {
    if (values.kind === 'list') return values.values;
    const {low, high, unit} = values;
    const range = `${path}=${low}${unit}..${high}${unit}`;
    throw impossible(`a step for the grid, such as ${range}:${plain(stepOver(low, high))}${unit}`, range);
  });
  const points = lists.reduce((product, list) => product * list.length, 1);
  if (points > MOST_POINTS)
    throw impossible(`at most ${MOST_POINTS} points; --design lhs --points N takes fewer`, String(points));
  return lists.reduce<readonly Settings[]>(
    (grid, list) => grid.flatMap(settings => list.map(value => [...settings, value])),
    [[]],
  );
}

/**
 * A Latin hypercube: each factor's range is cut into as many parts as there are points, and each part is met once, in an
 * order of its own.
 *
 * @param points at least 2
 * @param seed fixes the orders and the places inside the parts
 * @throws UserError SWP002
 * @see McKay, Beckman and Conover, Technometrics 21 (1979) 239-245
 */
export function latinHypercube(
  factors: readonly Factor[],
  points: number | undefined,
  seed: string,
): readonly Settings[] {
  checkPaths(factors);
  if (points === undefined || points < 2 || points > MOST_POINTS)
    throw impossible(
      `--points, how many points the Latin hypercube has (2 to ${MOST_POINTS})`,
      points === undefined ? null : String(points),
    );
  const columns = factors.map(factor => {
    const stream = makeStream(seed, 0, factor.path, 'sweep');
    return shuffled(points, stream).map(part => valueAt(factor, (part + stream.next()) / points));
  });
  return Array.from({length: points}, (_, point) => columns.map(column => column[point]!));
}

/** The value a share of the way through the factor's values. */
function valueAt({values}: Factor, share: number): string {
  if (values.kind === 'list') return values.values[Math.floor(share * values.values.length)]!;
  const {low, high, unit, whole} = values;
  const value = whole
    ? low + Math.floor(share * (high - low + 1))
    : Number((low + share * (high - low)).toPrecision(4));
  return `${plain(value)}${unit}`;
}

/** 0 to count − 1 in a random order. */
function shuffled(count: number, stream: Stream): number[] {
  const order = Array.from({length: count}, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = stream.nextBelow(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

function checkPaths(factors: readonly Factor[]): void {
  const twice = factors.find(({path}, index) => factors.findIndex(other => other.path === path) < index);
  if (twice !== undefined) throw impossible('each path once', twice.path);
}

function impossible(expected: string, got: string | null): Error {
  const code: SweepProblemCode = 'SWP002';
  return userError(code, '--vary', expected, got);
}
