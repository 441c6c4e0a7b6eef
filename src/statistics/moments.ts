/** Which cells of a row buffer are followed: alone (for means), or two together (for ratios of sums). */
export interface Columns {
  /** Position of each single in the buffer. */
  readonly singles: Int32Array;
  /** Positions of numerator and denominator, one after the other. */
  readonly pairs: Int32Array;
}

/** Numbers kept of a single: sum, then central moments of order 2 and 3. */
export const SINGLE_STRIDE = 3;
/** Numbers kept of a pair: sums of x and y, then the central sums xx, xy, yy, xxx, xxy, xyy, yyy. */
export const PAIR_STRIDE = 9;

/**
 * Sums and central moments up to order 3 of many columns at once, one observation a replication, in memory that does
 * not depend on how many there are. Observations are added relative to the first one, so that nothing cancels; blocks
 * of observations are merged by the pairwise formulas, and the same order of merging gives the same bytes.
 *
 * @see docs/explanation/methods.md#experiment-statistics; the merging formulas are (x − mean)³ expanded about the common mean
 */
export class Moments {
  private count = 0;
  /** Singles, then pairs; while observations are added, raw moments about the first observation. */
  private readonly sums: Float64Array;
  private readonly pivots: Float64Array;

  constructor(private readonly columns: Columns) {
    const {singles, pairs} = columns;
    this.sums = new Float64Array(momentsLength(columns));
    this.pivots = new Float64Array(singles.length + pairs.length);
  }

  /** Adds one observation; `values` is the row buffer of one replication. */
  add(values: Float64Array): void {
    if (this.count === 0) this.choosePivots(values);
    this.count++;
    const {sums, pivots} = this;
    const {singles, pairs} = this.columns;
    let at = 0;
    for (let column = 0; column < singles.length; column++, at += SINGLE_STRIDE) {
      const value = values[singles[column]];
      if (value !== 0) sums[at] += value;
      const x = value - pivots[column];
      if (x === 0) continue;
      sums[at + 1] += x * x;
      sums[at + 2] += x * x * x;
    }
    for (let column = 0; column < pairs.length; column += 2, at += PAIR_STRIDE) {
      const numerator = values[pairs[column]];
      const denominator = values[pairs[column + 1]];
      if (numerator !== 0 || denominator !== 0) {
        sums[at] += numerator;
        sums[at + 1] += denominator;
      }
      const x = numerator - pivots[singles.length + column];
      const y = denominator - pivots[singles.length + column + 1];
      if (x === 0 && y === 0) continue;
      const xx = x * x;
      const xy = x * y;
      const yy = y * y;
      sums[at + 2] += xx;
      sums[at + 3] += xy;
      sums[at + 4] += yy;
      sums[at + 5] += xx * x;
      sums[at + 6] += xx * y;
      sums[at + 7] += x * yy;
      sums[at + 8] += yy * y;
    }
  }

  /** The central moments of what was added, in one array that can travel; nothing may be added afterwards. */
  take(): Float64Array {
    centre(this.sums, this.pivots, this.count, this.columns.singles.length);
    return this.sums;
  }

  private choosePivots(values: Float64Array): void {
    const {singles, pairs} = this.columns;
    for (let column = 0; column < singles.length; column++) this.pivots[column] = values[singles[column]];
    for (let column = 0; column < pairs.length; column++) this.pivots[singles.length + column] = values[pairs[column]];
  }
}

/** Numbers that the moments of these columns take. */
export function momentsLength({singles, pairs}: Columns): number {
  return singles.length * SINGLE_STRIDE + (pairs.length / 2) * PAIR_STRIDE;
}

/** Turns raw moments about the pivots into central moments, in place. */
function centre(sums: Float64Array, pivots: Float64Array, count: number, singles: number): void {
  let at = 0;
  for (let column = 0; column < singles; column++, at += SINGLE_STRIDE) {
    const s2 = sums[at + 1];
    if (s2 === 0) continue;
    const d = sums[at] / count - pivots[column];
    sums[at + 1] = Math.max(0, s2 - count * d * d);
    sums[at + 2] += d * (2 * count * d * d - 3 * s2);
  }
  for (let column = singles; at < sums.length; column += 2, at += PAIR_STRIDE) {
    const xx = sums[at + 2];
    const xy = sums[at + 3];
    const yy = sums[at + 4];
    if (xx === 0 && yy === 0) continue;
    const dx = sums[at] / count - pivots[column];
    const dy = sums[at + 1] / count - pivots[column + 1];
    sums[at + 2] = Math.max(0, xx - count * dx * dx);
    sums[at + 3] = xy - count * dx * dy;
    sums[at + 4] = Math.max(0, yy - count * dy * dy);
    sums[at + 5] += dx * (2 * count * dx * dx - 3 * xx);
    sums[at + 6] += 2 * count * dx * dx * dy - 2 * dx * xy - dy * xx;
    sums[at + 7] += 2 * count * dx * dy * dy - 2 * dy * xy - dx * yy;
    sums[at + 8] += dy * (2 * count * dy * dy - 3 * yy);
  }
}

/**
 * Adds the central moments of one set of observations to those of another, in place.
 *
 * @param into moments of `intoCount` observations; holds both sets' afterwards
 * @param from moments of `fromCount` observations of the same columns
 * @param singles how many of the columns are singles
 */
export function mergeMoments(
  into: Float64Array,
  intoCount: number,
  from: Float64Array,
  fromCount: number,
  singles: number,
): void {
  if (intoCount === 0) {
    into.set(from);
    return;
  }
  const count = intoCount + fromCount;
  const second = (intoCount * fromCount) / count;
  const third = (second * (intoCount - fromCount)) / count;
  const a = intoCount / count;
  const b = fromCount / count;
  let at = 0;
  for (let column = 0; column < singles; column++, at += SINGLE_STRIDE) {
    const d = from[at] / fromCount - into[at] / intoCount;
    const into2 = into[at + 1];
    const from2 = from[at + 1];
    into[at] += from[at];
    if (d === 0 && from2 === 0) continue;
    into[at + 1] = into2 + from2 + d * d * second;
    into[at + 2] += from[at + 2] + d * d * d * third + 3 * d * (a * from2 - b * into2);
  }
  for (; at < into.length; at += PAIR_STRIDE) {
    const dx = from[at] / fromCount - into[at] / intoCount;
    const dy = from[at + 1] / fromCount - into[at + 1] / intoCount;
    into[at] += from[at];
    into[at + 1] += from[at + 1];
    if (dx === 0 && dy === 0 && from[at + 2] === 0 && from[at + 4] === 0) continue;
    const xx = a * from[at + 2] - b * into[at + 2];
    const xy = a * from[at + 3] - b * into[at + 3];
    const yy = a * from[at + 4] - b * into[at + 4];
    into[at + 2] += from[at + 2] + dx * dx * second;
    into[at + 3] += from[at + 3] + dx * dy * second;
    into[at + 4] += from[at + 4] + dy * dy * second;
    into[at + 5] += from[at + 5] + dx * dx * dx * third + 3 * dx * xx;
    into[at + 6] += from[at + 6] + dx * dx * dy * third + 2 * dx * xy + dy * xx;
    into[at + 7] += from[at + 7] + dx * dy * dy * third + 2 * dy * xy + dx * yy;
    into[at + 8] += from[at + 8] + dy * dy * dy * third + 3 * dy * yy;
  }
}
