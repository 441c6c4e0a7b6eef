import {describe, expect, it} from 'vitest';
import {SOON_MS} from '../support/soon.js';
import {UserError} from '../../src/base/errors.js';
import {carryError} from '../../src/experiment/carried-error.js';
import {openPool, type PoolOptions, type PoolWork} from '../../src/experiment/pool.js';

/** What the worker of these tests shall do with a number besides squaring it. */
interface Task {
  readonly number: number;
  /** Dies so often before it does the work. */
  readonly deaths?: number;
  readonly how?: 'exit' | 'memory';
  readonly fail?: unknown;
  readonly spin?: boolean;
}

const workerFile = new URL('../support/pool-worker.mjs', import.meta.url);

async function squares(
  tasks: readonly Task[],
  {
    workers = 2,
    resourceLimits,
    ...options
  }: Partial<PoolWork<Task, number>> & Partial<Pick<PoolOptions, 'workers' | 'resourceLimits'>> = {},
): Promise<{results: Map<number, number>; attempts: Int32Array}> {
  const attempts = new Int32Array(new SharedArrayBuffer(4 * 64));
  const results = new Map<number, number>();
  const pool = openPool<Task, number>({workerFile, data: {attempts}, workers, resourceLimits});
  try {
    await pool.run({tasks, onResult: (result, task) => void results.set(task, result), ...options});
  } finally {
    await pool.close();
  }
  return {results, attempts};
}

const numbers = (count: number): Task[] => Array.from({length: count}, (_, number) => ({number}));

describe('work shared between threads', () => {
  it('is done once each, whatever the number of workers', async () => {
    for (const workers of [1, 3]) {
      const {results, attempts} = await squares(numbers(20), {workers});
      expect([...results].sort(([a], [b]) => a - b)).toEqual(numbers(20).map(({number}) => [number, number * number]));
      expect([...attempts.subarray(0, 20)]).toEqual(numbers(20).map(() => 1));
    }
  });

  it('is nothing to start threads for when there is none', async () => {
    expect((await squares([])).results.size).toBe(0);
  });

  it('is done again by a fresh worker when one exits in the middle', async () => {
    const {results, attempts} = await squares([
      ...numbers(3),
      {number: 3, deaths: 2},
      ...[4, 5].map(number => ({number})),
    ]);
    expect(results.get(3)).toBe(9);
    expect(results.size).toBe(6);
    expect(attempts[3]).toBe(3);
  });

  it('is done again by a fresh worker when one runs out of memory', async () => {
    const {results} = await squares([{number: 1}, {number: 2, deaths: 1, how: 'memory'}], {
      resourceLimits: {maxOldGenerationSizeMb: 24},
    });
    expect(results.get(1)).toBe(4);
  });

  it('is given up with a clear error when it kills three workers', async () => {
    await expect(squares([{number: 0}, {number: 1, deaths: 99}])).rejects.toThrow(
      /a worker died 3 times of the same work.*"number":1.*exited/,
    );
  });

  it('throws here what a user can mend, with all its problems', async () => {
    const problem = {
      code: 'LOG001',
      place: {file: 'log.csv', line: 7, column: 1, path: ''},
      expected: 'a time',
      got: 'x',
      nearest: null,
    };
    const error = await squares([{number: 0, fail: carryError(new UserError([problem]))}]).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).problems).toEqual([problem]);
  });

  it('throws here what is our fault, with its message and stack', async () => {
    const fault = new Error('books of cards do not balance');
    const error = (await squares([{number: 0, fail: carryError(fault)}]).catch((thrown: unknown) => thrown)) as Error;
    expect(error.message).toBe('books of cards do not balance');
    expect(error.stack).toBe(fault.stack);
  });

  it('ends at once when told to, though workers are busy', async () => {
    const stop = new AbortController();
    let stoppedAt = Infinity;
    const finished = new Map<number, number>();
    await squares([{number: 0}, {number: 1, spin: true}, {number: 2}], {
      signal: stop.signal,
      onResult(result, task) {
        finished.set(task, result);
        if (finished.size < 2) return;
        stoppedAt = performance.now();
        stop.abort();
      },
    });
    expect(performance.now() - stoppedAt).toBeLessThan(SOON_MS);
    expect(finished).toEqual(
      new Map([
        [0, 0],
        [2, 4],
      ]),
    );
  });

  it('goes on in the same threads when there is more, and in others after an interruption', async () => {
    const attempts = new Int32Array(new SharedArrayBuffer(4 * 64));
    const pool = openPool<Task, number>({workerFile, data: {attempts}, workers: 2});
    const round = async (signal?: AbortSignal, tasks: readonly Task[] = numbers(3)): Promise<number[]> => {
      const results: number[] = [];
      await pool.run({tasks, signal, onResult: result => void results.push(result)});
      return results.sort();
    };
    expect(await round()).toEqual([0, 1, 4]);
    expect(await round()).toEqual([0, 1, 4]);
    await round(AbortSignal.timeout(200), [{number: 1, spin: true}]);
    expect(await round()).toEqual([0, 1, 4]);
    await pool.close();
    expect([...attempts.subarray(0, 3)]).toEqual([3, 4, 3]);
  });

  it('does not begin when it was told to end before', async () => {
    expect((await squares(numbers(3), {signal: AbortSignal.abort()})).results.size).toBe(0);
  });

  it('does not run far ahead of its oldest task, so that unmerged results stay few', async () => {
    const finishedWhileOldestWaits: number[] = [];
    let oldestWaits = true;
    await squares(numbers(40), {
      workers: 2,
      onResult: async (_, task) => {
        if (task > 0 && oldestWaits) finishedWhileOldestWaits.push(task);
        if (task > 0) return;
        await new Promise(resolve => setTimeout(resolve, 300));
        oldestWaits = false;
      },
    });
    expect(finishedWhileOldestWaits.length).toBeGreaterThan(0);
    expect(Math.max(...finishedWhileOldestWaits)).toBeLessThan(2 * 4);
  });
});
