import {checked} from './check.js';
import {DEFAULT_THRESHOLD, idleQueue, type ErlangCOptions} from './erlang-c.js';
import type {QueueFigures} from './figures.js';
import {chainFigures} from './finite-queue.js';
import {inverseErlangB} from './inverse-erlang-b.js';

/** What the queue with limited lines takes; seconds, and contacts a second. */
export interface LimitedLinesOptions extends ErlangCOptions {
  /** Whole agents, at least 1. */
  readonly agents: number;
  /** Contacts in the system at most, in service and waiting; at least as many as agents. */
  readonly lines: number;
  /** Mean of an exponential patience, seconds; nobody abandons when left out. */
  readonly patience?: number;
}

/**
 * M/M/n/K and M/M/n/K+M: so many lines; who finds all taken hears a busy signal and is lost. There is a balance under any load.
 *
 * Shares are of all who come, blocked ones included; mean waits are of those who got a line.
 *
 * @throws RangeError for a number out of range
 * @see docs/explanation/methods.md#limited-lines-redials-chat-and-blending
 * @example limitedLines({arrivalRate: 4 / 60, aht: 180, agents: 14, lines: 20, patience: 60}).blocking
 */
export function limitedLines(options: LimitedLinesOptions): QueueFigures {
  const {arrivalRate, aht, agents, lines, patience = Number.POSITIVE_INFINITY, threshold = DEFAULT_THRESHOLD} = options;
  checked('arrivalRate', arrivalRate, 0);
  checked('aht', aht, 0);
  checked('patience', patience, Number.MIN_VALUE, Number.POSITIVE_INFINITY);
  checked('threshold', threshold, 0);
  for (const [name, count, least] of [
    ['agents', agents, 1],
    ['lines', lines, agents],
  ] as const)
    if (!Number.isInteger(checked(name, count, least)))
      throw new RangeError(`${name}: expected a whole number, got ${count}`);
  const load = arrivalRate * aht;
  if (load === 0) return idleQueue();
  const {value, log} = inverseErlangB(agents - 1, load);
  const figures = chainFigures({
    free: {value: (value * agents) / load, log},
    load,
    rate: agents,
    theta: aht / patience,
    places: lines - agents,
    threshold: threshold / aht,
  });
  return {
    ...inSeconds(figures, aht),
    outcome: 'stable',
    offeredLoad: load,
    occupancy: Math.min(1, (load * (1 - figures.blocking - figures.abandonment)) / agents),
  };
}

/** Times of a chain in seconds. */
export function inSeconds(
  {free: _free, ...figures}: ReturnType<typeof chainFigures>,
  unit: number,
): Omit<QueueFigures, 'outcome' | 'offeredLoad' | 'occupancy'> {
  const times = (time: number | null): number | null => (time === null ? null : time * unit);
  return {
    ...figures,
    meanWait: figures.meanWait * unit,
    asa: times(figures.asa),
    meanWaitOfAbandoned: times(figures.meanWaitOfAbandoned),
    meanVirtualWait: times(figures.meanVirtualWait),
  };
}
