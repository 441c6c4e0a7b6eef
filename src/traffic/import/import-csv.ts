import {tmpdir} from 'node:os';
import {dirname, resolve} from 'node:path';
import {UserError, userError} from '../../base/errors.js';
import type {Problem} from '../../base/errors.js';
import {LOG_COLUMNS} from '../replay/log-columns.js';
import type {LogColumn} from '../replay/log-columns.js';
import {openCsv} from './csv-rows.js';
import {noEvidence, noteDate, settledOrder} from './date-order.js';
import type {DateOrder} from './date-order.js';
import {DayBuckets} from './day-buckets.js';
import {DroppedRows} from './dropped-rows.js';
import type {DroppedReason} from './dropped-rows.js';
import {guessMapping} from './guess-mapping.js';
import {parseMapping} from './mapping.js';
import type {Mapping} from './mapping.js';
import {readExportRow} from './read-export-row.js';
import type {ExportReading} from './read-export-row.js';
import {readTime} from './read-time.js';
import {makeTimeReader} from './time-format.js';
import {openWhole} from './write-file.js';

export interface ImportOptions {
  /** `arrived-at=Start, …`; what it leaves out is guessed. */
  readonly map: string | null;
  /** Where the log goes; null: to `write`. */
  readonly out: string | null;
  readonly delimiter: string | null;
  readonly decimalComma: boolean;
  /** Order of day and month; null: found out, and refused when it cannot be. */
  readonly dateOrder: DateOrder | null;
  /** How times are written, `dd/MM/yyyy HH:mm`; null: found out. */
  readonly timeFormat: string | null;
  /** Takes the log piece by piece when there is no file to write. */
  readonly write: (text: string) => void | Promise<void>;
  /** Ends the import at the next batch of rows: it throws the signal's reason and leaves everything as it was. */
  readonly signal?: AbortSignal | undefined;
}

/** What an import did; this is `--format json` as it stands. */
export interface ImportReport {
  readonly format: 'plimsoll-import';
  readonly version: 1;
  readonly file: string;
  readonly out: string | null;
  readonly rows: number;
  readonly imported: number;
  readonly dropped: readonly DroppedReason[];
  /** Where each column of the log came from; `because` is null where the user said it. */
  readonly mapping: readonly {
    readonly column: LogColumn;
    readonly from: string | null;
    readonly because: string | null;
  }[];
  readonly unused: readonly string[];
  readonly contactTypes: readonly {readonly name: string; readonly rows: number}[];
  /** First and last arrival, as in the log. */
  readonly first: string | null;
  readonly last: string | null;
  readonly notes: readonly string[];
}

/** Rows looked at before the mapping is guessed. */
const SAMPLE_ROWS = 500;

/** Names of contact types that the report lists. */
const MOST_TYPES = 200;

/**
 * Turns somebody's export into a contact log: finds its columns, reads its times and durations, drops rows that cannot be
 * replayed, sorts the rest by arrival and writes them.
 *
 * @throws UserError when the file cannot be read, a needed column cannot be found, days and months cannot be told apart, or the log cannot be written
 */
export async function importCsv(file: string, options: ImportOptions): Promise<ImportReport> {
  const {header, sample} = await takeSample(file, options.delimiter);
  const given = options.map === null ? {} : parseMapping(options.map, header, '--map');
  const {mapping, because} = guessMapping(header, sample, options.decimalComma, given);
  refuseIncomplete(file, header, mapping);
  const order = options.timeFormat === null ? await findOrder(file, options, mapping) : 'ymd';
  const reading: ExportReading = {
    mapping,
    decimalComma: options.decimalComma,
    readTime: options.timeFormat === null ? text => readTime(text, order) : makeTimeReader(options.timeFormat),
  };
  const found = await transfer(file, reading, options);
  const used = new Set(Object.values(mapping).flatMap(({terms}) => terms.map(term => term.index)));
  return {
    format: 'plimsoll-import',
    version: 1,
    file,
    out: options.out,
    ...found,
    mapping: LOG_COLUMNS.map(column => ({
      column,
      from: mapping[column]?.text ?? null,
      because: because[column] ?? null,
    })),
    unused: header.filter((_, index) => !used.has(index)),
    notes: notesOf(mapping, order, options, found),
  };
}

async function takeSample(
  file: string,
  delimiter: string | null,
): Promise<{header: readonly string[]; sample: readonly (readonly string[])[]}> {
  const csv = await openCsv(file, {delimiter, lines: false});
  try {
    const sample: (readonly string[])[] = [];
    for (let batch = await csv.next(); batch.length > 0 && sample.length < SAMPLE_ROWS; batch = await csv.next()) {
      sample.push(...batch.slice(0, SAMPLE_ROWS).map(row => row.cells));
    }
    return {header: csv.header, sample};
  } finally {
    csv.close();
  }
}

function refuseIncomplete(file: string, header: readonly string[], mapping: Mapping): void {
  const problems: Problem[] = [];
  for (const column of ['arrived-at', 'contact-type'] as const) {
    if (mapping[column] !== undefined) continue;
    const hint =
      column === 'contact-type'
        ? `--map '${column}=COLUMN', or --map '${column}="calls"' when all rows are of one type`
        : `--map '${column}=COLUMN' or '${column}=DATE+TIME'`;
    problems.push({
      code: 'LOG004',
      place: {file, line: 1, column: null, path: column},
      expected: `a column that can be told to hold it; say ${hint}`,
      got: header.join(', ').slice(0, 200),
      nearest: null,
    });
  }
  if (problems.length > 0) throw new UserError(problems);
}

