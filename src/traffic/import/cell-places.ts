import {createReadStream} from 'node:fs';
import {createInterface} from 'node:readline';
import {columnOfCell} from '../../base/column-of-cell.js';
import type {Problem} from '../../base/errors.js';
import {findDelimiter} from './find-delimiter.js';

/**
 * Problems of a CSV file with the column of each: the file is read again for the lines that they name.
 *
 * @param header names of the columns as they are written; problems name theirs, in lower case, as their path
 * @returns problems without a line, or of cells that are not found in theirs, as they are
 */
export async function withColumns(
  file: string,
  header: readonly string[],
  problems: readonly Problem[],
): Promise<readonly Problem[]> {
  const names = header.map(name => name.trim().toLowerCase());
  const wanted = new Set(problems.flatMap(({place}) => (place.file === file ? (place.line ?? []) : [])));
  const lines = await linesOf(file, wanted);
  const delimiter = findDelimiter(file);
  return problems.map(problem => {
    const {place} = problem;
    const line = place.file === file && place.line !== null ? lines.get(place.line) : undefined;
    // in a heading it is the second of two columns that is wrong
    const cell = place.line === 1 ? names.lastIndexOf(place.path) : names.indexOf(place.path);
    if (line === undefined || cell < 0) return problem;
    return {...problem, place: {...place, column: columnOfCell(line, delimiter, cell)}};
  });
}

/** What stands in some lines of a file, by their numbers from 1; nothing of a file that is not in UTF-8. */
async function linesOf(file: string, wanted: ReadonlySet<number>): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  if (wanted.size === 0) return found;
  const last = Math.max(...wanted);
  const input = createReadStream(file, 'utf8');
  let number = 0;
  for await (const line of createInterface({input, crlfDelay: Infinity})) {
    number++;
    if (number === 1 && line.startsWith('\uFFFD')) break;
    if (wanted.has(number)) found.set(number, number === 1 ? line.replace('\uFEFF', '') : line);
    if (number >= last) break;
  }
  input.destroy();
  return found;
}
