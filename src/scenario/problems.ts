import {UserError} from '../base/errors.js';
import type {Place, Problem} from '../base/errors.js';
import type {SchedulingProblemCode} from './scheduling-problem-codes.js';
import type {ScenarioProblemCode} from './schema/problem-codes.js';
import {placeOf} from './value.js';
import type {Value} from './value.js';

/** Plans of headcount are read by the same means; their codes stand in planning/headcount/problem-codes.ts. */
type PlanProblemCode = `PLN${string}`;

/** More than so many problems help nobody. */
const MOST = 100;

/** Longest piece of the user's text that a message repeats. */
const LONGEST = 80;

/** Collects what is wrong while reading goes on. */
export class Problems {
  readonly #found: Problem[] = [];

  get count(): number {
    return this.#found.length;
  }

  /** Notes one problem at a value, or at any place. */
  add(
    code: ScenarioProblemCode | PlanProblemCode | SchedulingProblemCode,
    at: Value | Place,
    expected: string,
    got: string | null = null,
    nearest: string | null = null,
  ): void {
    const place = 'source' in at ? placeOf(at) : at;
    const shown = got !== null && got.length > LONGEST ? `${got.slice(0, LONGEST)}…` : got;
    this.#found.push({code, place, expected, got: shown, nearest});
  }

  /** True when something at this path of the scenario, or inside it, is wrong. */
  touches(path: string): boolean {
    return this.#found.some(
      ({place}) =>
        place.path === path || (place.path.startsWith(path) && '.['.includes(place.path.charAt(path.length))),
    );
  }

  /** Throws all of them as one UserError, in order of place; does nothing when there are none. */
  throwIfAny(): void {
    if (this.#found.length === 0) return;
    const seen = new Set<string>();
    const once = this.#found.filter(problem => {
      const key = JSON.stringify(problem);
      return !seen.has(key) && seen.add(key);
    });
    once.sort(
      (a, b) =>
        compareTexts(a.place.file, b.place.file) ||
        (a.place.line ?? 0) - (b.place.line ?? 0) ||
        (a.place.column ?? 0) - (b.place.column ?? 0),
    );
    throw new UserError(once.slice(0, MOST));
  }
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
