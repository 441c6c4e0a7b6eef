import {classOfOne, experienced, productiveHeads, type Cohort} from './cohorts.js';
import {monthLabel} from './months.js';
import type {TeamPlan, PlanCost, PlanMonth} from './plan.js';
import {meansPrices, settle} from './settle.js';

/**
 * Works a plan out, month by month: planned = starting − attrition + hires + transfers; net of shrinkage and learning;
 * over or under; overtime, outsourcing and time off; cost and cash.
 *
 * @param required FTE by month, net of shrinkage
 * @param opened heads of the classes opened in each month
 * @see docs/explanation/methods.md#headcount-plans
 */
export function evaluate(plan: TeamPlan, required: readonly number[], opened: readonly number[]): readonly PlanMonth[] {
  const cohorts = cohortsOf(plan, opened);
  const months: PlanMonth[] = [];
  const owed = new Array<number>(plan.months + 1).fill(0);
  for (let month = 0; month < plan.months; month++) {
    const starting = months[month - 1]?.planned ?? plan.people.start;
    const attrition = sum(cohorts.map(({left}) => left[month]!));
    const hires = joining(plan, opened, month);
    const planned = sum(cohorts.map(({heads}) => heads[month]!));
    const productive = sum(cohorts.map(cohort => productiveHeads(cohort, plan.hiring, month)));
    const net = productive * (1 - plan.people.shrinkage);
    const settled = settle(plan, month, net, required[month]!);
    const cost = costOf(plan, month, planned, hires, settled);
    const paidAt = month + (plan.outsourcing?.paidAfter ?? 0);
    if (paidAt < plan.months) owed[paidAt] = owed[paidAt]! + cost.outsourcing;
    const recruiting = opened[month]! * (plan.hiring?.perHire ?? 0);
    months.push({
      month: monthLabel(plan.start + month),
      starting,
      attrition,
      hires,
      transfers: plan.people.transfers[month]!,
      planned,
      opened: opened[month]!,
      productive,
      net,
      required: required[month]!,
      overUnder: net - required[month]!,
      ...settled,
      cost,
      cash: cost.total - cost.hiring - cost.outsourcing + recruiting + owed[month]!,
    });
  }
  return months;
}

/** All who are ever there: the experienced, classes under way, classes opened. */
export function cohortsOf(plan: TeamPlan, opened: readonly number[]): readonly Cohort[] {
  const {hiring} = plan;
  if (hiring === null) return [experienced(plan)];
  const classes = Array.from({length: plan.months}, (_, month) => month).filter(
    month => joining(plan, opened, month) > 0,
  );
  return [
    experienced(plan),
    ...classes.map(month => times(classOfOne(plan, hiring, month), joining(plan, opened, month))),
  ];
}

/** Heads that join in a month: opened a lead time ago, or under way since before the plan. */
export function joining({hiring}: TeamPlan, opened: readonly number[], month: number): number {
  return hiring === null ? 0 : (opened[month - hiring.lead] ?? 0) + hiring.underWay[month]!;
}

const times = ({joins, heads, left}: Cohort, size: number): Cohort => ({
  joins,
  heads: heads.map(each => each * size),
  left: left.map(each => each * size),
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function costOf(
  plan: TeamPlan,
  month: number,
  planned: number,
  hires: number,
  {overtime, outsourced, timeOff}: {readonly overtime: number; readonly outsourced: number; readonly timeOff: number},
): PlanCost {
  const prices = meansPrices(plan, month);
  // who was under way before the plan was paid for before it
  const recruited = hires - (plan.hiring?.underWay[month] ?? 0);
  const parts = {
    people: planned * plan.people.perHeadMonth,
    overtime: overtime * prices.overtime,
    timeOff: timeOff === 0 ? 0 : -timeOff * prices.timeOff,
    hiring: recruited * (plan.hiring?.perHire ?? 0),
    training: hires * (plan.hiring?.perTrainee ?? 0),
    outsourcing: outsourced * prices.outsourcing,
  };
  return {...parts, total: sum(Object.values(parts))};
}
