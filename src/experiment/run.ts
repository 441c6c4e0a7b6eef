import {performance} from 'node:perf_hooks';
import type {Scenario} from '../scenario/scenario.js';
import type {BlockData} from '../statistics/block.js';
import {recordLines} from '../statistics/replication-records.js';
import type {Results} from '../statistics/results.js';
import {Summary} from '../statistics/summary.js';
import {blocksOf} from './blocks.js';
import {contactsExpected} from './effort.js';
import {openExecutor, type Executor, type ExecutorOptions} from './executor.js';
import {programVersion} from './program-version.js';

/** How far a run is. */
export interface RunProgress {
  /** Replications finished and asked for. */
  readonly finished: number;
  readonly total: number;
  /** Estimated; null until the first has finished. */
  readonly secondsLeft: number | null;
}

export interface RunOptions extends ExecutorOptions {
  /** Does the work, in place of one that is opened for this run alone: for who runs many scenarios. It stays open. */
  readonly executor?: Executor | undefined;
  /** The replication of this number alone, from 0, in place of the scenario's first so many. */
  readonly onlyReplication?: number | undefined;
  /** Ends the run; the results then hold the replications finished so far and say so. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: RunProgress) => void) | undefined;
  /** Takes the lines of replications.csv (without their header, `RECORDS_HEADER`), in order; may be a promise to wait for. */
  readonly onReplications?: ((lines: string) => void | Promise<void>) | undefined;
  /** Version of the program, for the results; its own by default. */
  readonly program?: string | undefined;
  readonly warnings?: readonly string[] | undefined;
}

/**
 * Simulates all replications of a scenario and works out its results: the same bytes with any number of workers and with
 * none. After an interruption the replications that finished are reported, also those whose predecessors had not.
 *
 * @throws UserError when a replayed log cannot be read; ReplicationFailure when the books do not balance
 * @example const results = await runScenario(await loadScenario('scenarios/bank.yaml'), {workers: 2})
 */
export async function runScenario(scenario: Scenario, options: RunOptions = {}): Promise<Results> {
  const {signal, onReplications, onlyReplication, program = programVersion(), warnings = []} = options;
  const asked = onlyReplication === undefined ? scenario.run.replications : 1;
  const withRecords = onReplications !== undefined;
  const jobs = blocksOf(asked, contactsExpected(scenario), onlyReplication).map(block => ({
    scenario,
    withRecords,
    ...block,
  }));
  const summary = new Summary(scenario);
  const executor = options.executor ?? openExecutor({workers: options.workers});
  try {
    await executor.run(jobs, {
      signal,
      onFinished: progressOf(asked, options.onProgress),
      async onResult(block: BlockData) {
        summary.merge(block);
        if (onReplications !== undefined) await onReplications(recordLines(scenario, block));
      },
    });
  } finally {
    if (options.executor === undefined) await executor.close();
  }
  return summary.results({program, asked, interrupted: summary.finished < asked, warnings});
}

function progressOf(total: number, tell: RunOptions['onProgress']): (replications: number) => void {
  const started = performance.now();
  let finished = 0;
  tell?.({finished, total, secondsLeft: null});
  return replications => {
    finished += replications;
    const elapsed = (performance.now() - started) / 1000;
    tell?.({finished, total, secondsLeft: (elapsed / finished) * (total - finished)});
  };
}
