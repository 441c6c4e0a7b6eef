import {checked} from './check.js';
import {DEFAULT_THRESHOLD, unstable, type ErlangCOptions} from './erlang-c.js';
import type {QueueFigures, Unstable} from './figures.js';
import {chainFigures} from './finite-queue.js';
import {inSeconds} from './limited-lines.js';

/** What blending takes; seconds, and contacts a second. */
export interface BlendingOptions extends ErlangCOptions {
  /** Whole agents, at least 1. */
  readonly agents: number;
  /** Idle agents that are kept for inbound calls: an outbound call starts when more are idle. From 0 to the agents. */
  readonly keptIdle: number;
  /** Mean of an exponential patience of inbound callers, seconds; nobody abandons when left out. */
  readonly patience?: number;
}

/** What blending answers when there is a balance; waits and service level are those of inbound calls. */
export interface BlendingFigures extends QueueFigures {
  /** Outbound calls started a second. */
  readonly outboundRate: number;
}

/**
 * Inbound calls, and endless outbound work of the same handle time that fills idle agents above a threshold (Bhulai and Koole).
 *
 * @throws RangeError for a number out of range
 * @see docs/explanation/methods.md#limited-lines-redials-chat-and-blending
 * @example blendedQueue({arrivalRate: 4 / 60, aht: 180, agents: 16, keptIdle: 2}) // {serviceLevel 0.63, occupancy 0.958, …}
 */
export function blendedQueue(options: BlendingOptions): BlendingFigures | Unstable {
  const {
    arrivalRate,
    aht,
    agents,
    keptIdle,
    patience = Number.POSITIVE_INFINITY,
    threshold = DEFAULT_THRESHOLD,
  } = options;
  checked('arrivalRate', arrivalRate, Number.MIN_VALUE);
  checked('aht', aht, Number.MIN_VALUE);
  checked('patience', patience, Number.MIN_VALUE, Number.POSITIVE_INFINITY);
  checked('threshold', threshold, 0);
  for (const [name, count, least, most] of [
    ['agents', agents, 1, 1e7],
    ['keptIdle', keptIdle, 0, agents],
  ] as const)
    if (!Number.isInteger(checked(name, count, least, most)))
      throw new RangeError(`${name}: expected a whole number, got ${count}`);
  const load = arrivalRate * aht;
  if (patience === Number.POSITIVE_INFINITY && load >= agents) return unstable(load, agents);
  let term = 1;
  let free = 0;
  let idle = 0;
  for (let busy = agents - 1; busy >= agents - keptIdle; busy--) {
    term *= (busy + 1) / load;
    free += term;
    idle += term * (agents - busy);
  }
  const figures = chainFigures({
    free: {value: free, log: 0},
    load,
    rate: agents,
    theta: aht / patience,
    places: Number.POSITIVE_INFINITY,
    threshold: threshold / aht,
  });
  const busyAgents = agents - (free > 0 ? (figures.free * idle) / free : 0);
  return {
    ...inSeconds(figures, aht),
    outcome: 'stable',
    offeredLoad: load,
    occupancy: busyAgents / agents,
    outboundRate: Math.max(0, busyAgents - load * (1 - figures.abandonment)) / aht,
  };
}
