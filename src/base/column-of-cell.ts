/**
 * In which column of a line of CSV a cell begins, from 1: its first character, not its quote.
 *
 * @param cell number of the cell in its row, from 0
 * @returns null where the line has no such cell, since quotes reach over lines
 * @example columnOfCell('100/30m,"3m",14', ',', 1) // 10
 */
export function columnOfCell(line: string, delimiter: string, cell: number): number | null {
  let inQuotes = false;
  let before = 0;
  let at = 0;
  for (; at < line.length && before < cell; at++) {
    if (line[at] === '"') inQuotes = !inQuotes;
    else if (line[at] === delimiter && !inQuotes) before++;
  }
  while (line[at] === ' ' || line[at] === '"') at++;
  return before < cell ? null : at + 1;
}
