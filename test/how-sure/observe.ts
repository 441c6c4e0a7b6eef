import type {CheckPlace, checksOf as ChecksOf, placesOf as PlacesOf} from '../../src/experiment/gate/checks.js';
import type {makeReplicator as MakeReplicator} from '../../src/experiment/replicate.js';
import {parseRule} from '../../src/scenario/gate-rule.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import {figureCatalogue} from '../../src/statistics/figure-catalogue.js';
import type {Ratios} from '../../src/statistics/gates/contrast.js';
import {percentileRatios} from '../../src/statistics/gates/percentile-ratios.js';
import type {ReplicationNumbers} from '../../src/statistics/block.js';
import {FINE} from '../../src/statistics/wait-histogram.js';
import {sparseWaits} from '../../src/statistics/wait-records.js';
import type {foldRows as FoldRows, planRows as PlanRows} from '../../src/statistics/rows.js';
import {built} from '../support/built.js';

/** What was seen of one figure: its ratios in replications [from, to). */
export type SeenFigure = (from: number, to: number) => Ratios;

/** Figures of one scenario, in the order in which they were asked for. */
export type Seen = readonly SeenFigure[];

/**
 * Simulates a scenario and keeps some figures of every replication: what an observer of a gate would see, without the
 * thousands of other figures that results have.
 *
 * @param figures as rules write them
 */
export async function observe(scenario: Scenario, figures: readonly string[], replications: number): Promise<Seen> {
  const {checksOf, placesOf} = await built<{checksOf: typeof ChecksOf; placesOf: typeof PlacesOf}>(
    'experiment/gate/checks.js',
  );
  const {makeReplicator} = await built<{makeReplicator: typeof MakeReplicator}>('experiment/replicate.js');
  const {foldRows, planRows} = await built<{foldRows: typeof FoldRows; planRows: typeof PlanRows}>(
    'statistics/rows.js',
  );
  const at = {file: 'how sure', line: null, column: null, path: ''};
  const rules = figures.map(figure => parseRule(`${figure} not worse than baseline`, at, figureCatalogue(scenario)));
  const places = placesOf(checksOf(rules, scenario), rules, scenario);
  const plan = planRows(scenario);
  const rows = new Float64Array(plan.length);
  const keepers = places.map(place => keeperOf(place, replications));
  const replicator = makeReplicator(scenario, {openReplay: nothingToReplay});
  for (let replication = 0; replication < replications; replication++) {
    const numbers = await replicator(replication);
    foldRows(plan, numbers, rows);
    for (const {keep} of keepers) keep(replication, rows, numbers);
  }
  return keepers.map(({seen}) => seen);
}

interface Keeper {
  readonly keep: (replication: number, rows: Float64Array, numbers: ReplicationNumbers) => void;
  readonly seen: SeenFigure;
}

function keeperOf(place: CheckPlace, replications: number): Keeper {
  if ('share' in place) {
    // as small as they go: a study keeps some hundred thousand
    const waits: Uint16Array[] = [];
    return {
      keep: (_replication, _rows, numbers) => void waits.push(Uint16Array.from(sparseWaits(place, numbers, 0))),
      seen: (from, to) =>
        percentileRatios(
          FINE,
          waits.slice(from, to).map(own => Float64Array.from(own)),
          place.share,
        ),
    };
  }
  const {numerator, denominator} = place;
  const [numerators, denominators] = [new Float64Array(replications), new Float64Array(replications)];
  return {
    keep(replication, rows) {
      numerators[replication] = rows[numerator];
      denominators[replication] = denominator < 0 ? 1 : rows[denominator];
    },
    seen: (from, to) => ({numerators: numerators.slice(from, to), denominators: denominators.slice(from, to)}),
  };
}

const nothingToReplay = (): never => {
  throw new Error('nothing is replayed here');
};
