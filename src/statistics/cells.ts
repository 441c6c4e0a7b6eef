import {COUNTERS, type CounterName} from './counters.js';

/**
 * What is worked out of one row of counters, so that every measure is one cell or one cell over another.
 *
 * - `callers`, `answeredCallers`: offered (or waiting at the start) and answered without callbacks, whose customers do not wait on the line
 * - `dialled`: callbacks that were dialled, answered by the customer or not
 * - `judged`: *A*, callers (those who waited at the start too) without requests for a callback, messages and deflections, and without those still waiting no longer than T at the end
 * - `judgedLate`: A − L, also without those who gave up within T
 * - `withinEither`: S + L, answered or given up within T
 * - `abandonedLate`: B − L, given up after T
 * - `objectiveWithin`, `objectiveOf`: numerator and denominator of the service level as each contact type's own objective defines it
 * - `signedIn`: busy + idle; `paid`: that, breaks, time set aside and paid absence
 * - `queueTimeInside`, `workInside`, `signedInInside`: the same times before the end of the horizon, to set against `elapsed`
 * - `elapsed`: seconds of the interval that are counted (after the warm-up); 0 after close
 * - `anyAnswered`: 1 when somebody was answered, so that a longest wait exists
 * - `resolved`: answered, neither sent on nor unresolved; `cost`: in the currency of the scenario; both over the horizon alone
 * - `daysMet`, `daysJudged`: days on which the objective was met, and days with a verdict
 */
export const DERIVED_CELLS = [
  'callers',
  'answeredCallers',
  'dialled',
  'judged',
  'judgedLate',
  'withinEither',
  'abandonedLate',
  'objectiveWithin',
  'objectiveOf',
  'signedIn',
  'paid',
  'queueTimeInside',
  'workInside',
  'signedInInside',
  'elapsed',
  'anyAnswered',
  'daysMet',
  'daysJudged',
  'resolved',
  'cost',
] as const;

/** A counter as the engine wrote it, or what is worked out of counters. */
export type CellName = CounterName | (typeof DERIVED_CELLS)[number];

export const CELLS: readonly CellName[] = [...COUNTERS, ...DERIVED_CELLS];

/** Numbers in one row of cells. */
export const CELL_STRIDE = CELLS.length;

/** Place of each cell in its row; counters keep the places they have in a row of counters. */
export const CELL = Object.fromEntries(CELLS.map((name, index) => [name, index])) as Readonly<Record<CellName, number>>;
