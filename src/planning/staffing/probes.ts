import type {Check} from './checks.js';
import type {Counts, StaffingGrid} from './grid.js';
import type {Sample, Trial, Trials} from './trials.js';

/**
 * Intervals at this distance are changed together in one simulation: what one agent more or fewer does is felt in the
 * interval, the one before (who waits across the border) and the two after (the queue that is left).
 */
const STRIDE = 4;
/** Up to so many intervals each is changed alone. */
const FEW = 6;
const BEFORE = 1;
const AFTER = 2;

/** What one agent more or fewer in one group and interval does to every check. */
export interface Effect {
  readonly group: number;
  readonly interval: number;
  /** By check: how much more (or, below 0, less) it is kept by. */
  readonly change: Float64Array;
  /** By check: standard error of the change. */
  readonly error: Float64Array;
}

/** Where an agent more or fewer may be tried. */
interface Place {
  readonly group: number;
  readonly interval: number;
}

/**
 * Tries one agent more (or fewer) in every group and interval and tells what it does to each check. Intervals that lie far
 * enough apart share a simulation, so that a day of 24 half-hours takes four simulations a group, and fewer where not
 * every place is to be tried.
 *
 * @param step 1 or −1
 * @param may which groups and intervals to try
 */
export async function probe(
  trials: Trials,
  grid: StaffingGrid,
  base: Trial,
  step: 1 | -1,
  sample: Sample,
  may: (group: number, interval: number) => boolean,
): Promise<readonly Effect[]> {
  const shared = sharedSimulations(grid, may);
  const tried = await trials.of(
    shared.map(places => changed(base.counts, places, step)),
    sample,
  );
  return shared.flatMap((places, index) =>
    places.map(({group, interval}) => ({
      group,
      interval,
      change: Float64Array.from(trials.checks, (check, place) =>
        effectOn(check, place, base, tried[index], interval, places.length),
      ),
      error: Float64Array.from(trials.checks, (_, place) => differenceError(base, tried[index], place)),
    })),
  );
}

/** Whether changes in two intervals are felt in a common one. */
export function areFeltTogether({intervals}: StaffingGrid, one: number, other: number): boolean {
  return intervals.length <= FEW || Math.abs(one - other) < STRIDE;
}

/** The places to be tried, those of one simulation far enough apart; interval by interval, which takes the fewest simulations. */
function sharedSimulations(
  grid: StaffingGrid,
  may: (group: number, interval: number) => boolean,
): readonly (readonly Place[])[] {
  const {cells} = grid;
  const intervals = cells[0]?.length ?? 0;
  const simulations: Place[][] = [];
  for (let interval = 0; interval < intervals; interval++)
    for (let group = 0; group < cells.length; group++) {
      if (cells[group][interval] === 0 || !may(group, interval)) continue;
      const free = simulations.find(places => !areFeltTogether(grid, places.at(-1)!.interval, interval));
      if (free === undefined) simulations.push([{group, interval}]);
      else free.push({group, interval});
    }
  return simulations;
}

/** The numbers with `step` more in some places. */
function changed(counts: Counts, places: readonly Place[], step: number): Counts {
  const rows = counts.map(row => [...row]);
  for (const {group, interval} of places) rows[group][interval] += step;
  return rows;
}

/** What of the difference between two trials is due to the change in one interval. */
function effectOn(check: Check, place: number, base: Trial, tried: Trial, interval: number, together: number): number {
  const [before, after] = [base.figures[place], tried.figures[place]];
  if (check.interval >= 0) {
    if (!isNear(check.interval, interval, together)) return 0;
    if (before === null || after === null) return 0;
    return check.sign * (after.value - before.value);
  }
  if (before === null || after === null) return 0;
  const whole = check.sign * (after.value - before.value);
  if (together === 1) return whole;
  const parts = base.parts[place];
  if (parts.length === 0) return whole / together;
  let numerator = 0;
  let denominator = 0;
  parts.forEach((part, index) => {
    const [x, y] = isNear(index, interval, together) ? tried.parts[place][index] : part;
    numerator += x;
    denominator += y;
  });
  return denominator > 0 ? check.sign * (numerator / denominator - before.value) : 0;
}

/**
 * Standard error of the difference of a check's figure between two trials on one sample, from their batches: what chance
 * does to both alike falls out.
 */
function differenceError({batches: one}: Trial, {batches: other}: Trial, check: number): number {
  const [before, after] = [linearised(one, check), linearised(other, check)];
  if (before === null || after === null) return 0;
  if (before.length < 2) return Infinity;
  const squares = before.reduce((sum, value, batch) => sum + (after[batch] - value) ** 2, 0);
  return Math.sqrt(squares / (before.length - 1) / before.length);
}

/** By batch: (x − figure × y) over the mean of y, whose scatter is that of the figure; null where nothing was seen. */
function linearised(batches: readonly Float64Array[], check: number): readonly number[] | null {
  const x = batches.reduce((sum, batch) => sum + batch[2 * check], 0);
  const y = batches.reduce((sum, batch) => sum + batch[2 * check + 1], 0);
  if (!(y > 0)) return null;
  return batches.map(batch => ((batch[2 * check] - (x / y) * batch[2 * check + 1]) * batches.length) / y);
}

/** Whether a change in one interval is felt in another; a change that was made alone is felt everywhere. */
const isNear = (felt: number, interval: number, together: number): boolean =>
  together === 1 || (felt >= interval - BEFORE && felt <= interval + AFTER);
