import {normalCdf, normalQuantile} from '../../numeric/normal.js';
import type {HeadcountPlan, PlanMonth} from './plan.js';
import {makeStaffing, requiredFte} from './requirement.js';

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
 * How many heads a month takes under uncertain work. The work of a month is lognormal around its expectation, with a
 * variance that grows evenly with time; since more work never takes fewer people, quantiles of the work are quantiles
 * of the need, and nothing has to be drawn.
 */
export function fanOf(plan: HeadcountPlan, months: readonly PlanMonth[]): readonly FanMonth[] {
  const requiredAt = makeRequiredAt(plan, months);
  return months.map(({month, planned, productive, net}, index) => {
    const sigma = spread(plan, index);
    const factor = (z: number): number => Math.exp(sigma * z - (sigma * sigma) / 2);
    const worth = planned > 0 ? net / planned : 1 - plan.people.shrinkage;
    const most = net * (1 + plan.people.overtime.atMost) + (plan.outsourcing?.atMost ?? 0);
    return {
      month,
      heads: FAN_SHARES.map(share => (worth > 0 ? requiredAt(index, factor(normalQuantile(share))) / worth : Infinity)),
      covered:
        productive === 0 && most === 0 ? 0 : coveredShare(sigma, z => requiredAt(index, factor(z)) <= most + 1e-9),
    };
  });
}

/** Standard deviation of the logarithm of a month's work: in its middle. */
function spread({uncertainty: {now, afterAYear}}: HeadcountPlan, month: number): number {
  const [atStart, later] = [Math.log(1 + now * now), Math.log(1 + afterAYear * afterAYear)];
  return Math.sqrt(Math.max(0, atStart + ((later - atStart) * (month + 0.5)) / 12));
}

/** FTE required in a month of the plan when the work is a factor of what is expected. */
function makeRequiredAt(plan: HeadcountPlan, months: readonly PlanMonth[]): (month: number, factor: number) => number {
  const {demand} = plan;
  if (demand === null) return (month, factor) => months[month]!.required * factor;
  const staffing = makeStaffing(demand, FAN_DIGITS);
  const known = new Map<string, number>();
  return (month, factor) => {
    const key = `${month} ${factor}`;
    let found = known.get(key);
    if (found === undefined) {
      found = requiredFte(
        {people: plan.people, demand},
        staffing,
        plan.start + month,
        demand.contacts[month]! * factor,
      );
      known.set(key, found);
    }
    return found;
  };
}

const WIDEST = 5;
const HALVINGS = 12;

/** Probability of the futures up to the last one that is covered, to a tenth of a percent. */
function coveredShare(sigma: number, covered: (z: number) => boolean): number {
  if (sigma === 0) return covered(0) ? 1 : 0;
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
