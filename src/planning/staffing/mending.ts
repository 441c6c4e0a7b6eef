import {addedRoughness} from './roughness.js';
import {NO_SLOPE, slopes, type SearchWork} from './search-work.js';
import type {Effect} from './probes.js';
import {isFeasible, type Sample, type Trial} from './trials.js';

/** Rounds of mending, at most. */
const MOST_MENDING = 60;
/** Rounds that slopes taken before, of numbers a little different, are good for. */
const KNOWN_ROUNDS = 2;
/** Agents who help nearly as much as the best for their cost are as good: slopes are not known better. */
const AS_GOOD = 0.8;

/** Numbers that were mended, and the slopes that told how. */
export interface Mended {
  readonly trial: Trial;
  readonly effects: readonly Effect[];
}

/**
 * Adds agents where objectives are broken, those that help most for their cost and of these the ones that keep the numbers
 * even, until all hold.
 *
 * @param known slopes of numbers a little different, which save simulations; empty: none
 * @returns the trial; with broken objectives only where no agent helps, or none may be added
 */
export async function mend(
  work: SearchWork,
  start: Trial,
  sample: Sample,
  known: readonly Effect[] = [],
): Promise<Mended> {
  let trial = start;
  let effects = known;
  for (let round = 0; round < MOST_MENDING && !isFeasible(trial); round++) {
    let added = round < KNOWN_ROUNDS ? bestHelp(trial, effects, work) : [];
    if (added.length === 0) {
      effects = await slopes(work, trial, 1, sample);
      added = bestHelp(trial, effects, work);
    }
    if (added.length === 0) break;
    const counts = trial.counts.map(row => [...row]);
    for (const {group, interval} of added) counts[group][interval]++;
    trial = await work.trials.one(counts, sample);
  }
  return {trial, effects};
}

/** For every broken check the agent that helps most for the cost, none twice. */
function bestHelp(trial: Trial, effects: readonly Effect[], work: SearchWork): readonly Effect[] {
  const {limits, grid} = work;
  const chosen = new Set<Effect>();
  const helped = Float64Array.from(trial.slack);
  const order = [...trial.slack.keys()].filter(check => trial.slack[check] < 0);
  order.sort((a, b) => trial.slack[a] - trial.slack[b]);
  for (const check of order) {
    if (helped[check] >= 0) continue;
    const helping = effects.flatMap(effect => {
      const {group, interval, change} = effect;
      if (chosen.has(effect) || change[check] <= NO_SLOPE || trial.counts[group][interval] >= limits.most[group])
        return [];
      const rate = change[check] / (limits.cost[group] * grid.cells[group][interval]);
      return [{effect, rate, rough: addedRoughness(trial.counts, grid, group, interval, 1)}];
    });
    const highest = helping.reduce((most, {rate}) => Math.max(most, rate), 0);
    const best = helping
      .filter(({rate}) => rate >= highest * AS_GOOD)
      .reduce<(typeof helping)[number] | null>(
        (first, one) =>
          first === null || one.rough < first.rough || (one.rough === first.rough && one.rate > first.rate)
            ? one
            : first,
        null,
      );
    if (best === null) continue;
    chosen.add(best.effect);
    best.effect.change.forEach((change, index) => (helped[index] += change));
  }
  return [...chosen];
}
