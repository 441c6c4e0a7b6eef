import {costItems, ITEMS, type CostItems} from './cost-items.js';
import type {CostCounts, CostPlan} from './cost-plan.js';

/** Cost of one replication; both lists add up to the same total. */
export interface Costs {
  readonly byGroup: Float64Array;
  readonly byContactType: Float64Array;
  readonly items: CostItems;
}

/**
 * What one replication costs. A group bears its pay, support staff, licences and turnover and what the contract charges
 * for it; what a contract asks beyond charges (minimum, set-up fee, penalties, bonuses) is shared by the groups of the
 * site as their charges are. Charges by contact and revenue fall on the contact type that brings them, all else on
 * contact types as the handle time of the group does; where the group handled nothing, evenly on those it may serve.
 *
 * @see docs/explanation/model.md#8-figures-and-how-each-is-computed
 */
export function costsOf(plan: CostPlan, counts: CostCounts): Costs {
  const items = costItems(plan, counts);
  const byGroup = new Float64Array(plan.groups.length);
  const byContactType = new Float64Array(plan.contactTypes);
  plan.groups.forEach(({serves, site}, group) => {
    const cost = items.amounts.subarray(group * ITEMS, (group + 1) * ITEMS).reduce((sum, amount) => sum + amount, 0);
    const contract = site < 0 ? null : plan.contracts[site]!;
    const brought = Array.from({length: plan.contactTypes}, (_, type) =>
      contract === null ? 0 : counts.answered(group, type) * (contract.perContact + contract.revenuePerContact[type]!),
    );
    const direct = brought.reduce((sum, amount) => sum + amount, 0);
    byGroup[group] = cost;
    const handled = brought.map((_, type) => counts.handledSeconds(group, type));
    const all = handled.reduce((sum, seconds) => sum + seconds, 0);
    brought.forEach((amount, type) => {
      const part = all > 0 ? handled[type]! / all : serves.includes(type) ? 1 / serves.length : 0;
      byContactType[type] = byContactType[type]! + amount + (cost - direct) * part;
    });
  });
  return {byGroup, byContactType, items};
}
