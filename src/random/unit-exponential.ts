/** Mantissa bits that choose a cell of the table. */
const CELL_BITS = 7;
const CELLS_PER_OCTAVE = 1 << CELL_BITS;
/** Octaves below 1 in the table; smaller numbers (one in 10⁹) take the slow way. */
const OCTAVES = 30;
const WORDS = 3;
/** Bits of the high word that are dropped to leave exponent and cell. */
const SHIFT = 20 - CELL_BITS;
/** Exponent and cell of 2^−OCTAVES. */
const FIRST_KEY = (1023 - OCTAVES) << CELL_BITS;

/**
 * Replaces every uniform u in (0, 1) of a buffer by −ln(1 − u), an exponential value of mean 1, within one unit in the
 * last place or so.
 *
 * The logarithm is the costly part of most simulated contacts, and the runtime's own takes four times as long. A table
 * gives c near 1 − u, 1/c and ln c; the rest is the series of ln(1 + r) with |r| ≤ 2⁻⁸. The top cell has c = 1, so that
 * small values keep all their digits. Nothing but basic arithmetic is used on the way, so every machine gives the
 * same bits.
 *
 * @see Tang, Table-driven implementation of the logarithm function, ACM TOMS 16 (1990)
 */
export function fillUnitExponential(buffer: Float64Array): void {
  const table = (sharedTable ??= logarithmTable());
  const bits = new Int32Array(buffer.buffer, buffer.byteOffset, 2 * buffer.length);
  for (let i = 0; i < buffer.length; i++) buffer[i] = 1 - buffer[i]!;
  for (let i = 0; i < buffer.length; i++) {
    const cell = (bits[2 * i + HIGH_WORD]! >>> SHIFT) - FIRST_KEY;
    const v = buffer[i]!;
    if (cell < 0) {
      buffer[i] = -Math.log(v);
      continue;
    }
    const at = cell * WORDS;
    const r = (v - table[at]!) * table[at + 1]!;
    const square = r * r;
    const even = 1 / 2 + square * (1 / 4 + square * (1 / 6 + square * (1 / 8)));
    const odd = 1 / 3 + square * (1 / 5 + square * (1 / 7));
    buffer[i] = table[at + 2]! - (r - square * (even - r * odd));
  }
}

/** A constant, made at the first use and shared by all, so that it stays in the cache. */
let sharedTable: Float64Array | null = null;

/** Where the high half of a double lies among its two words. */
const HIGH_WORD = new Int32Array(new Float64Array([1]).buffer)[1] === 0 ? 0 : 1;

/** For each cell: c, 1/c and −ln c. */
function logarithmTable(): Float64Array {
  const table = new Float64Array(OCTAVES * CELLS_PER_OCTAVE * WORDS);
  for (let octave = 0; octave < OCTAVES; octave++) {
    const size = 2 ** (octave - OCTAVES);
    for (let cell = 0; cell < CELLS_PER_OCTAVE; cell++) {
      const isTop = octave === OCTAVES - 1 && cell === CELLS_PER_OCTAVE - 1;
      const c = isTop ? 1 : size * (1 + (cell + 0.5) / CELLS_PER_OCTAVE);
      table.set([c, 1 / c, isTop ? 0 : -Math.log(c)], (octave * CELLS_PER_OCTAVE + cell) * WORDS);
    }
  }
  return table;
}
