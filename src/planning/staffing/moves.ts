import type {Counts} from './grid.js';
import type {Effect} from './probes.js';
import {addedRoughness} from './roughness.js';
import type {SearchWork} from './search-work.js';
import type {Sample, Trial} from './trials.js';

/** A change of numbers that saves cost, or makes them more even at the same cost. */
export interface Move {
  readonly steps: readonly Step[];
  readonly saves: number;
  /** By how much less groups change from interval to interval. */
  readonly evens: number;
}

interface Step {
  readonly effect: Effect;
  readonly step: 1 | -1;
}

/** Amounts of cost that differ by less are the same. */
const SAME_COST = 1e-9;

/** One agent fewer, each. */
export function dropsOf(down: readonly Effect[], counts: Counts, {limits, grid}: SearchWork): readonly Move[] {
  return down.map(effect => ({
    steps: [{effect, step: -1 as const}],
    saves: limits.cost[effect.group] * grid.cells[effect.group][effect.interval],
    evens: -addedRoughness(counts, grid, effect.group, effect.interval, -1),
  }));
}

/** In the same interval: one for a cheaper one, or for one at the same cost who makes the numbers more even; and two for one. */
export function exchangesOf(
  down: readonly Effect[],
  up: readonly Effect[],
  counts: Counts,
  {limits, grid}: SearchWork,
): readonly Move[] {
  const costAt = ({group, interval}: Effect): number => limits.cost[group] * grid.cells[group][interval];
  const roughness = ({group, interval}: Effect, step: 1 | -1): number =>
    addedRoughness(counts, grid, group, interval, step);
  const moves: Move[] = [];
  const offer = (fewer: readonly Effect[], added: Effect): void => {
    const saves = fewer.reduce((sum, effect) => sum + costAt(effect), -costAt(added));
    const evens = -fewer.reduce((sum, effect) => sum + roughness(effect, -1), roughness(added, 1));
    if (saves <= SAME_COST && !(saves > -SAME_COST && evens > 0)) return;
    const steps: Step[] = fewer.map(effect => ({effect, step: -1}));
    moves.push({steps: [...steps, {effect: added, step: 1}], saves: Math.max(0, saves), evens});
  };
  for (const added of up) {
    const here = down.filter(({group, interval}) => interval === added.interval && group !== added.group);
    here.forEach((first, index) => {
      offer([first], added);
      for (const second of here.slice(index + 1)) offer([first, second], added);
    });
  }
  return moves;
}

/** The moves that, by what each was seen to do alone, hold together; those that save most first, then the more even. */
export function acceptable(
  trial: Pick<Trial, 'slack'>,
  moves: readonly Move[],
  barred: ReadonlySet<string>,
): readonly Move[] {
  const slack = Float64Array.from(trial.slack);
  const touched = new Set<string>();
  const ranked = moves
    .filter(move => !barred.has(nameOf(move)))
    .map(move => ({move, left: leastLeft(trial.slack, move)}))
    .filter(({left}) => left >= 0)
    .sort((a, b) => b.move.saves - a.move.saves || b.move.evens - a.move.evens || b.left - a.left);
  const accepted: Move[] = [];
  for (const {move} of ranked) {
    const places = move.steps.map(({effect: {group, interval}}) => `${group}/${interval}`);
    if (places.some(place => touched.has(place)) || leastLeft(slack, move) < 0) continue;
    accepted.push(move);
    for (const {effect} of move.steps) {
      effect.change.forEach((change, check) => (slack[check] += change));
      touched.add(`${effect.group}/${effect.interval}`);
      // a neighbour that moves too would make both evener on paper and neither in truth
      if (move.saves <= SAME_COST) for (const next of [-1, 1]) touched.add(`${effect.group}/${effect.interval + next}`);
    }
  }
  return accepted;
}

/** The least that any check would be kept by after a move; checks that it leaves alone do not count. */
export function leastLeft(slack: Float64Array, {steps}: Pick<Move, 'steps'>): number {
  let least = Infinity;
  for (let check = 0; check < slack.length; check++) {
    const change = steps.reduce((sum, {effect}) => sum + effect.change[check], 0);
    if (change < 0) least = Math.min(least, slack[check] + change);
  }
  return least;
}

/**
 * Makes as many of the moves as hold together. For every objective that breaks, the move that takes most from it stays out
 * and is barred, until none breaks.
 *
 * @param margin by check: how much it shall still be kept by, where it was before; else 0
 * @returns the trial as it was where nothing is left to be done
 */
export async function applied(
  trial: Trial,
  moves: readonly Move[],
  barred: Set<string>,
  {trials}: Pick<SearchWork, 'trials'>,
  sample: Sample,
  margin?: Float64Array,
): Promise<Trial> {
  let some = moves;
  while (some.length > 0) {
    const next = await trials.one(after(trial.counts, some), sample);
    const broken = [...next.slack.keys()].filter(
      check => next.slack[check] < Math.min(trial.slack[check], margin?.[check] ?? 0),
    );
    if (broken.length === 0) return next;
    const out = new Set(broken.flatMap(check => worstFor(check, some) ?? []));
    // none is known to be felt there: the last is the one that is worth least
    if (out.size === 0) out.add(some[some.length - 1]);
    for (const move of out) barred.add(nameOf(move));
    some = some.filter(move => !out.has(move));
  }
  return trial;
}

/** The move that takes most from a check. */
function worstFor(check: number, moves: readonly Move[]): Move | null {
  let worst: Move | null = null;
  let most = 0;
  for (const move of moves) {
    const change = move.steps.reduce((sum, {effect}) => sum + effect.change[check], 0);
    if (change < most) [worst, most] = [move, change];
  }
  return worst;
}

function after(counts: Counts, moves: readonly Move[]): Counts {
  const rows = counts.map(row => [...row]);
  for (const {steps} of moves) for (const {effect, step} of steps) rows[effect.group][effect.interval] += step;
  return rows;
}

const nameOf = ({steps}: Move): string =>
  steps.map(({effect: {group, interval}, step}) => `${step}@${group}/${interval}`).join(' ');
