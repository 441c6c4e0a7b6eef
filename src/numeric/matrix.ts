/** Rows of numbers. */
export type Matrix = readonly (readonly number[])[];

/** The matrix with ones on its diagonal. */
export const identity = (size: number): Matrix =>
  Array.from({length: size}, (_, i) => Array.from({length: size}, (_, j) => (i === j ? 1 : 0)));

/** Sum of two matrices of one shape. */
export const add = (a: Matrix, b: Matrix): Matrix => a.map((row, i) => row.map((value, j) => value + b[i][j]));

/** Product of two matrices. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  const columns = b[0]?.length ?? 0;
  return a.map(row => {
    const product = new Array<number>(columns).fill(0);
    for (let k = 0; k < row.length; k++) {
      const value = row[k];
      if (value === 0) continue;
      const other = b[k];
      for (let j = 0; j < columns; j++) product[j] += value * other[j];
    }
    return product;
  });
}

/**
 * X with A X = B, by Gaussian elimination with partial pivoting.
 *
 * @throws RangeError when A is singular
 */
export function solve(a: Matrix, b: Matrix): Matrix {
  const size = a.length;
  const rows = a.map((row, i) => [...row, ...b[i]]);
  const width = rows[0]?.length ?? 0;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let i = column + 1; i < size; i++) if (Math.abs(rows[i][column]) > Math.abs(rows[pivot][column])) pivot = i;
    if (rows[pivot][column] === 0) throw new RangeError('a singular matrix has no inverse');
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    const lead = rows[column];
    for (let i = column + 1; i < size; i++) {
      const factor = rows[i][column] / lead[column];
      if (factor === 0) continue;
      const row = rows[i];
      for (let j = column; j < width; j++) row[j] -= factor * lead[j];
    }
  }
  for (let column = size - 1; column >= 0; column--) {
    const lead = rows[column];
    for (let j = size; j < width; j++) lead[j] /= lead[column];
    for (let i = 0; i < column; i++) {
      const factor = rows[i][column];
      if (factor !== 0) for (let j = size; j < width; j++) rows[i][j] -= factor * lead[j];
    }
  }
  return rows.map(row => row.slice(size));
}

/** The inverse of a square matrix. */
export const inverse = (a: Matrix): Matrix => solve(a, identity(a.length));
