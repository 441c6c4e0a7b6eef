import {checked, checkStation} from './check.js';
import {constantServiceWait} from './constant-service.js';
import {erlangC, unstable} from './erlang-c.js';
import type {Unstable} from './figures.js';
import {twoPhaseQueue, type TwoPhases} from './two-phase-service.js';

/** Shape of the handle time; its mean is `aht`. */
export type HandleTimeShape =
  | {readonly kind: 'constant'}
  | {readonly kind: 'exponential'}
  /** Erlang with two phases. */
  | {readonly kind: 'erlang-2'}
  /** Two kinds of contacts; the means are scaled so that they average to `aht`. */
  | {
      readonly kind: 'hyperexponential';
      readonly phases: readonly [
        {readonly probability: number; readonly mean: number},
        {readonly probability: number; readonly mean: number},
      ];
    }
  /** Any other: its coefficient of variation, by approximation. */
  | {readonly kind: 'cv'; readonly cv: number};

/** What is known of a queue without abandonment whose handle times have this shape. */
export interface GeneralServiceFigures {
  readonly outcome: 'stable';
  readonly offeredLoad: number;
  /** Null where only the mean wait is known. */
  readonly waitProbability: number | null;
  /** Seconds. */
  readonly meanWait: number;
  readonly meanQueueLength: number;
  readonly occupancy: number;
  /** false: an approximation, good to 3 % at loads of 0.8 per agent and more, to 16 % at 0.5. */
  readonly exact: boolean;
}

/** More agents than this take the exact way too long where handle times have two phases. */
const MOST_EXACT_AGENTS = 150;

/**
 * M/G/n: as Erlang C, with handle times of another shape. Constant (Crommelin), two-phase Erlang and hyperexponential handle times
 * are exact, others interpolated between exponential and constant ones.
 *
 * @throws RangeError for a number out of range
 * @see docs/explanation/methods.md#priorities-and-other-laws
 * @example generalServiceQueue({arrivalRate: 0.05, aht: 180, agents: 10, handleTime: {kind: 'constant'}})
 */
export function generalServiceQueue({
  arrivalRate,
  aht,
  agents,
  handleTime,
}: {
  readonly arrivalRate: number;
  readonly aht: number;
  /** Whole agents, at least 1. */
  readonly agents: number;
  readonly handleTime: HandleTimeShape;
}): GeneralServiceFigures | Unstable {
  checkStation({arrivalRate, aht, agents});
  const load = arrivalRate * aht;
  if (load >= agents) return unstable(load, agents);
  const {waitProbability, wait, exact} = inHandleTimes(handleTime, load, agents);
  return {
    outcome: 'stable',
    offeredLoad: load,
    waitProbability,
    meanWait: wait * aht,
    meanQueueLength: load * wait,
    occupancy: load / agents,
    exact,
  };
}

interface Answer {
  readonly waitProbability: number | null;
  readonly wait: number;
  readonly exact: boolean;
}

function inHandleTimes(shape: HandleTimeShape, load: number, agents: number): Answer {
  switch (shape.kind) {
    case 'exponential': {
      const {waitProbability, meanWait} = exponential(load, agents);
      return {waitProbability, wait: meanWait, exact: true};
    }
    case 'constant': {
      const wait = constantServiceWait(load, agents);
      return {waitProbability: null, wait: wait ?? interpolated(load, agents, 0), exact: wait !== null};
    }
    case 'erlang-2':
      return twoPhases({first: 1, rates: [2, 2], goesOn: 1}, load, agents, 0.5);
    case 'hyperexponential': {
      const {phases, squaredCv} = scaled(shape.phases);
      return twoPhases(phases, load, agents, squaredCv);
    }
    case 'cv':
      return {
        waitProbability: null,
        wait: interpolated(load, agents, checked('handleTime.cv', shape.cv, 0) ** 2),
        exact: false,
      };
  }
}

function twoPhases(phases: TwoPhases, load: number, agents: number, squaredCv: number): Answer {
  if (agents > MOST_EXACT_AGENTS)
    return {waitProbability: null, wait: interpolated(load, agents, squaredCv), exact: false};
  const {waitProbability, meanWait} = twoPhaseQueue(phases, load, agents);
  return {waitProbability, wait: meanWait, exact: true};
}

function scaled(phases: Extract<HandleTimeShape, {kind: 'hyperexponential'}>['phases']): {
  phases: TwoPhases;
  squaredCv: number;
} {
  const [first, second] = phases;
  for (const {probability, mean} of phases) {
    checked('handleTime.probability', probability, 0, 1);
    checked('handleTime.mean', mean, Number.MIN_VALUE);
  }
  const total = first.probability + second.probability;
  if (!(Math.abs(total - 1) < 1e-9))
    throw new RangeError(`handleTime.phases: expected probabilities that add up to 1, got ${total}`);
  const mean = first.probability * first.mean + second.probability * second.mean;
  const square = 2 * (first.probability * first.mean ** 2 + second.probability * second.mean ** 2);
  return {
    phases: {first: first.probability, rates: [mean / first.mean, mean / second.mean], goesOn: 0},
    squaredCv: square / mean ** 2 - 1,
  };
}

function exponential(load: number, agents: number): {waitProbability: number; meanWait: number} {
  const figures = erlangC({arrivalRate: load, aht: 1, agents});
  if (figures.outcome === 'unstable') throw new RangeError('load: expected less than the agents');
  return figures;
}

/** Between exponential handle times and constant ones, those after Cosmetatos (1975). */
function interpolated(load: number, agents: number, squaredCv: number): number {
  const {meanWait} = exponential(load, agents);
  const occupancy = load / agents;
  const correction = ((1 - occupancy) * (agents - 1) * (Math.sqrt(4 + 5 * agents) - 2)) / (16 * load);
  return squaredCv * meanWait + (1 - squaredCv) * 0.5 * (1 + correction) * meanWait;
}
