/**
 * What a scenario says of the shifts that may be worked, and of the agents they have to cover: the question that
 * `plimsoll schedule` answers. Times are seconds from the start of the horizon unless the name says `OfDay`.
 */
export interface Scheduling {
  /** Grid on which shifts, breaks and needs change: all of their times are multiples of it. */
  readonly cellSeconds: number;
  /** The horizon is a whole week and repeats: what runs past its end covers its beginning. */
  readonly repeats: boolean;
  readonly shiftTypes: readonly ShiftType[];
  /** Agents asked for, as the file says; null: worked out from contacts and objectives. */
  readonly needs: readonly Need[] | null;
  /** The file of the needs as the scenario names it; null: none. */
  readonly needsFile: string | null;
  /** Agents to be had, by group; null: as many as it takes. */
  readonly headcount: readonly (number | null)[];
  readonly restSeconds: number;
  /** What an agent hour that is needed and missing costs; null: none may be missing. */
  readonly understaffing: HourPrice | null;
  /** What an agent hour above the need costs, beside its pay. */
  readonly overstaffing: HourPrice;
  /** Simulations after which the schedule stays as it is. */
  readonly rounds: number;
  /** Proven distance from the least cost that is good enough, as a share. */
  readonly gap: number;
  /** Time for one search. */
  readonly seconds: number;
}

/** An amount in the currency of the scenario, or so many times the dearest agent hour. */
export type HourPrice = {readonly perHour: number} | {readonly factor: number};

/** One kind of shift: how long, when, with which breaks, how many days a week. */
export interface ShiftType {
  readonly name: string;
  /** Indices into groups. */
  readonly groups: readonly number[];
  readonly lengthSeconds: number;
  /** Days that an agent works within the horizon, from … to. */
  readonly daysWorked: readonly [number, number];
  /** together: days off follow each other. */
  readonly daysOff: 'together' | 'any';
  /** By how much the starts of one agent may differ from day to day. */
  readonly startsVarySeconds: number;
  /** Factor on the cost of an agent hour. */
  readonly costFactor: number;
  /** Agents who work it, at least and at most; null: no limit. */
  readonly atLeast: number;
  readonly atMost: number | null;
  /** Of all agents, at most this share works it; null: no limit. */
  readonly shareAtMost: number | null;
  readonly starts: readonly ShiftStart[];
}

/** A shift of a type that may begin on a day, for one group. */
export interface ShiftStart {
  readonly group: number;
  /** Day of the horizon, from 0. */
  readonly day: number;
  /** Wall clock of the group's site. */
  readonly startOfDay: number;
  readonly from: number;
  readonly to: number;
  /** Breaks that depend on each other stand in one choice: one of the alternatives is taken, each a list of breaks. */
  readonly breaks: readonly (readonly BreakAlternative[])[];
  /** The shift without its unpaid breaks. */
  readonly paidSeconds: number;
}

/** [from, to) of breaks that go together. */
export type BreakAlternative = readonly (readonly [number, number])[];

/** So many agents over [from, to), of a group or for a contact type. */
export interface Need {
  /** Line in the file. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly agents: number;
  /** Index into groups; null: for a contact type. */
  readonly group: number | null;
  /** Index into contactTypes; null: of a group. */
  readonly contactType: number | null;
}
