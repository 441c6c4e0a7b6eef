import type {Place, Problem} from '../../base/errors.js';
import {suggest} from '../../base/suggest.js';
import type {MeanWaitFormula} from './mean-wait-names.js';
import {solveMeanWaitQuestion, type MeanWaitSolution} from './solve-mean-wait.js';
import {MEAN_WAIT_FIELDS, readMeanWait, type MeanWaitField, type MeanWaitTexts} from './read-mean-wait.js';
import type {DayRow} from './read-day.js';

/** A row of a grid and what it comes to. */
export interface MeanWaitAnswer {
  readonly cells: readonly string[];
  /** null: what is asked is out of reach. */
  readonly solution: MeanWaitSolution | null;
}

/**
 * A grid with a case a row: columns named like the flags, those with a leading # are copied.
 *
 * @param flags what stands on the command line: for cells that are empty, and columns that are missing
 */
export function solveMeanWaitGrid(
  formula: MeanWaitFormula,
  file: string,
  header: readonly string[],
  rows: readonly DayRow[],
  flags: MeanWaitTexts,
): {readonly answers: readonly MeanWaitAnswer[]; readonly problems: readonly Problem[]} {
  const known = MEAN_WAIT_FIELDS as readonly string[];
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
            nearest: known.includes(name) ? null : suggest(name, known),
          },
        ],
  );
  if (problems.length > 0) return {answers: [], problems};
  const answers = rows.flatMap(({cells, line}): MeanWaitAnswer[] => {
    const texts: Partial<Record<MeanWaitField, string>> = {...flags};
    columns.forEach((name, index) => {
      if (known.includes(name) && (cells[index] ?? '').trim() !== '') texts[name as MeanWaitField] = cells[index];
    });
    const placeOf = (name: MeanWaitField): Place => ({file, line, column: null, path: name});
    const {given, problems: found} = readMeanWait(formula, texts, placeOf);
    problems.push(...found);
    if (given === null) return [];
    return [{cells: header.map((_, index) => cells[index] ?? ''), solution: solveMeanWaitQuestion(given)}];
  });
  return {answers, problems};
}
