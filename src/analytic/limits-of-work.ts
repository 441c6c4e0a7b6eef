import {border} from '../numeric/search.js';
import {checked} from './check.js';
import {queue, type Workload} from './required-agents.js';
import {givenTargets, meets, type Targets} from './targets.js';

/** Doublings of a first guess before nothing is expected to change any more. */
const MOST_DOUBLINGS = 200;

/** What the two questions below share. */
interface Limits extends Workload {
  readonly agents: number;
  readonly targets: Targets;
}

/**
 * The most contacts a second that a number of agents can take while every target holds.
 *
 * @returns contacts a second; 0 when no load at all meets the targets
 * @throws RangeError for a number out of range, or no target
 * @see docs/explanation/methods.md#required-agents
 * @example mostArrivals({aht: 180, agents: 14, targets: {serviceLevel: {share: 0.8, threshold: 20}}}) * 1800 // 108.8 calls a half-hour
 */
export function mostArrivals({agents, targets, ...rest}: Omit<Limits, 'arrivalRate'>): number {
  checked('aht', rest.aht, Number.MIN_VALUE);
  return largest(Math.max(agents, 1) / rest.aht, arrivalRate => ({...rest, arrivalRate, agents, targets}));
}

/**
 * The longest mean handle time that a number of agents can bear while every target holds.
 *
 * @returns seconds; 0 when no load at all meets the targets
 * @throws RangeError for a number out of range, or no target
 * @see docs/explanation/methods.md#required-agents
 * @example longestAht({arrivalRate: 100 / 1800, agents: 14, targets: {serviceLevel: {share: 0.8, threshold: 20}}}) // 195 s
 */
export function longestAht({agents, targets, ...rest}: Omit<Limits, 'aht'>): number {
  checked('arrivalRate', rest.arrivalRate, Number.MIN_VALUE);
  return largest(Math.max(agents, 1) / rest.arrivalRate, aht => ({...rest, aht, agents, targets}));
}

/** The largest value of what is unknown with which every target holds; `guess` loads the agents fully. */
function largest(guess: number, limitsAt: (value: number) => Limits): number {
  const holds = (value: number): boolean => {
    const {targets, ...limits} = limitsAt(value);
    const outcome = queue({...limits, threshold: targets.serviceLevel?.threshold});
    return givenTargets(targets).every(name => meets(outcome, targets, name));
  };
  let good = guess;
  let bad = guess;
  for (let step = 0; step < MOST_DOUBLINGS && holds(bad); step++) [good, bad] = [bad, bad * 2];
  for (let step = 0; step < MOST_DOUBLINGS && !holds(good); step++) [good, bad] = [good / 2, good];
  return holds(good) ? border(holds, good, bad) : 0;
}
