import type {Scenario} from '../scenario/scenario.js';
import type {GatheredBlock} from './gather.js';
import type {Columns} from '../statistics/moments.js';
import type {CellRatio} from '../statistics/record-columns.js';
import type {WaitPlace} from '../statistics/wait-records.js';

/** Consecutive replications of one scenario, which with its seed fix all chance: the unit of work. */
export interface Job {
  readonly scenario: Scenario;
  /** Number of the first replication, from 0. */
  readonly first: number;
  readonly replications: number;
  /** Simulated on the same replications and set beside the scenario, pair by pair. */
  readonly rivals?: readonly Scenario[] | undefined;
  /** Whether each replication's numerators and denominators are wanted as well: all that are written down, or these. */
  readonly withRecords?: boolean | readonly CellRatio[] | undefined;
  /**
   * Numbers of agents in place of the scenario's, by group, by cell of the horizon: jobs that differ in them alone share an
   * engine. Either all jobs of a scenario have them or none; every group is told by numbers, with a change at every cell.
   */
  readonly counts?: Int32Array | undefined;
  /**
   * The columns whose moments are wanted, in place of those of every figure and of the waits: for searches that look at few
   * figures of many trials, where the rest would cost more than the simulation.
   */
  readonly followed?: Columns | undefined;
  /** Whose waits are wanted of each replication, for percentiles. */
  readonly waitPlaces?: readonly WaitPlace[] | undefined;
  /** Whether sums of what cost consists of are wanted. */
  readonly withCosts?: boolean | undefined;
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
