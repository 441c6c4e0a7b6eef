import {UserError} from '../../base/errors.js';
import type {Problem} from '../../base/errors.js';
import {suggest} from '../../base/suggest.js';

/** Columns of a contact log; the first two must be there. */
export const LOG_COLUMNS = ['contact-type', 'arrived-at', 'handle-time', 'patience', 'wrap-up'] as const;

export type LogColumn = (typeof LOG_COLUMNS)[number];

const REQUIRED: readonly LogColumn[] = ['contact-type', 'arrived-at'];

/** Place of each column in a row; -1: the log has none. */
export type LogColumns = Readonly<Record<LogColumn, number>>;

/**
 * Finds the columns of a log by its heading; upper case, blanks and underscores do not matter, other columns are let be.
 *
 * @throws UserError LOG004 naming each missing column, LOG005 for one that stands twice
 */
export function findLogColumns(file: string, header: readonly string[]): LogColumns {
  const names = header.map(plainName);
  const problems: Problem[] = [];
  const place = {file, line: 1, column: null, path: ''};
  const found = Object.fromEntries(LOG_COLUMNS.map(column => [column, names.indexOf(column)])) as Record<
    LogColumn,
    number
  >;
  for (const column of LOG_COLUMNS) {
    if (found[column] !== -1 && names.lastIndexOf(column) !== found[column]) {
      problems.push({code: 'LOG005', place, expected: `one column ${column}`, got: 'two', nearest: null});
    }
    if (found[column] === -1 && REQUIRED.includes(column)) problems.push(missing(column, file, header));
  }
  if (problems.length > 0) throw new UserError(problems);
  return found;
}

/** `Arrived At` is `arrived-at`. */
const plainName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');

function missing(column: LogColumn, file: string, header: readonly string[]): Problem {
  const others = header.filter(name => !LOG_COLUMNS.includes(plainName(name) as LogColumn));
  const nearest = suggest(column, others.map(plainName));
  return {
    code: 'LOG004',
    place: {file, line: 1, column: null, path: ''},
    expected: `a column ${column}${nearest === null ? '' : ` (is it the one called ${JSON.stringify(others[others.map(plainName).indexOf(nearest)])}?)`}`,
    got: header.join(', ').slice(0, 120),
    nearest: null,
  };
}
