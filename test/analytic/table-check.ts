import {expect} from 'vitest';
import {tableRows, type Row} from '../oracles/table.js';

/** Smaller than this a share is compared by its logarithm, which is checked by itself. */
const TINY = 1e-250;

/** One figure of one line: what was computed, the column of the table, and how near it must be. */
export interface Compared {
  readonly got: number | null;
  readonly column: string;
  /** Largest relative error; with `absolute` largest error. */
  readonly tolerance: number;
  readonly absolute?: boolean;
}

/** Every line of a table, and every figure of it: the list of those that are too far off is empty. */
export function expectTable(file: string, figuresOf: (row: Row) => readonly Compared[]): void {
  const off: string[] = [];
  let compared = 0;
  for (const [index, row] of tableRows(file).entries())
    for (const {got, column, tolerance, absolute = false} of figuresOf(row)) {
      const wanted = row.number(column);
      compared++;
      const error = Math.abs((got ?? Number.NaN) - wanted) / (absolute ? 1 : Math.abs(wanted) || 1);
      const vanishes = !absolute && Math.abs(wanted) < TINY && Math.abs(got ?? 1) < TINY;
      if (!(error <= tolerance || vanishes))
        off.push(`${file} line ${index + 2} ${column}: ${got}, table ${wanted}, off by ${error}, allowed ${tolerance}`);
    }
  expect(off).toEqual([]);
  expect(compared).toBeGreaterThan(0);
}

/** What double arithmetic allows a closed form whose condition number is kappa. */
export const closedForm = (kappa: number): number => 1e-13 + 9e-16 * (1 + Math.abs(kappa));
