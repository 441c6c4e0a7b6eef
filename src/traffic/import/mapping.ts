import {UserError} from '../../base/errors.js';
import type {Problem} from '../../base/errors.js';
import {suggest} from '../../base/suggest.js';
import {LOG_COLUMNS} from '../replay/log-columns.js';
import type {LogColumn} from '../replay/log-columns.js';

/** A column of the export inside an expression. */
export interface Term {
  readonly name: string;
  /** Its place in the row. */
  readonly index: number;
  readonly sign: 1 | -1;
}

/** Where a column of the log comes from: columns of the export added or subtracted, or one text for all rows. */
export interface Expression {
  /** As the user would write it: `Talk+ACW`, `End-Answered`, `"help line"`. */
  readonly text: string;
  readonly terms: readonly Term[];
  /** The text itself where it stands in quotes and is no column. */
  readonly constant: string | null;
}

/** Which column of the export becomes which column of the log. */
export type Mapping = Readonly<Partial<Record<LogColumn, Expression>>>;

/**
 * Reads `arrived-at=Start, handle-time=Talk+ACW, contact-type="help line"`.
 *
 * A name is looked up whole before it is cut at `+` and `-`; quotes keep a name with commas together. A quoted text
 * that is no column is a constant for `contact-type`.
 *
 * @param place what the message names: the flag `--map`
 * @throws UserError LOG010 with every part that cannot be read, and the nearest name
 * @example parseMapping('arrived-at=Start', ['Start', 'Queue'], '--map')
 */
export function parseMapping(text: string, header: readonly string[], place: string): Mapping {
  const mapping: Partial<Record<LogColumn, Expression>> = {};
  const problems: Problem[] = [];
  for (const part of splitOutsideQuotes(text, ',').filter(piece => piece.trim() !== '')) {
    const [left, ...rest] = splitOutsideQuotes(part, '=');
    const column = left!.trim().toLowerCase();
    if (!isLogColumn(column))
      problems.push(
        problem(place, `one of ${LOG_COLUMNS.join(', ')} before "="`, left!.trim(), suggest(column, LOG_COLUMNS)),
      );
    else if (rest.length === 0) problems.push(problem(place, `${column}=COLUMN`, part.trim(), null));
    else {
      const read = readExpression(rest.join('=').trim(), header, column, place);
      if ('expected' in read) problems.push(read);
      else mapping[column] = read;
    }
  }
  if (problems.length > 0) throw new UserError(problems);
  return mapping;
}

const isLogColumn = (name: string): name is LogColumn => (LOG_COLUMNS as readonly string[]).includes(name);

/** One expression, or what is wrong with it. */
function readExpression(
  text: string,
  header: readonly string[],
  column: LogColumn,
  place: string,
): Expression | Problem {
  const whole = findHeader(unquote(text), header);
  if (whole !== -1) return columnExpression([{name: header[whole]!, index: whole, sign: 1}]);
  const pieces = cut(text);
  if (pieces.length === 1 && text !== unquote(text) && column === 'contact-type') {
    return {text, terms: [], constant: unquote(text)};
  }
  const terms: Term[] = [];
  for (const {name, sign} of pieces) {
    const index = findHeader(name, header);
    if (index === -1)
      return problem(
        place,
        `columns of the file for ${column} (${header.join(', ').slice(0, 200)})`,
        name,
        suggest(name, header),
      );
    terms.push({name: header[index]!, index, sign});
  }
  return columnExpression(terms);
}

/** An expression from columns that are known. */
export function columnExpression(terms: readonly Term[]): Expression {
  return {
    text: terms.map(({name, sign}, at) => `${sign < 0 ? '-' : at > 0 ? '+' : ''}${name}`).join(''),
    terms,
    constant: null,
  };
}

/** Cuts at `+` and `-` outside quotes. */
function cut(text: string): {name: string; sign: 1 | -1}[] {
  const pieces: {name: string; sign: 1 | -1}[] = [];
  let sign: 1 | -1 = 1;
  let rest = text;
  while (rest !== '') {
    const match = /^\s*("[^"]*"|[^+-]*)([+-]|$)/.exec(rest) ?? [rest, rest, ''];
    pieces.push({name: unquote(match[1]!.trim()), sign});
    sign = match[2] === '-' ? -1 : 1;
    rest = match[2] === '' ? '' : rest.slice(match[0]!.length);
  }
  return pieces;
}

/** Place of a column, upper and lower case alike; -1: none. */
function findHeader(name: string, header: readonly string[]): number {
  const exact = header.indexOf(name);
  return exact !== -1 ? exact : header.findIndex(other => other.toLowerCase() === name.toLowerCase());
}

const unquote = (text: string): string => (/^(["']).*\1$/.test(text) ? text.slice(1, -1) : text);

function splitOutsideQuotes(text: string, mark: string): string[] {
  const pieces = [''];
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (letter === mark && !quoted) pieces.push('');
    else pieces[pieces.length - 1] += letter;
  }
  return pieces;
}

const problem = (place: string, expected: string, got: string, nearest: string | null): Problem => ({
  code: 'LOG010',
  place: {file: place, line: null, column: null, path: ''},
  expected,
  got,
  nearest,
});
