import {openPool} from '../../experiment/pool.js';
import {askToStop, makeBoard, type SearchBoard} from './board.js';
import type {Program, ProgramSolution, SolveLimits} from './program.js';
import {solve} from './solve.js';
import type {SearchTask} from './worker.js';

/** How a search in a thread of its own is watched and stopped. */
export interface SearchOptions {
  /** Where the search writes how far it is; read it as often as you like (`readProgress`). */
  readonly board?: SearchBoard | undefined;
  /** Ends the search with the best it has: status `feasible`, or `timeout` when there is nothing yet. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Solves a program in a thread of its own, so that this one can show progress and hear Ctrl-C. The same values as
 * `solve`. Run from the sources (tests), where no compiled worker exists, it blocks this thread.
 *
 * @throws what `solve` throws
 * @example const solution = await solveInThread(program, {gap: 0.005, seconds: 30}, {signal})
 */
export async function solveInThread(
  program: Program,
  limits: SolveLimits,
  {board = makeBoard(), signal}: SearchOptions = {},
): Promise<ProgramSolution> {
  const stop = (): void => askToStop(board);
  if (signal?.aborted) stop();
  if (import.meta.url.endsWith('.ts')) return solve(program, limits, board);
  const solutions: ProgramSolution[] = [];
  signal?.addEventListener('abort', stop, {once: true});
  const pool = openPool<SearchTask, ProgramSolution>({workerFile: new URL('./worker.js', import.meta.url), workers: 1});
  try {
    await pool.run({tasks: [{program, limits, board}], onResult: solution => void solutions.push(solution)});
  } finally {
    await pool.close();
    signal?.removeEventListener('abort', stop);
  }
  return solutions[0]!;
}
