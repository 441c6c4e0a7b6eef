import {HIGH_WORD, type Block} from './block.js';

/** Mantissa bits that choose a cell of the table. */
const CELL_BITS = 8;
const CELLS_PER_OCTAVE = 1 << CELL_BITS;
/** Octaves below 1 in the table; smaller numbers (one in 16 million) take the slow way. */
const OCTAVES = 24;
/** Words of a cell: c, 1/c, −ln c, and one that makes it a power of two. */
const WORD_BITS = 2;
/** Bits of a high word that are dropped to leave exponent and cell, already times four. */
const SHIFT = 20 - CELL_BITS - WORD_BITS;
const CELL_MASK = -(1 << WORD_BITS);
/** Where the cell of 2^−OCTAVES would stand in a table that begins at the smallest exponent. */
const FIRST = (1023 - OCTAVES) << (CELL_BITS + WORD_BITS);
/** The cell next to 1 takes the slow way too: its values are small and would lose digits. */
const LIMIT = (OCTAVES * CELLS_PER_OCTAVE - 1) << WORD_BITS;

/**
 * Replaces every uniform v in (0, 1) of a block by −mean × ln v: the exponential value that is exceeded with
 * probability v. Within two units in the last place of −mean × Math.log(v).
 *
 * The logarithm is the costly part of most simulated contacts. A table gives c near v, 1/c and ln c; the rest is the
 * series of ln(1 + r) with |r| ≤ 2⁻⁹. `bench/traffic.ts` has what it costs.
 *
 * @see Tang, Table-driven implementation of the logarithm function, ACM TOMS 16 (1990)
 */
export function fillExponential({values, words}: Block, mean: number): void {
  const table = (sharedTable ??= logarithmTable());
  const length = values.length;
  for (let i = 0; i < length; i++) {
    const at = ((words[2 * i + HIGH_WORD]! >> SHIFT) & CELL_MASK) - FIRST;
    const v = values[i]!;
    // Below the table `at` is negative, which unsigned is beyond any limit.
    if (at >>> 0 >= LIMIT) {
      values[i] = -mean * Math.log(v);
      continue;
    }
    const r = (v - table[at]!) * table[at + 1]!;
    const square = r * r;
    values[i] = mean * (table[at + 2]! - (r - square * (0.5 + square * 0.25 - r * (1 / 3 + square * 0.2))));
  }
}

/** A constant, made at the first use and shared by all, so that it stays in the cache. */
let sharedTable: Float64Array | null = null;

function logarithmTable(): Float64Array {
  const table = new Float64Array((OCTAVES * CELLS_PER_OCTAVE) << WORD_BITS);
  for (let octave = 0; octave < OCTAVES; octave++) {
    const size = 2 ** (octave - OCTAVES);
    for (let cell = 0; cell < CELLS_PER_OCTAVE; cell++) {
      const c = size * (1 + (cell + 0.5) / CELLS_PER_OCTAVE);
      table.set([c, 1 / c, -Math.log(c)], (octave * CELLS_PER_OCTAVE + cell) << WORD_BITS);
    }
  }
  return table;
}
