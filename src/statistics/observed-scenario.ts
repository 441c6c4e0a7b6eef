import type {Scenario} from '../scenario/scenario.js';

/**
 * What one observation covers: the scenario itself or, of a run that is cut into batches, the same center over the days
 * of one batch. Whatever reads the numbers of an observation plans by this.
 */
export function observedScenario(scenario: Scenario): Scenario {
  const {clock, run} = scenario;
  if (run.batchMeans === null) return scenario;
  const {batches, daysEach, warmUpDays} = run.batchMeans;
  const [from, to] = [warmUpDays, warmUpDays + daysEach];
  const cells = clock.intervalOfCell.length / clock.days;
  return {
    ...scenario,
    clock: {
      ...clock,
      days: daysEach,
      dayStarts: clock.dayStarts.slice(from, to + 1).map(start => start - clock.dayStarts[from]),
      dayDates: clock.dayDates.slice(from, to),
      intervalOfCell: clock.intervalOfCell.slice(from * cells, to * cells),
    },
    run: {...run, replications: batches, warmUpSeconds: 0, batchMeans: null},
  };
}

/** Observations that a replication gives. */
export function observationsOf({run}: Scenario): number {
  return run.batchMeans?.batches ?? 1;
}
