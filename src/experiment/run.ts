import {availableParallelism} from 'node:os';
import {performance} from 'node:perf_hooks';
import {setImmediate as turn} from 'node:timers/promises';
import type {Scenario} from '../scenario/scenario.js';
import type {BlockData} from '../statistics/block.js';
import {recordLines} from '../statistics/replication-records.js';
import type {Results} from '../statistics/results.js';
import {Summary} from '../statistics/summary.js';
import {blocksOf, type BlockTask} from './blocks.js';
import {contactsExpected, worthThreads} from './effort.js';
import {gatherer, Stop, type GatherWork} from './gather.js';
import {runPool} from './pool.js';
import {programVersion} from './program-version.js';

/** How far a run is. */
export interface RunProgress {
  /** Replications finished and asked for. */
  readonly finished: number;
  readonly total: number;
  /** Estimated; null until the first has finished. */
  readonly secondsLeft: number | null;
}

export interface RunOptions {
  /** Threads that share the work: one is this thread; else one a core, and this one alone where more would take longer to start than to work. */
  readonly workers?: number | 'in-process' | undefined;
  /** Ends the run; the results then hold the replications finished so far and say so. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: RunProgress) => void) | undefined;
  /** Takes the lines of replications.csv (without their header, `RECORDS_HEADER`), in order; may be a promise to wait for. */
  readonly onReplications?: ((lines: string) => void | Promise<void>) | undefined;
  /** Version of the program, for the results; its own by default. */
  readonly program?: string | undefined;
  readonly warnings?: readonly string[] | undefined;
}

/** How long a run in this thread may keep others waiting. */
const TURN_MILLISECONDS = 50;

/**
 * Simulates all replications of a scenario and works out its results: the same bytes with any number of workers and with
 * none. After an interruption the replications that finished are reported, also those whose predecessors had not.
 *
 * @throws UserError when a replayed log cannot be read; an Error when the books do not balance
 * @example const results = await runScenario(await loadScenario('scenarios/bank.yaml'), {workers: 2})
 */
export async function runScenario(scenario: Scenario, options: RunOptions = {}): Promise<Results> {
  const {signal, onReplications, program = programVersion(), warnings = []} = options;
  const asked = scenario.run.replications;
  const contacts = contactsExpected(scenario);
  const work: GatherWork = {scenario, withRecords: onReplications !== undefined};
  const tasks = blocksOf(asked, contacts);
  const summary = new Summary(scenario);
  const workers = workersFor(options.workers, worthThreads(scenario, contacts));
  const progress = progressOf(asked, options.onProgress);
  const take = async (block: BlockData): Promise<void> => {
    summary.merge(block);
    if (onReplications !== undefined) await onReplications(recordLines(scenario, block));
  };
  if (workers === 0) await runHere(work, tasks, take, progress, signal);
  else await runThere(work, tasks, take, progress, signal, workers);
  return summary.results({program, asked, interrupted: summary.finished < asked, warnings});
}

/** 0: in this thread. Sources run by a loader (tests, `bin/dev.js`) have no compiled worker to start. */
function workersFor(wanted: RunOptions['workers'], worthwhile: boolean): number {
  if (wanted === 'in-process' || import.meta.url.endsWith('.ts')) return 0;
  // one worker would do all the work while this thread waits: it does the work itself
  const workers = wanted ?? (worthwhile ? availableParallelism() : 0);
  return workers === 1 ? 0 : workers;
}

type Take = (block: BlockData) => Promise<void>;
type Finish = (replications: number) => void;

/** One block after another in this thread, letting others run every so often. */
async function runHere(
  work: GatherWork,
  tasks: readonly BlockTask[],
  take: Take,
  finish: Finish,
  signal: AbortSignal | undefined,
): Promise<void> {
  const gather = gatherer(work);
  let lastTurn = performance.now();
  const letOthersRun = async (): Promise<void> => {
    await turn();
    lastTurn = performance.now();
    if (signal?.aborted) throw new Stop();
  };
  const onChunk = (): Promise<void> | undefined =>
    performance.now() - lastTurn > TURN_MILLISECONDS ? letOthersRun() : undefined;
  const onFinished = (): Promise<void> | undefined => {
    finish(1);
    return onChunk();
  };
  for (const task of tasks) {
    if (signal?.aborted) return;
    await take(await gather(task, {onChunk, onFinished}));
  }
}

/** Blocks in worker threads, merged in their order; after an interruption those beyond a gap as well. */
async function runThere(
  work: GatherWork,
  tasks: readonly BlockTask[],
  take: Take,
  finish: Finish,
  signal: AbortSignal | undefined,
  workers: number,
): Promise<void> {
  const early = new Map<number, BlockData>();
  let next = 0;
  const onResult = async (block: BlockData, task: number): Promise<void> => {
    early.set(task, block);
    finish(block.replications);
    for (let ready = early.get(next); ready !== undefined; ready = early.get(next)) {
      early.delete(next++);
      await take(ready);
    }
  };
  await runPool({workerFile: new URL('./worker.js', import.meta.url), data: work, workers, tasks, onResult, signal});
  const beyondGap = [...early].sort(([a], [b]) => a - b);
  early.clear();
  for (const [, block] of beyondGap) await take(block);
}

function progressOf(total: number, tell: RunOptions['onProgress']): Finish {
  const started = performance.now();
  let finished = 0;
  tell?.({finished, total, secondsLeft: null});
  return replications => {
    finished += replications;
    const elapsed = (performance.now() - started) / 1000;
    tell?.({finished, total, secondsLeft: (elapsed / finished) * (total - finished)});
  };
}
