import type {Counts} from './grid.js';
import {areFeltTogether, probe, type Effect} from './probes.js';
import {acceptable, applied, dropsOf, mayShrink, mend, type Move, type SearchWork} from './search.js';
import {isFeasible, type Sample, type Trial} from './trials.js';

/** What fresh streams say of the numbers that were found. */
export interface Verification {
  /** The numbers, on the fresh sample on which they were last tried. */
  readonly trial: Trial;
  readonly sample: Sample;
  /** Every objective holds there. */
  readonly holds: boolean;
  /** Every single agent fewer broke an objective there, or was too close to call. */
  readonly least: boolean;
  readonly rounds: number;
  /** Some objective is broken, and one agent more anywhere no longer helps. */
  readonly stuck: boolean;
  /** By group, by interval: the check that breaks first with one agent fewer; null: nobody is there, or nobody may go. */
  readonly binding: readonly (readonly (number | null)[])[];
  /** Where one agent fewer kept the objectives on the last sample but broke one on a fresh sample before. */
  readonly close: readonly {readonly group: number; readonly interval: number}[];
}

/** Rounds, at most; after them agents are only added. */
const MOST_ROUNDS = 16;
/** Rounds in which agents may be taken away again. */
const TAKING_ROUNDS = 13;
/** From this round on, every third sample is twice as large: numbers that chance alone breaks again and again never settle. */
const LARGER_FROM = 5;
const LARGER_EVERY = 3;
/** Broken by more than so many standard errors: no longer look is needed. */
const CLEAR = 2;

/**
 * Tries the numbers on fresh streams of chance: mends what breaks there, takes away who is not needed there, and repeats on
 * streams fresh again, in the end longer ones, until every objective holds and no single agent can go.
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
  let sample = firstSample;
  let counts = found.counts;
  let trial = found;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    onRound?.(round);
    trial = await trials.one(counts, sample);
    if (isFeasible(trial)) {
      const spare = await lookDown(work, trial, sample, short, needs);
      const taking = round <= TAKING_ROUNDS;
      const fewer = taking ? await takenAway(work, trial, dropsOf(spare, work), sample) : trial;
      if (fewer === trial)
        return {
          trial,
          sample,
          holds: true,
          least: taking || spare.length === 0,
          rounds: round,
          stuck: false,
          binding: needs.binding,
          close: needs.close(),
        };
      counts = fewer.counts;
    } else {
      const mended = await mend(work, trial, sample);
      needs.added(counts, mended.counts, work);
      if (!isFeasible(mended)) return unmet(mended, sample, round, needs);
      counts = mended.counts;
    }
    sample = freshAfter(sample, round);
  }
  trial = await trials.one(counts, sample);
  return {...unmet(trial, sample, MOST_ROUNDS, needs), holds: isFeasible(trial), stuck: false};
}

/** The streams of the round after this one. */
function freshAfter({first, replications}: Sample, round: number): Sample {
  const larger = round >= LARGER_FROM && (round - LARGER_FROM) % LARGER_EVERY === 0;
  return {first: first + replications, replications: replications * (larger ? 2 : 1)};
}

const unmet = (trial: Trial, sample: Sample, rounds: number, needs: Needs): Verification => ({
  trial,
  sample,
  holds: false,
  least: false,
  rounds,
  stuck: true,
  binding: needs.binding,
  close: needs.close(),
});

/** The numbers without as many of those who seem to be spare as hold together; the same trial where not one of them can go. */
async function takenAway(work: SearchWork, trial: Trial, drops: readonly Move[], sample: Sample): Promise<Trial> {
  const barred = new Set<string>();
  for (;;) {
    const moves = acceptable(trial, drops, barred);
    if (moves.length === 0) return trial;
    const fewer = await applied(trial, moves, barred, work, sample);
    if (fewer !== trial) return fewer;
  }
}

