import {placeOf, deepest} from '../../scenario/value.js';
import {UserError} from '../../base/errors.js';
import {evaluate} from './evaluate.js';
import {fanOf, type FanMonth} from './fan.js';
import {monthLabel} from './months.js';
import {optimiseClasses, type Solve} from './optimise-classes.js';
import type {HeadcountPlan, PlanMonth} from './plan.js';
import type {LocatedPlan} from './read-plan.js';
import {makeStaffing, requiredFte} from './requirement.js';

/** What a plan of headcount comes to; `--format json` as it stands. */
export interface PlanResult {
  readonly format: 'plimsoll-plan';
  readonly version: 1;
  readonly name: string;
  readonly description: string | null;
  readonly currency: string | null;
  /** classes: given in the plan, or chosen by the optimiser. */
  readonly chosen: 'given' | 'optimised' | 'none';
  /** Proven distance from the least cost; null where classes were given or nothing is proven. */
  readonly gap: number | null;
  readonly months: readonly PlanMonth[];
  /** null: the plan tells no uncertainty. */
  readonly fan: readonly FanMonth[] | null;
  readonly total: {
    readonly cost: number;
    readonly cash: number;
    /** Work of the plan that is paid after its end. */
    readonly owed: number;
    /** FTE-months that nobody covers. */
    readonly short: number;
    readonly hires: number;
    readonly leavers: number;
  };
  readonly warnings: readonly string[];
}

/**
 * Works out a plan: FTE required by month, the classes to open (as given, or chosen at least cost), heads, cost and cash.
 *
 * @param optimise whether the optimiser chooses classes although the plan gives some
 * @throws UserError PLN005 when the budget is below the least cost, PLN007 when no number of agents is enough
 */
export async function makePlan({plan, root}: LocatedPlan, solve: Solve, {optimise = false} = {}): Promise<PlanResult> {
  const required = requiredByMonth(plan);
  const impossible = required.findIndex(fte => !Number.isFinite(fte));
  if (impossible !== -1)
    throw problem(
      'PLN007',
      root,
      ['demand'],
      `an objective that agents can reach in ${monthLabel(plan.start + impossible)}`,
    );
  const given = optimise ? null : (plan.hiring?.classes ?? null);
  const best = given === null ? await optimiseClasses(plan, required, solve) : null;
  const opened = given ?? best!.opened;
  const months = evaluate(plan, required, opened);
  const sum = (of: (month: PlanMonth) => number): number => months.reduce((total, month) => total + of(month), 0);
  const cost = sum(month => month.cost.total);
  checkBudget(plan, cost, root, (best?.gap ?? Infinity) <= PROVEN);
  const outsourcing = plan.outsourcing?.paidAfter ?? 0;
  const owed = months
    .slice(Math.max(0, months.length - outsourcing))
    .reduce((total, month) => total + month.cost.outsourcing, 0);
  return {
    format: 'plimsoll-plan',
    version: 1,
    name: plan.name,
    description: plan.description,
    currency: plan.currency,
    chosen: plan.hiring === null ? 'none' : best === null ? 'given' : 'optimised',
    gap: best?.gap ?? null,
    months,
    fan: plan.uncertainty.afterAYear === 0 && plan.uncertainty.now === 0 ? null : fanOf(plan, months),
    total: {
      cost,
      cash: sum(month => month.cash),
      owed: outsourcing === 0 ? 0 : owed,
      short: sum(month => month.short),
      hires: sum(month => month.hires),
      leavers: sum(month => month.attrition),
    },
    warnings: warningsOf(plan, months),
  };
}

/** FTE by month, as told or as the work takes. */
export function requiredByMonth(plan: HeadcountPlan): readonly number[] {
  const {demand, people} = plan;
  if (demand === null) return plan.required!;
  const staffing = makeStaffing(demand);
  return demand.contacts.map((contacts, month) =>
    requiredFte({people, demand}, staffing, plan.start + month, contacts),
  );
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
function warningsOf(plan: HeadcountPlan, months: readonly PlanMonth[]): readonly string[] {
  return months.flatMap((month, index): string[] => {
    if (month.short < WORTH_SAYING) return [];
    const fte = month.short.toFixed(1);
    const overtime = Math.ceil((100 * (month.overtime + month.short)) / month.net);
    const ways = [
      Number.isFinite(overtime)
        ? `overtime of ${overtime} % in place of ${Math.round(100 * plan.people.overtime.atMost)} %`
        : null,
      `${fte} FTE more of outsourcing`,
      soonest(plan, index),
    ];
    return [
      `${month.month}: ${fte} FTE short; what would cover it: ${ways.filter(way => way !== null).join(', or ')}.`,
    ];
  });
}

/** By when a class would have had to open. */
function soonest({hiring, start}: HeadcountPlan, month: number): string | null {
  if (hiring === null) return 'hiring, which the plan does not allow';
  const opens = month - hiring.lead - Math.ceil(hiring.training);
  const when = monthLabel(start + opens);
  return opens < 0
    ? `a class opened by ${when}, before the plan begins`
    : `a larger class, or more of them, opened by ${when}`;
}
