import type {Needs} from './needs.js';
import {probe, type Effect} from './probes.js';
import {mayShrink, type SearchWork} from './search-work.js';
import type {Sample, Trial} from './trials.js';

/** What a short look says by more standard errors than this, a longer one would say too. */
const CLEAR = 2;
/** Standard errors that a check shall still be kept by for an agent to go: kept by less is too close to call. */
const MARGIN = 1;
/** A margin of so many agents is enough where the standard error is of many: over a horizon one agent is hardly felt. */
const MOST_MARGIN = 2;

/** The longest look at a neighbour, in first looks: differences on common random numbers need no more. */
const LONGEST_LOOK = 2;

/** Who seems to be spare, and by how much each check shall still be kept without them. */
export interface SpareAgents {
  readonly effects: readonly Effect[];
  readonly margin: Float64Array;
}

/**
 * One agent fewer wherever it is not known what breaks then, several at once: first a short look, then ever longer ones at
 * those where it is not clear. What the agent is worth is told by the look, how much may be lost by the whole sample.
 *
 * @param trial keeps every check on the whole sample
 * @param short replications of the first look
 * @returns who seems to be spare; whether they are shows when they are taken away
 */
export async function lookDown(
  work: SearchWork,
  trial: Trial,
  sample: Sample,
  short: number,
  needs: Needs,
): Promise<SpareAgents> {
  const {trials, grid} = work;
  const may = mayShrink(work, trial);
  const spare: Effect[] = [];
  const margin = new Float64Array(trials.checks.length);
  for (let replications = short; ; replications *= 2) {
    const look = {first: sample.first, replications: Math.min(replications, sample.replications)};
    const isLast = replications >= Math.min(short * LONGEST_LOOK, sample.replications);
    const base = await trials.one(trial.counts, look);
    const effects = await probe(
      trials,
      grid,
      base,
      -1,
      look,
      (group, interval) => may(group, interval) && needs.isOpen(group, interval),
    );
    widen(margin, trial, effects);
    let open = false;
    for (const effect of effects) {
      const {says, check} = verdictOn(effect, trial, margin, isLast ? 0 : CLEAR);
      if (says === 'unclear') {
        open = true;
        continue;
      }
      // whoever another sample has asked for stays
      if (says === 'spare' && !needs.wasAskedFor(effect)) spare.push(effect);
      needs.settle(effect, check, says !== 'needed');
    }
    if (!open) return {effects: spare, margin};
  }
}

/** A check shall be kept by more than chance, but by no more than a few agents are worth. */
function widen(margin: Float64Array, {figures}: Trial, effects: readonly Effect[]): void {
  for (const [check, figure] of figures.entries()) {
    const steepest = effects.reduce((most, {change}) => Math.max(most, -change[check]), 0);
    const wanted = Math.min(MARGIN * (figure?.error ?? 0), MOST_MARGIN * steepest);
    margin[check] = Math.max(margin[check], wanted);
  }
}

interface Verdict {
  readonly says: 'needed' | 'spare' | 'close' | 'unclear';
  /** The check that would be kept by the least. */
  readonly check: number | null;
}

/**
 * What one agent fewer would do on the whole sample.
 *
 * @param doubts standard errors of the change by which it may be otherwise; 0: it is taken as it was seen
 */
function verdictOn({change, error}: Effect, {slack, figures}: Trial, margin: Float64Array, doubts: number): Verdict {
  let [check, least, lowest, inDoubt]: [number | null, number, number, boolean] = [null, Infinity, Infinity, false];
  let isBroken = false;
  change.forEach((by, index) => {
    if (by >= 0) return;
    const kept = slack[index] + by;
    if (kept < least) [check, least] = [index, kept];
    // a longer look tells no more where the whole sample is in more doubt itself
    const wide = doubts * error[index];
    const doubt = wide > (figures[index]?.error ?? 0) ? wide : 0;
    if (kept + doubt < 0) isBroken = true;
    if (kept - doubt <= margin[index] && doubt > 0) inDoubt = true;
    lowest = Math.min(lowest, kept - doubt - margin[index]);
  });
  if (isBroken) return {says: 'needed', check};
  if (lowest > 0) return {says: 'spare', check};
  return {says: inDoubt ? 'unclear' : 'close', check};
}
