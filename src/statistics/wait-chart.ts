import {binEdges, FINE} from './wait-histogram.js';

export interface ChartBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Bins at most in a chart of waits. */
const MOST_BINS = 40;
/** Share of the waits that the regular bins cover; the longer ones share the last bin. */
const COVERED = 0.995;
/** Widths that a reader can count in, seconds. */
const WIDTHS = [
  1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400, 172_800, 432_000,
];

/**
 * Width of the bins of a chart: the smallest round one with which at most 40 bins hold nearly every wait.
 *
 * @param counts FINE histogram of all waits that will share the width
 * @returns seconds
 * @example chartWidth(histogramOf([12, 30, 75])) // 2
 */
export function chartWidth(counts: Float64Array): number {
  const last = lastBin(counts, COVERED);
  const longest = last < 0 ? 0 : binEdges(FINE, last)[1];
  return WIDTHS.find(width => width * (MOST_BINS - 1) >= longest) ?? longest / (MOST_BINS - 1);
}

/**
 * A FINE histogram of waits in at most 40 bins of equal width, for charts; a fine bin goes where its middle lies, exact
 * zeros into the first. The last bin reaches to the longest wait when that is further away.
 *
 * @param width seconds, of chartWidth
 * @returns bins in order of wait, from 0; none when nobody was answered
 */
export function chartBins(counts: Float64Array, width: number): readonly ChartBin[] {
  const last = lastBin(counts, 1);
  if (last < 0) return [];
  const longest = binEdges(FINE, last)[1];
  const bins = Math.min(MOST_BINS, Math.max(1, Math.ceil(longest / width)));
  const sums = new Array<number>(bins).fill(0);
  for (let bin = 0; bin <= last; bin++) {
    const [low, high] = binEdges(FINE, bin);
    const place = Math.min(bins - 1, Math.floor((low + high) / 2 / width));
    sums[place] = (sums[place] ?? 0) + (counts[bin] ?? 0);
  }
  return sums.map((count, index) => ({
    from: index * width,
    to: index === bins - 1 ? Math.max(longest, bins * width) : (index + 1) * width,
    count,
  }));
}

/** The bin in which so large a share of the counts is reached; −1 when empty. */
function lastBin(counts: Float64Array, share: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return -1;
  let seen = 0;
  return counts.findIndex(count => count > 0 && (seen += count) >= share * total);
}
