/**
 * Counts by bin, nearly all of them zero: what adds them up, or begins anew, looks only at those that are not.
 *
 * @example new BinCounts(new Float64Array(3)).count(2) // counts: 0, 0, 1
 */
export class BinCounts {
  /** The bins that are not zero, in the order of their first count: the first `used` entries. */
  private readonly bins: Int32Array;
  private used = 0;

  /** @param counts whole numbers, from which the counting goes on in place */
  constructor(readonly counts: Float64Array) {
    this.bins = new Int32Array(counts.length);
    for (let bin = 0; bin < counts.length; bin++) if (counts[bin] !== 0) this.bins[this.used++] = bin;
  }

  count(bin: number): void {
    if (this.counts[bin]++ === 0) this.bins[this.used++] = bin;
  }

  clear(): void {
    for (let index = 0; index < this.used; index++) this.counts[this.bins[index]] = 0;
    this.used = 0;
  }

  /** Adds every count to `sums`, that of bin 0 at position `at`. */
  addTo(sums: Float64Array, at = 0): void {
    for (let index = 0; index < this.used; index++) {
      const bin = this.bins[index];
      sums[at + bin] += this.counts[bin];
    }
  }
}
