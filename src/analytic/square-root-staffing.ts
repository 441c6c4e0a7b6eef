import {normalCdf} from '../numeric/normal.js';
import {border} from '../numeric/search.js';
import {checked} from './check.js';

/** Beyond so many square roots of the load nothing is left to chance. */
const WIDEST = 12;

/**
 * A first guess at the agents: load + β √load, with β such that the wanted share waits in the limit of large centers (Halfin and
 * Whitt; Garnett, Mandelbaum and Reiman with patience). Never an answer: at 10 agents it is off by a hundredth, and the exact
 * formula takes microseconds.
 *
 * @param options.waitProbability share that may wait, between 0 and 1
 * @param options.patience mean patience ÷ mean handle time; nobody abandons when left out
 * @returns a fraction of agents; with patience it may be below the load
 * @throws RangeError for a number out of range
 * @see docs/explanation/methods.md#required-agents
 * @example squareRootStaffing({offeredLoad: 100, waitProbability: 0.5}) // 105.06
 */
export function squareRootStaffing({
  offeredLoad,
  waitProbability,
  patience = Number.POSITIVE_INFINITY,
}: {
  readonly offeredLoad: number;
  readonly waitProbability: number;
  readonly patience?: number;
}): number {
  checked('offeredLoad', offeredLoad, 0);
  checked('waitProbability', waitProbability, Number.MIN_VALUE, 1 - Number.EPSILON);
  checked('patience', patience, Number.MIN_VALUE, Number.POSITIVE_INFINITY);
  const few = (beta: number): boolean => delayInTheLimit(beta, 1 / patience) <= waitProbability;
  const least = patience === Number.POSITIVE_INFINITY ? 0 : -WIDEST;
  return Math.max(0, offeredLoad + border(few, WIDEST, least) * Math.sqrt(offeredLoad));
}

/** Share that waits when load and agents grow together, agents = load + β √load. */
function delayInTheLimit(beta: number, theta: number): number {
  if (theta === 0) return beta <= 0 ? 1 : 1 / (1 + beta / hazard(-beta));
  const root = Math.sqrt(theta);
  return 1 / (1 + (root * hazard(beta / root)) / hazard(-beta));
}

/** φ(x) ÷ (1 − Φ(x)). */
function hazard(x: number): number {
  const tail = normalCdf(-x);
  return tail > 0 ? Math.exp((-x * x) / 2) / (Math.sqrt(2 * Math.PI) * tail) : x;
}
