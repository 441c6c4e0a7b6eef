import {checked} from './check.js';
import {erlangB} from './erlang-b.js';
import type {RateProfile} from './offered-load.js';

/** One interval of the recursion; all in Erlangs but the share. */
export interface BacklogInterval {
  /** What comes, and what the interval before could not take. */
  readonly offeredLoad: number;
  /** Share of it that a center without a queue would turn away. */
  readonly blocking: number;
  /** What is left to the next interval. */
  readonly backlog: number;
  /** What is served: the load at which Erlang C is then used. */
  readonly carriedLoad: number;
  /** Busy share of agents' time; null without agents. */
  readonly occupancy: number | null;
}

/**
 * Stationary backlog carryover: each interval is first a center that turns away whom it cannot serve at once (Erlang B), and
 * those come in the next interval. Works above full load, where formulas of a balance have no answer.
 *
 * Not to be trusted where people abandon, or for intervals far from one mean handle time; measured: in a temporary overload its
 * queue peaks at 12.0 where 9.1 is right, and melts too fast.
 *
 * @throws RangeError for a number out of range, or when rates and agents have different lengths
 * @see docs/explanation/methods.md#a-day-that-changes
 * @example backlogCarryover({arrivalRates: [10, 17], agents: [14, 14], intervalSeconds: 1, aht: 1})[1].offeredLoad // 17.57
 */
export function backlogCarryover({
  arrivalRates,
  agents,
  aht,
}: RateProfile & {readonly agents: readonly number[]}): readonly BacklogInterval[] {
  if (arrivalRates.length !== agents.length)
    throw new RangeError(`agents: expected one number for each of ${arrivalRates.length} rates, got ${agents.length}`);
  let backlog = 0;
  return arrivalRates.map((rate, i) => {
    const offeredLoad = checked('arrivalRates', rate, 0) * aht + backlog;
    const {blocking, carriedLoad, occupancy} = erlangB({offeredLoad, agents: agents[i]});
    backlog = offeredLoad * blocking;
    return {offeredLoad, blocking, backlog, carriedLoad, occupancy};
  });
}
