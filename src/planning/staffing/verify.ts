import {changed, probe, type Effect} from './probes.js';
import {applied, dropsOf, mayShrink, mend, type SearchWork} from './search.js';
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
const MOST_ROUNDS = 9;
/** Rounds in which agents may be taken away again. */
const TAKING_ROUNDS = 6;
/** Broken by more than so many standard errors: no longer look is needed. */
const CLEAR = 3;

/**
 * Tries the numbers on fresh streams of chance: mends what breaks there, takes away who is not needed there, and repeats on
 * streams fresh again, until every objective holds and no single agent can go.
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
  const needed = new Set<string>();
  let sample = firstSample;
  let counts = found.counts;
  let trial = found;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    onRound?.(round);
    trial = await trials.one(counts, sample);
    if (isFeasible(trial)) {
      const neighbours = await lookDown(work, trial, sample, short);
      const spare = neighbours.spare.filter(effect => !needed.has(nameOf(effect)));
      if (spare.length === 0 || round > TAKING_ROUNDS) {
        const close = neighbours.spare.filter(effect => needed.has(nameOf(effect)));
        return {
          trial,
          sample,
          holds: true,
          least: spare.length === 0,
          rounds: round,
          stuck: false,
          binding: neighbours.binding,
          close: close.map(({group, interval}) => ({group, interval})),
        };
      }
      counts = (await applied(trial, dropsOf(spare, work), new Set(), work, sample)).counts;
    } else {
      const mended = await mend(work, trial, sample);
      mended.counts.forEach((row, group) =>
        row.forEach((agents, interval) => {
          if (agents > counts[group][interval]) needed.add(`${group}/${interval}`);
        }),
      );
      if (!isFeasible(mended)) return unmet(mended, sample, round);
      counts = mended.counts;
    }
    sample = {first: sample.first + sample.replications, replications: sample.replications};
  }
  trial = await trials.one(counts, sample);
  return {...unmet(trial, sample, MOST_ROUNDS), holds: isFeasible(trial), stuck: false};
}

const nameOf = ({group, interval}: Effect): string => `${group}/${interval}`;

const unmet = (trial: Trial, sample: Sample, rounds: number): Verification => ({
  trial,
  sample,
  holds: false,
  least: false,
  rounds,
  stuck: true,
  binding: trial.counts.map(row => row.map(() => null)),
  close: [],
});

/**
 * One agent fewer in every group and interval: first a short look at several together, then a long one at those that were
 * not clear, then each of those that seem to be spare alone.
 */
async function lookDown(
  work: SearchWork,
  trial: Trial,
  sample: Sample,
  short: number,
): Promise<{readonly spare: readonly Effect[]; readonly binding: (number | null)[][]}> {
  const {trials, grid} = work;
  const binding: (number | null)[][] = trial.counts.map(row => row.map(() => null));
  const bind = ({group, interval, change}: Effect, base: Trial): void => {
    binding[group][interval] = worst(base, change).check;
  };
  const brief: Sample = {first: sample.first, replications: Math.min(short, sample.replications)};
  const quick = await trials.one(trial.counts, brief);
  const may = mayShrink(work, trial);
  const first = await probe(trials, grid, quick, -1, brief, may);
  const open = new Set<string>();
  for (const effect of first) {
    const {slack, check} = worst(quick, effect.change);
    if (check !== null && slack < -CLEAR * (quick.figures[check]?.error ?? 0)) bind(effect, quick);
    else open.add(nameOf(effect));
  }
  if (open.size === 0) return {spare: [], binding};
  const second = await probe(trials, grid, trial, -1, sample, (group, interval) => open.has(`${group}/${interval}`));
  const spare: Effect[] = [];
  for (const effect of second) {
    bind(effect, trial);
    if (worst(trial, effect.change).slack < 0) continue;
    const alone = await trials.one(changed(trial.counts, effect.group, [effect.interval], -1), sample);
    if (isFeasible(alone)) spare.push(effect);
  }
  return {spare, binding};
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
