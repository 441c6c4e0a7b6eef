/** What an outsourcer is paid; amounts in the currency of the scenario, charges add up. */
export interface Contract {
  readonly perPaidHour: number;
  readonly perProductiveHour: number;
  readonly perHandledMinute: number;
  readonly perContact: number;
  readonly perSeatMonth: number;
  /** By contact type: part of the revenue of an answered contact that goes to the contractor. */
  readonly revenuePerContact: readonly number[];
  /** Charges of a month, at the least. */
  readonly leastPerMonth: number;
  /** Part of the set-up fee that falls on a month. */
  readonly setUpPerMonth: number;
  readonly terms: readonly ServiceTerm[];
}

/** A penalty for a service level below a threshold, or a bonus from one on. */
export interface ServiceTerm {
  readonly kind: 'penalty' | 'bonus';
  readonly threshold: number;
  /** Part of the charges of the period judged; 0 where an amount is told. */
  readonly share: number;
  /** Each time; 0 where a share is told. */
  readonly amount: number;
  readonly judged: 'horizon' | 'day';
  /** Indices into contactTypes, judged together, in rising order. */
  readonly contactTypes: readonly number[];
}

/** What the agents of a group cost, in the currency of the scenario. */
export interface GroupPrices {
  /** Pay with on-costs. */
  readonly perPaidHour: number;
  /** Pay past the end of a shift, as a factor. */
  readonly overtimeFactor: number;
  /** Support staff, with on-costs, for one paid hour of an agent. */
  readonly supportPerPaidHour: number;
  readonly licencePerSeatMonth: number;
  /** Hiring for those who leave, for one seat and year. */
  readonly turnoverPerSeatYear: number;
}
