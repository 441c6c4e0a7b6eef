/** What a schedule has to cover, cell by cell of the scheduling grid. */
export interface Requirement {
  readonly rules: readonly CoverRule[];
  /** Agents needed for contact types, from whichever groups have the skill; each agent counts for one type at a time. */
  readonly typeNeeds: readonly TypeNeed[];
}

/** At least so many agents on duty, of these groups together, in each of these cells. */
export interface CoverRule {
  /** Indices into groups, upwards. */
  readonly groups: readonly number[];
  readonly cells: readonly number[];
  readonly agents: number;
  readonly source: RuleSource;
}

export interface TypeNeed {
  readonly contactType: number;
  readonly cells: readonly number[];
  readonly agents: number;
  readonly source: RuleSource;
}

/** Where a need comes from. */
export type RuleSource =
  | {readonly kind: 'file'; readonly line: number}
  /** Erlang A with the contacts of these types pooled. */
  | {
      readonly kind: 'formula';
      readonly contactTypes: readonly number[];
      /** Contacts a second. */
      readonly arrivalRate: number;
      /** Seconds of an agent that a contact takes. */
      readonly aht: number;
      readonly offeredLoad: number;
    }
  /** A simulation in which the contact type missed its objective there. */
  | {readonly kind: 'simulation'; readonly contactType: number; readonly round: number; readonly serviceLevel: number};
