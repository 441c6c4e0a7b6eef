import type {CellFault} from './csv.js';
import {Rejected} from './schema/field.js';
import {readBreak, type WrittenBreak} from './schema/breaks.js';

/** What cells of breaks may hold. */
const EXPECTED = 'breaks such as 12:00-12:30, or 30m within 11:30-13:30';

/**
 * The breaks in cells of a shift's row, one after the other with blanks or semicolons between them; `-` is none.
 *
 * @returns the first cell that has anything else, where one has
 * @example breaksInCells(['10:00-10:15 30m within 11:30-13:30'], [3]) // two breaks
 */
export function breaksInCells(
  cells: readonly string[],
  columns: readonly number[],
): {readonly breaks: readonly WrittenBreak[]; readonly fault: CellFault | null} {
  const breaks: WrittenBreak[] = [];
  for (const column of columns) {
    const cell = cells[column] ?? '';
    for (const part of partsOf(cell)) {
      const read = readBreak(part);
      if (read === undefined) return {breaks, fault: {column, expected: EXPECTED, got: cell}};
      if (read instanceof Rejected) return {breaks, fault: {column, expected: read.expected ?? EXPECTED, got: cell}};
      breaks.push(read);
    }
  }
  return {breaks, fault: null};
}

/** `30m within 11:30-13:30` is one part, though there are blanks in it. */
function partsOf(cell: string): readonly string[] {
  const words = cell.split(/[\s,;]+/).filter(word => word !== '' && word !== '-');
  const parts: string[] = [];
  for (const word of words) {
    const last = parts.at(-1);
    const goesOn = last !== undefined && (word === 'within' || /\bwithin$/.test(last));
    if (goesOn) parts[parts.length - 1] = `${last} ${word}`;
    else parts.push(word);
  }
  return parts;
}
