import type {ChannelKind} from '../../scenario/channels.js';
import type {Results} from '../../statistics/results.js';
import type {StaffingObjective} from './objectives.js';

/** How a requirement is found. */
export const STAFFING_METHODS = ['erlang-c', 'erlang-a', 'transient', 'simulation'] as const;
export type StaffingMethod = (typeof STAFFING_METHODS)[number];

/** What one method asks for of one contact type alone, by reporting interval. */
export interface TypeRequirement {
  readonly method: Exclude<StaffingMethod, 'simulation'> | 'flow';
  readonly contactType: string;
  /** Whole agents; null: the method knows no number that is enough, or nothing of such contacts. */
  readonly agents: readonly (number | null)[];
  /** Agents before rounding. */
  readonly exact: readonly (number | null)[];
  /** Objective, by its number, that one agent fewer breaks; null: none. */
  readonly binds: readonly (number | null)[];
}

/** What is asked of one group, by reporting interval. */
export interface GroupRequirement {
  readonly group: string;
  /** Agents available for contacts. */
  readonly agents: readonly number[];
  /** Objective, by its number, that one agent fewer breaks; null: none, or not looked for. */
  readonly binds: readonly (number | null)[];
  /** Agents that the scenario has on duty, breaks taken off. */
  readonly scheduled: readonly number[];
  /** scheduled − agents: below 0 too few. */
  readonly gap: readonly number[];
  /** Agents to be there, with those who are in the office and not available; a fraction. */
  readonly inOffice: readonly number[];
  /** Agents to be paid, with those who are away; a fraction. */
  readonly paid: readonly number[];
  readonly agentHours: number;
  readonly paidHours: number;
  /** Paid hours of a week ÷ those of a full-time agent. */
  readonly fullTimeEquivalents: number;
  readonly costPerAgentHour: number;
}

/** One figure that was looked at on fresh streams of chance. */
export interface VerifiedFigure {
  /** Objective, by its number. */
  readonly objective: number;
  /** ISO start of the interval; null: over the horizon. */
  readonly interval: string | null;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly holds: boolean;
}

/** What fresh streams said of the numbers. */
export interface StaffingVerification {
  /** Replications searched on, and those of the last look, which the search had never seen. */
  readonly searchedOn: number;
  readonly replications: number;
  readonly rounds: number;
  /** Every objective held. */
  readonly holds: boolean;
  /** No single agent could go without breaking an objective. */
  readonly least: boolean;
  /** Groups and intervals where one agent fewer keeps every objective, but by less than chance may take away. */
  readonly tooCloseToCall: readonly {readonly group: string; readonly interval: string}[];
  readonly figures: readonly VerifiedFigure[];
}

/** One step of the way from workload to people. */
export interface StaffingStep {
  readonly name: string;
  /** What was done, in words. */
  readonly says: string;
  /** What the step adds (or, below 0, takes away): agent hours over the horizon, agents in the busiest interval. */
  readonly agentHours: number;
  readonly busiest: number;
}

/** What `plimsoll staff` answers: `--format json` as it stands. */
export interface StaffingAnswer {
  readonly format: 'plimsoll-staffing';
  readonly version: 1;
  readonly program: string;
  readonly scenario: Pick<
    Results['scenario'],
    'name' | 'description' | 'startDate' | 'days' | 'timezone' | 'intervalSeconds' | 'currency'
  >;
  readonly seed: string;
  /** True after Ctrl-C: what was found until then, not verified. */
  readonly interrupted: boolean;
  readonly method: StaffingMethod;
  /** Why this method; null: it was asked for. */
  readonly why: string | null;
  readonly objectives: readonly StaffingObjective[];
  /** ISO starts of the reporting intervals. */
  readonly intervals: readonly string[];
  readonly workload: readonly {
    readonly contactType: string;
    readonly kind: ChannelKind;
    /** Contacts that reach the queue in the interval. */
    readonly contacts: readonly number[];
    readonly ahtSeconds: readonly number[];
    /** Erlangs, one contact at a time. */
    readonly load: readonly number[];
  }[];
  readonly types: readonly TypeRequirement[];
  readonly groups: readonly GroupRequirement[];
  readonly verification: StaffingVerification | null;
  /** The way from workload to people; the steps add up to the last total. */
  readonly steps: readonly StaffingStep[];
  /** Start of the interval with the most agents. */
  readonly busiestInterval: string | null;
  readonly warnings: readonly string[];
}
