import {binEdges, type WaitBins} from '../wait-histogram.js';
import type {SparseWaits} from '../wait-records.js';
import type {Ratios} from './contrast.js';

/** Half of the span of shares over which the waits' density is taken, at the most; and as a part of what lies beyond the percentile. */
const WIDEST = 0.05;
const PART = 0.5;

/**
 * A pooled percentile of waits as ratios of sums: contacts of each replication below, and their sum over all contacts is
 * the percentile. A replication with fewer contacts under it than its part pulls it up, by as much as waits lie apart there
 * (the linearised percentile, with the density from the waits on both sides of it). So whatever judges ratios of sums
 * judges percentiles. Between the edges of a bin contacts lie evenly.
 *
 * @param waits of each replication, in order
 * @param share 0.9 for the 90th percentile
 * @see docs/explanation/methods.md#gates
 * @example percentileRatios(FINE, [Float64Array.of(0, 10)], 0.5) // {numerators: [0], denominators: [10]}: nobody waits
 */
export function percentileRatios(bins: WaitBins, waits: readonly SparseWaits[], share: number): Ratios {
  const pooled = pool(waits);
  const contacts = waits.map(contactsIn);
  const total = contactsIn(pooled);
  if (total === 0) return {numerators: contacts, denominators: contacts};
  const percentile = waitAt(bins, pooled, share * total);
  const beside = Math.min(WIDEST, PART * Math.min(share, 1 - share));
  const apart =
    (waitAt(bins, pooled, (share + beside) * total) - waitAt(bins, pooled, (share - beside) * total)) / (2 * beside);
  const below = contactsWithin(bins, pooled, percentile) / total;
  return {
    numerators: waits.map((own, replication) => {
      const missing = below * contacts[replication] - contactsWithin(bins, own, percentile);
      return percentile * contacts[replication] + apart * missing;
    }),
    denominators: contacts,
  };
}

/**
 * How many contacts wait no longer than so many seconds.
 *
 * @example contactsWithin(FINE, Float64Array.of(0, 7, 500, 3), 0) // 7
 */
export function contactsWithin(bins: WaitBins, waits: SparseWaits, seconds: number): number {
  let within = 0;
  for (let at = 0; at < waits.length; at += 2) {
    const [low, high] = binEdges(bins, waits[at]);
    if (high <= seconds) within += waits[at + 1];
    else if (low < seconds) within += (waits[at + 1] * (seconds - low)) / (high - low);
    else break;
  }
  return within;
}

/** How many contacts there are. */
export function contactsIn(waits: SparseWaits): number {
  let sum = 0;
  for (let at = 1; at < waits.length; at += 2) sum += waits[at];
  return sum;
}

/** The wait up to which so many contacts are counted, in seconds. */
function waitAt(bins: WaitBins, waits: SparseWaits, wanted: number): number {
  let seen = 0;
  for (let at = 0; at < waits.length; at += 2) {
    const [low, high] = binEdges(bins, waits[at]);
    const contacts = waits[at + 1];
    if (seen + contacts >= wanted || at + 2 === waits.length)
      return low + (high - low) * Math.min(1, Math.max(0, wanted - seen) / contacts);
    seen += contacts;
  }
  return 0;
}

function pool(waits: readonly SparseWaits[]): SparseWaits {
  const contacts = new Map<number, number>();
  for (const own of waits)
    for (let at = 0; at < own.length; at += 2) contacts.set(own[at], (contacts.get(own[at]) ?? 0) + own[at + 1]);
  return Float64Array.from([...contacts].sort(([a], [b]) => a - b).flat());
}
