import {availableParallelism} from 'node:os';
import type {Scenario} from '../scenario/scenario.js';
import type {BlockData} from '../statistics/block.js';
import {secondsOf, WORTH_THREADS_SECONDS} from './effort.js';
import {inProcessExecutor} from './in-process-executor.js';
import {threadExecutor} from './thread-executor.js';

/** Consecutive replications of one scenario, which with its seed fix all chance: the unit of work. */
export interface Job {
  readonly scenario: Scenario;
  /** Number of the first replication, from 0. */
  readonly first: number;
  readonly replications: number;
  /** Whether each replication's numerators and denominators are wanted as well. */
  readonly withRecords?: boolean | undefined;
}

export interface JobOptions {
  /** Takes what each job adds to a summary, with the number of the job, in the order of the jobs; may be a promise to wait for. */
  readonly onResult: (block: BlockData, job: number) => void | Promise<void>;
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

export interface ExecutorOptions {
  /** Threads that share the work: one or `in-process` is this thread; else one a core, as soon as there is enough to do for them. */
  readonly workers?: number | 'in-process' | undefined;
}

/**
 * Opens an executor.
 *
 * @example const executor = openExecutor(); try { await executor.run(jobs, {onResult: block => summary.merge(block)}) } finally { await executor.close() }
 */
export function openExecutor({workers}: ExecutorOptions = {}): Executor {
  const threads = threadsFor(workers);
  if (threads === 1) return inProcessExecutor();
  return workers === undefined ? threadsWhenWorthwhile(threads) : threadExecutor(threads);
}

/** One: in this thread. Sources run by a loader (tests, `bin/dev.js`) have no compiled worker to start. */
function threadsFor(wanted: ExecutorOptions['workers']): number {
  if (wanted === 'in-process' || import.meta.url.endsWith('.ts')) return 1;
  // one worker would do all the work while this thread waits: it does the work itself
  return wanted ?? availableParallelism();
}

/** Works in this thread until there has been so much to do that threads would have paid. */
function threadsWhenWorthwhile(threads: number): Executor {
  const here = inProcessExecutor();
  const there = threadExecutor(threads);
  let seconds = 0;
  return {
    run(jobs, options) {
      seconds += secondsOfJobs(jobs);
      return (seconds > WORTH_THREADS_SECONDS ? there : here).run(jobs, options);
    },
    close: () => there.close(),
  };
}

function secondsOfJobs(jobs: readonly Job[]): number {
  const replications = new Map<Scenario, number>();
  for (const {scenario, replications: more} of jobs)
    replications.set(scenario, (replications.get(scenario) ?? 0) + more);
  return [...replications].reduce((sum, [scenario, count]) => sum + secondsOf(scenario, count), 0);
}
