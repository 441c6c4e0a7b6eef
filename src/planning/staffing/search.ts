import {atLeast, costOf, countVariables, type StaffingLimits} from './bounds.js';
import type {Counts, StaffingGrid} from './grid.js';
import {solveParts} from './solve-parts.js';
import type {StartingBounds} from './start.js';
import {probe, type Effect} from './probes.js';
import {isFeasible, type Sample, type Trial, type Trials} from './trials.js';

/** What the steps of the search work with. */
export interface SearchWork {
  readonly trials: Trials;
  readonly grid: StaffingGrid;
  readonly limits: StaffingLimits;
}

/** Rounds of cuts, at most; what is still broken then is mended agent by agent. */
const MOST_ROUNDS = 10;
/** Agents that one cut may ask for at once: service levels are S-shaped, and a slope taken far down asks for too many. */
const MOST_A_CUT = 3;
/** Share of the steepest slope from which on an agent is in a cut. */
const WORTH_A_TERM = 0.3;
/** Slopes below this are chance. */
const NO_SLOPE = 1e-7;

/**
 * Cutting planes on a sample: solves the program, simulates its answer, and for every objective that is broken adds the
 * constraint that the slopes of the simulation ask for; until all hold, or no cut helps any more.
 *
 * @param start bounds of formulas and flows
 * @returns the last trial, perhaps still with broken objectives, and the numbers that the bounds alone ask for
 * @see docs/explanation/methods.md#staffing-by-simulation, Atlason, Epelman and Henderson 2004; Cezik and L'Ecuyer 2008
 */
export async function cuttingPlanes(
  work: SearchWork,
  start: StartingBounds,
  sample: Sample,
): Promise<{readonly trial: Trial; readonly bound: Counts}> {
  const {trials, grid, limits} = work;
  const variables = countVariables(grid, limits);
  let bound: Counts | null = null;
  let constraints = [...start.constraints];
  const all = [...variables.variables, ...start.further];
  const seen = new Set<string>();
  let trial: Trial | null = null;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const values = await solveParts({minimise: true, variables: all, constraints});
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
    trial = await trials.one(counts, sample);
    if (isFeasible(trial)) break;
    const effects = await slopes(work, trial, 1, sample);
    for (const [check, slack] of trial.slack.entries()) {
      if (slack >= 0) continue;
      const helping = effects.filter(({change}) => change[check] > NO_SLOPE);
      const steepest = helping.reduce((most, {change}) => Math.max(most, change[check]), 0);
      // what helps little binds interval to interval, and makes one hard program of many easy ones
      const slopes = helping.filter(({change}) => change[check] >= steepest * WORTH_A_TERM);
      if (steepest === 0) continue;
      const low =
        slopes.reduce((sum, {group, interval, change}) => sum + change[check] * counts[group][interval], 0) +
        Math.min(-slack, steepest * MOST_A_CUT);
      constraints.push(
        atLeast(
          variables,
          slopes.map(({group, interval, change}) => ({group, interval, factor: change[check]})),
          low,
        ),
      );
    }
  }
  if (trial === null || bound === null) throw new Error('the limits on agents leave no numbers to try');
  return {trial, bound};
}

/** Rounds of mending, at most. */
const MOST_MENDING = 60;

/**
 * Adds agents where objectives are broken, those that help most for their cost, until all hold.
 *
 * @returns the trial; with broken objectives only where no agent helps, or none may be added
 */
export async function mend(work: SearchWork, start: Trial, sample: Sample): Promise<Trial> {
  const {trials} = work;
  let trial = start;
  for (let round = 0; round < MOST_MENDING && !isFeasible(trial); round++) {
    const effects = await slopes(work, trial, 1, sample);
    const added = bestHelp(trial, effects, work);
    if (added.length === 0) return trial;
    const counts = trial.counts.map(row => [...row]);
    for (const {group, interval} of added) counts[group][interval]++;
    trial = await trials.one(counts, sample);
  }
  return trial;
}

/** For every broken check the agent that helps most for the cost, none twice. */
function bestHelp(trial: Trial, effects: readonly Effect[], {limits, grid}: SearchWork): readonly Effect[] {
  const chosen = new Set<Effect>();
  const helped = Float64Array.from(trial.slack);
  const order = [...trial.slack.keys()].filter(check => trial.slack[check] < 0);
  order.sort((a, b) => trial.slack[a] - trial.slack[b]);
  for (const check of order) {
    if (helped[check] >= 0) continue;
    let best: Effect | null = null;
    let bestRate = 0;
    for (const effect of effects) {
      if (chosen.has(effect)) continue;
      const rate = effect.change[check] / (limits.cost[effect.group] * grid.cells[effect.group][effect.interval]);
      if (rate > bestRate) [best, bestRate] = [effect, rate];
    }
    if (best === null || best.change[check] <= NO_SLOPE) continue;
    chosen.add(best);
    best.change.forEach((change, index) => (helped[index] += change));
  }
  return [...chosen];
}

/** A change of numbers that saves cost. */
export interface Move {
  readonly steps: readonly {readonly effect: Effect; readonly step: 1 | -1}[];
  readonly saves: number;
}

/** Rounds of local search, at most. */
const MOST_TRIMMING = 40;

/**
 * Local search on a sample: takes agents away, then exchanges them for cheaper ones, as long as every objective holds.
 *
 * @param start a trial that keeps every objective
 */
