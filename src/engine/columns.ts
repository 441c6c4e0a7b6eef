/** How a leg ended. */
export const OUTCOMES = [
  'answered', 'abandoned', 'blocked', 'closed', 'balked', 'message', 'dismissed', 'stillWaiting',
] as const;
export type OutcomeName = (typeof OUTCOMES)[number];
/** Place of each in OUTCOMES. */
export const enum Outcome {
  answered = 0,
  abandoned = 1,
  blocked = 2,
  closed = 3,
  balked = 4,
  message = 5,
  dismissed = 6,
  stillWaiting = 7,
}

/** How a leg began. */
export const CAUSES = ['first', 'redial', 'transfer'] as const;
export type CauseName = (typeof CAUSES)[number];
/** Place of each in CAUSES. */
export const enum Cause {
  first = 0,
  redial = 1,
  transfer = 2,
}

/** What a stretch of an agent's paid time was, busy or idle not yet told apart: `overrun` is past the end of the shift. */
export const DUTIES = ['duty', 'break', 'overrun'] as const;
export type DutyName = (typeof DUTIES)[number];
/** Place of each in DUTIES. */
export const enum Duty {
  duty = 0,
  break = 1,
  overrun = 2,
}

/** Rows that a block of columns holds before it is read; small enough to stay in the cache. */
export const COLUMN_ROWS = 2048;

/** Legs that have ended, one a row, in the order in which they ended. */
export interface LegColumns {
  length: number;
  readonly contactType: Int32Array;
  readonly cause: Int32Array;
  readonly outcome: Int32Array;
  /** Agent who answered, or NONE, and the agent's group. */
  readonly agent: Int32Array;
  readonly group: Int32Array;
  /** 1: its eligibility widened while it waited. */
  readonly overflowed: Int32Array;
  /** Contact type it was transferred to, or NONE. */
  readonly transferTo: Int32Array;
  /** Number of the first attempt in the replication, and which leg of that contact this is. */
  readonly number: Float64Array;
  readonly leg: Int32Array;
  /** Seconds from the start of the horizon: offered (or turned away), end of the wait, end of talk and wrap-up. */
  readonly offeredAt: Float64Array;
  readonly waitEnd: Float64Array;
  readonly serviceEnd: Float64Array;
  /** Seconds of handle time that it brought, before the agent's factor. */
  readonly work: Float64Array;
}

/** Paid time of agents that has ended, one stretch a row. */
export interface DutyColumns {
  length: number;
  readonly agent: Int32Array;
  readonly group: Int32Array;
  readonly duty: Int32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** What reads the columns: it is handed full blocks, and the last one at the end; it must not keep them. */
export interface ColumnReader {
  readLegs(legs: LegColumns): void;
  readDuties(duties: DutyColumns): void;
}

export function makeLegColumns(rows: number = COLUMN_ROWS): LegColumns {
  const ints = (): Int32Array => new Int32Array(rows);
  const doubles = (): Float64Array => new Float64Array(rows);
  return {
    length: 0, contactType: ints(), cause: ints(), outcome: ints(), agent: ints(), group: ints(), overflowed: ints(),
    transferTo: ints(), number: doubles(), leg: ints(), offeredAt: doubles(), waitEnd: doubles(), serviceEnd: doubles(), work: doubles(),
  };
}

export function makeDutyColumns(rows: number = COLUMN_ROWS): DutyColumns {
  return {
    length: 0, agent: new Int32Array(rows), group: new Int32Array(rows), duty: new Int32Array(rows),
    from: new Float64Array(rows), to: new Float64Array(rows),
  };
}
