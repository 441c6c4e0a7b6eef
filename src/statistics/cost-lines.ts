import type {Scenario} from '../scenario/scenario.js';
import {COST_ITEMS, ITEMS, rateOf, type CostItem} from './cost-items.js';
import type {CostPlan} from './cost-plan.js';

/** One item of what a group costs, over the horizon, as the mean of replications: amount = quantity × rate, where there is a rate. */
export interface CostLine {
  readonly group: string;
  readonly site: string | null;
  readonly item: CostItem;
  /** Hours, minutes, contacts, seats × months, for turnover seats × years; null where the amount follows from others. */
  readonly quantity: number | null;
  /** Of one of them, in the currency of the scenario. */
  readonly rate: number | null;
  readonly amount: number;
}

/**
 * The lines of what a scenario costs, by group in its order, of items that cost anything. The amounts of a group add up to
 * its cost, and all of them to the cost in total.
 *
 * @param sums of replications: all amounts of CostItems, then all quantities
 * @param replications ≥ 1
 */
export function costLines(
  {groups, sites}: Scenario,
  plan: CostPlan,
  sums: Float64Array,
  replications: number,
): readonly CostLine[] {
  return groups.flatMap(({name, site}, group) =>
    COST_ITEMS.flatMap((item, index): CostLine[] => {
      const at = group * ITEMS + index;
      const amount = sums[at]! / replications;
      if (amount === 0) return [];
      const rate = rateOf(plan, group, item);
      return [
        {
          group: name,
          site: site === null ? null : sites[site]!.name,
          item,
          quantity: rate === null ? null : sums[groups.length * ITEMS + at]! / replications,
          rate,
          amount,
        },
      ];
    }),
  );
}
