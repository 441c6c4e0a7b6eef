import {evaluate} from './evaluate.js';
import {fanOf, type FanMonth} from './fan.js';
import {optimiseClasses, type Solve} from './optimise-classes.js';
import type {PlanMonth, TeamPlan} from './plan.js';
import {requiredByMonth} from './requirement.js';

/** What a plan, or a team, comes to over all months. */
export interface PlanTotal {
  readonly cost: number;
  readonly cash: number;
  /** Work of the plan that is paid after its end. */
  readonly owed: number;
  /** FTE-months that nobody covers. */
  readonly short: number;
  readonly hires: number;
  readonly leavers: number;
}

/** A team's part of one kind of contact. */
export interface WorkloadNeed {
  /** null: the plan names none. */
  readonly name: string | null;
  /** Of all these contacts. */
  readonly share: number;
  /** Contacts by month that are this team's; null: FTE were told. */
  readonly contacts: readonly number[] | null;
  /** FTE by month, net of shrinkage. */
  readonly required: readonly number[];
}

/** What a team comes to. */
export interface TeamResult {
  readonly name: string | null;
  readonly chosen: 'given' | 'optimised' | 'none';
  /** Proven distance from the least cost; null where classes were given or nothing is proven. */
  readonly gap: number | null;
  readonly workloads: readonly WorkloadNeed[];
  readonly months: readonly PlanMonth[];
  /** null: the plan tells no uncertainty. */
  readonly fan: readonly FanMonth[] | null;
  readonly total: PlanTotal;
}

/** FTE by month that each workload takes of a team. */
export function needsOf(team: TeamPlan): readonly WorkloadNeed[] {
  return team.workloads.map(workload => ({
    name: workload.name,
    share: workload.share,
    contacts: workload.demand?.contacts ?? null,
    required: requiredByMonth(team, workload),
  }));
}

/**
 * Works a team out: the classes to open, heads, cost and cash, and how many may be needed.
 *
 * @param options.optimise whether the optimiser chooses classes although the team has some
 * @param options.isUncertain whether the plan tells how uncertain some work is
 */
export async function planTeam(
  team: TeamPlan,
  workloads: readonly WorkloadNeed[],
  solve: Solve,
  {optimise, isUncertain}: {readonly optimise: boolean; readonly isUncertain: boolean},
): Promise<TeamResult> {
  const required = Array.from({length: team.months}, (_, month) =>
    workloads.reduce((sum, need) => sum + need.required[month]!, 0),
  );
  const given = optimise ? null : (team.hiring?.classes ?? null);
  const best = given === null ? await optimiseClasses(team, required, solve) : null;
  const months = evaluate(team, required, given ?? best!.opened);
  return {
    name: team.name,
    chosen: team.hiring === null ? 'none' : best === null ? 'given' : 'optimised',
    gap: best?.gap ?? null,
    workloads,
    months,
    fan: isUncertain ? fanOf(team, months) : null,
    total: totalOf(team, months),
  };
}

function totalOf(team: TeamPlan, months: readonly PlanMonth[]): PlanTotal {
  const sum = (of: (month: PlanMonth) => number): number => months.reduce((total, month) => total + of(month), 0);
  const later = team.outsourcing?.paidAfter ?? 0;
  const unpaid = later === 0 ? [] : months.slice(-later);
  return {
    cost: sum(month => month.cost.total),
    cash: sum(month => month.cash),
    owed: unpaid.reduce((total, month) => total + month.cost.outsourcing, 0),
    short: sum(month => month.short),
    hires: sum(month => month.hires),
    leavers: sum(month => month.attrition),
  };
}
