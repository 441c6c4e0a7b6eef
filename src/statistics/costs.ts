import {SECONDS_PER_HOUR, SECONDS_PER_MINUTE} from '../base/units.js';
import type {Contract, GroupPrices, ServiceTerm} from '../scenario/money.js';
import type {Scenario} from '../scenario/scenario.js';
import {seatsOf} from '../scenario/seats.js';

/** 1/12 of 365.25 days. */
export const SECONDS_PER_MONTH = 2_629_800;

/** What a replication's cost is worked out of, beside what is counted in it. */
export interface CostPlan {
  readonly groups: readonly {
    readonly prices: GroupPrices;
    readonly seats: number;
    /** Index into sites; −1: none. */
    readonly site: number;
    /** Contact types that its agents may serve. */
    readonly serves: readonly number[];
  }[];
  /** By site; null: no contract. */
  readonly contracts: readonly (Contract | null)[];
  readonly contactTypes: number;
  readonly days: number;
  /** Counted part of the horizon. */
  readonly months: number;
}

/**
 * What the cost of a scenario follows from; null where it knows no price.
 *
 * @param seconds of the horizon that are counted
 */
export function planCosts(scenario: Scenario, seconds: number): CostPlan | null {
  const {currency, groups, sites, contactTypes, clock} = scenario;
  if (currency === null) return null;
  return {
    groups: groups.map(({prices, staffing, site, skills}) => ({
      prices: prices!,
      seats: seatsOf(staffing),
      site: site ?? -1,
      serves: [...new Set(skills.map(({contactType}) => contactType))],
    })),
    contracts: sites.map(({contract}) => contract),
    contactTypes: contactTypes.length,
    days: clock.days,
    months: seconds / SECONDS_PER_MONTH,
  };
}

/** What one replication counted, as far as it costs anything. */
export interface CostCounts {
  /** Of a group, over the horizon and after it. */
  readonly paidSeconds: (group: number) => number;
  readonly productiveSeconds: (group: number) => number;
  readonly overrunSeconds: (group: number) => number;
  /** Seats that a group takes, where they are others than the scenario's. */
  readonly seats?: ((group: number) => number) | undefined;
  /** Contacts of a type that a group answered, and the time it handled them. */
  readonly answered: (group: number, type: number) => number;
  readonly handledSeconds: (group: number, type: number) => number;
  /** Numerator and denominator of the service level of contact types together: of a day, or of the horizon (day −1). */
  readonly serviceLevel: (types: readonly number[], day: number) => readonly [within: number, of: number];
}

/** Cost of one replication; both lists add up to the same total. */
export interface Costs {
  readonly byGroup: Float64Array;
  readonly byContactType: Float64Array;
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
  const byGroup = new Float64Array(plan.groups.length);
  const byContactType = new Float64Array(plan.contactTypes);
  const charges = plan.groups.map((_, group) => chargesOf(plan, counts, group));
  const beyond = beyondCharges(
    plan,
    counts,
    charges.map(({total}) => total),
  );
  plan.groups.forEach(({serves}, group) => {
    const {total, byType} = charges[group]!;
    const cost = ownCost(plan, counts, group) + total + beyond[group]!;
    const direct = byType.reduce((sum, amount) => sum + amount, 0);
    byGroup[group] = cost;
    const handled = byType.map((_, type) => counts.handledSeconds(group, type));
    const all = handled.reduce((sum, seconds) => sum + seconds, 0);
    byType.forEach((amount, type) => {
      const part = all > 0 ? handled[type]! / all : serves.includes(type) ? 1 / serves.length : 0;
      byContactType[type] = byContactType[type]! + amount + (cost - direct) * part;
    });
  });
  return {byGroup, byContactType};
}

/** Pay, support staff, licences, turnover. */
function ownCost({groups, months}: CostPlan, counts: CostCounts, group: number): number {
  const {prices} = groups[group]!;
  const seats = counts.seats?.(group) ?? groups[group]!.seats;
  const {perPaidHour, supportPerPaidHour, overtimeFactor, licencePerSeatMonth, turnoverPerSeatYear} = prices;
  const hours = counts.paidSeconds(group) / SECONDS_PER_HOUR;
  const overtime = counts.overrunSeconds(group) / SECONDS_PER_HOUR;
  return (
    hours * (perPaidHour + supportPerPaidHour) +
    overtime * perPaidHour * (overtimeFactor - 1) +
    seats * months * (licencePerSeatMonth + turnoverPerSeatYear / 12)
  );
}

/** What the contract of its site charges for a group, and which of it single contact types bring. */
function chargesOf(
  {groups, contracts, contactTypes, months}: CostPlan,
  counts: CostCounts,
  group: number,
): {readonly total: number; readonly byType: readonly number[]} {
  const {site} = groups[group]!;
  const seats = counts.seats?.(group) ?? groups[group]!.seats;
  const contract = site < 0 ? null : contracts[site]!;
  const types = Array.from({length: contactTypes}, (_, type) => type);
  if (contract === null) return {total: 0, byType: types.map(() => 0)};
  const byType = types.map(
    type => counts.answered(group, type) * (contract.perContact + contract.revenuePerContact[type]!),
  );
  const minutes = types.reduce((sum, type) => sum + counts.handledSeconds(group, type), 0) / SECONDS_PER_MINUTE;
  const byTime =
    (counts.paidSeconds(group) / SECONDS_PER_HOUR) * contract.perPaidHour +
    (counts.productiveSeconds(group) / SECONDS_PER_HOUR) * contract.perProductiveHour +
    minutes * contract.perHandledMinute +
    seats * months * contract.perSeatMonth;
  return {total: byType.reduce((sum, amount) => sum + amount, byTime), byType};
}

/** What contracts ask beyond charges, by group. */
function beyondCharges(plan: CostPlan, counts: CostCounts, charges: readonly number[]): readonly number[] {
  const beyond = charges.map(() => 0);
  plan.contracts.forEach((contract, site) => {
    const here = plan.groups.flatMap((group, index) => (group.site === site ? [index] : []));
    if (contract === null || here.length === 0) return;
    const charged = here.reduce((sum, group) => sum + charges[group]!, 0);
    const due = Math.max(charged, contract.leastPerMonth * plan.months);
    const more = due - charged + contract.setUpPerMonth * plan.months + termsOf(contract.terms, due, plan.days, counts);
    for (const group of here) beyond[group] = more * (charged > 0 ? charges[group]! / charged : 1 / here.length);
  });
  return beyond;
}

/** Bonuses less penalties. Of terms of one kind on the same contact types and periods the largest is due. */
function termsOf(terms: readonly ServiceTerm[], due: number, days: number, counts: CostCounts): number {
  const ladders = new Map<string, ServiceTerm[]>();
  for (const term of terms) {
    const key = `${term.kind} ${term.judged} ${term.contactTypes.join(' ')}`;
    ladders.set(key, [...(ladders.get(key) ?? []), term]);
  }
  let sum = 0;
  for (const ladder of ladders.values()) {
    const {kind, judged, contactTypes} = ladder[0]!;
    const periods = judged === 'day' ? days : 1;
    for (let period = 0; period < periods; period++) {
      const [within, of] = counts.serviceLevel(contactTypes, judged === 'day' ? period : -1);
      const amounts = ladder
        .filter(({threshold}) => of > 0 && applies(kind, within, threshold * of))
        .map(({share, amount}) => (share * due) / periods + amount);
      sum += (kind === 'bonus' ? 1 : -1) * Math.max(0, ...amounts);
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
