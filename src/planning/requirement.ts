/**
 * Agents needed by interval, as `plimsoll staff --out` writes them and `plimsoll schedule` reads them: a line an interval
 * and group. Further columns may follow; readers go by the names of the columns.
 */
export interface RequirementRow {
  /** ISO start of the interval, or `T08:00` of every day. */
  readonly start: string;
  readonly group: string;
  /** Agents available for contacts. */
  readonly agents: number;
}

/** Columns that every such file has. */
export const REQUIREMENT_COLUMNS = ['start', 'group', 'agents'] as const;
