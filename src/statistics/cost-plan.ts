import type {Contract, GroupPrices} from '../scenario/money.js';
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
