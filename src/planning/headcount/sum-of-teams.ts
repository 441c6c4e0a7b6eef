import type {PlanCost, PlanMonth} from './plan.js';
import type {PlanTotal} from './plan-team.js';

type Figures<T> = Omit<T, 'month' | 'cost'>;

/**
 * Months of all teams added up. What one team has over does not cover what another lacks, so both over and short may stand
 * in one month of the sum.
 */
export function sumOfMonths(teams: readonly (readonly PlanMonth[])[]): readonly PlanMonth[] {
  return teams[0]!.map(({month}, index) => {
    const each = teams.map(months => months[index]!);
    const figures = sumOfFigures<Figures<PlanMonth>>(each.map(({month: _month, cost: _cost, ...rest}) => rest));
    return {month, ...figures, cost: sumOfFigures<PlanCost>(each.map(({cost}) => cost))};
  });
}

/** Totals of all teams added up. */
export const sumOfTotals = (totals: readonly PlanTotal[]): PlanTotal => sumOfFigures(totals);

/** Adds up records of numbers, key by key. */
function sumOfFigures<T extends object>(records: readonly T[]): T {
  const names = Object.keys(records[0]!) as (keyof T)[];
  return Object.fromEntries(
    names.map(name => [name, records.reduce((sum, record) => sum + (record[name] as number), 0)]),
  ) as T;
}
