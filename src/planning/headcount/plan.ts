import type {Objective} from '../../scenario/scenario.js';

/**
 * A plan of headcount as read, checked and completed: plain data. Months are places in the plan, from 0; heads and
 * full-time equivalents (FTE) may be fractions, since attrition is an expectation; amounts stand in the currency of the plan.
 */
export interface HeadcountPlan {
  readonly name: string;
  readonly description: string | null;
  /** Number of the first month (months.ts). */
  readonly start: number;
  readonly months: number;
  /** ISO code; null: no price is named, and every amount is 0. */
  readonly currency: string | null;
  /** At least one. Nobody helps out in another team. */
  readonly teams: readonly TeamPlan[];
  /** The whole plan may cost so much; null: no limit. */
  readonly budget: number | null;
}

/** Who serves some of the work: its people, those it can hire, those it can buy. */
export interface TeamPlan {
  /** null: the plan names no teams. */
  readonly name: string | null;
  /** As of the plan. */
  readonly start: number;
  readonly months: number;
  /** What of the work is this team's. */
  readonly workloads: readonly Workload[];
  readonly people: PlanPeople;
  readonly hiring: Hiring | null;
  readonly outsourcing: Outsourcing | null;
}

/** One kind of contact, so far as it is a team's: either `required` or `demand` is there. */
export interface Workload {
  /** null: the plan names none. */
  readonly name: string | null;
  /** Of all these contacts, or of the FTE told for them; above 0. Already counted in what follows. */
  readonly share: number;
  /** FTE on contacts by month, net of shrinkage; null: they follow from `demand`. */
  readonly required: readonly number[] | null;
  readonly demand: Demand | null;
  /** How uncertain the work is: coefficients of variation now and a year ahead. */
  readonly uncertainty: Uncertainty;
}

export interface Uncertainty {
  readonly now: number;
  readonly afterAYear: number;
}

/** The work that comes, and what is asked of its service. */
export interface Demand {
  /** Contacts expected in each month, with growth, season and campaigns in them. */
  readonly contacts: readonly number[];
  /** Mean handle time, seconds. */
  readonly aht: number;
  /** Handle time with 1, 2, 3 … contacts at once, beside that with one; [1]: one at a time. */
  readonly byConcurrency: readonly number[];
  /** Mean patience, seconds; null: nobody abandons (Erlang C). */
  readonly patience: number | null;
  /** null: the work can wait, and its hours are all that counts. */
  readonly objective: Objective | null;
  /** Agents are busy at the most this share of their time; null: no limit. */
  readonly occupancy: number | null;
  /** By day of the week (0 is Monday): open spans in seconds after midnight; empty where hours are all that counts. */
  readonly open: readonly (readonly (readonly [number, number])[])[];
  /** Weight of each day of the week; a closed day has none. */
  readonly weekdays: readonly number[];
  /** Weights of equal parts of the day; null: even over the open hours. */
  readonly profile: readonly number[] | null;
}

export interface PlanPeople {
  /** Heads on the first day, all of them experienced. */
  readonly start: number;
  /** Hours of a contract, a week. */
  readonly weeklyHours: number;
  readonly shrinkage: number;
  /** Share of those there at its start who leave in a month. */
  readonly monthlyAttrition: number;
  /** What a head costs in a month: pay with on-costs, support staff, licence. */
  readonly perHeadMonth: number;
  /** Of it, pay with on-costs for one hour of the contract: what overtime is paid by. */
  readonly perHour: number;
  /** Heads that come (or go: below 0) in each month, experienced. */
  readonly transfers: readonly number[];
  readonly overtime: {readonly atMost: number; readonly factor: number};
  /** Share of the hours that may be given back, unpaid, in a month with too many. */
  readonly timeOffAtMost: number;
}

export interface Hiring {
  /** Months from opening a class to its first day. */
  readonly lead: number;
  /** Months of training, in which nobody takes contacts. */
  readonly training: number;
  /** Productivity in the months after training; 1 from then on. */
  readonly rampUp: readonly number[];
  /** Share of a class that leaves at the end of its training. */
  readonly dropOut: number;
  readonly leastInClass: number;
  readonly mostInClass: number;
  readonly classesAMonth: number;
  /** Paid when the class opens, counted as cost when it joins. */
  readonly perHire: number;
  /** Cost of training a head, in its first month. */
  readonly perTrainee: number;
  /** Heads of classes opened in each month; null: the optimiser decides. */
  readonly classes: readonly number[] | null;
  /** Heads of classes already under way, by the month in which they join. */
  readonly underWay: readonly number[];
}

export interface Outsourcing {
  readonly perHour: number;
  /** FTE, at the most. */
  readonly atMost: number;
  /** Months from the work to its payment. */
  readonly paidAfter: number;
}

/** What a plan comes to in one month. */
export interface PlanMonth {
  readonly month: string;
  /** Heads. planned = starting − attrition + hires + transfers. */
  readonly starting: number;
  readonly attrition: number;
  readonly hires: number;
  readonly transfers: number;
  readonly planned: number;
  /** Heads opened as a class in this month, who join after the lead time. */
  readonly opened: number;
  /** FTE that planned heads are worth: less those in training, and what learning still lacks. */
  readonly productive: number;
  /** The same net of shrinkage. */
  readonly net: number;
  /** FTE that the work takes, net of shrinkage. */
  readonly required: number;
  /** net − required: above 0 over, below 0 under. */
  readonly overUnder: number;
  /** FTE by which under is filled and over given back. */
  readonly overtime: number;
  readonly outsourced: number;
  readonly timeOff: number;
  /** FTE that nobody covers. */
  readonly short: number;
  readonly cost: PlanCost;
  /** Paid in this month. */
  readonly cash: number;
}

/** Cost of a month by what it is for; they add up to `total`. */
export interface PlanCost {
  readonly people: number;
  readonly overtime: number;
  /** What unpaid time off saves; 0 or below. */
  readonly timeOff: number;
  readonly hiring: number;
  readonly training: number;
  readonly outsourcing: number;
  readonly total: number;
}
