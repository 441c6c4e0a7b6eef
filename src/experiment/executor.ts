import {availableParallelism} from 'node:os';
import type {Scenario} from '../scenario/scenario.js';
import {secondsOf, WORTH_INLINING_SECONDS, WORTH_THREADS_SECONDS} from './effort.js';
import {inProcessExecutor} from './in-process-executor.js';
import {inlineDeeply} from './inlining.js';
import type {Executor, Job, JobOptions} from './jobs.js';
import {threadExecutor} from './thread-executor.js';

export type {Executor, Job, JobOptions};

export interface ExecutorOptions {
  /** Threads that share the work: one or `in-process` is this thread; else one a core, as soon as there is enough to do for them to pay. */
  readonly workers?: number | 'in-process' | undefined;
}

/**
 * Opens an executor.
 *
 * @example const executor = openExecutor(); try { await executor.run(jobs, {onResult: block => summary.merge(block)}) } finally { await executor.close() }
 */
export function openExecutor({workers}: ExecutorOptions = {}): Executor {
  const threads = threadsFor(workers);
  const here = inProcessExecutor();
  const there = threads === 1 ? here : threadExecutor(threads);
  let seconds = 0;
  return {
    run(jobs, options) {
      seconds += secondsOfJobs(jobs);
      // before any thread starts: what is compiled already stays as it is
      if (seconds / threads > WORTH_INLINING_SECONDS) inlineDeeply();
      const wait = workers === undefined && seconds <= WORTH_THREADS_SECONDS;
      return (wait ? here : there).run(jobs, options);
    },
    close: () => there.close(),
  };
}

/** One: in this thread. Sources run by a loader (tests, `bin/dev.js`) have no compiled worker to start. */
function threadsFor(wanted: ExecutorOptions['workers']): number {
  if (wanted === 'in-process' || import.meta.url.endsWith('.ts')) return 1;
  // one worker would do all the work while this thread waits: it does the work itself
  return wanted ?? availableParallelism();
}

function secondsOfJobs(jobs: readonly Job[]): number {
  const replications = new Map<Scenario, number>();
  for (const {scenario, rivals = [], replications: more} of jobs)
    for (const each of [scenario, ...rivals]) replications.set(each, (replications.get(each) ?? 0) + more);
  return [...replications].reduce((sum, [scenario, count]) => sum + secondsOf(scenario, count), 0);
}
