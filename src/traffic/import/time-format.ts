import {userError} from '../../base/errors.js';
import {dateOf, readOffset, timeOfDay} from '../replay/read-stamp.js';
import type {Stamp} from '../replay/read-stamp.js';

/** Pieces of a time format, longest first; each is a named group of the pattern. */
const PIECES: readonly (readonly [piece: string, group: string, pattern: string])[] = [
  ['yyyy', 'year', '\\d{4}'],
  ['yy', 'shortYear', '\\d{2}'],
  ['MMM', 'monthName', '[A-Za-z]{3}'],
  ['MM', 'month', '\\d{2}'],
  ['M', 'month', '\\d{1,2}'],
  ['dd', 'day', '\\d{2}'],
  ['d', 'day', '\\d{1,2}'],
  ['HH', 'hour', '\\d{2}'],
  ['H', 'hour', '\\d{1,2}'],
  ['hh', 'hour12', '\\d{2}'],
  ['h', 'hour12', '\\d{1,2}'],
  ['mm', 'minute', '\\d{2}'],
  ['m', 'minute', '\\d{1,2}'],
  ['SSS', 'fraction', '\\d{1,9}'],
  ['ss', 'second', '\\d{2}'],
  ['s', 'second', '\\d{1,2}'],
  ['a', 'half', '[AaPp]\\.?[Mm]\\.?'],
  ['XXX', 'offset', 'Z|[+-]\\d{2}:?\\d{2}'],
];

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Makes a reader for times written in one known way: `dd/MM/yyyy HH:mm:ss`, `M/d/yy h:mm a`, `yyMMdd HHmmss`.
 *
 * @throws UserError LOG011 when the format has no hour
 * @example makeTimeReader('dd/MM/yyyy HH:mm')('23/11/2026 08:00') // {day: 20780, secondOfDay: 28800, offset: null}
 */
export function makeTimeReader(format: string): (text: string) => Stamp | null {
  const pattern = compile(format);
  if (pattern === null) {
    throw userError(
      'LOG011',
      '--time-format',
      'pieces such as yyyy MM dd HH mm ss, each once, with an hour among them',
      format,
    );
  }
  return text => {
    const groups = pattern.exec(text.trim())?.groups;
    return groups === undefined ? null : stampOf(groups);
  };
}

function compile(format: string): RegExp | null {
  const seen = new Set<string>();
  let pattern = '';
  for (let at = 0; at < format.length;) {
    const piece = PIECES.find(([name]) => format.startsWith(name, at));
    if (piece === undefined) {
      pattern += format[at]!.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
      at += 1;
      continue;
    }
    if (seen.has(piece[1])) return null;
    seen.add(piece[1]);
    pattern += `(?<${piece[1]}>${piece[2]})`;
    at += piece[0].length;
  }
  return seen.has('hour') || (seen.has('hour12') && seen.has('half')) ? new RegExp(`^${pattern}$`) : null;
}

function stampOf(groups: Readonly<Record<string, string | undefined>>): Stamp | null {
  const number = (name: string): number | null => (groups[name] === undefined ? null : Number(groups[name]));
  const hour12 = number('hour12');
  const hour = hour12 === null ? number('hour')! : (hour12 % 12) + (/^p/i.test(groups['half'] ?? '') ? 12 : 0);
  const secondOfDay = timeOfDay(
    hour,
    number('minute') ?? 0,
    (number('second') ?? 0) + Number(`0.${groups['fraction'] ?? '0'}`),
  );
  const shortYear = number('shortYear');
  const year = number('year') ?? (shortYear === null ? null : shortYear < 70 ? 2000 + shortYear : 1900 + shortYear);
  const month =
    groups['monthName'] === undefined ? number('month') : MONTHS.indexOf(groups['monthName'].toLowerCase()) + 1;
  const offset = groups['offset'] === undefined ? null : readOffset(groups['offset']);
  if (secondOfDay === null) return null;
  if (year === null) return {day: null, secondOfDay, offset};
  const day = dateOf(year, month ?? 1, number('day') ?? 1);
  return day === null ? null : {day, secondOfDay, offset};
}
