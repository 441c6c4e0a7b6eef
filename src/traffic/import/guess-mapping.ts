import type {LogColumn} from '../replay/log-columns.js';
import {columnExpression} from './mapping.js';
import type {Expression, Mapping, Term} from './mapping.js';
import {COLUMN_NAMES as NAMES} from './column-names.js';
import {readDuration} from './read-duration.js';
import {readTime, readTimeOfDay} from './read-time.js';

/** A mapping, and why each column of the log was found where it was. */
export interface Guess {
  readonly mapping: Mapping;
  readonly because: Readonly<Partial<Record<LogColumn, string>>>;
}

/**
 * Guesses which column of an export is which, from its heading and from a sample of its rows.
 *
 * A name counts only when the cells below it are what it says: a column `Start` that holds words is no time. Where no
 * name is known, the first column of times is taken for the arrival and the first of few, repeated words for the
 * contact type; durations are never guessed without a name.
 *
 * @param sample rows from the top of the file
 * @param given what the user mapped already: it stands, and its columns are not used again
 */
export function guessMapping(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  decimalComma: boolean,
  given: Mapping,
): Guess {
  const taken = new Set(
    Object.entries(given).flatMap(([name, {terms}]) =>
      mayServeTwice(name, terms) ? [] : terms.map(({index}) => index),
    ),
  );
  const find = (names: readonly string[], fits: (cells: readonly string[]) => boolean): number => {
    for (const name of names) {
      const index = header.findIndex(
        (heading, at) => !taken.has(at) && plain(heading) === name && fits(cellsOf(sample, at)),
      );
      if (index !== -1) {
        taken.add(index);
        return index;
      }
    }
    return -1;
  };
  const times = (cells: readonly string[]): boolean => mostly(cells, cell => isDatedTime(cell));
  const durations = (cells: readonly string[]): boolean =>
    mostly(cells, cell => !Number.isNaN(readDuration(cell, decimalComma)));
  const column = (index: number): Expression => columnExpression([{name: header[index]!, index, sign: 1}]);
  const sum = (indices: readonly number[]): Expression =>
    columnExpression(indices.map(index => ({name: header[index]!, index, sign: 1 as const})));

  const mapping: Partial<Record<LogColumn, Expression>> = {...given};
  const because: Partial<Record<LogColumn, string>> = {};
  const settle = (name: LogColumn, expression: Expression, why: string): void => {
    mapping[name] = expression;
    because[name] = why;
  };

  if (given['arrived-at'] === undefined) {
    const arrival = find(NAMES.arrival, times);
    const date = arrival === -1 ? find(NAMES.date, cells => mostly(cells, isDate)) : -1;
    const clock = date === -1 ? -1 : find(NAMES.clock, cells => mostly(cells, cell => readTimeOfDay(cell) !== null));
    if (arrival !== -1) settle('arrived-at', column(arrival), 'by its name, and it holds times');
    else if (clock !== -1) settle('arrived-at', sum([date, clock]), 'a date and a time of day in two columns');
    else {
      if (date !== -1) taken.delete(date);
      const first = header.findIndex((_, at) => !taken.has(at) && times(cellsOf(sample, at)));
      const alone = first === -1 ? find(NAMES.clock, cells => mostly(cells, cell => readTimeOfDay(cell) !== null)) : -1;
      if (first !== -1) {
        taken.add(first);
        settle('arrived-at', column(first), 'the first column that holds dates and times');
      } else if (alone !== -1) settle('arrived-at', column(alone), 'by its name; times of one day, without a date');
    }
  }
  if (given['contact-type'] === undefined) {
    const named = find(NAMES.type, cells => cells.length > 0 && !mostly(cells, isDatedTime));
    if (named !== -1) settle('contact-type', column(named), 'by its name');
    else {
      const words = header.findIndex((_, at) => !taken.has(at) && isCategory(cellsOf(sample, at)));
      if (words !== -1) {
        taken.add(words);
        settle('contact-type', column(words), 'the first column of few words that repeat');
      }
    }
  }
  const wrapUp = given['wrap-up'] === undefined ? find(NAMES.wrapUp, durations) : -1;
  if (wrapUp !== -1) settle('wrap-up', column(wrapUp), 'by its name');
  if (given['handle-time'] === undefined) {
    const handle = find(NAMES.handle, durations);
    const talk = handle === -1 ? find(NAMES.talk, durations) : -1;
    const hold = talk === -1 ? -1 : find(NAMES.hold, durations);
    const after = given['wrap-up']?.terms[0]?.index ?? wrapUp;
    if (handle !== -1) settle('handle-time', column(handle), 'by its name');
    else if (talk !== -1) {
      const parts = [talk, hold, after].filter(index => index !== -1);
      settle('handle-time', sum(parts), parts.length === 1 ? 'by its name' : 'talk, hold and wrap-up added up');
    }
  }
  const patience = given.patience === undefined ? find(NAMES.patience, durations) : -1;
  if (patience !== -1) settle('patience', column(patience), 'by its name');
  return {mapping, because};
}

/** handle-time=End-Start leaves Start to be the arrival, and handle-time=Talk+ACW leaves ACW to be the wrap-up. */
const mayServeTwice = (column: string, terms: readonly Term[]): boolean =>
  (column === 'handle-time' && terms.length > 1) || terms.some(({sign}) => sign < 0);

/** `Talk_Time (s)` is `talktime`. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\((?:s|sec|secs|seconds|hh?:mm:ss)\)|\b(?:in )?(?:sec|secs|seconds)\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

const cellsOf = (sample: readonly (readonly string[])[], index: number): readonly string[] =>
  sample.map(cells => (cells[index] ?? '').trim()).filter(cell => cell !== '');

/** True when half of the cells are such (exports have broken rows); false for a column of empty cells. */
const mostly = (cells: readonly string[], is: (cell: string) => boolean): boolean =>
  cells.length > 0 && cells.filter(is).length >= 0.5 * cells.length;

const hasDate = (cell: string): boolean => (readTime(cell, 'dmy')?.day ?? readTime(cell, 'mdy')?.day ?? null) !== null;

/** A time of day after the date, or seconds since 1970, or digits run together. */
const hasTime = (cell: string): boolean =>
  /\d[:.]\d{2}/.test(cell.replace(/^\s*\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/, '')) ||
  /^\d{8}[T\s]?\d{4,6}$|^\d{9,13}(\.\d+)?$/.test(cell);

const isDatedTime = (cell: string): boolean => hasDate(cell) && hasTime(cell);

/** A date without a time. */
const isDate = (cell: string): boolean => hasDate(cell) && !hasTime(cell);

const isCategory = (cells: readonly string[]): boolean => {
  const distinct = new Set(cells);
  return (
    cells.length >= 4 &&
    distinct.size <= 50 &&
    distinct.size <= cells.length / 2 &&
    mostly(cells, cell => /\p{L}/u.test(cell))
  );
};
