import {atLeast, countVariables, type CountVariables} from './bounds.js';
import type {ProgramConstraint} from '../optimise/program.js';
import type {Counts} from './grid.js';
import type {Effect} from './probes.js';
import {briefOf, NO_SLOPE, slopes, type SearchWork} from './search-work.js';
import {solveEvenly} from './solve-evenly.js';
import type {StartingBounds} from './start.js';
import {isFeasible, type Sample, type Trial} from './trials.js';

/** Rounds of cuts, at most; what is still broken then is mended agent by agent. */
const MOST_ROUNDS = 10;
/** Rounds in which much is broken, as the first part of the sample shows well enough. */
const QUICK_ROUNDS = 3;
/** Where no more than this share of the checks is broken, a few agents mend sooner than another round of cuts. */
const FEW_BROKEN = 0.04;
/** Agents that one cut may ask for at once: service levels are S-shaped, and a slope taken far down asks for too many. */
const MOST_A_CUT = 3;
/** Share of the steepest slope from which on an agent is in a cut. */
const WORTH_A_TERM = 0.3;

/** Slopes are alike from this share of the steepest on, where they are no more standard errors apart than this. */
const [ALIKE, CHANCE] = [0.7, 2];

/** Numbers that the cuts led to. */
interface CutPlanes {
  readonly trial: Trial;
  /** Numbers that the bounds alone ask for. */
  readonly bound: Counts;
  /** Slopes near the last numbers. */
  readonly effects: readonly Effect[];
}

/**
 * Cutting planes on a sample: solves the program, simulates its answer, and for every objective that is broken adds the
 * constraint that the slopes of the simulation ask for; until all hold, few are broken, or no cut helps any more.
 *
 * @param start bounds of formulas and flows
 * @returns the last trial, perhaps still with broken objectives
 * @see docs/explanation/methods.md#staffing-by-simulation, Atlason, Epelman and Henderson 2004; Cezik and L'Ecuyer 2008
 */
export async function cuttingPlanes(work: SearchWork, start: StartingBounds, sample: Sample): Promise<CutPlanes> {
  const {trials, grid, limits} = work;
  const variables = countVariables(grid, limits);
  let bound: Counts | null = null;
  let constraints = [...start.constraints];
  const all = [...variables.variables, ...start.further];
  const seen = new Set<string>();
  let trial: Trial | null = null;
  let effects: readonly Effect[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const values = await solveEvenly({minimise: true, variables: all, constraints}, variables, grid);
    if (values.length === 0) {
      // work may be due when nobody may be there: the simulation then tells what can be had
      if (constraints.length === 0) break;
      constraints = [];
      continue;
    }
    const counts = variables.countsOf(values);
    bound ??= counts;
    const key = JSON.stringify(counts);
    if (seen.has(key)) break;
    seen.add(key);
    const quick = round < QUICK_ROUNDS ? await trials.one(counts, briefOf(sample)) : null;
    trial = quick !== null && !isFeasible(quick) ? quick : await trials.one(counts, sample);
    const broken = trial.slack.filter(slack => slack < 0).length;
    if (broken <= (effects.length === 0 ? 0 : trial.slack.length * FEW_BROKEN)) break;
    effects = await slopes(work, trial, 1, sample);
    constraints.push(...cutsOf(trial, effects, variables));
  }
  if (trial === null || bound === null) throw new Error('the limits on agents leave no numbers to try');
  return {trial: await trials.one(trial.counts, sample), bound, effects};
}

/** What the slopes ask for, for every objective that is broken. */
function cutsOf(
  {slack: slacks, counts}: Trial,
  effects: readonly Effect[],
  variables: CountVariables,
): readonly ProgramConstraint[] {
  return [...slacks].flatMap((slack, check) => {
    if (slack >= 0) return [];
    const helping = effects.filter(({change}) => change[check] > NO_SLOPE);
    const steepest = helping.reduce((most, {change}) => Math.max(most, change[check]), 0);
    if (steepest === 0) return [];
    // what helps little binds interval to interval, and makes one hard program of many easy ones
    const worth = helping.filter(({change}) => change[check] >= steepest * WORTH_A_TERM);
    const terms = alike(worth, check);
    const now = terms.reduce((sum, {group, interval, factor}) => sum + factor * counts[group][interval], 0);
    return [atLeast(variables, terms, now + Math.min(-slack, steepest * MOST_A_CUT))];
  });
}

interface Term {
  readonly group: number;
  readonly interval: number;
  readonly factor: number;
}

/**
 * Slopes as terms of a cut, where those of an interval that chance alone may have told apart are the same: the program would
 * else staff one group in one half-hour and its twin in the next.
 */
function alike(effects: readonly Effect[], check: number): readonly Term[] {
  const terms: Term[] = [];
  const left = effects.toSorted((a, b) => b.change[check] - a.change[check]);
  while (left.length > 0) {
    const [first] = left;
    const same = left.filter(
      one =>
        one === first ||
        (one.interval === first.interval &&
          one.change[check] >= first.change[check] * ALIKE &&
          first.change[check] - one.change[check] <= CHANCE * Math.hypot(first.error[check], one.error[check])),
    );
    const factor = same.reduce((sum, {change}) => sum + change[check], 0) / same.length;
    for (const effect of same) {
      terms.push({group: effect.group, interval: effect.interval, factor});
      left.splice(left.indexOf(effect), 1);
    }
  }
  return terms;
}
