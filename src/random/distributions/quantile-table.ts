import {HIGH_WORD, makeBlock, type Block} from '../block.js';

/** A continuous distribution on (0, ∞) by the quantile of its tails and by its density. */
export interface TailQuantiles {
  /** The value with that probability in the named tail; tail from 0 to ½. */
  quantile(tail: number, side: 'lower' | 'upper'): number;
  /** Density at a value. */
  density(x: number): number;
}

/** The two ways in which a Law is drawn from. */
export interface QuantileTable {
  quantile(u: number): number;
  fill(block: Block): void;
}

/** Tail probabilities below 2^−OCTAVES (one draw in half a million) are solved for exactly. */
const OCTAVES = 20;
const WORDS = 5;
const MIN_CELL_BITS = 5;
const MAX_CELL_BITS = 8;
/** Largest error that is accepted, in probability relative to that of the tail. */
const MAX_ERROR = 1e-8;

/**
 * A table of the quantile function: cubics between exact values and slopes, in cells that shrink with the tail's
 * probability, as fine in its logarithm far out as at the median. A cubic that would not rise all the way, or that
 * strays by more than 1e-8 of the tail's probability, is not used: there the quantile is solved for exactly.
 *
 * It is built at the first draw (some milliseconds) and costs one look-up and one cubic a draw.
 */
export function makeQuantileTable(law: TailQuantiles): QuantileTable {
  let look: QuantileTable | null = null;
  const built = () => (look ??= buildTable(law));
  return {
    quantile: u => built().quantile(u),
    fill(block) {
      built().fill(block);
    },
  };
}

function buildTable(law: TailQuantiles): QuantileTable {
  const bits = finestNeeded(law);
  const cellsPerOctave = 1 << bits;
  const shift = 20 - bits;
  const firstKey = (1022 - OCTAVES) << bits;
  // One octave for [¼, ½) is the last; ½ itself has a cell of its own.
  const cells = OCTAVES * cellsPerOctave + 1;
  const table = new Float64Array(2 * cells * WORDS);
  fillSide(table, 0, cells, law, 'lower', cellsPerOctave);
  fillSide(table, cells, cells, law, 'upper', cellsPerOctave);

  const exact = (signedTail: number) =>
    signedTail > 0 ? law.quantile(signedTail, 'lower') : law.quantile(-signedTail, 'upper');

  /**
   * Turns tails (negative: above) into values; the high word of a double holds side, octave and cell at once. On
   * which side of the median a draw falls cannot be foreseen, so nothing here branches on it.
   */
  function look({values, words}: Block): void {
    const cubics = table;
    const dropped = shift;
    const first = firstKey;
    const upper = cells;
    const length = values.length;
    for (let i = 0; i < length; i++) {
      const word = words[2 * i + HIGH_WORD]! | 0;
      const cell = (((word & 0x7fffffff) >> dropped) - first) | 0;
      const at = Math.imul(cell + ((word >> 31) & upper), WORDS);
      const tail = values[i]!;
      if (cell < 0 || cubics[at]! === 0) {
        values[i] = exact(tail);
        continue;
      }
      const d = tail - cubics[at]!;
      values[i] = cubics[at + 1]! + d * (cubics[at + 2]! + d * (cubics[at + 3]! + d * cubics[at + 4]!));
    }
  }

  const single = makeBlock(1);
  return {
    quantile(u) {
      single.values[0] = u < 0.5 ? u : u - 1;
      look(single);
      return single.values[0]!;
    },
    fill(block) {
      const {values} = block;
      for (let i = 0; i < values.length; i++) values[i] = Number(values[i]! > 0.5) - values[i]!;
      look(block);
    },
  };
}

/** Cells an octave, as a power of two, with which a few probes of the cubics are close enough; the finest otherwise. */
function finestNeeded(law: TailQuantiles): number {
  for (let bits = MIN_CELL_BITS; bits < MAX_CELL_BITS; bits++) {
    const relative = 1 / (1 << bits);
    const good = ([0.25, 0.25 * (1 + 7 * relative), 0.01, 1e-5] as const).every(from =>
      (['lower', 'upper'] as const).every(side => isClose(law, side, from, from * (1 + relative))),
    );
    if (good) return bits;
  }
  return MAX_CELL_BITS;
}

function isClose(law: TailQuantiles, side: 'lower' | 'upper', from: number, to: number): boolean {
  const cubic = cubicOn(law, side, node(law, side, from), node(law, side, to));
  return cubic !== null;
}

interface Node {
  readonly tail: number;
  readonly value: number;
  /** |d value / d tail|. */
  readonly slope: number;
}

function node(law: TailQuantiles, side: 'lower' | 'upper', tail: number): Node {
  const value = law.quantile(tail, side);
  return {tail, value, slope: 1 / law.density(value)};
}

/** Value, slope, and the two higher coefficients of a rising cubic in the signed tail − its start; null where it will not do. */
function cubicOn(
  law: TailQuantiles,
  side: 'lower' | 'upper',
  from: Node,
  to: Node,
): readonly [number, number, number, number] | null {
  const sign = side === 'lower' ? 1 : -1;
  const width = sign * (to.tail - from.tail);
  const secant = (to.value - from.value) / width;
  const second = (3 * secant - 2 * from.slope - to.slope) / width;
  const third = (from.slope + to.slope - 2 * secant) / (width * width);
  // Fritsch and Carlson (1980): end slopes within three secants make a cubic monotone.
  const rises = secant > 0 && from.slope <= 3 * secant && to.slope <= 3 * secant && from.slope > 0;
  if (!rises) return null;
  const half = width / 2;
  const interpolated = from.value + half * (from.slope + half * (second + half * third));
  const middle = node(law, side, (from.tail + to.tail) / 2);
  const error = Math.abs(interpolated - middle.value) / middle.slope / middle.tail;
  return error <= MAX_ERROR ? [from.value, from.slope, second, third] : null;
}

function fillSide(
  table: Float64Array,
  first: number,
  cells: number,
  law: TailQuantiles,
  side: 'lower' | 'upper',
  cellsPerOctave: number,
): void {
  const tailOf = (cell: number) => {
    const octave = Math.floor(cell / cellsPerOctave);
    return 2 ** (octave - OCTAVES - 1) * (1 + (cell - octave * cellsPerOctave) / cellsPerOctave);
  };
  const sign = side === 'lower' ? 1 : -1;
  let from = node(law, side, tailOf(0));
  for (let cell = 0; cell < cells - 1; cell++) {
    const to = node(law, side, tailOf(cell + 1));
    const cubic = cubicOn(law, side, from, to);
    if (cubic !== null) table.set([sign * from.tail, ...cubic], (first + cell) * WORDS);
    from = to;
  }
}
