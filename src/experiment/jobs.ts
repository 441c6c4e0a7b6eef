import type {Scenario} from '../scenario/scenario.js';
import type {GatheredBlock, GatherTask} from './gather.js';

/** Consecutive replications of one scenario, which with its seed fix all chance: the unit of work. */
export interface Job extends GatherTask {
  readonly scenario: Scenario;
  /** Simulated on the same replications and set beside the scenario, pair by pair. */
  readonly rivals?: readonly Scenario[] | undefined;
}

export interface JobOptions {
  /** Takes what each job adds to a summary, with the number of the job, in the order of the jobs; may be a promise to wait for. */
  readonly onResult: (block: GatheredBlock, job: number) => void | Promise<void>;
  /** Told how many replications have just finished, in whatever order, for progress. */
  readonly onFinished?: ((replications: number) => void) | undefined;
  /** Ends the work at once. Blocks that are finished are still delivered, in order, though others before them may be missing. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Does jobs of any number of scenarios, wherever: in this thread, in worker threads, some day on other machines. The
 * same jobs give the same blocks, to the last byte, in the same order.
 */
export interface Executor {
  /**
   * Does jobs. It may be called as often as is wanted, one run after the other: threads and engines stay warm.
   *
   * @throws UserError when a log cannot be read; ReplicationFailure when the simulation breaks, naming scenario, seed and replication
   */
  run(jobs: readonly Job[], options: JobOptions): Promise<void>;
  /** Ends what it started; whoever opened it closes it. */
  close(): Promise<void>;
}
