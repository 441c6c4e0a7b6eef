import {costOf} from './bounds.js';
import {acceptable, applied, dropsOf, exchangesOf, type Move} from './moves.js';
import {slopes, type SearchWork} from './search-work.js';
import type {Sample, Trial} from './trials.js';

/** Rounds of local search, at most, and the share of the cost that a round must save to be followed by another. */
const MOST_TRIMMING = 12;
const WORTH_A_ROUND = 0.002;

/**
 * Local search on a sample: takes agents away, then exchanges them for cheaper ones, then for ones at the same cost that
 * make the numbers more even, as long as every objective holds.
 *
 * @param start a trial that keeps every objective
 */
export async function trim(work: SearchWork, start: Trial, sample: Sample): Promise<Trial> {
  const barred = new Set<string>();
  let trial = start;
  for (let round = 0; round < MOST_TRIMMING; round++) {
    const before = costOf(trial.counts, work.grid, work.limits);
    const down = await slopes(work, trial, -1, sample);
    trial = await tried(trial, current => dropsOf(down, current.counts, work), barred, work, sample);
    if (work.limits.cost.length > 1) {
      const up = await slopes(work, trial, 1, sample);
      trial = await tried(trial, current => exchangesOf(down, up, current.counts, work), barred, work, sample);
    }
    if (costOf(trial.counts, work.grid, work.limits) > before * (1 - WORTH_A_ROUND)) return trial;
  }
  return trial;
}

/** Makes moves of one kind, as many as hold together, until none is left that is not barred. */
async function tried(
  trial: Trial,
  movesOf: (trial: Trial) => readonly Move[],
  barred: Set<string>,
  work: SearchWork,
  sample: Sample,
): Promise<Trial> {
  for (;;) {
    const moves = acceptable(trial, movesOf(trial), barred);
    if (moves.length === 0) return trial;
    const next = await applied(trial, moves, barred, work, sample);
    if (next !== trial) return next;
  }
}
