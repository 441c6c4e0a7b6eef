import type {Place, Problem} from '../../base/errors.js';
import {suggest} from '../../base/suggest.js';
import type {Case} from './case.js';
import {CASE_FIELD_NAMES, type CaseFieldName} from './case-fields.js';
import type {Day} from './day.js';
import type {ErlangProblemCode} from './problem-codes.js';
import {readCase, type CaseTexts} from './read-case.js';

/** Columns that may differ from interval to interval; the rest is said once, by flags. */
const BY_INTERVAL = ['arrivals', 'agents'] as const;
const SAYS = {arrivals: 'contacts that come in the interval', agents: 'agents on duty in the interval'} as const;
/** Codes of a case that asks for something; a day asks for nothing. */
const OF_QUESTIONS: readonly string[] = ['ERL002', 'ERL003'];
/** Column that names an interval on the page. */
const LABEL = 'from';
/** Flags that a day knows. */
const DAY_FLAGS: readonly CaseFieldName[] = ['interval', 'aht', 'patience', 'target', 'threshold'];

/** A day, and how its intervals are called. */
export interface ReadDay {
  readonly day: Day;
  readonly labels: readonly string[];
}

/** A row of the table, with the line where it stands. */
export interface DayRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * A table of intervals, one after the other, becomes a day, or everything that is wrong with it.
 *
 * @param flags what stands on the command line: for the whole day, and for cells that are empty
 */
export function readDay(
  file: string,
  header: readonly string[],
  rows: readonly DayRow[],
  flags: CaseTexts,
): {readonly read: ReadDay | null; readonly problems: readonly Problem[]} {
  const problems: Problem[] = [];
  const note = (code: ErlangProblemCode, place: Place, expected: string, got: string | null, nearest?: string | null) =>
    void problems.push({code, place, expected, got, nearest: nearest ?? null});
  const flagPlace = (name: string): Place => ({file: `--${name}`, line: null, column: null, path: ''});
  for (const name of CASE_FIELD_NAMES)
    if (flags[name] !== undefined && !DAY_FLAGS.includes(name) && !(BY_INTERVAL as readonly string[]).includes(name))
      note(
        'ERL004',
        flagPlace(name),
        `nothing: a day knows ${DAY_FLAGS.map(one => `--${one}`).join(', ')}`,
        flags[name],
      );
  const columns = header.map(written => written.trim().toLowerCase());
  columns.forEach((name, index) => {
    const place = {file, line: 1, column: null, path: name};
    if (columns.indexOf(name) !== index) note('ERL030', place, 'every column once', header[index]);
    else if (name !== LABEL && !name.startsWith('#') && !(BY_INTERVAL as readonly string[]).includes(name)) {
      const oncePerDay = (DAY_FLAGS as readonly string[]).includes(name);
      const expected = oncePerDay
        ? `--${name}: what holds for the whole day is said by flags`
        : 'columns arrivals, agents and, if wanted, from; others with a leading # are passed over';
      note('ERL030', place, expected, header[index], suggest(name, [...BY_INTERVAL, LABEL]));
    }
  });
  if (flags.aht === undefined) note('ERL030', flagPlace('aht'), `a mean handle time, such as "${AHT}"`, null);
  if (problems.length === 0 && rows.length === 0)
    note('ERL030', {file, line: null, column: null, path: ''}, 'a row for each interval', 'only a heading');
  if (problems.length > 0) return {read: null, problems};

  const cases: Case[] = [];
  for (const {cells, line} of rows) {
    const placeOf = (name: CaseFieldName): Place => {
      const column = columns.indexOf(name);
      return column < 0 ? flagPlace(name) : {file, line, column: null, path: name};
    };
    const texts: Partial<Record<CaseFieldName, string>> = {...flags};
    for (const name of BY_INTERVAL) {
      const cell = cells[columns.indexOf(name)] ?? '';
      if (cell.trim() !== '') texts[name] = cell;
      if ((texts[name] ?? '') === '') note('ERL030', placeOf(name), SAYS[name], null);
    }
    const {given, problems: found} = readCase('a', texts, placeOf);
    // what flags say wrong is said once
    problems.push(
      ...found.filter(
        ({code, place}) => !OF_QUESTIONS.includes(code) && !problems.some(one => samePlace(one.place, place)),
      ),
    );
    if (given !== null) cases.push(given);
  }
  const seconds = cases[0]?.intervalSeconds ?? null;
  cases.forEach(({intervalSeconds}, index) => {
    if (problems.length > 0 && intervalSeconds === null) return;
    if (intervalSeconds === null || intervalSeconds !== seconds)
      note(
        'ERL030',
        {file, line: rows[index].line, column: null, path: 'arrivals'},
        'intervals of one length, such as 100/30m in every row, or bare numbers with --interval 30m',
        cells(rows[index], columns.indexOf('arrivals')),
      );
  });
  if (problems.length > 0) return {read: null, problems};
  return {read: dayOf(cases, labelsOf(rows, columns.indexOf(LABEL), seconds!), seconds!), problems: []};
}

const AHT = '180s';

const cells = (row: DayRow, column: number): string | null => row.cells[column] ?? null;

const samePlace = (one: Place, other: Place): boolean =>
  one.file === other.file && one.line === other.line && one.path === other.path;

function dayOf(cases: readonly Case[], labels: readonly string[], intervalSeconds: number): ReadDay {
  const {aht, patience, threshold, definition, targets} = cases[0];
  return {
    labels,
    day: {
      intervalSeconds,
      arrivalRates: cases.map(({arrivalRate}) => arrivalRate!),
      agents: cases.map(({agents}) => agents!),
      aht: aht![0],
      patience,
      threshold,
      definition,
      share: targets.serviceLevel?.share ?? null,
    },
  };
}

/** What the table calls its intervals, else the time since the first began. */
function labelsOf(rows: readonly DayRow[], column: number, seconds: number): readonly string[] {
  return rows.map((row, index) => {
    const written = column < 0 ? '' : (row.cells[column] ?? '').trim();
    if (written !== '') return written;
    const minutes = Math.round((index * seconds) / 60);
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  });
}
