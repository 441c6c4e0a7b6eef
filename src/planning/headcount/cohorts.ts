import type {Hiring, TeamPlan} from './plan.js';

/** People who joined together; those of the first day are one cohort that needs no training. */
export interface Cohort {
  /** Month in which it joins; −1: there from the start, or transferred. */
  readonly joins: number;
  /** Heads by month of the plan, after what left in it; 0 before it joins. */
  readonly heads: readonly number[];
  /** Who left in each month. */
  readonly left: readonly number[];
}

/** The experienced: there from the start, with those who are transferred. */
export function experienced({months, people}: TeamPlan): Cohort {
  const heads: number[] = [];
  const left: number[] = [];
  let there = people.start;
  for (let month = 0; month < months; month++) {
    left.push(there * people.monthlyAttrition);
    there += people.transfers[month]! - left[month]!;
    heads.push(there);
  }
  return {joins: -1, heads, left};
}

/** A class of one head: all that a class does is in proportion to its heads. */
export function classOfOne({months, people}: TeamPlan, hiring: Hiring, joins: number): Cohort {
  const heads: number[] = [];
  const left: number[] = [];
  const trained = joins + Math.ceil(hiring.training);
  let there = 0;
  for (let month = 0; month < months; month++) {
    const droppedOut = month === trained && month > joins ? there * hiring.dropOut : 0;
    left.push(droppedOut + (there - droppedOut) * people.monthlyAttrition);
    there += (month === joins ? 1 : 0) - left[month]!;
    heads.push(there);
  }
  return {joins, heads, left};
}

/**
 * What a head of a class is worth in a month: nothing in training, then what the learning curve says.
 *
 * @param tenure months since it joined, from 0
 * @example productivity({training: 1.5, rampUp: [0.6, 0.8], …}, 1) // half of the month in training, then 60 %: 0.3
 */
export function productivity({training, rampUp}: Hiring, tenure: number): number {
  if (tenure < 0) return 0;
  const inTraining = Math.min(1, Math.max(0, training - tenure));
  const stage = tenure - Math.floor(training);
  return (1 - inTraining) * (stage < 0 ? 0 : (rampUp[stage] ?? 1));
}

/** FTE that a cohort is worth in a month, before shrinkage. */
export function productiveHeads(cohort: Cohort, hiring: Hiring | null, month: number): number {
  const worth = cohort.joins < 0 || hiring === null ? 1 : productivity(hiring, month - cohort.joins);
  return cohort.heads[month]! * worth;
}
