import type {Counts, StaffingGrid} from './grid.js';

/**
 * By how many agents more (or, below 0, fewer) a group changes from interval to interval when it has `step` more in one:
 * −2 where that fills a gap between the neighbours, 2 where it makes a peak.
 *
 * @example addedRoughness([[5, 4, 5]], grid, 0, 1, 1) // −2
 */
export function addedRoughness(
  counts: Counts,
  {cells}: StaffingGrid,
  group: number,
  interval: number,
  step: 1 | -1,
): number {
  const row = counts[group];
  const own = row[interval];
  let sum = 0;
  for (const neighbour of [interval - 1, interval + 1])
    // a group that does not work next to it makes no step there that anybody could even out
    if ((cells[group][neighbour] ?? 0) > 0)
      sum += Math.abs(own + step - row[neighbour]) - Math.abs(own - row[neighbour]);
  return sum;
}
