import {lookDown, type SpareAgents} from './look-down.js';
import {mend} from './mending.js';
import {acceptable, applied, dropsOf} from './moves.js';
import {Needs} from './needs.js';
import type {Effect} from './probes.js';
import type {SearchWork} from './search-work.js';
import {isFeasible, type Sample, type Trial} from './trials.js';

/** What fresh streams say of the numbers that were found. */
export interface Verification {
  /** The numbers, on the fresh sample on which they were last tried. */
  readonly trial: Trial;
  readonly sample: Sample;
  /** Every objective holds there. */
  readonly holds: boolean;
  /** One agent fewer breaks an objective wherever it is not too close to call. */
  readonly least: boolean;
  readonly rounds: number;
  /** Some objective is broken, and one agent more anywhere no longer helps. */
  readonly stuck: boolean;
  /** By group, by interval: the check that breaks first with one agent fewer; null: nobody is there, or nobody may go. */
  readonly binding: readonly (readonly (number | null)[])[];
  /** Where one agent fewer keeps every objective, but by less than chance may take away. */
  readonly close: readonly {readonly group: number; readonly interval: number}[];
}

/** Rounds, at most. */
const MOST_ROUNDS = 16;
/** Rounds in which agents may be taken away again; after them they are only added. */
const TAKING_ROUNDS = 10;
/** After so many samples that broke something they are twice as large: what chance alone breaks again and again never settles. */
const LARGER_AFTER = 3;

/**
 * Tries the numbers on fresh streams of chance: mends what breaks there, takes away who is clearly not needed there, and
 * repeats on streams fresh again, in the end longer ones, until every objective holds and nobody is clearly to spare.
 *
 * @param short replications of a first look at a neighbour
 */
export async function verify(
  work: SearchWork,
  found: Trial,
  firstSample: Sample,
  short: number,
  onRound?: (round: number) => void,
): Promise<Verification> {
  const {trials} = work;
  const needs = new Needs(found.counts);
  let slopes: readonly Effect[] = [];
  let sample = firstSample;
  let counts = found.counts;
  let broken = 0;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    onRound?.(round);
    const trial = await trials.one(counts, sample);
    let next: Trial;
    let larger = false;
    if (isFeasible(trial)) {
      const spare = await lookDown(work, trial, sample, short, needs);
      const taking = round <= TAKING_ROUNDS;
      next = taking ? await takenAway(work, trial, spare, sample) : trial;
      if (next === trial)
        return {...seen(trial, sample, round, needs), holds: true, least: taking || spare.effects.length === 0};
    } else {
      larger = ++broken % LARGER_AFTER === 0;
      const mended = await mend(work, trial, sample, slopes);
      [next, slopes] = [mended.trial, mended.effects];
      if (!isFeasible(next)) return {...seen(next, sample, round, needs), stuck: true};
    }
    needs.changed(counts, next.counts, work);
    counts = next.counts;
    sample = freshAfter(sample, larger);
  }
  const last = await trials.one(counts, sample);
  return {...seen(last, sample, MOST_ROUNDS, needs), holds: isFeasible(last)};
}

/** Streams that nothing has been tried on yet. */
const freshAfter = ({first, replications}: Sample, larger: boolean): Sample => ({
  first: first + replications,
  replications: replications * (larger ? 2 : 1),
});

const seen = (trial: Trial, sample: Sample, rounds: number, needs: Needs): Verification => ({
  trial,
  sample,
  holds: false,
  least: false,
  rounds,
  stuck: false,
  binding: needs.binding,
  close: needs.close(),
});

/** The numbers without as many of those who seem to be spare as hold together; the same trial where not one of them can go. */
async function takenAway(
  work: SearchWork,
  trial: Trial,
  {effects, margin}: SpareAgents,
  sample: Sample,
): Promise<Trial> {
  const barred = new Set<string>();
  const kept = {slack: trial.slack.map((slack, check) => slack - margin[check])};
  for (;;) {
    const moves = acceptable(kept, dropsOf(effects, trial.counts, work), barred);
    if (moves.length === 0) return trial;
    const fewer = await applied(trial, moves, barred, work, sample, margin);
    if (fewer !== trial) return fewer;
  }
}
