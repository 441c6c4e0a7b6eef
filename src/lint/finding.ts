import type {LintCode} from './lint-codes.js';

/** Something that will bite in a simulation, or in the center itself. */
export interface Finding {
  /** Stable code that `plimsoll explain` knows, `LNT001`. */
  readonly code: LintCode;
  /** Keys that lead to it in the scenario file: contacts, orders, objective. */
  readonly path: readonly string[];
  /** What is wrong, in one sentence with figures; no final full stop. */
  readonly says: string;
  /** What to do about it. */
  readonly mend: string;
}
