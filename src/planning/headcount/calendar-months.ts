import type {Problems} from '../../scenario/problems.js';
import type {Named, Placed} from '../../scenario/schema/field.js';
import type {Value} from '../../scenario/value.js';
import {monthLabel} from './months.js';

/** The months of a plan: number of the first, and how many. */
export interface PlanMonths {
  readonly start: number;
  readonly months: number;
}

/** Notes a month of the calendar that is not in the plan; tells whether it is. */
export function readCalendarMonth(month: number, at: Value, {start, months}: PlanMonths, problems: Problems): boolean {
  if (month >= start && month < start + months) return true;
  problems.add(
    'PLN004',
    at,
    `a month from ${monthLabel(start)} to ${monthLabel(start + months - 1)}`,
    monthLabel(month),
  );
  return false;
}

/** Amounts by month of the calendar become one a month of the plan; 0 where nothing is said. */
export function byMonthOfPlan(
  named: readonly Named<number, Placed<number> | number>[] | undefined,
  plan: PlanMonths,
  problems: Problems,
): readonly number[] {
  const amounts = new Array<number>(plan.months).fill(0);
  for (const {name, key, value} of named ?? [])
    if (readCalendarMonth(name, key, plan, problems))
      amounts[name - plan.start] = typeof value === 'number' ? value : value.value;
  return amounts;
}
