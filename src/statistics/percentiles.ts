import {mean, sampleStandardDeviation} from 'simple-statistics';
import type {Interval} from './intervals.js';
import {SECTIONS} from './sections.js';
import {binEdges, type WaitBins} from './wait-histogram.js';

/**
 * Percentile of waits from their histogram: the wait of the first contact, in order of wait, with which at least that
 * share has been counted (quantile type 1: no interpolation), given as the middle of its bin. It is off by at most
 * 0.8 % (FINE) or 3.2 % (COARSE); zeros are exact, and so is anything else below 1/64 s to within 1/128 s.
 *
 * @param share 0.9 for the 90th percentile
 * @returns seconds; null when the histogram is empty
 * @example waitPercentile(FINE, histogramOf([0, 0, 0, 10]), 0.5) // 0
 */
export function waitPercentile(bins: WaitBins, counts: Float64Array, share: number): number | null {
  let total = 0;
  for (const count of counts) total += count;
  if (total === 0) return null;
  const wanted = Math.max(1, Math.ceil(share * total - 1e-9));
  let bin = 0;
  for (let seen = counts[0]; seen < wanted; seen += counts[bin]) bin++;
  return middleOf(bins, bin);
}

function middleOf(bins: WaitBins, bin: number): number {
  const [low, high] = binEdges(bins, bin);
  return (low + high) / 2;
}

/**
 * 95 % interval of a pooled percentile from the same percentile of twenty sections of the replications.
 *
 * @param pooled the percentile over all replications, around which the interval stands
 * @param sections the percentile of each section that saw a wait
 * @param student the 97.5 % quantile of Student's t with 19 degrees of freedom
 * @returns null when a section saw no wait
 * @see docs/explanation/methods.md#experiment-statistics
 * @example sectionInterval(30, Array(20).fill(30), 2.093) // [30, 30]
 */
export function sectionInterval(pooled: number, sections: readonly number[], student: number): Interval | null {
  if (sections.length < SECTIONS) return null;
  const bias = mean([...sections]) - pooled;
  const deviation = Math.sqrt(sampleStandardDeviation([...sections]) ** 2 + (SECTIONS / (SECTIONS - 1)) * bias ** 2);
  const half = (student * deviation) / Math.sqrt(SECTIONS);
  return [pooled - half, pooled + half];
}
