import {cohortsOf, joining} from './evaluate.js';
import {productivity, type Cohort} from './cohorts.js';
import {daysInMonth, monthLabel} from './months.js';
import type {HeadcountPlan, PlanMonth} from './plan.js';
import {hoursOfFte} from './requirement.js';
import {meansLimits, meansPrices} from './settle.js';

/** One figure, and how it came about, with the numbers in it. */
export interface Derivation {
  readonly figure: string;
  readonly value: number;
  readonly from: string;
}

const figure = (value: number): string => value.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
const percent = (share: number): string => `${Number((share * 100).toFixed(2))} %`;

/**
 * How every figure of a month follows from the plan and from the month before.
 *
 * @param index place of the month in the plan
 */
export function explainMonth(plan: HeadcountPlan, months: readonly PlanMonth[], index: number): readonly Derivation[] {
  const month = months[index]!;
  const before = months[index - 1];
  const cohorts = cohortsOf(
    plan,
    months.map(({opened}) => opened),
  );
  const {people} = plan;
  const limits = meansLimits(plan, month.net);
  return [
    {
      figure: 'starting',
      value: month.starting,
      from: before === undefined ? 'heads on the first day of the plan' : `planned in ${before.month}`,
    },
    {figure: 'attrition', value: month.attrition, from: attritionOf(plan, month, cohorts, index)},
    {figure: 'hires', value: month.hires, from: hiresOf(plan, months, index)},
    {figure: 'transfers', value: month.transfers, from: 'as told'},
    {
      figure: 'planned',
      value: month.planned,
      from: `${figure(month.starting)} − ${figure(month.attrition)} + ${figure(month.hires)} + ${figure(month.transfers)}`,
    },
    {figure: 'productive', value: month.productive, from: productiveOf(plan, cohorts, index)},
    {
      figure: 'net',
      value: month.net,
      from: `${figure(month.productive)} × (1 − shrinkage of ${percent(people.shrinkage)})`,
    },
    {figure: 'required', value: month.required, from: requiredOf(plan, month, index)},
    {figure: 'over or under', value: month.overUnder, from: `${figure(month.net)} − ${figure(month.required)}`},
    {
      figure: 'overtime',
      value: month.overtime,
      from: `at the most ${percent(people.overtime.atMost)} of ${figure(month.net)} = ${figure(limits.overtime)}`,
    },
    {
      figure: 'outsourced',
      value: month.outsourced,
      from: `at the most ${figure(limits.outsourcing)}; the cheaper of both first`,
    },
    {
      figure: 'time off',
      value: month.timeOff,
      from: `what is over, at the most ${percent(people.timeOffAtMost)} of ${figure(month.net)} = ${figure(limits.timeOff)}`,
    },
    {
      figure: 'short',
      value: month.short,
      from: `what is under, less ${figure(month.overtime)} and ${figure(month.outsourced)}`,
    },
    ...moneyOf(plan, months, index),
  ];
}

function attritionOf(
  {people, hiring}: HeadcountPlan,
  month: PlanMonth,
  cohorts: readonly Cohort[],
  index: number,
): string {
  const rate = `${percent(people.monthlyAttrition)} a month of ${figure(month.starting)}`;
  const trained = cohorts.filter(
    ({joins}) => hiring !== null && joins >= 0 && index === joins + Math.ceil(hiring.training) && index > joins,
  );
  if (trained.length === 0 || hiring === null || hiring.dropOut === 0) return rate;
  const ending = trained.reduce((sum, {heads}) => sum + heads[index - 1]!, 0);
  return `${percent(hiring.dropOut)} of ${figure(ending)} whose training ends, and ${percent(people.monthlyAttrition)} a month of the others`;
}

function hiresOf(plan: HeadcountPlan, months: readonly PlanMonth[], index: number): string {
  const {hiring} = plan;
  if (
    hiring === null ||
    joining(
      plan,
      months.map(({opened}) => opened),
      index,
    ) === 0
  )
    return 'no class joins';
  const opened = months[index - hiring.lead];
  const parts = [
    opened !== undefined && opened.opened > 0 ? `class of ${opened.opened} opened in ${opened.month}` : null,
    hiring.underWay[index]! > 0 ? `${hiring.underWay[index]!} under way since before the plan` : null,
  ];
  return parts.filter(part => part !== null).join(' + ');
}

function productiveOf({hiring, start}: HeadcountPlan, cohorts: readonly Cohort[], index: number): string {
  return cohorts
    .filter(({heads, joins}) => joins < 0 || heads[index]! > 0)
    .map(({heads, joins}) =>
      joins < 0
        ? `${figure(heads[index]!)} experienced`
        : `${figure(heads[index]!)} of ${monthLabel(start + joins)} × ${percent(productivity(hiring!, index - joins))}`,
    )
    .join(' + ');
}

function requiredOf({demand, people, start}: HeadcountPlan, month: PlanMonth, index: number): string {
  if (demand === null) return 'as told';
  const hours = hoursOfFte(people.weeklyHours, start + index);
  const formula = demand.patience === null ? 'Erlang C' : 'Erlang A';
  return (
    `${figure(month.required * hours)} agent hours for ${figure(demand.contacts[index]!)} contacts of ${demand.aht} s (${formula}, ` +
    `${percent(demand.objective.share)} in ${demand.objective.thresholdSeconds} s, half-hour by half-hour) ÷ ${figure(hours)} hours ` +
    `(${people.weeklyHours} a week, ${daysInMonth(start + index)} days)`
  );
}

function moneyOf(plan: HeadcountPlan, months: readonly PlanMonth[], index: number): readonly Derivation[] {
  const month = months[index]!;
  const {people, hiring, outsourcing} = plan;
  const prices = meansPrices(plan, index);
  const {cost} = month;
  const paidFor = index - (outsourcing?.paidAfter ?? 0);
  return [
    {
      figure: 'people',
      value: cost.people,
      from: `${figure(month.planned)} × ${figure(people.perHeadMonth)} a head and month`,
    },
    {figure: 'overtime pay', value: cost.overtime, from: `${figure(month.overtime)} FTE × ${figure(prices.overtime)}`},
    {figure: 'time off saved', value: cost.timeOff, from: `−${figure(month.timeOff)} FTE × ${figure(prices.timeOff)}`},
    {
      figure: 'hiring',
      value: cost.hiring,
      from: `${figure(hiring === null ? 0 : month.hires - hiring.underWay[index]!)} × ${figure(hiring?.perHire ?? 0)}`,
    },
    {figure: 'training', value: cost.training, from: `${figure(month.hires)} × ${figure(hiring?.perTrainee ?? 0)}`},
    {
      figure: 'outsourcing',
      value: cost.outsourcing,
      from: `${figure(month.outsourced)} FTE × ${figure(prices.outsourcing)}`,
    },
    {
      figure: 'cost',
      value: cost.total,
      from: 'people + overtime pay + time off saved + hiring + training + outsourcing',
    },
    {
      figure: 'cash',
      value: month.cash,
      from:
        `cost, but hiring of the class opened now (${figure(month.opened)} × ${figure(hiring?.perHire ?? 0)}) and outsourcing ` +
        `of ${months[paidFor]?.month ?? 'no month'} (${figure(months[paidFor]?.cost.outsourcing ?? 0)})`,
    },
  ];
}
