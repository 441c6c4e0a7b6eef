import {fileURLToPath} from 'node:url';
import {setFlagsFromString} from 'node:v8';
import {Piscina} from 'piscina';
import {carryError, reviveError, type CarriedError} from './carried-error.js';

/** How often work is given to a fresh worker after one died of it. */
const ATTEMPTS = 3;
/** In tasks a worker, where nothing else is said. */
const AHEAD = 4;

/** Threads that do one kind of work. */
export interface PoolOptions {
  /** Compiled module that exports as `work` what `workerFunction` makes. */
  readonly workerFile: URL;
  /** Plain data that every worker gets once, when it starts, as piscina's `workerData`. */
  readonly data?: unknown;
  readonly workers: number;
  /** Limits of memory of each worker, in MB. */
  readonly resourceLimits?: {readonly maxOldGenerationSizeMb?: number} | undefined;
}

/** Tasks to be shared between the threads of a pool. */
export interface PoolWork<Task, Result> {
  /** A list of them, or what makes each when its turn comes, for there may be a million. */
  readonly tasks: {readonly length: number; at(task: number): Task | undefined};
  /** Takes each result with the number of its task, in the order in which tasks finish. */
  readonly onResult: (result: Result, task: number) => void | Promise<void>;
  /** Ends the work at once; results delivered before stay delivered. */
  readonly signal?: AbortSignal | undefined;
  /** How far workers may run ahead of the oldest task that is not done, in tasks a worker; so memory stays flat. */
  readonly ahead?: number | undefined;
  /** A task in words, for the error when it kills its workers. */
  readonly describe?: ((task: Task) => string) | undefined;
}

/** Worker threads that stay for several runs of tasks. */
export interface Pool<Task, Result> {
  /**
   * Does tasks. A worker that crashes or runs out of memory is replaced and its task done again, three times at the
   * most; an error that the work itself throws is thrown here, a UserError with its problems. An interrupted run ends
   * its threads, and the next one starts others.
   *
   * @throws what the work threw, or an Error when a task killed its worker three times
   */
  run(work: PoolWork<Task, Result>): Promise<void>;
  /** Ends the threads. */
  close(): Promise<void>;
}

type Outcome<Result> = {readonly result: Result} | {readonly failure: CarriedError};

/**
 * Opens a pool; its threads start with the first task, as many as there are tasks for.
 *
 * @example const pool = openPool({workerFile, workers: 2}); await pool.run({tasks: [1, 2, 3], onResult: (result) => results.push(result)}); await pool.close()
 */
export function openPool<Task, Result>({workerFile, data, workers, resourceLimits}: PoolOptions): Pool<Task, Result> {
  let threads: Piscina | null = null;
  const start = (atOnce: number): Piscina => {
    compileInPlace();
    const pool = new Piscina({
      filename: fileURLToPath(workerFile),
      name: 'work',
      workerData: data,
      minThreads: Math.min(workers, atOnce),
      maxThreads: workers,
      idleTimeout: Infinity,
      ...(resourceLimits && {resourceLimits}),
    });
    // a worker that dies while idle is replaced by the pool itself
    pool.on('error', () => undefined);
    return pool;
  };
  const close = async (): Promise<void> => {
    const closing = threads;
    threads = null;
    await closing?.destroy();
  };
  return {
    close,
    async run(work) {
      const {tasks, signal} = work;
      if (tasks.length === 0 || signal?.aborted) return;
      threads ??= start(tasks.length);
      const ended = new AbortController();
      const aborted = new Promise<void>(resolve => {
        signal?.addEventListener('abort', () => resolve(), {once: true, signal: ended.signal});
      });
      let whole = false;
      try {
        await Promise.race([shareOut(threads, work, Math.min(workers, tasks.length)), aborted]);
        whole = signal?.aborted !== true;
      } finally {
        ended.abort();
        // what still runs is no longer wanted
        if (!whole) await close();
      }
    },
  };
}

/**
 * Threads that start from now on compile hot code themselves and not on another thread. A thread that ends while V8 compiles
 * for it may take the whole process along: the compiler then asks Node 20 for the tasks of a thread that is gone
 * ("Assertion failed: (data.first) != nullptr", abort). With as many workers as cores it costs no time.
 */
function compileInPlace(): void {
  setFlagsFromString('--no-concurrent-recompilation');
}

/** Keeps the workers busy, in order of task, not too far ahead of the oldest one that is not done. */
function shareOut<Task, Result>(
  pool: Piscina,
  {tasks, onResult, signal, ahead = AHEAD, describe = JSON.stringify}: PoolWork<Task, Result>,
  threads: number,
): Promise<void> {
  const done = new Uint8Array(tasks.length);
  let oldest = 0;
  let given = 0;
  return new Promise((resolve, reject) => {
    const give = (): void => {
      while (given < Math.min(tasks.length, oldest + ahead * threads)) start(given++);
    };
    const start = (task: number): void => {
      runTask<Task, Result>(pool, tasks.at(task)!, signal, describe)
        .then(result => (signal?.aborted ? undefined : onResult(result, task)))
        .then(
          () => {
            done[task] = 1;
            while (done[oldest] === 1) oldest++;
            if (oldest === tasks.length) resolve();
            else give();
          },
          (error: unknown) => (signal?.aborted ? resolve() : reject(error)),
        );
    };
    give();
  });
}

/** One task, given to another worker when its worker dies. */
async function runTask<Task, Result>(
  pool: Piscina,
  task: Task,
  signal: AbortSignal | undefined,
  describe: (task: Task) => string,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    let outcome: Outcome<Result>;
    try {
      outcome = (await pool.run(task)) as Outcome<Result>;
    } catch (death) {
      if (attempt < ATTEMPTS && !signal?.aborted) continue;
      const reason = death instanceof Error ? death.message : String(death);
      throw new Error(`a worker died ${attempt} times of the same work, ${describe(task)}: ${reason}`, {
        cause: death,
      });
    }
    if ('failure' in outcome) throw reviveError(outcome.failure);
    return outcome.result;
  }
}

/**
 * What a worker's file exports as `work`: does tasks, and lets errors cross with all they carry. Results are copied to the
 * thread that asked: memory that moves leaves the worker a detached array, and from the first of them on V8 looks at
 * every use of every array whether it is detached, after it has thrown away all code that did not.
 *
 * @param work does one task
 */
export function workerFunction<Task, Result>(
  work: (task: Task) => Promise<Result>,
): (task: Task) => Promise<Outcome<Result>> {
  return async task => {
    try {
      return {result: await work(task)};
    } catch (error) {
      return {failure: carryError(error)};
    }
  };
}
