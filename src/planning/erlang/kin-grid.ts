import type {Place, Problem} from '../../base/errors.js';
import {suggest} from '../../base/suggest.js';
import {solveKin, type KinFigures} from './kin.js';
import type {Kin} from './kin-names.js';
import {KIN_FIELDS, readKin, type KinField, type KinTexts} from './read-kin.js';
import type {DayRow} from './read-day.js';

/** A row of a grid and what it comes to. */
export interface KinAnswer {
  readonly cells: readonly string[];
  readonly figures: readonly KinFigures[];
}

/**
 * A grid with a case of the kin a row: columns named like the flags, those with a leading # are copied.
 *
 * @param flags what stands on the command line: for cells that are empty, and columns that are missing
 */
export function solveKinGrid(
  kin: Kin,
  file: string,
  header: readonly string[],
  rows: readonly DayRow[],
  flags: KinTexts,
): {readonly answers: readonly KinAnswer[]; readonly problems: readonly Problem[]} {
  const known = KIN_FIELDS as readonly string[];
  const columns = header.map(written => written.trim().toLowerCase());
  const problems = columns.flatMap((name, index): Problem[] =>
    name.startsWith('#') || (known.includes(name) && columns.indexOf(name) === index)
      ? []
      : [
          {
            code: 'ERL006',
            place: {file, line: 1, column: null, path: name},
            expected: `columns ${known.join(', ')}, each once, or with a leading # to be copied`,
            got: header[index],
            nearest: suggest(name, known),
          },
        ],
  );
  if (problems.length > 0) return {answers: [], problems};
  const answers = rows.flatMap(({cells, line}): KinAnswer[] => {
    const texts: Partial<Record<KinField, string>> = {...flags};
    columns.forEach((name, index) => {
      if (known.includes(name) && (cells[index] ?? '').trim() !== '') texts[name as KinField] = cells[index];
    });
    const placeOf = (name: KinField): Place => ({file, line, column: null, path: name});
    const {given, problems: found} = readKin(kin, texts, placeOf);
    problems.push(...found);
    return given === null ? [] : [{cells: header.map((_, index) => cells[index] ?? ''), figures: solveKin(given)}];
  });
  return {answers, problems};
}
