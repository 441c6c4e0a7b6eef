import {columnOfCell} from '../base/column-of-cell.js';
import type {Place} from '../base/errors.js';
import type {Problems} from './problems.js';

/** A CSV file in memory: its heading and its rows, each with its line. */
export interface Table {
  /** As the scenario names it. */
  readonly file: string;
  /** Lower case, trimmed. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** As it was read, to find the place of what is wrong; its separator. */
  readonly text: string;
  readonly delimiter: string;
  /** Numbers may be written 12,5: the separator is no comma. */
  readonly decimalComma: boolean;
}

export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What is wrong with a cell, by the number of its column. */
export interface CellFault {
  readonly column: number;
  readonly expected: string;
  readonly got: string;
}

/** Rows of a CSV file, at most. */
const MOST_ROWS = 1_000_000;

/**
 * Reads a CSV file as it comes: BOM, CRLF, CR, quotes, `,` `;` or tab.
 *
 * @returns null after noting what is wrong
 */
export async function readTable(text: string, file: string, problems: Problems): Promise<Table | null> {
  const {parse, CsvError} = await import('csv-parse/sync');
  const readable = text.replace(/^\u{FEFF}/u, '').replaceAll(/\r\n?/g, '\n');
  const delimiter = delimiterOf(readable);
  const note = (code: 'SCN032' | 'SCN040', line: number | null, expected: string, got: string | null = null): null => {
    problems.add(code, {file, line, column: null, path: ''}, expected, got);
    return null;
  };
  let records: {readonly record: readonly string[]; readonly info: {readonly lines: number}}[];
  try {
    records = parse(readable, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      to: MOST_ROWS + 1,
    }) as unknown as typeof records;
  } catch (error) {
    if (error instanceof CsvError)
      return note(
        'SCN032',
        Number.isInteger(error['lines']) ? Number(error['lines']) : null,
        `a well-formed CSV file: ${plainMessage(error.message)}`,
      );
    throw error;
  }
  const heading = records[0]?.record;
  if (heading === undefined)
    return note('SCN032', 1, 'a CSV file with a first line that names its columns; the file is empty');
  if (records.length > MOST_ROWS) return note('SCN040', null, 'a CSV file of at most 1,000,000 rows');
  const rows = records.slice(1).map(({record, info}) => ({line: info.lines, cells: record}));
  for (const {line, cells} of rows) {
    if (cells.length !== heading.length)
      note('SCN032', line, `${heading.length} cells as in the heading`, `${cells.length} cells`);
  }
  return {
    file,
    columns: heading.map(name => name.toLowerCase()),
    rows,
    text: readable,
    delimiter,
    decimalComma: delimiter !== ',',
  };
}

const plainMessage = (message: string): string => {
  const words = message.replace(/\s+/g, ' ').slice(0, 160);
  return words.charAt(0).toLowerCase() + words.slice(1);
};

/** The separator that the first line has most of. */
export function delimiterOf(text: string): string {
  const end = text.indexOf('\n');
  const first = (end === -1 ? text : text.slice(0, end)).slice(0, 10_000).replaceAll(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map(mark => first.split(mark).length);
  return [',', ';', '\t'][counts.indexOf(Math.max(...counts))]!;
}

/** Which of several possible headings the table has; -1: none. */
export function columnOf(table: Table, ...names: readonly string[]): number {
  for (const name of names) {
    const index = table.columns.indexOf(name.trim().toLowerCase());
    if (index !== -1) return index;
  }
  return -1;
}

/**
 * A number as people keep it in tables; 1 234,5 only where the separator leaves the comma free.
 *
 * @returns null when it is none
 */
export function cellNumber(table: Table, cell: string): number | null {
  const plain = table.decimalComma ? cell.replace(/^([+-]?\d*),(\d+)$/, '$1.$2') : cell;
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?$/i.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/**
 * Where a cell stands, to be named in a message: its line, and in it the column of its first character.
 *
 * @param column number of the cell in its row, from 0
 * @returns the line alone where the cell cannot be found in it, since quotes reach over lines
 */
export function placeOfCell({file, text, delimiter}: Table, line: number, column: number): Place {
  const written = text.split('\n', line)[line - 1] ?? '';
  return {file, line, column: columnOfCell(written, delimiter, column), path: ''};
}
