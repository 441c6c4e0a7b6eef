import {checked} from './check.js';
import {unstable} from './erlang-c.js';
import {inverseErlangB} from './inverse-erlang-b.js';

/** What one class of priority gets. */
export type PriorityClass =
  | {
      readonly outcome: 'stable';
      /** Seconds. */
      readonly meanWait: number;
      readonly meanQueueLength: number;
    }
  | {readonly outcome: 'unstable'; readonly agentsToBeStable: number};

/** What classes of priority get. */
export interface PriorityFigures {
  readonly offeredLoad: number;
  /** Share that waits, the same in every class. */
  readonly waitProbability: number;
  /** From the most urgent down; the load of the classes above it makes a class unstable, the load of those below does not. */
  readonly classes: readonly PriorityClass[];
  /** Mean wait over all classes, seconds; null when one is unstable. */
  readonly meanWait: number | null;
}

/**
 * Classes of priority served in order of arrival within each, work in hand never interrupted, one handle time for all
 * (Cobham 1954). Nobody abandons.
 *
 * @param options.arrivalRates contacts a second by class, the most urgent first
 * @throws RangeError for a number out of range
 * @see docs/explanation/methods.md#priorities-and-other-laws
 * @example priorityQueue({arrivalRates: [0.18, 0.72], aht: 1, agents: 1}).classes[0] // {outcome: 'stable', meanWait: 1.0976, …}
 */
export function priorityQueue({
  arrivalRates,
  aht,
  agents,
}: {
  readonly arrivalRates: readonly number[];
  readonly aht: number;
  readonly agents: number;
}): PriorityFigures {
  checked('aht', aht, Number.MIN_VALUE);
  checked('agents', agents, Number.MIN_VALUE);
  const offeredLoad = arrivalRates.reduce((sum, rate) => sum + checked('arrivalRates', rate, 0), 0) * aht;
  const waitProbability = offeredLoad >= agents ? 1 : shareThatWaits(offeredLoad, agents);
  let above = 0;
  const classes = arrivalRates.map((rate): PriorityClass => {
    const before = above;
    above += rate * aht;
    if (above >= agents) return {outcome: 'unstable', agentsToBeStable: unstable(above, agents).agentsToBeStable};
    const meanWait = (waitProbability * aht * agents) / ((agents - before) * (agents - above));
    return {outcome: 'stable', meanWait, meanQueueLength: rate * meanWait};
  });
  const queued = classes.map(one => (one.outcome === 'stable' ? one.meanQueueLength : Number.NaN));
  const meanWait = (queued.reduce((sum, length) => sum + length, 0) * aht) / offeredLoad;
  return {offeredLoad, waitProbability, classes, meanWait: Number.isNaN(meanWait) ? null : meanWait};
}

function shareThatWaits(load: number, agents: number): number {
  if (load === 0) return 0;
  const {value, log} = inverseErlangB(agents, load);
  return Math.exp(-log) / (((agents - load) / agents) * value + (load / agents) * Math.exp(-log));
}
