import {checked} from './check.js';
import type {QueueFigures, QueueOutcome, Unstable} from './figures.js';
import {inverseErlangB} from './inverse-erlang-b.js';

/** What Erlang C takes; seconds, and contacts a second. */
export interface ErlangCOptions {
  /** Contacts a second; ≥ 0. */
  readonly arrivalRate: number;
  /** Mean handle time, seconds: talk, hold and wrap-up; ≥ 0. */
  readonly aht: number;
  /** ≥ 0; fractions are allowed. */
  readonly agents: number;
  /** Seconds within which a contact is answered in time; 20 when left out. */
  readonly threshold?: number;
}

/** Seconds in which a contact is answered in time where nothing else is said. */
export const DEFAULT_THRESHOLD = 20;

/**
 * Erlang C, M/M/n: everybody waits, nobody abandons. Unstable when the load is at or above the agents.
 *
 * Not to be trusted where people abandon (it then promises far longer waits than happen), nor near full load, where a
 * few per cent more work change everything.
 *
 * @throws RangeError for a negative number or none at all
 * @see docs/explanation/methods.md#erlang-c
 * @example erlangC({arrivalRate: 100 / 1800, aht: 180, agents: 14}) // {outcome: 'stable', waitProbability: 0.174…, …}
 */
export function erlangC({arrivalRate, aht, agents, threshold = DEFAULT_THRESHOLD}: ErlangCOptions): QueueOutcome {
  checked('arrivalRate', arrivalRate, 0);
  checked('aht', aht, 0);
  checked('agents', agents, 0);
  checked('threshold', threshold, 0);
  const offeredLoad = arrivalRate * aht;
  const spare = agents - offeredLoad;
  if (!(spare > 0)) return unstable(offeredLoad, agents);
  if (offeredLoad === 0) return idleQueue();
  const {value, log} = inverseErlangB(agents, offeredLoad);
  // 1 ÷ C = (1 − ρ) ÷ B + ρ, a sum of positive terms.
  const load = offeredLoad / agents;
  const idle = spare / agents;
  const inverse = log === 0 ? idle * value + load : idle * value;
  const logWaitProbability = -Math.log(inverse) - log;
  const waitProbability = log === 0 ? 1 / inverse : Math.exp(logWaitProbability);
  const wait = (waitProbability * aht) / spare;
  const late = lateShare(waitProbability, logWaitProbability, (spare * threshold) / aht);
  return {
    outcome: 'stable',
    offeredLoad,
    waitProbability,
    logWaitProbability,
    abandonment: 0,
    blocking: 0,
    meanWait: wait,
    asa: wait,
    meanWaitOfAbandoned: null,
    meanVirtualWait: wait,
    occupancy: load,
    meanQueueLength: (waitProbability * offeredLoad) / spare,
    serviceLevel: alike(1 - late),
    notInTime: late,
  };
}

/**
 * The wait that a share of contacts does not exceed, under Erlang C.
 *
 * @param share from 0 to 1
 * @returns seconds; Infinity for a share of 1; null where the queue is unstable
 * @example erlangCWait({arrivalRate: 100 / 1800, aht: 180, agents: 14, share: 0.9}) // 24.9… seconds
 */
export function erlangCWait({
  share,
  ...options
}: Omit<ErlangCOptions, 'threshold'> & {readonly share: number}): number | null {
  checked('share', share, 0, 1);
  const figures = erlangC(options);
  if (figures.outcome === 'unstable') return null;
  const {logWaitProbability, offeredLoad} = figures;
  const spare = options.agents - offeredLoad;
  return Math.max(0, ((logWaitProbability - Math.log1p(-share)) * options.aht) / spare);
}

/**
 * The outcome of a queue that grows without end.
 *
 * @param lasting Erlangs of those who never give up, where not all do
 */
export function unstable(offeredLoad: number, agents: number, lasting: number = offeredLoad): Unstable {
  return {outcome: 'unstable', offeredLoad, agents, agentsToBeStable: Math.floor(lasting) + 1};
}

/** The figures of a queue to which nobody comes: what the first contact would meet. */
export function idleQueue(): QueueFigures {
  return {
    outcome: 'stable',
    offeredLoad: 0,
    waitProbability: 0,
    logWaitProbability: Number.NEGATIVE_INFINITY,
    abandonment: 0,
    blocking: 0,
    meanWait: 0,
    asa: 0,
    meanWaitOfAbandoned: null,
    meanVirtualWait: 0,
    occupancy: 0,
    meanQueueLength: 0,
    serviceLevel: alike(1),
    notInTime: 0,
  };
}

/** C e^(−x), from whichever of C and its logarithm has the digits. */
function lateShare(share: number, logShare: number, x: number): number {
  return share > 1e-290 ? share * Math.exp(-x) : Math.exp(logShare - x);
}

/** Where nobody abandons every definition of service level says the same. */
const alike = (share: number): QueueFigures['serviceLevel'] => ({
  excludingAbandons: share,
  overOffered: share,
  overAnswered: share,
  abandonsMet: share,
  virtual: share,
});
