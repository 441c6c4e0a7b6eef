import {checked} from './check.js';
import {atState, type StateFigures} from './delayed-contact.js';
import type {ServiceLevels} from './figures.js';
import {DEFAULT_THRESHOLD} from './erlang-c.js';
import {evolve} from './uniformization.js';

/** How likely each number of contacts in the system is: waiting and in service together. */
export interface Floor {
  /** By number of contacts. */
  readonly probabilities: Float64Array;
}

/** A stretch of time in which nothing changes but what chance does; seconds, and contacts a second. */
export interface TransientInterval {
  readonly seconds: number;
  /** Contacts a second; ≥ 0. */
  readonly arrivalRate: number;
  /** Mean handle time, seconds; above 0. */
  readonly aht: number;
  /** Whole agents on duty; ≥ 0. */
  readonly agents: number;
  /** Mean of an exponential patience, seconds; nobody abandons when left out. */
  readonly patience?: number;
  /** Seconds within which a contact is answered in time; 20 when left out. */
  readonly threshold?: number;
}

/** What one interval gives; seconds, shares from 0 to 1. */
export interface TransientFigures {
  /** Erlangs that come: arrival rate × mean handle time. */
  readonly offeredLoad: number;
  /** Share of its contacts that find every agent busy. */
  readonly waitProbability: number;
  /** Contacts that abandon in the interval ÷ contacts that come in it, at most 1 in the long run; null when none come. */
  readonly abandonment: number | null;
  /** Contacts that abandon a second. */
  readonly abandonmentRate: number;
  /** Contacts that wait, averaged over the interval. */
  readonly meanQueueLength: number;
  /** Agents that are busy, averaged over the interval. */
  readonly busyAgents: number;
  /** Busy share of agents' time; null without agents. */
  readonly occupancy: number | null;
  /** Of the contacts that come in the interval, waits of those who abandon included; null where they never end. */
  readonly meanWait: number | null;
  /** Of the contacts that come in the interval and are answered; null when none can be. */
  readonly asa: number | null;
  /** Of the contacts that come in the interval. */
  readonly serviceLevel: ServiceLevels;
  /** 1 − serviceLevel.overOffered, with all its digits. */
  readonly notInTime: number;
  /** Expected contacts that wait when the interval ends. */
  readonly queueAtEnd: number;
  /** Expected contacts that wait or are served when the interval ends. */
  readonly contactsAtEnd: number;
}

/** An interval's figures, and what it leaves to the next. */
export interface TransientStep {
  readonly figures: TransientFigures;
  readonly floor: Floor;
}

/** A center that opens with so many contacts in it. */
export function floorWith(contacts: number): Floor {
  const probabilities = new Float64Array(checked('contacts', Math.floor(contacts), 0, 1e7) + 1);
  probabilities[probabilities.length - 1] = 1;
  return {probabilities};
}

/**
 * M_t/M/n_t+M, one interval on: exact for exponential handle times and patience, whatever the load, from any start.
 *
 * Two things it takes simpler than a center has them. When agents leave while all are busy, contacts are put back into the queue
 * (a center's agents finish them): the first minutes after a drop look worse than they are. And how long a contact waits is worked
 * out with the agents of the interval in which it comes.
 *
 * @throws RangeError for a number out of range
 * @see docs/explanation/methods.md#a-day-that-changes
 * @example transientStep(floorWith(0), {seconds: 1800, arrivalRate: 0.05, aht: 180, agents: 10, patience: 120}).figures.waitProbability
 */
