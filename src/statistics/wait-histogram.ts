/**
 * Log-linear histogram of waits: below 1/64 s one bin; above, every octave is cut into equal bins, so that
 * the middle of a bin is off by less than 0.8 % (64 bins an octave, `FINE`) or 3.2 % (16 bins, `COARSE`) from any wait in
 * it. Bin 0 holds exact zeros. Histograms merge by addition.
 */
export interface WaitBins {
  readonly perOctave: number;
  readonly bins: number;
}

/** First octave starts at 2^-6 s, the last ends at 2^24 s (194 days). */
const FIRST_OCTAVE = -6;
const OCTAVES = 30;
const SMALLEST = 2 ** FIRST_OCTAVE;

const binsOf = (perOctave: number): WaitBins => ({perOctave, bins: 2 + OCTAVES * perOctave});
export const FINE: WaitBins = binsOf(64);
export const COARSE: WaitBins = binsOf(16);

const asFloat = new Float64Array(1);
const asWords = new Int32Array(asFloat.buffer);

/**
 * Bin of a wait in the FINE histogram: 0 for no wait, 1 for less than 1/64 s. A COARSE bin is `coarseBin(fine)`.
 *
 * @param wait seconds ≥ 0; longer than 194 days counts in the last bin
 */
export function fineBin(wait: number): number {
  if (wait < SMALLEST) return wait === 0 ? 0 : 1;
  asFloat[0] = wait;
  // exponent and the six leading bits of the mantissa, which is the bin's number up to a constant
  const bin = (asWords[1] >> 14) - ((1023 + FIRST_OCTAVE) << 6) + 2;
  return bin < FINE.bins ? bin : FINE.bins - 1;
}

/** COARSE bin that holds a FINE bin. */
export function coarseBin(fine: number): number {
  return fine < 2 ? fine : 2 + ((fine - 2) >> 2);
}

/** Edges [from, to) in seconds of a bin; bin 0 is [0, 0]. */
export function binEdges({perOctave}: WaitBins, bin: number): readonly [number, number] {
  if (bin === 0) return [0, 0];
  if (bin === 1) return [0, SMALLEST];
  const octave = Math.floor((bin - 2) / perOctave);
  const step = (bin - 2) % perOctave;
  const scale = 2 ** (FIRST_OCTAVE + octave);
  return [scale * (1 + step / perOctave), scale * (1 + (step + 1) / perOctave)];
}
