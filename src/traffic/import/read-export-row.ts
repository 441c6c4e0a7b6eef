import {isoDate} from '../../base/dates.js';
import type {LogColumn} from '../replay/log-columns.js';
import type {Stamp} from '../replay/read-stamp.js';
import type {Expression, Mapping, Term} from './mapping.js';
import {readDuration} from './read-duration.js';

/** How the cells of an export are read. */
export interface ExportReading {
  readonly mapping: Mapping;
  readonly decimalComma: boolean;
  readonly readTime: (text: string) => Stamp | null;
}

/** A row of an export that can be replayed: where it belongs in order of time, and as a line of the log. */
export interface ExportRow {
  /** Seconds, comparable between rows of one file. */
  readonly at: number;
  readonly line: string;
}

/** Why a row cannot be replayed, and what stood there. */
export interface Dropped {
  readonly dropped: string;
  readonly example: string;
}

/** Reads one row of an export into a line of the log. */
export function readExportRow(cells: readonly string[], reading: ExportReading): ExportRow | Dropped {
  const {mapping} = reading;
  const arrival = timeText(mapping['arrived-at']!, cells);
  const stamp = reading.readTime(arrival);
  if (arrival === '') return drop('no arrival time', cells.join(',').slice(0, 60));
  if (stamp === null) return drop('an arrival time that cannot be read', arrival);
  const contactType = textOf(mapping['contact-type']!, cells);
  if (contactType === '') return drop('no contact type', arrival);
  const durations: Partial<Record<LogColumn, number>> = {};
  for (const column of ['handle-time', 'patience', 'wrap-up'] as const) {
    const expression = mapping[column];
    const seconds = expression === undefined ? null : durationOf(expression, cells, reading);
    if (seconds === null) continue;
    if (Number.isNaN(seconds)) return drop(`a ${column} that cannot be read`, rawOf(expression!, cells));
    if (seconds < 0)
      return drop(
        column === 'handle-time' ? 'a contact that ends before it starts' : `a negative ${column}`,
        rawOf(expression!, cells),
      );
    durations[column] = seconds;
  }
  const [handle, wrapUp] = [durations['handle-time'], durations['wrap-up']];
  if (handle !== undefined && wrapUp !== undefined && wrapUp > handle)
    return drop('a wrap-up longer than the handle time that contains it', `${wrapUp} s of ${handle} s`);
  return {
    at: (stamp.day ?? 0) * 86_400 + stamp.secondOfDay - (stamp.offset ?? 0),
    line: [quoted(contactType), formatStamp(stamp), number(handle), number(durations.patience), number(wrapUp)].join(
      ',',
    ),
  };
}

const drop = (dropped: string, example: string): Dropped => ({dropped, example});

const cellOf = (cells: readonly string[], {index}: Term): string => (cells[index] ?? '').trim();

/** Date and time in two columns become one text. */
const timeText = ({terms}: Expression, cells: readonly string[]): string =>
  terms
    .map(term => cellOf(cells, term))
    .join(' ')
    .trim();

const textOf = ({constant, terms}: Expression, cells: readonly string[]): string =>
  constant ??
  terms
    .map(term => cellOf(cells, term))
    .filter(text => text !== '')
    .join(' ');

const rawOf = ({terms}: Expression, cells: readonly string[]): string =>
  terms.map(term => `${term.name} ${cellOf(cells, term)}`).join(', ');

/** Words that stand for nothing in exports. */
const isMissing = (text: string): boolean => /^(|-+|\?|n\/?a|null|none|nan)$/i.test(text);

/** Sum of the columns; of two times with a minus between them, the time from the second to the first. null: nothing recorded. */
function durationOf(expression: Expression, cells: readonly string[], reading: ExportReading): number | null {
  const terms = expression.terms.filter(term => !isMissing(cellOf(cells, term)));
  if (terms.length === 0) return null;
  const [later, earlier] = expression.terms;
  if (expression.terms.length === 2 && earlier!.sign === -1) {
    if (terms.length < 2) return null;
    const between = timeBetween(reading.readTime(cellOf(cells, earlier!)), reading.readTime(cellOf(cells, later!)));
    if (between !== null && !isDuration(cellOf(cells, later!), reading)) return between;
  }
  return terms.reduce((sum, term) => sum + term.sign * readDuration(cellOf(cells, term), reading.decimalComma), 0);
}

/** `12:30:00` may be a time of day or a duration; a plain number is a duration. */
const isDuration = (text: string, {decimalComma}: ExportReading): boolean =>
  !text.includes(':') && !Number.isNaN(readDuration(text, decimalComma));

/** Seconds from one time to another; times of day alone may cross midnight, by at most half a day. */
function timeBetween(from: Stamp | null, to: Stamp | null): number | null {
  if (from === null || to === null || (from.day === null) !== (to.day === null)) return null;
  const seconds =
    ((to.day ?? 0) - (from.day ?? 0)) * 86_400 +
    to.secondOfDay -
    from.secondOfDay -
    ((to.offset ?? 0) - (from.offset ?? 0));
  return from.day === null && seconds < -43_200 ? seconds + 86_400 : seconds;
}

/** `2026-11-23T08:00:12`, with its offset where the export gave one. */
function formatStamp({day, secondOfDay, offset}: Stamp): string {
  const time = [secondOfDay / 3600, (secondOfDay % 3600) / 60].map(part => two(Math.floor(part))).join(':');
  const seconds = Number((secondOfDay % 60).toFixed(3));
  const clock = `${time}:${seconds < 10 ? '0' : ''}${seconds}`;
  const zone =
    offset === null
      ? ''
      : offset === 0
        ? 'Z'
        : `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 3600))}:${two((Math.abs(offset) % 3600) / 60)}`;
  return day === null ? clock : `${isoDate(day)}T${clock}${zone}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

const number = (value: number | undefined): string => (value === undefined ? '' : String(Number(value.toFixed(3))));

/** A text as a CSV cell. */
export const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
