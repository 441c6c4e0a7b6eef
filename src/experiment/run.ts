import type {Scenario} from '../scenario/scenario.js';
import {needReplications} from '../scenario/need-replications.js';
import type {FigurePrecision} from '../scenario/figure-comparison.js';
import {correlationWarnings} from '../statistics/batch-correlation.js';
import {observationsOf} from '../statistics/observed-scenario.js';
import type {BlockData} from '../statistics/block.js';
import {checkSizes, precisionOf, replicationsForeseen} from '../statistics/precision.js';
import {planRecords, type CellRatio} from '../statistics/record-columns.js';
import {recordLines} from '../statistics/replication-records.js';
import type {Results} from '../statistics/results.js';
import {Summary, type RunFacts} from '../statistics/summary.js';
import type {WaitPlace} from '../statistics/wait-records.js';
import {blocksOf} from './blocks.js';
import {contactsExpected} from './effort.js';
import {openExecutor, type Executor, type ExecutorOptions} from './executor.js';
import {fingerprintsOf} from './fingerprints.js';
import {programVersion} from './program-version.js';
import {startClock, type RunProgress} from './progress.js';

/** What is wanted of each replication beyond replications.csv. */
export interface KeepFigures {
  /** They stand in the records behind those that are written down. */
  readonly cells: readonly CellRatio[];
  readonly waitPlaces: readonly WaitPlace[];
  /** Takes each block, in order. */
  readonly onBlock: (block: BlockData) => void;
}

/** How sure which figures shall be, and how many replications that may take. */
export interface Precision {
  readonly goals: readonly FigurePrecision[];
  readonly most: number;
}

export type {RunProgress};

export interface RunOptions extends ExecutorOptions {
  /** Does the work, in place of one that is opened for this run alone: for who runs many scenarios. It stays open. */
  readonly executor?: Executor | undefined;
  /** Goes on until these half-widths are reached or the budget of replications ends, in place of the scenario's number of them. */
  readonly precision?: Precision | undefined;
  /** The replication of this number alone, from 0, in place of the scenario's first so many. */
  readonly onlyReplication?: number | undefined;
  /** Ends the run; the results then hold the replications finished so far and say so. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: RunProgress) => void) | undefined;
  /** Takes the lines of replications.csv (without their header, `RECORDS_HEADER`), in order; may be a promise to wait for. */
  readonly onReplications?: ((lines: string) => void | Promise<void>) | undefined;
  /** Taken along with the replications. */
  readonly keep?: KeepFigures | undefined;
  /** Whether the results shall say what cost consists of. */
  readonly withCosts?: boolean | undefined;
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
  const {signal, precision, onReplications, onlyReplication, keep, program = programVersion(), warnings = []} = options;
  if (precision !== undefined) needReplications([scenario], 'a precision');
  const runs = precision?.most ?? (onlyReplication === undefined ? scenario.run.replications : 1);
  const asked = runs * observationsOf(scenario);
  const inBatches = scenario.run.batchMeans !== null;
  const ofBatches: number[] = [];
  const summary = new Summary(scenario);
  const executor = options.executor ?? openExecutor({workers: options.workers});
  const facts = {program, asked, interrupted: false, warnings, fingerprints: await fingerprintsOf(scenario)};
  const progress = startClock(asked, options.onProgress);
  const simulate = (replications: number, from: number): Promise<void> =>
    executor.run(
      blocksOf(replications, contactsExpected(scenario), from).map(block => ({
        scenario,
        withRecords:
          keep === undefined
            ? onReplications !== undefined || inBatches
            : [...planRecords(summary.plan.rows), ...keep.cells],
        waitPlaces: keep?.waitPlaces,
        withCosts: options.withCosts,
        ...block,
      })),
      {
        signal,
        onFinished: progress.finish,
        async onResult(block: BlockData) {
          summary.merge(block);
          if (inBatches) ofBatches.push(...(block.records ?? []));
          if (onReplications !== undefined) await onReplications(recordLines(scenario, block, keep?.cells.length));
          keep?.onBlock(block);
        },
      },
    );
  try {
    if (precision === undefined) await simulate(runs, onlyReplication ?? 0);
    else return await simulateUntil(precision, simulate, summary, facts, progress.expect);
  } finally {
    if (options.executor === undefined) await executor.close();
  }
  return summary.results({
    ...facts,
    interrupted: summary.finished < asked,
    warnings: [...warnings, ...correlationWarnings(scenario, planRecords(summary.plan.rows), ofBatches)],
  });
}

/** More and more replications, until the results at one of the checks are as precise as is asked. */
async function simulateUntil(
  {goals, most}: Precision,
  simulate: (replications: number, from: number) => Promise<void>,
  summary: Summary,
  facts: RunFacts,
  expect: (total: number) => void,
): Promise<Results> {
  for (const size of checkSizes(goals, most)) {
    const before = summary.finished;
    await simulate(size - before, before);
    const {finished} = summary;
    const interrupted = finished < size;
    const results = summary.results({...facts, asked: interrupted ? most : finished, interrupted});
    const outcomes = goals.map(goal => precisionOf(goal, results.rows, finished));
    if (interrupted || finished === most || outcomes.every(({reached}) => reached))
      return {...results, precision: outcomes};
    expect(Math.min(most, replicationsForeseen(outcomes, finished)));
  }
  throw new Error('a run until a precision ended without a last check');
}
