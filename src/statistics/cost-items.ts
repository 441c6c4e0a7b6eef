import {SECONDS_PER_HOUR, SECONDS_PER_MINUTE} from '../base/units.js';
import type {ServiceTerm} from '../scenario/money.js';
import type {CostCounts, CostPlan} from './cost-plan.js';

/** What the cost of a group consists of, in the order of pages; those from `contractHours` on come from the contract of its site. */
export const COST_ITEMS = [
  'pay',
  'overtime',
  'support',
  'licences',
  'turnover',
  'contractHours',
  'productiveHours',
  'handledMinutes',
  'contacts',
  'revenue',
  'seats',
  'minimum',
  'setUp',
  'bonuses',
  'penalties',
] as const;

export type CostItem = (typeof COST_ITEMS)[number];

export const ITEMS = COST_ITEMS.length;
const AT = Object.fromEntries(COST_ITEMS.map((item, index) => [item, index])) as Readonly<Record<CostItem, number>>;
/** Charges of a contract: what its minimum, and shares of penalties and bonuses, go by. */
const CHARGES: readonly CostItem[] = [
  'contractHours',
  'productiveHours',
  'handledMinutes',
  'contacts',
  'revenue',
  'seats',
];

/** What one replication costs, item by item: (group × ITEMS + item). Amounts are quantities × the rate of the item, where it has one. */
export interface CostItems {
  readonly amounts: Float64Array;
  readonly quantities: Float64Array;
}

/**
 * The price of one unit of an item: of an hour, a minute, a contact, a seat and month; of turnover of a seat and year.
 *
 * @returns null where an amount follows from others: minimum, bonuses, penalties, and shares in revenue
 */
export function rateOf({groups, contracts}: CostPlan, group: number, item: CostItem): number | null {
  const {prices, site} = groups[group]!;
  const contract = site < 0 ? null : contracts[site]!;
  switch (item) {
    case 'pay':
      return prices.perPaidHour;
    case 'overtime':
      return prices.perPaidHour * (prices.overtimeFactor - 1);
    case 'support':
      return prices.supportPerPaidHour;
    case 'licences':
      return prices.licencePerSeatMonth;
    case 'turnover':
      return prices.turnoverPerSeatYear;
    case 'contractHours':
      return contract?.perPaidHour ?? 0;
    case 'productiveHours':
      return contract?.perProductiveHour ?? 0;
    case 'handledMinutes':
      return contract?.perHandledMinute ?? 0;
    case 'contacts':
      return contract?.perContact ?? 0;
    case 'seats':
      return contract?.perSeatMonth ?? 0;
    case 'setUp':
      return contract?.setUpPerMonth ?? 0;
    case 'revenue':
    case 'minimum':
    case 'bonuses':
    case 'penalties':
      return null;
  }
}

/** What each group costs, item by item; what a contract asks beyond charges is shared by the groups of the site as their charges are. */
export function costItems(plan: CostPlan, counts: CostCounts): CostItems {
  const {groups, contracts, contactTypes, months} = plan;
  const amounts = new Float64Array(groups.length * ITEMS);
  const quantities = new Float64Array(groups.length * ITEMS);
  groups.forEach(({seats: usual, site}, group) => {
    const note = (item: CostItem, quantity: number): void => {
      const at = group * ITEMS + AT[item];
      quantities[at] = quantity;
      amounts[at] = quantity * rateOf(plan, group, item)!;
    };
    const seats = counts.seats?.(group) ?? usual;
    const hours = counts.paidSeconds(group) / SECONDS_PER_HOUR;
    note('pay', hours);
    note('overtime', counts.overrunSeconds(group) / SECONDS_PER_HOUR);
    note('support', hours);
    note('licences', seats * months);
    note('turnover', (seats * months) / 12);
    const contract = site < 0 ? null : contracts[site]!;
    if (contract === null) return;
    let [answered, handled, revenue] = [0, 0, 0];
    for (let type = 0; type < contactTypes; type++) {
      answered += counts.answered(group, type);
      handled += counts.handledSeconds(group, type);
      revenue += counts.answered(group, type) * contract.revenuePerContact[type]!;
    }
    note('contractHours', hours);
    note('productiveHours', counts.productiveSeconds(group) / SECONDS_PER_HOUR);
    note('handledMinutes', handled / SECONDS_PER_MINUTE);
    note('contacts', answered);
    note('seats', seats * months);
    quantities[group * ITEMS + AT.revenue] = answered;
    amounts[group * ITEMS + AT.revenue] = revenue;
  });
  addBeyondCharges(plan, counts, amounts, quantities);
  return {amounts, quantities};
}

/** What the contract of its site charges for a group: its minimum and what goes by service left out. */
const chargesOf = (amounts: Float64Array, group: number): number =>
  CHARGES.reduce((sum, item) => sum + amounts[group * ITEMS + AT[item]]!, 0);

/** Minimum, set-up fee, bonuses and penalties of contracts. */
function addBeyondCharges(plan: CostPlan, counts: CostCounts, amounts: Float64Array, quantities: Float64Array): void {
  plan.contracts.forEach((contract, site) => {
    const here = plan.groups.flatMap((group, index) => (group.site === site ? [index] : []));
    if (contract === null || here.length === 0) return;
    const charged = here.reduce((sum, group) => sum + chargesOf(amounts, group), 0);
    const due = Math.max(charged, contract.leastPerMonth * plan.months);
    const bonuses = termsOf('bonus', contract.terms, due, plan.days, counts);
    const penalties = termsOf('penalty', contract.terms, due, plan.days, counts);
    // before any is noted: they would count as charges of the next
    const parts = here.map(group => (charged > 0 ? chargesOf(amounts, group) / charged : 1 / here.length));
    here.forEach((group, index) => {
      const at = group * ITEMS;
      amounts[at + AT.minimum] = (due - charged) * parts[index]!;
      quantities[at + AT.setUp] = plan.months * parts[index]!;
      amounts[at + AT.setUp] = contract.setUpPerMonth * plan.months * parts[index]!;
      amounts[at + AT.bonuses] = bonuses * parts[index]!;
      amounts[at + AT.penalties] = -penalties * parts[index]!;
    });
  });
}

/** Bonuses or penalties. Of terms of one kind on the same contact types and periods the largest is due. */
function termsOf(
  kind: ServiceTerm['kind'],
  terms: readonly ServiceTerm[],
  due: number,
  days: number,
  counts: CostCounts,
): number {
  const ladders = new Map<string, ServiceTerm[]>();
  for (const term of terms) {
    if (term.kind !== kind) continue;
    const key = `${term.judged} ${term.contactTypes.join(' ')}`;
    ladders.set(key, [...(ladders.get(key) ?? []), term]);
  }
  let sum = 0;
  for (const ladder of ladders.values()) {
    const {judged, contactTypes} = ladder[0]!;
    const periods = judged === 'day' ? days : 1;
    for (let period = 0; period < periods; period++) {
      const [within, of] = counts.serviceLevel(contactTypes, judged === 'day' ? period : -1);
      const owed = ladder
        .filter(({threshold}) => of > 0 && applies(kind, within, threshold * of))
        .map(({share, amount}) => (share * due) / periods + amount);
      sum += Math.max(0, ...owed);
    }
  }
  return sum;
}

/** Shares such as 0.8 times a count are not exact: what is asked for counts as reached within rounding. */
const LENIENCE = 1e-12;

function applies(kind: ServiceTerm['kind'], within: number, asked: number): boolean {
  const reached = within >= asked - LENIENCE * asked;
  return kind === 'bonus' ? reached : !reached;
}
