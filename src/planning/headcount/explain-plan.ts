import {cohortsOf, joining} from './evaluate.js';
import {productivity, type Cohort} from './cohorts.js';
import {daysInMonth, monthLabel} from './months.js';
import type {Demand, PlanMonth, TeamPlan, Workload} from './plan.js';
import type {TeamResult, WorkloadNeed} from './plan-team.js';
import {formulaOf, hoursOfFte} from './requirement.js';
import {meansLimits, meansPrices} from './settle.js';

/** One figure, and how it came about, with the numbers in it. */
export interface Derivation {
  readonly figure: string;
  readonly value: number;
  readonly from: string;
}

/** @example figure(1234.5) // '1,234.50' */
export const figure = (value: number): string => value.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
const percent = (share: number): string => `${Number((share * 100).toFixed(2))} %`;

/**
 * How every figure of a month follows from the plan and from the month before.
 *
 * @param index place of the month in the plan
 */
export function explainMonth(
  team: TeamPlan,
  {months, workloads}: Pick<TeamResult, 'months' | 'workloads'>,
  index: number,
): readonly Derivation[] {
  const month = months[index]!;
  const before = months[index - 1];
  const cohorts = cohortsOf(
    team,
    months.map(({opened}) => opened),
  );
  const {people} = team;
  const limits = meansLimits(team, month.net);
  return [
    {
      figure: 'starting',
      value: month.starting,
      from: before === undefined ? 'heads on the first day of the plan' : `planned in ${before.month}`,
    },
    {figure: 'attrition', value: month.attrition, from: attritionOf(team, month, cohorts, index)},
    {figure: 'hires', value: month.hires, from: hiresOf(team, months, index)},
    {figure: 'transfers', value: month.transfers, from: 'as told'},
    {
      figure: 'planned',
      value: month.planned,
      from: `${figure(month.starting)} − ${figure(month.attrition)} + ${figure(month.hires)} + ${figure(month.transfers)}`,
    },
    {figure: 'productive', value: month.productive, from: productiveOf(team, cohorts, index)},
    {
      figure: 'net',
      value: month.net,
      from: `${figure(month.productive)} × (1 − shrinkage of ${percent(people.shrinkage)})`,
    },
    ...requiredOf(team, workloads, index),
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
    ...moneyOf(team, months, index),
  ];
}

function attritionOf({people, hiring}: TeamPlan, month: PlanMonth, cohorts: readonly Cohort[], index: number): string {
  const rate = `${percent(people.monthlyAttrition)} a month of ${figure(month.starting)}`;
  const trained = cohorts.filter(
    ({joins}) => hiring !== null && joins >= 0 && index === joins + Math.ceil(hiring.training) && index > joins,
  );
  if (trained.length === 0 || hiring === null || hiring.dropOut === 0) return rate;
  const ending = trained.reduce((sum, {heads}) => sum + heads[index - 1]!, 0);
  return `${percent(hiring.dropOut)} of ${figure(ending)} whose training ends, and ${percent(people.monthlyAttrition)} a month of the others`;
}

function hiresOf(team: TeamPlan, months: readonly PlanMonth[], index: number): string {
  const {hiring} = team;
  if (
    hiring === null ||
    joining(
      team,
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

function productiveOf({hiring, start}: TeamPlan, cohorts: readonly Cohort[], index: number): string {
  return cohorts
    .filter(({heads, joins}) => joins < 0 || heads[index]! > 0)
    .map(({heads, joins}) =>
      joins < 0
        ? `${figure(heads[index]!)} experienced`
        : `${figure(heads[index]!)} of ${monthLabel(start + joins)} × ${percent(productivity(hiring!, index - joins))}`,
    )
    .join(' + ');
}

/** FTE by workload, and their sum. */
function requiredOf(team: TeamPlan, needs: readonly WorkloadNeed[], index: number): readonly Derivation[] {
  const each = needs.map((need, place): Derivation => ({
    figure: need.name === null ? 'required' : `required: ${need.name}`,
    value: need.required[index]!,
    from: needOf(team, team.workloads[place]!, need.required[index]!, index),
  }));
  if (needs.length === 1 && needs[0]!.name === null) return each;
  return [
    ...each,
    {
      figure: 'required',
      value: each.reduce((sum, {value}) => sum + value, 0),
      from: each.map(({value}) => figure(value)).join(' + '),
    },
  ];
}

function needOf({people, start}: TeamPlan, {demand, share}: Workload, required: number, index: number): string {
  const part = share === 1 ? '' : ` (${percent(share)} of all)`;
  if (demand === null) return `as told${part}`;
  const hours = hoursOfFte(people.weeklyHours, start + index);
  const work = `${figure(required * hours)} agent hours for ${figure(demand.contacts[index]!)} contacts${part} of ${demand.aht} s`;
  return `${work} (${methodOf(demand)}) ÷ ${figure(hours)} hours (${people.weeklyHours} a week, ${daysInMonth(start + index)} days)`;
}

function methodOf(demand: Demand): string {
  const {objective, occupancy, byConcurrency} = demand;
  if (objective === null)
    return occupancy === null ? 'hours of work' : `hours of work ÷ occupancy of ${percent(occupancy)}`;
  const atOnce = byConcurrency.length > 1 ? `, ${byConcurrency.length} at once` : '';
  return `${formulaOf(demand)}${atOnce}, ${percent(objective.share)} in ${objective.thresholdSeconds} s, half-hour by half-hour`;
}

function moneyOf(team: TeamPlan, months: readonly PlanMonth[], index: number): readonly Derivation[] {
  const month = months[index]!;
  const {people, hiring, outsourcing} = team;
  const prices = meansPrices(team, index);
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
