import {checked, checkStation} from './check.js';
import {unstable} from './erlang-c.js';
import type {Unstable} from './figures.js';

/** Shape of the time between two arrivals; its mean is 1 ÷ the arrival rate. */
export type ArrivalShape =
  | {readonly kind: 'constant'}
  | {readonly kind: 'exponential'}
  | {readonly kind: 'erlang'; readonly phases: number}
  /** The means are scaled. */
  | {
      readonly kind: 'hyperexponential';
      readonly phases: readonly {readonly probability: number; readonly mean: number}[];
    };

/** What arrivals of such a shape meet. */
export interface GeneralArrivalFigures {
  readonly outcome: 'stable';
  readonly offeredLoad: number;
  /** Share of contacts that wait. */
  readonly waitProbability: number;
  /** Seconds. */
  readonly meanWait: number;
  /** Mean wait of those who wait, seconds; their wait is exponential. */
  readonly meanWaitOfDelayed: number;
  readonly meanQueueLength: number;
  readonly occupancy: number;
}

/**
 * GI/M/n: arrivals that are more regular or burstier than a Poisson stream, exponential handle times, nobody abandons (Takács).
 *
 * @throws RangeError for a number out of range
 * @see docs/explanation/methods.md#priorities-and-other-laws
 * @example generalArrivalsQueue({arrivalRate: 0.8, aht: 1, agents: 1, between: {kind: 'erlang', phases: 2}}).meanWait // 2.844
 */
export function generalArrivalsQueue({
  arrivalRate,
  aht,
  agents,
  between,
}: {
  readonly arrivalRate: number;
  readonly aht: number;
  /** Whole agents, at least 1. */
  readonly agents: number;
  readonly between: ArrivalShape;
}): GeneralArrivalFigures | Unstable {
  checkStation({arrivalRate, aht, agents});
  const load = arrivalRate * aht;
  if (load >= agents) return unstable(load, agents);
  const sigma = geometricRatio(transformOf(between, load), agents);
  const waitProbability = shareThatWaits(between, load, agents, sigma);
  const meanWaitOfDelayed = aht / (agents * (1 - sigma));
  const meanWait = waitProbability * meanWaitOfDelayed;
  return {
    outcome: 'stable',
    offeredLoad: load,
    waitProbability,
    meanWait,
    meanWaitOfDelayed,
    meanQueueLength: arrivalRate * meanWait,
    occupancy: load / agents,
  };
}

/** E[e^(−s T)] of the time T between arrivals, in handle times. */
function transformOf(between: ArrivalShape, load: number): (s: number) => number {
  switch (between.kind) {
    case 'constant':
      return s => Math.exp(-s / load);
    case 'exponential':
      return s => load / (load + s);
    case 'erlang': {
      const phases = checked('between.phases', between.phases, 1);
      return s => (1 + s / (load * phases)) ** -phases;
    }
    case 'hyperexponential': {
      const mean = between.phases.reduce((sum, phase) => sum + phase.probability * phase.mean, 0);
      return s =>
        between.phases.reduce((sum, phase) => sum + phase.probability / (1 + (s * phase.mean) / (mean * load)), 0);
    }
  }
}

/** σ in (0, 1) with σ = A*(n (1 − σ)), by halving: below it the right side is the larger. */
function geometricRatio(transform: (s: number) => number, agents: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (transform(agents * (1 - middle)) > middle) low = middle;
    else high = middle;
  }
  return low;
}

/** So near to a whole number n (1 − σ) cancels digits of Takács' constant. */
const NEAR = 1e-5;

/** Loads next to it, as a part of it, from which the value is then found. */
const STEP = 1e-3;

/** Where Takács' constant has a removable singularity, from four loads around it, to the fourth power of the step. */
function shareThatWaits(between: ArrivalShape, load: number, agents: number, sigma: number): number {
  const place = agents * (1 - sigma);
  if (Math.abs(place - Math.round(place)) > NEAR)
    return takacs(transformOf(between, load), agents, sigma) / (1 - sigma);
  const step = Math.min(STEP, (agents - load) / (4 * load));
  const beside = (by: number): number => {
    const transform = transformOf(between, load * (1 + by * step));
    const ratio = geometricRatio(transform, agents);
    return takacs(transform, agents, ratio) / (1 - ratio);
  };
  const [once, twice] = [beside(1) + beside(-1), beside(2) + beside(-2)];
  return (4 * once - twice) / 6;
}

/** Takács' constant. */
function takacs(transform: (s: number) => number, agents: number, sigma: number): number {
  let binomial = 1;
  let product = 1;
  let sum = 1 / (1 - sigma);
  for (let j = 1; j <= agents; j++) {
    const a = transform(j);
    binomial *= (agents - j + 1) / j;
    product *= a / (1 - a);
    sum += (binomial / (product * (1 - a))) * ((agents * (1 - a) - j) / (agents * (1 - sigma) - j));
  }
  return 1 / sum;
}
