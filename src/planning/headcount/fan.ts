import {normalCdf, normalQuantile} from '../../numeric/normal.js';
import type {PlanMonth, TeamPlan, Uncertainty} from './plan.js';
import {makeRequiredAt} from './requirement.js';

/** Shares of the futures that need no more. */
export const FAN_SHARES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;

/** A rate to half a percent is more than anybody knows of the future, and thousands of rates become hundreds. */
const FAN_DIGITS = 3;

/** What the work of a month may take. */
export interface FanMonth {
  readonly month: string;
  /** Heads needed, in the order of FAN_SHARES; with the same share of learners as planned. */
  readonly heads: readonly number[];
  /** Probability that planned heads, with all overtime and outsourcing allowed, cover the work. */
  readonly covered: number;
}

/**
 * How many heads a month takes of a team under uncertain work. The work of a month is lognormal around its expectation,
 * with a variance that grows evenly with time; since more work never takes fewer people, quantiles of the work are
 * quantiles of the need, and nothing has to be drawn. Workloads rise and fall together: one future, one quantile of all.
 */
export function fanOf(team: TeamPlan, months: readonly PlanMonth[]): readonly FanMonth[] {
  const neededAt = makeNeededAt(team);
  return months.map(({month, planned, productive, net}, index) => {
    const worth = planned > 0 ? net / planned : 1 - team.people.shrinkage;
    const most = net * (1 + team.people.overtime.atMost) + (team.outsourcing?.atMost ?? 0);
    const isCertain = team.workloads.every(({uncertainty}) => spread(uncertainty, index) === 0);
    return {
      month,
      heads: FAN_SHARES.map(share => (worth > 0 ? neededAt(index, normalQuantile(share)) / worth : Infinity)),
      covered: productive === 0 && most === 0 ? 0 : coveredShare(isCertain, z => neededAt(index, z) <= most + 1e-9),
    };
  });
}

/**
 * The fan of all teams: since work rises and falls together, so do needs, and their quantiles add up. A month is covered
 * where every team covers its own.
 */
export function sumOfFans(fans: readonly (readonly FanMonth[])[]): readonly FanMonth[] {
  return fans[0]!.map(({month}, index) => ({
    month,
    heads: FAN_SHARES.map((_, place) => fans.reduce((sum, fan) => sum + fan[index]!.heads[place]!, 0)),
    covered: Math.min(...fans.map(fan => fan[index]!.covered)),
  }));
}

/** Standard deviation of the logarithm of a month's work: in its middle. */
function spread({now, afterAYear}: Uncertainty, month: number): number {
  const [atStart, later] = [Math.log(1 + now * now), Math.log(1 + afterAYear * afterAYear)];
  return Math.sqrt(Math.max(0, atStart + ((later - atStart) * (month + 0.5)) / 12));
}

/** FTE that a team needs in a month of the future in which a standard normal is z. */
function makeNeededAt(team: TeamPlan): (month: number, z: number) => number {
  const parts = team.workloads.map(workload => ({workload, requiredAt: makeRequiredAt(team, workload, FAN_DIGITS)}));
  return (month, z) =>
    parts.reduce((sum, {workload, requiredAt}) => {
      const sigma = spread(workload.uncertainty, month);
      return sum + requiredAt(month, Math.exp(sigma * z - (sigma * sigma) / 2));
    }, 0);
}

const WIDEST = 5;
const HALVINGS = 12;

/** Probability of the futures up to the last one that is covered, to a tenth of a percent. */
function coveredShare(isCertain: boolean, covered: (z: number) => boolean): number {
  if (isCertain) return covered(0) ? 1 : 0;
  if (covered(WIDEST)) return 1;
  if (!covered(-WIDEST)) return 0;
  let [low, high] = [-WIDEST, WIDEST];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    if (covered(middle)) low = middle;
    else high = middle;
  }
  return normalCdf((low + high) / 2);
}