/** The order of day and month, from as many rows as it takes. */
async function findOrder(file: string, {delimiter, dateOrder}: ImportOptions, mapping: Mapping): Promise<DateOrder> {
  if (dateOrder !== null) return dateOrder;
  const columns = Object.values(mapping).flatMap(({terms}) => terms.map(term => term.index));
  const evidence = noEvidence();
  const csv = await openCsv(file, {delimiter, lines: false});
  try {
    let rows = 0;
    for (let batch = await csv.next(); batch.length > 0; batch = await csv.next()) {
      for (const {cells} of batch) for (const column of columns) noteDate(evidence, cells[column] ?? '');
      rows += batch.length;
      const order = settledOrder(evidence);
      if (order !== null && rows >= SAMPLE_ROWS) return order;
    }
  } finally {
    csv.close();
  }
  const order = settledOrder(evidence);
  if (order !== null) return order;
  const both = evidence.dayFirst > 0;
  throw userError(
    'LOG013',
    file,
    both
      ? 'dates in one order; some put the day first, some the month: say --date-order dmy or --date-order mdy'
      : 'dates that can be read in one way only; say --date-order dmy (day first) or --date-order mdy (month first)',
    evidence.ambiguous,
  );
}

type Found = Pick<ImportReport, 'rows' | 'imported' | 'dropped' | 'contactTypes' | 'first' | 'last'>;

/** Reads, sorts and writes. */
async function transfer(file: string, reading: ExportReading, options: ImportOptions): Promise<Found> {
  const {out, write, signal} = options;
  const target = out === null ? null : openWhole(out);
  const folder = out === null ? tmpdir() : dirname(resolve(out));
  let buckets: DayBuckets | null = null;
  const cleanUp = (): void => {
    buckets?.remove();
    target?.discard();
  };
  // a reader of stdout that has gone, or a second Ctrl-C, ends the process at once
  process.once('exit', cleanUp);
  try {
    buckets = new DayBuckets(folder);
    const {rows, dropped} = await fillBuckets(file, options, reading, buckets);
    const types = new Map<string, number>();
    let [imported, first, last]: [number, string | null, string | null] = [0, null, null];
    const put = async (text: string): Promise<void> => {
      if (target === null) await write(text);
      else target.write(text);
    };
    await put(`${LOG_COLUMNS.join(',')}\n`);
    for (const lines of buckets.sorted()) {
      signal?.throwIfAborted();
      for (const line of lines) countType(types, line);
      imported += lines.length;
      first ??= arrivalOf(lines[0]!);
      last = arrivalOf(lines.at(-1)!);
      await put(`${lines.join('\n')}\n`);
    }
    target?.commit();
    const contactTypes = [...types].map(([name, count]) => ({name, rows: count})).sort((a, b) => b.rows - a.rows);
    return {rows, imported, dropped: dropped.list(), contactTypes, first, last};
  } finally {
    process.off('exit', cleanUp);
    cleanUp();
  }
}

async function fillBuckets(
  file: string,
  {delimiter, signal}: ImportOptions,
  reading: ExportReading,
  buckets: DayBuckets,
): Promise<{rows: number; dropped: DroppedRows}> {
  const dropped = new DroppedRows();
  const csv = await openCsv(file, {delimiter, lines: true});
  let rows = 0;
  try {
    for (let batch = await csv.next(); batch.length > 0; batch = await csv.next()) {
      signal?.throwIfAborted();
      for (const {cells, line} of batch) {
        rows += 1;
        const read = readExportRow(cells, reading);
        if ('dropped' in read) dropped.add(read.dropped, line, read.example);
        else buckets.add(read.at, read.line);
      }
    }
    return {rows, dropped};
  } finally {
    csv.close();
  }
}

/** The first cell of a line that this module wrote. */
const typeOf = (line: string): string =>
  line.startsWith('"') ? /^"((?:[^"]|"")*)"/.exec(line)![1]!.replaceAll('""', '"') : line.slice(0, line.indexOf(','));

const arrivalOf = (line: string): string => /(?:"(?:[^"]|"")*"|[^,]*),([^,]*)/.exec(line)![1]!;

function countType(types: Map<string, number>, line: string): void {
  const name = typeOf(line);
  const key = types.has(name) || types.size < MOST_TYPES ? name : '(others)';
  types.set(key, (types.get(key) ?? 0) + 1);
}

function notesOf(mapping: Mapping, order: DateOrder, options: ImportOptions, {imported}: Found): string[] {
  const notes: string[] = [];
  if (imported === 0) notes.push('no row could be imported');
  if (options.dateOrder === null && options.timeFormat === null && order !== 'ymd') {
    notes.push(order === 'dmy' ? 'dates are read day first (23/11/2026)' : 'dates are read month first (11/23/2026)');
  }
  if (mapping['handle-time'] === undefined) notes.push('no handle time was found: the scenario will draw it');
  if (mapping.patience === undefined) notes.push('no patience was found: the scenario will draw it');
  return notes;
}
