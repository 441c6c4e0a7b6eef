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
}

/** One simulation of several changes at once. */
interface Phase {
  readonly group: number;
  readonly intervals: readonly number[];
}

/**
 * Tries one agent more (or fewer) in every group and interval and tells what it does to each check. Intervals that lie far
 * enough apart share a simulation, so that a day of 24 half-hours takes four simulations a group.
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
  const phases = phasesOf(grid, may);
  const tried = await trials.of(
    phases.map(phase => changed(base.counts, phase.group, phase.intervals, step)),
    sample,
  );
  return phases.flatMap(({group, intervals}, index) =>
    intervals.map(interval => ({
      group,
      interval,
      change: Float64Array.from(trials.checks, (check, place) =>
        effectOn(check, place, base, tried[index], interval, intervals.length),
      ),
    })),
  );
}

function phasesOf({cells}: StaffingGrid, may: (group: number, interval: number) => boolean): readonly Phase[] {
  return cells.flatMap((row, group) => {
    const stride = row.length <= FEW ? row.length : STRIDE;
    return Array.from({length: stride}, (_, phase) => ({
      group,
      intervals: row.flatMap((count, interval) =>
        count > 0 && interval % stride === phase && may(group, interval) ? [interval] : [],
      ),
    })).filter(({intervals}) => intervals.length > 0);
  });
}

/** The numbers with `step` more in some intervals of one group. */
export function changed(counts: Counts, group: number, intervals: readonly number[], step: number): Counts {
  return counts.map((row, index) =>
    index === group ? row.map((agents, interval) => (intervals.includes(interval) ? agents + step : agents)) : row,
  );
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

/** Whether a change in one interval is felt in another; a change that was made alone is felt everywhere. */
const isNear = (felt: number, interval: number, together: number): boolean =>
  together === 1 || (felt >= interval - BEFORE && felt <= interval + AFTER);
