import {hoursOfFte} from './requirement.js';
import type {TeamPlan} from './plan.js';

/** How a month's gap is met, FTE net of shrinkage. */
export interface Settlement {
  readonly overtime: number;
  readonly outsourced: number;
  readonly timeOff: number;
  readonly short: number;
}

/** What one FTE of each means costs in a month. */
export interface MeansPrices {
  readonly overtime: number;
  readonly outsourcing: number;
  /** Saved by one FTE of unpaid time off. */
  readonly timeOff: number;
}

/** Prices of one FTE in a month of the plan. */
export function meansPrices({people, outsourcing, start}: TeamPlan, month: number): MeansPrices {
  const hours = hoursOfFte(people.weeklyHours, start + month);
  return {
    overtime: hours * people.perHour * people.overtime.factor,
    outsourcing: hours * (outsourcing?.perHour ?? 0),
    timeOff: hours * people.perHour,
  };
}

/** What a month allows of each means, given its FTE net of shrinkage. */
export function meansLimits({people, outsourcing}: TeamPlan, net: number) {
  return {
    overtime: people.overtime.atMost * net,
    outsourcing: outsourcing?.atMost ?? 0,
    timeOff: people.timeOffAtMost * net,
  };
}

/**
 * Meets the gap of a month at least cost: the cheaper of overtime and outsourcing first, then the other; what is left is
 * short. Where there are too many, unpaid time off gives back what it may.
 *
 * @param net FTE there
 * @param required FTE that the work takes
 */
export function settle(plan: TeamPlan, month: number, net: number, required: number): Settlement {
  const limits = meansLimits(plan, net);
  const under = Math.max(0, required - net);
  const prices = meansPrices(plan, month);
  const overtimeFirst = prices.overtime <= prices.outsourcing || limits.outsourcing === 0;
  const first = Math.min(under, overtimeFirst ? limits.overtime : limits.outsourcing);
  const second = Math.min(under - first, overtimeFirst ? limits.outsourcing : limits.overtime);
  return {
    overtime: overtimeFirst ? first : second,
    outsourced: overtimeFirst ? second : first,
    timeOff: Math.min(Math.max(0, net - required), limits.timeOff),
    short: under - first - second,
  };
}