export async function trim(work: SearchWork, start: Trial, sample: Sample): Promise<Trial> {
  const {limits} = work;
  const barred = new Set<string>();
  let trial = start;
  for (let round = 0; round < MOST_TRIMMING; round++) {
    const down = await slopes(work, trial, -1, sample);
    let moves = acceptable(trial, dropsOf(down, work), barred);
    if (moves.length === 0 && limits.cost.length > 1) {
      const up = await slopes(work, trial, 1, sample);
      moves = acceptable(trial, exchangesOf(down, up, work), barred);
    }
    if (moves.length === 0) return trial;
    trial = await applied(trial, moves, barred, work, sample);
  }
  return trial;
}

/** Applies as many of the moves as hold together: all, else the first half of them, and so on. */
export async function applied(
  trial: Trial,
  moves: readonly Move[],
  barred: Set<string>,
  {trials}: Pick<SearchWork, 'trials'>,
  sample: Sample,
): Promise<Trial> {
  let some = moves;
  for (;;) {
    const next = await trials.one(after(trial.counts, some), sample);
    if (isFeasible(next)) return next;
    if (some.length === 1) {
      barred.add(nameOf(some[0]));
      return trial;
    }
    some = some.slice(0, Math.ceil(some.length / 2));
  }
}

function after(counts: Counts, moves: readonly Move[]): Counts {
  const rows = counts.map(row => [...row]);
  for (const {steps} of moves) for (const {effect, step} of steps) rows[effect.group][effect.interval] += step;
  return rows;
}

const nameOf = ({steps}: Move): string =>
  steps.map(({effect: {group, interval}, step}) => `${step}@${group}/${interval}`).join(' ');

export function dropsOf(down: readonly Effect[], {limits, grid}: SearchWork): readonly Move[] {
  return down.map(effect => ({
    steps: [{effect, step: -1 as const}],
    saves: limits.cost[effect.group] * grid.cells[effect.group][effect.interval],
  }));
}

/** One for a cheaper one, and two for one, in the same interval. */
function exchangesOf(down: readonly Effect[], up: readonly Effect[], work: SearchWork): readonly Move[] {
  const {limits, grid} = work;
  const costAt = ({group, interval}: Effect): number => limits.cost[group] * grid.cells[group][interval];
  const moves: Move[] = [];
  for (const added of up) {
    const here = down.filter(({group, interval}) => interval === added.interval && group !== added.group);
    here.forEach((first, index) => {
      const one = costAt(first) - costAt(added);
      if (one > 1e-9)
        moves.push({
          steps: [
            {effect: first, step: -1},
            {effect: added, step: 1},
          ],
          saves: one,
        });
      for (const second of here.slice(index + 1)) {
        const two = one + costAt(second);
        if (two > 1e-9)
          moves.push({
            steps: [
              {effect: first, step: -1},
              {effect: second, step: -1},
              {effect: added, step: 1},
            ],
            saves: two,
          });
      }
    });
  }
  return moves;
}

/** The moves that, by what each was seen to do alone, hold together; those that save most first. */
export function acceptable(trial: Trial, moves: readonly Move[], barred: ReadonlySet<string>): readonly Move[] {
  const slack = Float64Array.from(trial.slack);
  const touched = new Set<string>();
  const ranked = moves
    .filter(move => !barred.has(nameOf(move)))
    .map(move => ({move, left: leastLeft(trial.slack, move)}))
    .filter(({left}) => left >= 0)
    .sort((a, b) => b.move.saves - a.move.saves || b.left - a.left);
  const accepted: Move[] = [];
  for (const {move} of ranked) {
    const places = move.steps.map(({effect: {group, interval}}) => `${group}/${interval}`);
    if (places.some(place => touched.has(place)) || leastLeft(slack, move) < 0) continue;
    accepted.push(move);
    places.forEach(place => touched.add(place));
    for (const {effect} of move.steps) effect.change.forEach((change, check) => (slack[check] += change));
  }
  return accepted;
}

/** The least that any check would be kept by after a move; checks that it leaves alone do not count. */
export function leastLeft(slack: Float64Array, {steps}: Move): number {
  let least = Infinity;
  for (let check = 0; check < slack.length; check++) {
    const change = steps.reduce((sum, {effect}) => sum + effect.change[check], 0);
    if (change < 0) least = Math.min(least, slack[check] + change);
  }
  return least;
}

/** Slopes are told well enough by so many replications, or by this share of the sample where that is more. */
const SLOPE_REPLICATIONS = 20;
const SLOPE_SHARE = 0.25;

/** What one agent more or fewer does, on the first part of a sample: differences on common random numbers need few. */
async function slopes(work: SearchWork, trial: Trial, step: 1 | -1, sample: Sample): Promise<readonly Effect[]> {
  const {trials, grid} = work;
  const replications = Math.min(
    sample.replications,
    Math.max(SLOPE_REPLICATIONS, Math.ceil(sample.replications * SLOPE_SHARE)),
  );
  const brief = {first: sample.first, replications};
  const base = await trials.one(trial.counts, brief);
  return probe(trials, grid, base, step, brief, step === 1 ? mayGrow(work, trial) : mayShrink(work, trial));
}

/** Where one agent more may be asked for. */
const mayGrow =
  ({limits}: SearchWork, {counts}: Trial) =>
  (group: number, interval: number): boolean =>
    counts[group][interval] < limits.most[group];

/** Where there is an agent who may be taken away. */
export const mayShrink =
  ({limits}: SearchWork, {counts}: Trial) =>
  (group: number, interval: number): boolean =>
    counts[group][interval] > limits.least[group];

/** What numbers of agents cost. */
export const trialCost = ({counts}: Trial, {grid, limits}: SearchWork): number => costOf(counts, grid, limits);