/** What is known of the agents of each group and interval: what breaks without one of them. */
class Needs {
  /** By group, by interval: the check that breaks first with one agent fewer; null: none that is known of. */
  readonly binding: (number | null)[][];
  /** Where nothing has changed since a look found what breaks. */
  private readonly known: boolean[][];
  /** Where an agent was asked for by a sample that objectives broke on. */
  private readonly askedFor: boolean[][];
  private readonly spareAgain: boolean[][];

  constructor(counts: Counts) {
    const each = <T>(value: T): T[][] => counts.map(row => row.map(() => value));
    this.binding = each<number | null>(null);
    this.known = each(false);
    this.askedFor = each(false);
    this.spareAgain = each(false);
  }

  isOpen(group: number, interval: number): boolean {
    return !this.known[group][interval];
  }

  /** One agent fewer breaks this check. */
  settle({group, interval}: Effect, check: number | null): void {
    this.binding[group][interval] = check;
    this.known[group][interval] = true;
    this.spareAgain[group][interval] = false;
  }

  /**
   * One agent fewer breaks nothing on this sample.
   *
   * @param tightest the check that would be kept by the least
   * @returns whether that agent may go; not one whom another sample has asked for
   */
  maySpare({group, interval}: Effect, tightest: number | null): boolean {
    this.binding[group][interval] = tightest;
    if (!this.askedFor[group][interval]) return true;
    this.known[group][interval] = this.spareAgain[group][interval] = true;
    return false;
  }

  /** Agents were added: whoever is felt where they are may be spare now. */
  added(before: Counts, after: Counts, {trials, grid}: SearchWork): void {
    const everywhere = trials.checks.some(({interval}) => interval === -1);
    after.forEach((row, group) =>
      row.forEach((agents, interval) => {
        if (agents <= before[group][interval]) return;
        this.askedFor[group][interval] = true;
        for (const known of this.known)
          known.forEach((_, place) => {
            if (everywhere || areFeltTogether(grid, interval, place)) known[place] = false;
          });
      }),
    );
  }

  /** Where one agent fewer kept the objectives on one sample and broke one on another. */
  close(): readonly {readonly group: number; readonly interval: number}[] {
    return this.spareAgain.flatMap((row, group) =>
      row.flatMap((close, interval) => (close ? [{group, interval}] : [])),
    );
  }
}

/**
 * One agent fewer wherever it is not known what breaks then, several at once: first a short look, then ever longer ones at
 * those that were not clear.
 *
 * @returns who seems to be spare; whether they are shows when they are taken away (`takenAway`)
 */
async function lookDown(
  work: SearchWork,
  trial: Trial,
  sample: Sample,
  short: number,
  needs: Needs,
): Promise<readonly Effect[]> {
  const {trials, grid} = work;
  const may = mayShrink(work, trial);
  for (let replications = short; ; replications *= 2) {
    const look = {first: sample.first, replications: Math.min(replications, sample.replications)};
    const base = await trials.one(trial.counts, look);
    const effects = await probe(
      trials,
      grid,
      base,
      -1,
      look,
      (group, interval) => may(group, interval) && needs.isOpen(group, interval),
    );
    const isLast = look.replications === sample.replications;
    const spare: Effect[] = [];
    for (const effect of effects) {
      const {slack, check} = worst(base, effect.change);
      const limit = isLast || check === null ? 0 : -CLEAR * (base.figures[check]?.error ?? 0);
      if (slack < limit) needs.settle(effect, check);
      else if (isLast && needs.maySpare(effect, check)) spare.push(effect);
    }
    if (isLast) return spare;
  }
}

/** The check that a change leaves with the least slack; of those that it makes worse. */
function worst({slack}: Trial, change: Float64Array): {readonly slack: number; readonly check: number | null} {
  let least = Infinity;
  let check: number | null = null;
  change.forEach((by, index) => {
    if (by < 0 && slack[index] + by < least) {
      least = slack[index] + by;
      check = index;
    }
  });
  return {slack: least, check};
}
