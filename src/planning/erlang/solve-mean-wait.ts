import {border, leastWhole} from '../../numeric/search.js';
import type {HandleTimeShape} from '../../analytic/general-service.js';
import type {ArrivalShape} from '../../analytic/general-arrivals.js';
import {solveMeanWait, type MeanWaitCase, type MeanWaitFigures} from './mean-wait.js';
import type {MeanWaitFormula} from './mean-wait-names.js';

/** What is asked of a formula of mean waits; seconds, contacts a second. Null: not given, so that it is what is looked for. */
export interface MeanWaitQuestion {
  readonly formula: MeanWaitFormula;
  /** One, or of priorities one a class, the most urgent first. */
  readonly arrivalRates: readonly number[] | null;
  /** Of priorities: the share of each class where arrivals are looked for. */
  readonly mix: readonly number[] | null;
  readonly aht: number | null;
  readonly agents: number | null;
  /** Of handle times, or of the time between arrivals; null for priorities. */
  readonly shape: HandleTimeShape | ArrivalShape | null;
  /** Longest mean waits: one a class, or one for all; empty: nothing is asked. */
  readonly maxAsa: readonly number[];
}

/** What is not given. */
export type MeanWaitUnknown = 'service' | 'agents' | 'arrivals' | 'aht';

/** What a question comes to. */
export interface MeanWaitSolution {
  readonly unknown: MeanWaitUnknown;
  readonly case: MeanWaitCase;
  readonly figures: readonly MeanWaitFigures[];
  /** By row of the figures: the longest mean wait that is asked for; null: none. */
  readonly asked: readonly (number | null)[];
  /** Whole agents that keep what is asked; null: nothing is asked. */
  readonly neededAgents: number | null;
}

const MOST_AGENTS = 100_000;
/** Doublings and halvings of a first guess before no load is expected to keep a wait. */
const MOST_DOUBLINGS = 200;

/**
 * Finds what was not given: agents, load or handle time with which no mean wait is longer than asked; or the waits that all
 * of them give.
 *
 * @returns null when no number of agents, or no load, keeps what is asked
 * @example solveMeanWaitQuestion({formula: 'priority', arrivalRates: [20 / 1800, 80 / 1800], mix: null, aht: 180, agents: null, shape: null, maxAsa: [10, 60]})!.case.agents // 12
 */
export function solveMeanWaitQuestion(question: MeanWaitQuestion): MeanWaitSolution | null {
  const {arrivalRates, mix, aht, agents} = question;
  const rates = (total: number): readonly number[] => mix?.map(share => share * total) ?? [total];
  const keeps = (rateByClass: readonly number[], time: number, people: number): boolean =>
    isKept(question, solveMeanWait(caseOf(question, rateByClass, time, people)));
  const solved = (unknown: MeanWaitUnknown, rateByClass: readonly number[], time: number, people: number) => {
    const given = caseOf(question, rateByClass, time, people);
    const figures = solveMeanWait(given);
    return {
      unknown,
      case: given,
      figures,
      asked: figures.map((_, index) => askedOf(question, index)),
      neededAgents: question.maxAsa.length === 0 ? null : neededFor(rateByClass, time, keeps),
    };
  };
  if (arrivalRates === null) {
    const most = largest(total => keeps(rates(total), aht!, agents!), agents! / aht!);
    return most === null ? null : solved('arrivals', rates(most), aht!, agents!);
  }
  if (aht === null) {
    const total = arrivalRates.reduce((sum, rate) => sum + rate, 0);
    const longest = largest(time => keeps(arrivalRates, time, agents!), agents! / total);
    return longest === null ? null : solved('aht', arrivalRates, longest, agents!);
  }
  if (agents === null) {
    const needed = neededFor(arrivalRates, aht, keeps);
    return needed === null ? null : solved('agents', arrivalRates, aht, needed);
  }
  return solved('service', arrivalRates, aht, agents);
}

function caseOf(
  {formula, shape}: MeanWaitQuestion,
  arrivalRates: readonly number[],
  aht: number,
  agents: number,
): MeanWaitCase {
  if (formula === 'priority') return {formula, arrivalRates, aht, agents};
  return formula === 'handle'
    ? {formula, arrivalRate: arrivalRates[0], aht, agents, shape: shape as HandleTimeShape}
    : {formula, arrivalRate: arrivalRates[0], aht, agents, shape: shape as ArrivalShape};
}

const askedOf = ({maxAsa}: MeanWaitQuestion, row: number): number | null =>
  maxAsa.length === 0 ? null : (maxAsa[row] ?? maxAsa[0]);

/** Whether no wait is longer than asked; what rounding adds does not count. */
const isKept = (question: MeanWaitQuestion, figures: readonly MeanWaitFigures[]): boolean =>
  figures.every(({meanWaitSeconds}, row) => {
    const asked = askedOf(question, row);
    return asked === null || (meanWaitSeconds !== null && meanWaitSeconds <= asked * (1 + 1e-12));
  });

const neededFor = (
  arrivalRates: readonly number[],
  aht: number,
  keeps: (arrivalRates: readonly number[], aht: number, agents: number) => boolean,
): number | null => {
  const load = arrivalRates.reduce((sum, rate) => sum + rate, 0) * aht;
  if (load === 0) return 0;
  return leastWhole(agents => agents >= 1 && keeps(arrivalRates, aht, agents), load + 1, MOST_AGENTS);
};

/** The largest value with which waits are kept, by doubling, halving and bisection; null: none. */
function largest(keeps: (value: number) => boolean, guess: number): number | null {
  let good = guess;
  let bad = guess;
  for (let step = 0; step < MOST_DOUBLINGS && keeps(bad); step++) [good, bad] = [bad, bad * 2];
  for (let step = 0; step < MOST_DOUBLINGS && !keeps(good); step++) [good, bad] = [good / 2, good];
  return keeps(good) && good !== bad ? border(keeps, good, bad) : null;
}
