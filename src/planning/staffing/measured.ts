import type {Executor} from '../../experiment/jobs.js';
import type {Scenario} from '../../scenario/scenario.js';
import {figuresOf} from '../../statistics/figures.js';
import {mergeMoments, momentsLength, PAIR_STRIDE, SINGLE_STRIDE} from '../../statistics/moments.js';
import {planStatistics} from '../../statistics/plan.js';
import {Interrupted} from './trials.js';
import type {MeasuredWorkload} from './workload.js';

/** Replications to be looked at: handle times that a log does not tell are drawn. */
const REPLICATIONS = 5;

/**
 * Contacts and handle times by type and interval as a simulation finds them: what a log brings is not known otherwise.
 *
 * @throws Interrupted
 */
export async function measureWorkload(
  scenario: Scenario,
  executor: Executor,
  signal: AbortSignal,
): Promise<MeasuredWorkload> {
  const plan = planStatistics(scenario);
  const moments = new Float64Array(momentsLength(plan.columns));
  const singles = plan.columns.singles.length;
  let finished = 0;
  await executor.run([{scenario, first: 0, replications: REPLICATIONS}], {
    signal,
    onResult: block => {
      mergeMoments(moments, finished, block.moments, block.replications, singles);
      finished += block.replications;
    },
  });
  if (signal.aborted) throw new Interrupted();
  const empty = (): number[] => scenario.clock.intervalLabels.map(() => 0);
  const contacts = scenario.contactTypes.map(empty);
  const aht = scenario.contactTypes.map(empty);
  for (const {measure, scope, interval, column} of figuresOf(plan.rows)) {
    const {scope: kind, contactTypes} = plan.rows.scopes[scope];
    if (kind !== 'contactType' || interval >= plan.rows.layout.intervals) continue;
    if (measure === 'offered') contacts[contactTypes[0]][interval] = moments[column * SINGLE_STRIDE] / finished;
    if (measure === 'aht') {
      const at = singles * SINGLE_STRIDE + column * PAIR_STRIDE;
      aht[contactTypes[0]][interval] = moments[at + 1] > 0 ? moments[at] / moments[at + 1] : NaN;
    }
  }
  return {contacts, aht};
}
