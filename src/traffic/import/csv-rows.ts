import {createReadStream} from 'node:fs';
import {parse} from 'csv-parse';
import {userError} from '../../base/errors.js';
import {findDelimiter} from './find-delimiter.js';
import {describeReadFault} from './read-faults.js';

/** One row of a CSV file. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** Line in which the row ends, from 1; 0 where lines were not asked for. */
  readonly line: number;
}

export interface CsvOptions {
  /** Column separator; null: found out from the first line. */
  readonly delimiter: string | null;
  /** Whether rows carry their line; costs half as much time again. */
  readonly lines: boolean;
}

/** A CSV file read from front to back, in batches, so that memory does not grow with the file. */
export interface CsvRows {
  readonly header: readonly string[];
  /** Rows after the heading, in order; an empty batch means that there are no more. */
  next(): Promise<readonly CsvRow[]>;
  /** Closes the file; may be called at any time, also twice. */
  close(): void;
}

/** More than this in one row is an open quote, not a row. */
const LARGEST_ROW = 1_000_000;

/**
 * Opens a CSV file: UTF-8 or UTF-16 with or without byte order mark, lines ending in CRLF, LF or CR, cells in quotes
 * where they like, separated by comma, semicolon, tab or bar. Empty lines are skipped.
 *
 * @throws UserError LOG001 when the file cannot be read, LOG002 when it is empty, LOG003 when it is malformed (with its line)
 */
export async function openCsv(file: string, {delimiter, lines}: CsvOptions): Promise<CsvRows> {
  const separator = delimiter ?? findDelimiter(file);
  const input = createReadStream(file, {highWaterMark: 1 << 18});
  const parser = input.pipe(
    parse({
      bom: true,
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      info: lines,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LARGEST_ROW,
    }),
  );
  let failure: Error | null = null;
  let ended = false;
  let wake: (() => void) | null = null;
  const rouse = (): void => {
    wake?.();
    wake = null;
  };
  const fail = (error: Error): void => {
    failure ??= error;
    rouse();
  };
  input.on('error', fail);
  parser.on('error', fail);
  parser.on('readable', rouse);
  parser.on('end', () => {
    ended = true;
    rouse();
  });

  const next = async (): Promise<readonly CsvRow[]> => {
    for (;;) {
      if (failure !== null) throw describeReadFault(file, failure);
      const rows = takeRows(parser, lines);
      if (rows.length > 0 || ended) return rows;
      await new Promise<void>(resolve => {
        wake = resolve;
        if (ended || failure !== null) rouse();
      });
    }
  };
  const close = (): void => {
    input.destroy();
    parser.destroy();
  };

  const [heading, ...rest] = await next();
  if (heading === undefined) {
    close();
    throw userError('LOG002', file, 'a line of column names and rows below it', 'an empty file');
  }
  let pending: readonly CsvRow[] | null = rest.length > 0 ? rest : null;
  return {
    header: heading.cells.map(cell => cell.trim()),
    close,
    async next() {
      const rows = pending ?? (await next());
      pending = null;
      return rows;
    },
  };
}

/** Whatever the parser has ready. */
function takeRows(parser: {read(): unknown}, lines: boolean): CsvRow[] {
  const rows: CsvRow[] = [];
  for (let item = parser.read(); item !== null; item = parser.read()) {
    if (lines) {
      const {record, info} = item as {record: string[]; info: {lines: number}};
      rows.push({cells: record, line: info.lines});
    } else rows.push({cells: item as string[], line: 0});
  }
  return rows;
}

/**
 * Line of a data row, from 1, found by reading the file again: for a message about a row of a file read without lines.
 *
 * @param index the row's number after the heading, from 0
 */
export async function lineOfRow(file: string, delimiter: string | null, index: number): Promise<number | null> {
  const rows = await openCsv(file, {delimiter, lines: true});
  try {
    let seen = 0;
    for (let batch = await rows.next(); batch.length > 0; batch = await rows.next()) {
      if (index < seen + batch.length) return batch[index - seen]!.line;
      seen += batch.length;
    }
    return null;
  } finally {
    rows.close();
  }
}
