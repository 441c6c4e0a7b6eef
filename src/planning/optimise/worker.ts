import {workerFunction} from '../../experiment/pool.js';
import type {SearchBoard} from './board.js';
import type {Program, SolveLimits} from './program.js';
import {solve} from './solve.js';

/** What the thread of a search is given. */
export interface SearchTask {
  readonly program: Program;
  readonly limits: SolveLimits;
  readonly board: SearchBoard;
}

/** What a worker thread does: solves one program while others watch its board. */
export const work = workerFunction(({program, limits, board}: SearchTask) => solve(program, limits, board));
