import {betaP} from '../numeric/incomplete-beta.js';
import {gammaP} from '../numeric/incomplete-gamma.js';
import {logGamma} from '../numeric/log-gamma.js';

/** What becomes of a contact that finds so many waiting before it; times in mean handle times. */
export interface StateFigures {
  /** Chance to be answered. */
  readonly served: number;
  /** E[wait; answered]. */
  readonly servedTime: number;
  /** Mean time in the queue, however it ends; Infinity where it never does. */
  readonly wait: number;
  /** Mean wait for the answer of a contact of endless patience; Infinity without agents. */
  readonly virtualWait: number;
  /** Chance to be answered within the threshold. */
  readonly servedInTime: number;
  /** Chance to abandon within the threshold. */
  readonly goneInTime: number;
  /** Chance that the answer would come within the threshold if the contact waited for it. */
  readonly virtualInTime: number;
}

/**
 * What becomes of contacts that find all agents busy, by the number already waiting; to be asked for 0, 1, 2, … in order.
 *
 * With V the wait for the answer and x = e^(−θ t), e^(−θ V) has a beta distribution with parameters n/θ and q + 1; without
 * impatience V is a sum of q + 1 exponential times of rate n.
 *
 * @param agents how many finish per mean handle time while all are busy
 * @param theta mean handle time ÷ mean patience; 0: nobody abandons
 * @param threshold in mean handle times
 * @see docs/explanation/methods.md#a-day-that-changes
 */
export function atState(agents: number, theta: number, threshold: number): (waiting: number) => StateFigures {
  if (agents === 0) return () => unanswered(theta, threshold);
  if (theta === 0)
    return waiting => {
      const meanWaitOfPatient = (waiting + 1) / agents;
      const inTime = gammaP(waiting + 1, agents * threshold);
      return {
        served: 1,
        servedTime: meanWaitOfPatient,
        wait: meanWaitOfPatient,
        virtualWait: meanWaitOfPatient,
        servedInTime: inTime,
        goneInTime: 0,
        virtualInTime: inTime,
      };
    };
  const shape = agents / theta;
  const left = Math.exp(-theta * threshold);
  const gone = -Math.expm1(-theta * threshold);
  let timeToGo = 0;
  let virtualWait = 0;
  return waiting => {
    const rate = agents + (waiting + 1) * theta;
    timeToGo += 1 / rate;
    virtualWait += 1 / (rate - theta);
    const served = agents / rate;
    // P(e^(−θV) > x): the answer would come in time.
    const virtualInTime =
      threshold === 0
        ? 0
        : theta * threshold < VANISHED
          ? betaP(gone, waiting + 1, shape, left)
          : 1 - Math.min(1, lateOfPatient(shape, waiting + 1, agents * threshold));
    const servedInTime = threshold === 0 ? 0 : served * betaP(gone, waiting + 1, shape + 1, left);
    return {
      served,
      servedTime: served * timeToGo,
      wait: (waiting + 1) / rate,
      virtualWait,
      servedInTime,
      goneInTime: virtualInTime - servedInTime + gone * (1 - virtualInTime),
      virtualInTime,
    };
  };
}

/** From here on e^(−θ t) is no double any more. */
const VANISHED = 600;

/** P(e^(−θV) ≤ x) as x vanishes: x^(n/θ) ÷ (n/θ B(n/θ, q + 1)), where x^(n/θ) = e^(−n t). */
function lateOfPatient(shape: number, count: number, exponent: number): number {
  return Math.exp(logGamma(shape + count) - logGamma(shape + 1) - logGamma(count) - exponent);
}

/** Nobody is there to answer. */
function unanswered(theta: number, threshold: number): StateFigures {
  const goneInTime = -Math.expm1(-theta * threshold);
  return {
    served: 0,
    servedTime: 0,
    wait: 1 / theta,
    virtualWait: Number.POSITIVE_INFINITY,
    servedInTime: 0,
    goneInTime,
    virtualInTime: 0,
  };
}