export function transientStep(floor: Floor, interval: TransientInterval): TransientStep {
  const {seconds, aht, agents, patience = Number.POSITIVE_INFINITY, threshold = DEFAULT_THRESHOLD} = interval;
  checked('seconds', seconds, Number.MIN_VALUE);
  checked('aht', aht, Number.MIN_VALUE);
  checked('arrivalRate', interval.arrivalRate, 0);
  checked('patience', patience, Number.MIN_VALUE, Number.POSITIVE_INFINITY);
  checked('threshold', threshold, 0);
  if (!Number.isInteger(agents) || agents < 0)
    throw new RangeError(`agents: expected a whole number of at least 0, got ${agents}`);
  const load = interval.arrivalRate * aht;
  const theta = aht / patience;
  const {end, mean} = evolve(floor.probabilities, {load, agents, theta, duration: seconds / aht});
  return {figures: figuresOf(interval, mean, end, theta, threshold / aht), floor: {probabilities: end}};
}

/**
 * A whole day, interval by interval.
 *
 * @param options.start what the center opens with; empty when left out
 * @example transientQueue({intervals: rates.map(arrivalRate => ({seconds: 1800, arrivalRate, aht: 180, agents: 12, patience: 120}))})
 */
export function transientQueue({
  intervals,
  start = floorWith(0),
}: {
  readonly intervals: readonly TransientInterval[];
  readonly start?: Floor;
}): readonly TransientFigures[] {
  let floor = start;
  return intervals.map(interval => {
    const step = transientStep(floor, interval);
    floor = step.floor;
    return step.figures;
  });
}

function figuresOf(
  {arrivalRate, aht, agents}: TransientInterval,
  mean: Float64Array,
  end: Float64Array,
  theta: number,
  threshold: number,
): TransientFigures {
  let free = 0;
  let busyAgents = 0;
  let meanQueueLength = 0;
  for (let j = 0; j < mean.length; j++) {
    if (j < agents) free += mean[j];
    busyAgents += Math.min(j, agents) * mean[j];
    meanQueueLength += Math.max(0, j - agents) * mean[j];
  }
  const delayed = sumOver(mean, agents, theta, threshold);
  const inTime = free + delayed.servedInTime;
  const served = free + delayed.served;
  const offeredLoad = arrivalRate * aht;
  const abandonedLoad = theta * meanQueueLength;
  return {
    offeredLoad,
    waitProbability: delayed.probability,
    abandonment: offeredLoad > 0 ? abandonedLoad / offeredLoad : null,
    abandonmentRate: abandonedLoad / aht,
    meanQueueLength,
    busyAgents,
    occupancy: agents > 0 ? Math.min(1, busyAgents / agents) : null,
    meanWait: Number.isFinite(delayed.wait) ? delayed.wait * aht : null,
    asa: served > 0 ? (delayed.servedTime / served) * aht : null,
    serviceLevel: {
      excludingAbandons: inTime === 0 ? 0 : inTime / (1 - delayed.goneInTime),
      overOffered: inTime,
      overAnswered: served > 0 ? inTime / served : 0,
      abandonsMet: inTime + delayed.goneInTime,
      virtual: free + delayed.virtualInTime,
    },
    notInTime: delayed.probability - delayed.servedInTime,
    queueAtEnd: end.reduce((sum, p, j) => sum + Math.max(0, j - agents) * p, 0),
    contactsAtEnd: end.reduce((sum, p, j) => sum + j * p, 0),
  };
}

/** What happens to those who come while all are busy, over all lengths of the queue they meet. */
function sumOver(
  mean: Float64Array,
  agents: number,
  theta: number,
  threshold: number,
): Omit<StateFigures, 'virtualWait'> & {readonly probability: number} {
  const sum = {probability: 0, served: 0, servedTime: 0, wait: 0, servedInTime: 0, goneInTime: 0, virtualInTime: 0};
  const states = atState(agents, theta, threshold);
  for (let j = agents; j < mean.length; j++) {
    const p = mean[j];
    const state = states(j - agents);
    if (p === 0) continue;
    sum.probability += p;
    sum.served += p * state.served;
    sum.servedTime += p * state.servedTime;
    sum.wait += p * state.wait;
    sum.servedInTime += p * state.servedInTime;
    sum.goneInTime += p * state.goneInTime;
    sum.virtualInTime += p * state.virtualInTime;
  }
  return sum;
}
