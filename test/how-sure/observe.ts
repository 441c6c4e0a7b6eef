import type {checksOf as ChecksOf, placesOf as PlacesOf} from '../../src/experiment/gate/checks.js';
import type {makeReplicator as MakeReplicator} from '../../src/experiment/replicate.js';
import {parseRule} from '../../src/scenario/gate-rule.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import {figureCatalogue} from '../../src/statistics/figure-catalogue.js';
import type {Ratios} from '../../src/statistics/gates/contrast.js';
import type {foldRows as FoldRows, planRows as PlanRows} from '../../src/statistics/rows.js';
import {built} from '../support/built.js';

/** Figures of one scenario, replication by replication, in the order in which they were asked for. */
export type Seen = readonly Ratios[];

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
  const seen = places.map(() => ({
    numerators: new Float64Array(replications),
    denominators: new Float64Array(replications),
  }));
  const replicator = makeReplicator(scenario, {openReplay: nothingToReplay});
  for (let replication = 0; replication < replications; replication++) {
    foldRows(plan, await replicator(replication), rows);
    places.forEach(({numerator, denominator}, figure) => {
      seen[figure].numerators[replication] = rows[numerator];
      seen[figure].denominators[replication] = denominator < 0 ? 1 : rows[denominator];
    });
  }
  return seen;
}

const nothingToReplay = (): never => {
  throw new Error('nothing is replayed here');
};

/** Replications [from, to) of what was seen. */
export function slice({numerators, denominators}: Ratios, from: number, to: number): Ratios {
  return {numerators: numerators.slice(from, to), denominators: denominators.slice(from, to)};
}
