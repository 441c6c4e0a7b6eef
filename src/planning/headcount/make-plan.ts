import {placeOf, deepest} from '../../scenario/value.js';
import {UserError} from '../../base/errors.js';
import {sumOfFans, type FanMonth} from './fan.js';
import {monthLabel} from './months.js';
import type {Solve} from './optimise-classes.js';
import type {HeadcountPlan, PlanMonth, TeamPlan} from './plan.js';
import {needsOf, planTeam, type PlanTotal, type TeamResult, type WorkloadNeed} from './plan-team.js';
import type {LocatedPlan} from './read-plan.js';
import {sumOfMonths, sumOfTotals} from './sum-of-teams.js';

/** What a plan of headcount comes to; `--format json` as it stands. */
export interface PlanResult {
  readonly format: 'plimsoll-plan';
  readonly version: 1;
  readonly name: string;
  readonly description: string | null;
  readonly currency: string | null;
  /** classes: given in the plan, or chosen by the optimiser for some team. */
  readonly chosen: 'given' | 'optimised' | 'none';
  /** Proven distance from the least cost, of the team where it is largest; null where classes were given or nothing is proven. */
  readonly gap: number | null;
  /** All teams together. */
  readonly months: readonly PlanMonth[];
  /** All teams together; null: the plan tells no uncertainty. */
  readonly fan: readonly FanMonth[] | null;
  readonly total: PlanTotal;
  /** In the order of the plan; a plan without teams is one of them, without a name. */
  readonly teams: readonly TeamResult[];
  readonly warnings: readonly string[];
}

/**
 * Works out a plan: for each team FTE required by month, the classes to open (as given, or chosen at least cost), heads, cost
 * and cash; then their sum.
 *
 * @param optimise whether the optimiser chooses classes although the plan gives some
 * @throws UserError PLN005 when the budget is below the least cost, PLN007 when no number of agents is enough
 */
export async function makePlan({plan, root}: LocatedPlan, solve: Solve, {optimise = false} = {}): Promise<PlanResult> {
  const needs = plan.teams.map(team => needsOf(team));
  plan.teams.forEach((team, index) => checkNeeds(team, needs[index]!, root));
  const isUncertain = plan.teams.some(({workloads}) =>
    workloads.some(({uncertainty}) => uncertainty.now > 0 || uncertainty.afterAYear > 0),
  );
  const teams: TeamResult[] = [];
  for (const [index, team] of plan.teams.entries())
    teams.push(await planTeam(team, needs[index]!, solve, {optimise, isUncertain}));
  const months = sumOfMonths(teams.map(team => team.months));
  const total = sumOfTotals(teams.map(team => team.total));
  const isLeast = teams.every(team => team.chosen !== 'given' && (team.gap ?? Infinity) <= PROVEN);
  checkBudget(plan, total.cost, root, isLeast);
  const gaps = teams.flatMap(({chosen, gap}) => (chosen === 'optimised' ? [gap ?? Infinity] : []));
  return {
    format: 'plimsoll-plan',
    version: 1,
    name: plan.name,
    description: plan.description,
    currency: plan.currency,
    chosen: (['optimised', 'given'] as const).find(way => teams.some(({chosen}) => chosen === way)) ?? 'none',
    gap: gaps.length === 0 || !gaps.every(Number.isFinite) ? null : Math.max(...gaps),
    months,
    fan: isUncertain ? sumOfFans(teams.map(({fan}) => fan!)) : null,
    total,
    teams,
    warnings: plan.teams.flatMap((team, index) => warningsOf(team, teams[index]!.months)),
  };
}

function checkNeeds(team: TeamPlan, needs: readonly WorkloadNeed[], root: LocatedPlan['root']): void {
  for (const {name, required} of needs) {
    const impossible = required.findIndex(fte => !Number.isFinite(fte));
    if (impossible !== -1)
      throw problem(
        'PLN007',
        root,
        name === null ? ['demand'] : ['workloads', name, 'demand'],
        `an objective that agents can reach in ${monthLabel(team.start + impossible)}`,
      );
  }
}

/** A gap up to which the cost found is the least. */
const PROVEN = 1e-3;

function checkBudget({budget}: HeadcountPlan, cost: number, root: LocatedPlan['root'], isLeast: boolean): void {
  // a plan chosen at least cost may be above the least by the gap of the search
  if (budget === null || cost <= budget * (1 + 1e-9)) return;
  const least = Math.ceil(cost).toLocaleString('en-US');
  throw problem(
    'PLN005',
    root,
    ['budget'],
    isLeast
      ? `at least ${least}, the least that the plan costs`
      : `at least ${least}, what these classes cost; the optimiser may find less`,
    Math.round(budget).toLocaleString('en-US'),
  );
}

function problem(
  code: string,
  root: LocatedPlan['root'],
  path: readonly string[],
  expected: string,
  got: string | null = null,
): UserError {
  return new UserError([{code, place: placeOf(deepest(root, ...path)), expected, got, nearest: null}]);
}

/** FTE below which nobody speaks of being short. */
const WORTH_SAYING = 0.05;

/** What stays uncovered, and what would cover it. */
function warningsOf(team: TeamPlan, months: readonly PlanMonth[]): readonly string[] {
  const whose = team.name === null ? '' : `${team.name}, `;
  return months.flatMap((month, index): string[] => {
    if (month.short < WORTH_SAYING) return [];
    const fte = month.short.toFixed(1);
    const overtime = Math.ceil((100 * (month.overtime + month.short)) / month.net);
    const ways = [
      Number.isFinite(overtime)
        ? `overtime of ${overtime} % in place of ${Math.round(100 * team.people.overtime.atMost)} %`
        : null,
      `${fte} FTE more of outsourcing`,
      soonest(team, index),
    ];
    return [
      `${whose}${month.month}: ${fte} FTE short; what would cover it: ${ways.filter(way => way !== null).join(', or ')}.`,
    ];
  });
}

/** By when a class would have had to open. */
function soonest({hiring, start}: TeamPlan, month: number): string | null {
  if (hiring === null) return 'hiring, which the plan does not allow';
  const opens = month - hiring.lead - Math.ceil(hiring.training);
  const when = monthLabel(start + opens);
  return opens < 0
    ? `a class opened by ${when}, before the plan begins`
    : `a larger class, or more of them, opened by ${when}`;
}
