import {dayNumber, isoDate} from '../base/dates.js';
import {formatDuration, parseClockTime, SECONDS_PER_DAY} from '../base/units.js';
import {wallClock} from './clock.js';
import type {Zone} from './clock.js';
import {cellNumber, columnOf} from './csv.js';
import type {Table} from './csv.js';
import type {Problems} from './problems.js';
import type {ScenarioProblemCode} from './schema/problem-codes.js';

/** Amounts by interval: of one typical day (`day` is null), or of days of the calendar. */
export interface IntervalRows {
  readonly dated: boolean;
  /** Seconds that each row covers. */
  readonly step: number;
  readonly rows: readonly IntervalRow[];
}

export interface IntervalRow {
  readonly line: number;
  readonly day: number | null;
  readonly secondOfDay: number;
  readonly value: number;
}

/**
 * Reads a column of amounts by time out of a CSV file. The step is the smallest distance between rows.
 *
 * @param names possible headings of the column, best first
 * @param intervalSeconds the grid on which the times must lie
 * @param wholeNumbers true for agents, who come in ones
 * @returns null after noting what is wrong
 */
export function readIntervalRows(
  table: Table,
  names: readonly string[],
  zone: Zone,
  intervalSeconds: number,
  wholeNumbers: boolean,
  problems: Problems,
): IntervalRows | null {
  const before = problems.count;
  const note = (code: ScenarioProblemCode, line: number | null, expected: string, got: string | null = null): void =>
    problems.add(code, {file: table.file, line, column: null, path: ''}, expected, got);
  const timeColumn = columnOf(table, 'time');
  const valueColumn = columnOf(table, ...names);
  if (timeColumn === -1) note('SCN033', 1, 'a column time', table.columns.join(', '));
  if (valueColumn === -1) note('SCN033', 1, `a column ${names.join(' or ')}`, table.columns.join(', '));
  if (table.rows.length === 0) note('SCN032', 1, 'rows below the heading');
  if (problems.count > before) return null;
  const rows: IntervalRow[] = [];
  for (const {line, cells} of table.rows) {
    const time = readTime(cells[timeColumn] ?? '', zone);
    const value = cellNumber(table, cells[valueColumn] ?? '');
    if (time === null) note('SCN034', line, 'a time such as 08:00 or 2026-11-23 08:00', cells[timeColumn] ?? '');
    if (value === null || value < 0)
      note('SCN034', line, `a number, 0 or more, as ${names[0]!}`, cells[valueColumn] ?? '');
    else if (wholeNumbers && !Number.isInteger(value))
      note('SCN034', line, 'a whole number of agents', cells[valueColumn] ?? '');
    if (problems.count - before >= 10) return null;
    if (time !== null && value !== null) rows.push({line, ...time, value});
  }
  if (problems.count > before) return null;
  const dated = rows[0]!.day !== null;
  const step = checkOrder(rows, intervalSeconds, note);
  return problems.count > before ? null : {dated, step, rows};
}

/** Smallest distance between rows; notes what is out of order or off the grid. */
function checkOrder(
  rows: readonly IntervalRow[],
  intervalSeconds: number,
  note: (code: ScenarioProblemCode, line: number, expected: string, got: string) => void,
): number {
  let step = Infinity;
  let previous = -Infinity;
  for (const row of rows) {
    const shown = `${row.day === null ? '' : `${isoDate(row.day)} `}${formatTime(row.secondOfDay)}`;
    if ((row.day === null) !== (rows[0]!.day === null)) {
      note('SCN036', row.line, 'clock times or dates, not both', shown);
      break;
    }
    const at = (row.day ?? 0) * SECONDS_PER_DAY + row.secondOfDay;
    if (at <= previous) {
      note('SCN036', row.line, at === previous ? 'each time once' : 'rows in order of time', shown);
      break;
    }
    if (row.secondOfDay % intervalSeconds !== 0) {
      note(
        'SCN035',
        row.line,
        `times on the grid of ${formatDuration(intervalSeconds)} that clock.interval gives`,
        shown,
      );
      break;
    }
    step = Math.min(step, at - previous);
    previous = at;
  }
  return step === Infinity ? intervalSeconds : Math.min(step, SECONDS_PER_DAY);
}

const formatTime = (second: number): string =>
  `${String(Math.floor(second / 3600)).padStart(2, '0')}:${String(Math.floor((second % 3600) / 60)).padStart(2, '0')}`;

/** `08:00`, `2026-11-23 08:00`, `2026-11-23T08:00:00+01:00`. */
function readTime(cell: string, zone: Zone): {readonly day: number | null; readonly secondOfDay: number} | null {
  const clock = parseClockTime(cell);
  if (clock !== null) return clock < SECONDS_PER_DAY ? {day: null, secondOfDay: clock} : null;
  const match = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{1,2}:\d{2}(?::\d{2})?)(?:\.0+)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(
    cell.slice(0, 40),
  );
  const secondOfDay = match === null ? null : parseClockTime(match[4]!);
  if (match === null || secondOfDay === null || secondOfDay >= SECONDS_PER_DAY) return null;
  const day = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  if (isoDate(day) !== cell.slice(0, 10)) return null;
  if (match[5] === undefined) return {day, secondOfDay};
  const sign = match[5].startsWith('-') ? -1 : 1;
  const offset =
    match[5].toUpperCase() === 'Z' ? 0 : sign * (Number(match[5].slice(1, 3)) * 3600 + Number(match[5].slice(-2)) * 60);
  return wallClock(zone, day * SECONDS_PER_DAY + secondOfDay - offset);
}
