import {erlangC} from '../../analytic/erlang-c.js';
import {generalArrivalsQueue, type ArrivalShape} from '../../analytic/general-arrivals.js';
import {generalServiceQueue, type HandleTimeShape} from '../../analytic/general-service.js';
import {priorityQueue} from '../../analytic/priorities.js';

/** One case, once it is read; seconds, and contacts a second. */
export type MeanWaitCase = {readonly aht: number; readonly agents: number} & (
  | {readonly formula: 'priority'; readonly arrivalRates: readonly number[]}
  | {readonly formula: 'handle'; readonly arrivalRate: number; readonly shape: HandleTimeShape}
  | {readonly formula: 'between'; readonly arrivalRate: number; readonly shape: ArrivalShape}
);

/** What a class of priority, or all contacts, get; null where the queue grows without end. */
export interface MeanWaitFigures {
  /** From 1, the most urgent; null: all contacts. */
  readonly class: number | null;
  /** Erlangs, of this class and those before it. */
  readonly offeredLoad: number;
  readonly waitProbability: number | null;
  readonly meanWaitSeconds: number | null;
  readonly queueLength: number | null;
  readonly occupancy: number | null;
  /** false: an approximation. */
  readonly exact: boolean;
  /** Mean wait by Erlang C, for all contacts together. */
  readonly erlangCWaitSeconds: number | null;
}

/**
 * Works out a case: a row for all contacts, or one a class of priority.
 *
 * @example solveMeanWait({formula: 'priority', arrivalRates: [0.18, 0.72], aht: 1, agents: 1})[0].meanWaitSeconds // 1.0976
 */
export function solveMeanWait(given: MeanWaitCase): readonly MeanWaitFigures[] {
  const {aht, agents} = given;
  const arrivalRate =
    given.formula === 'priority' ? given.arrivalRates.reduce((sum, rate) => sum + rate, 0) : given.arrivalRate;
  if (arrivalRate === 0) return idle(given);
  const plain = erlangC({arrivalRate, aht, agents});
  const erlangCWaitSeconds = plain.outcome === 'stable' ? plain.meanWait : null;
  if (given.formula === 'priority') return byClass(given, erlangCWaitSeconds);
  const found =
    given.formula === 'handle'
      ? generalServiceQueue({arrivalRate, aht, agents, handleTime: given.shape})
      : {...generalArrivalsQueue({arrivalRate, aht, agents, between: given.shape}), exact: true};
  const stable = found.outcome === 'stable' ? found : null;
  return [
    {
      class: null,
      offeredLoad: found.offeredLoad,
      waitProbability: stable?.waitProbability ?? null,
      meanWaitSeconds: stable?.meanWait ?? null,
      queueLength: stable?.meanQueueLength ?? null,
      occupancy: stable?.occupancy ?? null,
      exact: stable?.exact ?? true,
      erlangCWaitSeconds,
    },
  ];
}

/** Nobody comes: what the first contact would meet. */
function idle(given: MeanWaitCase): readonly MeanWaitFigures[] {
  const classes = given.formula === 'priority' ? given.arrivalRates.map((_, index) => index + 1) : [null];
  return classes.map(level => ({
    class: level,
    offeredLoad: 0,
    waitProbability: 0,
    meanWaitSeconds: 0,
    queueLength: 0,
    occupancy: 0,
    exact: true,
    erlangCWaitSeconds: 0,
  }));
}

function byClass(
  {arrivalRates, aht, agents}: Extract<MeanWaitCase, {formula: 'priority'}>,
  erlangCWaitSeconds: number | null,
): readonly MeanWaitFigures[] {
  const {classes, waitProbability, offeredLoad: all} = priorityQueue({arrivalRates, aht, agents});
  let offeredLoad = 0;
  return classes.map((one, index) => {
    offeredLoad += arrivalRates[index] * aht;
    const stable = one.outcome === 'stable' ? one : null;
    return {
      class: index + 1,
      offeredLoad,
      waitProbability: stable && waitProbability,
      meanWaitSeconds: stable?.meanWait ?? null,
      queueLength: stable?.meanQueueLength ?? null,
      occupancy: Math.min(1, all / agents),
      exact: true,
      erlangCWaitSeconds,
    };
  });
}
