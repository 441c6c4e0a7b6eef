import type {Executor} from '../../experiment/jobs.js';
import {programVersion} from '../../experiment/program-version.js';
import {toldWithChange} from '../../base/replication-failure.js';
import {madeOf} from '../../scenario/origin.js';
import type {Scenario} from '../../scenario/scenario.js';
import {Summary} from '../../statistics/summary.js';
import {outcomeOf, type Outcome} from './outcome.js';
import {countsOf} from './shared-engine.js';
import {volumeFactor, withVolume} from './volumes.js';

/** The center as it is, or with its work parted in some way, at a quantile of demand. */
export interface MixRun {
  readonly mixed: Scenario;
  readonly quantile: number;
}

export interface MixRunOptions {
  readonly executor: Executor;
  /** Has room for the agents of every mix, so that all share its engine; null: each has its own. */
  readonly room: Scenario | null;
  /** Whether outcomes shall say what cost consists of. */
  readonly withCosts?: boolean | undefined;
  readonly demandCv: number;
  readonly signal?: AbortSignal | undefined;
  /** Told whenever one more is done. */
  readonly onDone: () => void;
}

/** Thrown when whoever asked has gone: what is known so far still counts. */
export class Stopped extends Error {
  /** @param outcomes of the runs that were finished, at their places */
  constructor(readonly outcomes: readonly (Outcome | undefined)[]) {
    super('stopped');
  }
}

/**
 * Simulates all of these at once, so that every core has work, each with all replications of its scenario in one thread.
 *
 * @returns what each says, in the same order
 * @throws Stopped when the signal came before all were done
 */
export async function simulateMixes(
  runs: readonly MixRun[],
  {executor, room, withCosts, demandCv, signal, onDone}: MixRunOptions,
): Promise<readonly Outcome[]> {
  const prepared = (scenario: Scenario, quantile: number): Scenario =>
    madeOf(scenario, withoutIntervals(withVolume(scenario, volumeFactor(demandCv, quantile))));
  const rooms = new Map<number, Scenario>();
  const scenarios = runs.map(({mixed, quantile}) => {
    if (room === null) return prepared(mixed, quantile);
    const ready = rooms.get(quantile) ?? prepared(room, quantile);
    rooms.set(quantile, ready);
    return ready;
  });
  const outcomes: Outcome[] = [];
  await executor
    .run(
      scenarios.map((scenario, index) => ({
        scenario,
        first: 0,
        replications: scenario.run.replications,
        withCosts,
        counts: room === null ? undefined : countsOf(runs[index]!.mixed),
      })),
      {
        signal,
        onResult(block, index) {
          const scenario = scenarios[index]!;
          const asked = scenario.run.replications;
          if (block.replications < asked) return;
          const summary = new Summary(scenario);
          summary.merge(block);
          outcomes[index] = outcomeOf(
            scenario,
            summary.results({program: programVersion(), asked, interrupted: false}),
          );
          onDone();
        },
      },
    )
    .catch((error: unknown) => {
      throw toldWithChange(error, 'demand and shares of work that were tried');
    });
  if (runs.some((_, index) => outcomes[index] === undefined)) throw new Stopped(outcomes);
  return outcomes;
}

/** Only figures of the whole horizon are asked for: with one reporting interval, statistics take next to nothing. */
const withoutIntervals = (scenario: Scenario): Scenario => ({
  ...scenario,
  clock: {
    ...scenario.clock,
    intervalOfCell: scenario.clock.intervalOfCell.map(() => 0),
    intervalLabels: ['T00:00'],
    report: 'time-of-day',
  },
});
