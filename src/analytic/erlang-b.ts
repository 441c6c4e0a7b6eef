import {checked} from './check.js';
import {inverseErlangB} from './inverse-erlang-b.js';

/** What Erlang B takes. */
export interface ErlangBOptions {
  /** Erlangs: contacts a second × mean handle time in seconds; ≥ 0. */
  readonly offeredLoad: number;
  /** Agents, or lines; ≥ 0, and fractions are allowed. */
  readonly agents: number;
}

/** What Erlang B answers. */
export interface ErlangBFigures {
  /** Share of contacts that find every agent (line) taken, and are lost. */
  readonly blocking: number;
  /** Natural logarithm of it, for where the share is too small for a double. */
  readonly logBlocking: number;
  /** Erlangs that are served. */
  readonly carriedLoad: number;
  /** Busy share of agents (lines); null when there are none. */
  readonly occupancy: number | null;
}

/**
 * Erlang B, M/G/n/n: nobody waits; who finds every agent taken is lost. Exact for any law of handle times.
 *
 * @throws RangeError for a negative number or none at all
 * @see docs/explanation/methods.md#erlang-b
 * @example erlangB({offeredLoad: 10, agents: 17}).blocking // 0.0129…
 */
export function erlangB({offeredLoad, agents}: ErlangBOptions): ErlangBFigures {
  checked('offeredLoad', offeredLoad, 0);
  checked('agents', agents, 0);
  if (agents === 0) return {blocking: 1, logBlocking: 0, carriedLoad: 0, occupancy: null};
  if (offeredLoad === 0) return {blocking: 0, logBlocking: Number.NEGATIVE_INFINITY, carriedLoad: 0, occupancy: 0};
  const {value, log} = inverseErlangB(agents, offeredLoad);
  const logBlocking = -Math.log(value) - log;
  const blocking = log === 0 ? 1 / value : Math.exp(logBlocking);
  const carriedLoad = offeredLoad * servedShare(agents, offeredLoad, value, log);
  return {blocking, logBlocking, carriedLoad, occupancy: Math.min(1, carriedLoad / agents)};
}

/** 1 − B; where nearly all is lost from 1 − B = n ÷ a × B(n) ÷ B(n − 1), which cancels no digits. */
function servedShare(agents: number, load: number, value: number, log: number): number {
  if (log > 0) return 1;
  if (value > 2) return (value - 1) / value;
  return ((agents / load) * inverseErlangB(agents - 1, load).value) / value;
}
