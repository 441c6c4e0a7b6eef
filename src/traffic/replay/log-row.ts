import {UserError} from '../../base/errors.js';
import {readDuration} from '../import/read-duration.js';
import type {LogColumn, LogColumns} from './log-columns.js';

/** One row of a log, read; NaN: not recorded. */
export interface LogRow {
  contactType: string;
  /** Seconds from the start of the horizon. */
  arrivedAt: number;
  handle: number;
  wrapUp: number;
  patience: number;
}

/** What a row lacks. */
export interface RowFault {
  readonly code: string;
  readonly column: LogColumn;
  readonly expected: string;
  readonly got: string | null;
}

/** How the rows of one log are read, and what the row before said. */
export interface RowReading {
  readonly columns: LogColumns;
  readonly decimalComma: boolean;
  readonly readArrival: (text: string) => number;
  /** True when a time of day alone cannot be placed, for the message. */
  readonly severalDays: boolean;
}

/** Reads one row into `row` (overwritten); a fault when it cannot be replayed as it stands. */
export function readLogRow(
  cells: readonly string[],
  previous: number,
  reading: RowReading,
  row: LogRow,
): RowFault | null {
  const {columns, decimalComma} = reading;
  const arrival = cells[columns['arrived-at']] ?? '';
  row.contactType = (cells[columns['contact-type']] ?? '').trim();
  row.arrivedAt = reading.readArrival(arrival);
  if (Number.isNaN(row.arrivedAt)) return arrivalFault(arrival, reading.severalDays);
  if (row.arrivedAt < previous) {
    return {
      code: 'LOG007',
      column: 'arrived-at',
      expected: 'rows in order of arrival (plimsoll import csv sorts them)',
      got: arrival,
    };
  }
  row.handle = recorded(cells, columns['handle-time'], decimalComma);
  row.patience = recorded(cells, columns.patience, decimalComma);
  row.wrapUp = recorded(cells, columns['wrap-up'], decimalComma);
  if (row.handle >= 0 && row.wrapUp > row.handle) {
    return {
      code: 'LOG008',
      column: 'wrap-up',
      expected: 'a wrap-up no longer than the handle time, which contains it',
      got: cells[columns['wrap-up']] ?? null,
    };
  }
  if (isFaulty(row.handle)) return durationFault('handle-time', row.handle, cells[columns['handle-time']] ?? '');
  if (isFaulty(row.wrapUp)) return durationFault('wrap-up', row.wrapUp, cells[columns['wrap-up']] ?? '');
  if (isFaulty(row.patience)) return durationFault('patience', row.patience, cells[columns.patience] ?? '');
  return null;
}

/** Stands for a cell that is no duration; a real one is never minus infinity. */
const UNREADABLE = -Infinity;

const isFaulty = (seconds: number): boolean => seconds < 0;

/** Seconds in a cell; NaN where it is empty or the column is missing. */
function recorded(cells: readonly string[], column: number, decimalComma: boolean): number {
  const text = column === -1 ? '' : (cells[column] ?? '');
  if (text.trim() === '') return NaN;
  const seconds = readDuration(text, decimalComma);
  if (!Number.isNaN(seconds)) return seconds;
  return /^\s*(inf(inity)?|never)\s*$/i.test(text) ? Infinity : UNREADABLE;
}

function arrivalFault(text: string, severalDays: boolean): RowFault {
  const expected = severalDays
    ? 'a date and time such as 2026-11-23T08:00:12 (a time of day alone needs a horizon of one day)'
    : 'a date and time such as 2026-11-23T08:00:12, or a time of day such as 08:00:12';
  return {code: 'LOG006', column: 'arrived-at', expected, got: text};
}

function durationFault(column: LogColumn, seconds: number, text: string): RowFault {
  if (seconds === UNREADABLE)
    return {code: 'LOG008', column, expected: 'seconds or a duration such as 3m20s or 0:03:20', got: text};
  const expected =
    column === 'handle-time'
      ? 'a handle time of 0 s or more; this contact ends before it starts'
      : `a ${column} of 0 s or more`;
  return {code: 'LOG008', column, expected, got: text};
}

/** A fault with its line, as the user's to mend. */
export function rowError(file: string, line: number | null, {code, column, expected, got}: RowFault): UserError {
  return new UserError([
    {
      code,
      place: {file, line, column: null, path: column},
      expected,
      got: got === null ? null : got.slice(0, 80),
      nearest: null,
    },
  ]);
}
