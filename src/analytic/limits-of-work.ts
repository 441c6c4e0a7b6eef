import {border} from '../numeric/search.js';
import {checked} from './check.js';
import type {QueueOutcome} from './figures.js';
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
  const threshold = targets.serviceLevel?.threshold;
  const outcomeOf = (arrivalRate: number): QueueOutcome => queue({...rest, arrivalRate, agents, threshold});
  return largestWork(outcomeOf, targets, Math.max(agents, 1) / rest.aht);
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
  const threshold = targets.serviceLevel?.threshold;
  const outcomeOf = (aht: number): QueueOutcome => queue({...rest, aht, agents, threshold});
  return largestWork(outcomeOf, targets, Math.max(agents, 1) / rest.arrivalRate);
}

/**
 * The largest value of an unknown with which every target holds, under any formula.
 *
 * @param outcomeOf the queue with this value; a larger one never makes it better
 * @param guess a value above 0 to begin with; any gives the same answer
 * @returns 0 when no value meets the targets
 * @see docs/explanation/methods.md#required-agents
 */
export function largestWork(outcomeOf: (value: number) => QueueOutcome, targets: Targets, guess: number): number {
  const given = givenTargets(targets);
  const holds = (value: number): boolean => {
    const outcome = outcomeOf(value);
    return given.every(name => meets(outcome, targets, name));
  };
  let good = guess;
  let bad = guess;
  for (let step = 0; step < MOST_DOUBLINGS && holds(bad); step++) [good, bad] = [bad, bad * 2];
  for (let step = 0; step < MOST_DOUBLINGS && !holds(good); step++) [good, bad] = [good / 2, good];
  return holds(good) ? border(holds, good, bad) : 0;
}
