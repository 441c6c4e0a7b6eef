/** Where in a user's file something stands; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  /** Path inside the scenario, `contacts.orders.patience`; empty for a whole file. */
  readonly path: string;
}

/** One thing the user can mend. */
export interface Problem {
  /** Stable code that `plimsoll explain` knows, `SCN012`. */
  readonly code: string;
  readonly place: Place;
  /** What was expected, lower case, no final full stop. */
  readonly expected: string;
  /** What stood there, as written; null when nothing did. */
  readonly got: string | null;
  /** The nearest thing that would be right. */
  readonly nearest: string | null;
}

/** The user can mend it: no stack, exit code 2. Carries every problem found. */
export class UserError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.name = 'UserError';
    this.problems = problems;
  }
}

/**
 * One line for one problem: `file:line:column path: expected …, got … (did you mean …?)`.
 *
 * @example describeProblem({code: 'SCN001', place: {file: 'a.yaml', line: 3, column: 5, path: 'run.seed'}, expected: 'a whole number', got: 'x', nearest: null}) // 'a.yaml:3:5 run.seed: expected a whole number, got "x"'
 */
export function describeProblem({place, expected, got, nearest}: Problem): string {
  const position = place.line === null ? '' : `:${place.line}${place.column === null ? '' : `:${place.column}`}`;
  const path = place.path === '' ? '' : ` ${printable(place.path)}`;
  const seen = got === null ? '' : `, got ${quoted(got)}`;
  const hint = nearest === null ? '' : ` (did you mean ${JSON.stringify(nearest)}?)`;
  return `${place.file}${position}${path}: expected ${expected}${seen}${hint}`;
}

/** What a user wrote is shown up to this length. */
const MOST_SHOWN = 80;

/** In one line, cut where it is long; what a terminal would take as a command is spelled out. */
function printable(text: string): string {
  const shown = text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN - 1)}…`;
  return shown.replace(
    /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const quoted = (text: string): string => `"${printable(text.replaceAll('"', '\\"'))}"`;

/** A UserError about one thing that stands in no file: a flag, a folder, a log. */
export function userError(code: string, file: string, expected: string, got: string | null = null): UserError {
  return new UserError([{code, place: {file, line: null, column: null, path: ''}, expected, got, nearest: null}]);
}

/**
 * Does something with every item, so that what is wrong with several is told at once.
 *
 * @throws UserError with the problems of all items
 * @example gatherProblems(['asa=±2%'], text => parsePrecision(text, place, catalogue))
 */
export function gatherProblems<T, R>(items: readonly T[], work: (item: T) => R): R[] {
  const problems: Problem[] = [];
  const done: R[] = [];
  for (const item of items) {
    try {
      done.push(work(item));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new UserError(problems);
  return done;
}
