import {atState} from './delayed-contact.js';
import type {QueueFigures} from './figures.js';
import type {Scaled} from './inverse-erlang-b.js';

/** A queue as its chain of states; the unit of time is the caller's. */
export interface Chain {
  /** How likely it is that somebody is free, against the state in which all are busy and nobody waits. */
  readonly free: Scaled;
  /** Arrivals. */
  readonly load: number;
  /** Completions while all are busy. */
  readonly rate: number;
  /** Rate at which each one who waits gives up. */
  readonly theta: number;
  /** Places to wait; Infinity allowed when there is a balance. */
  readonly places: number;
  readonly threshold: number;
}

/** Less than this part of all, with all that is further on, changes no digit. */
const NEGLIGIBLE = 1e-22;

const LARGE = 1e250;

/** Shares and times of a chain; times in its unit. */
export interface ChainFigures extends Omit<QueueFigures, 'outcome' | 'offeredLoad' | 'occupancy'> {
  /** Share of time in which somebody is free. */
  readonly free: number;
}

/**
 * The figures of a queue whose service rate is one number while anybody waits: sums over the number waiting, all positive.
 *
 * @see docs/explanation/methods.md#limited-lines-redials-chat-and-blending
 */
export function chainFigures({free, load, rate, theta, places, threshold}: Chain): ChainFigures {
  const sums = new Float64Array(SUMS);
  const states = atState(rate, theta, threshold);
  let freeWeight = free.log > 700 ? Number.POSITIVE_INFINITY : free.value * Math.exp(free.log);
  let all = freeWeight;
  let term = 1;
  let counted = 0;
  let counting = true;
  let waiting = 0;
  for (; waiting < places; waiting++) {
    counted += term;
    all += term;
    if (counting) add(sums, term, states(waiting), waiting);
    const ratio = load / (rate + (waiting + 1) * theta);
    if (ratio < 1 && term * (waiting + 1) < counted * NEGLIGIBLE * (1 - ratio)) {
      if (places === Number.POSITIVE_INFINITY) break;
      counting = false;
    }
    term *= ratio;
    if (term > LARGE) {
      for (let i = 0; i < SUMS; i++) sums[i] /= LARGE;
      counted /= LARGE;
      all /= LARGE;
      freeWeight /= LARGE;
      term /= LARGE;
    }
  }
  const blockedWeight = waiting < places ? 0 : term;
  const logAll = all === Number.POSITIVE_INFINITY ? Math.log(free.value) + free.log : Math.log(all + blockedWeight);
  return sharesOf(sums, {all: all + blockedWeight, logAll, counted, freeWeight, blockedWeight, theta, load, waiting});
}

const SUMS = 8;

function add(sums: Float64Array, term: number, state: ReturnType<ReturnType<typeof atState>>, waiting: number): void {
  sums[0] += term * state.served;
  sums[1] += term * state.servedTime;
  sums[2] += term * state.wait;
  sums[3] += term * state.virtualWait;
  sums[4] += term * state.servedInTime;
  sums[5] += term * state.goneInTime;
  sums[6] += term * state.virtualInTime;
  sums[7] += term * waiting;
}

interface Weights {
  readonly all: number;
  readonly logAll: number;
  readonly counted: number;
  readonly freeWeight: number;
  readonly blockedWeight: number;
  readonly theta: number;
  readonly load: number;
  /** The number waiting in the last state. */
  readonly waiting: number;
}

function sharesOf(sums: Float64Array, weights: Weights): ChainFigures {
  const {all, logAll, counted, freeWeight, blockedWeight, theta, load, waiting} = weights;
  const free = freeWeight === Number.POSITIVE_INFINITY ? 1 : freeWeight / all;
  const share = (sum: number): number => sum / all;
  const blocking = share(blockedWeight);
  const accepted = free + share(counted);
  const meanQueueLength = share(sums[7] + blockedWeight * waiting);
  const abandonment = (theta * meanQueueLength) / load;
  const answered = free + share(sums[0]);
  const inTime = free + share(sums[4]);
  const goneInTime = share(sums[5]);
  const notServed = share(counted) - share(sums[4]);
  return {
    free,
    waitProbability: share(counted),
    logWaitProbability: Math.log(counted) - logAll,
    abandonment,
    blocking,
    meanWait: share(sums[2]) / accepted,
    asa: answered > 0 ? share(sums[1]) / answered : null,
    meanWaitOfAbandoned: abandonment > 0 ? (share(sums[2]) - share(sums[1])) / abandonment : null,
    meanVirtualWait: accepted > 0 ? share(sums[3]) / accepted : null,
    meanQueueLength,
    serviceLevel: {
      excludingAbandons: inTime === 0 ? 0 : inTime / (1 - goneInTime),
      overOffered: inTime,
      overAnswered: answered > 0 ? inTime / answered : 0,
      abandonsMet: inTime + goneInTime,
      virtual: free + share(sums[6]),
    },
    notInTime: notServed + blocking,
  };
}
