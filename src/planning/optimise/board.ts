/**
 * A board that two threads see: the search writes how far it is, whoever waits for it reads it and may ask it to stop.
 * Shared memory, because a search blocks its thread: no message reaches it before it ends.
 */
export type SearchBoard = SharedArrayBuffer;

/** What a search has found so far. */
export interface SearchProgress {
  /** Objective of the best solution; null: none yet. */
  readonly best: number | null;
  /** No solution can be better; null: not known yet. */
  readonly bound: number | null;
  /** |best - bound| over |best|; null until both are known. */
  readonly gap: number | null;
}

/** One flag, then best and bound as doubles. */
const FLAG_BYTES = 8;

export function makeBoard(): SearchBoard {
  const board = new SharedArrayBuffer(FLAG_BYTES + 16);
  figuresOf(board).fill(NaN);
  return board;
}

/** Asks the search to end with the best it has. */
export function askToStop(board: SearchBoard): void {
  Atomics.store(new Int32Array(board, 0, 1), 0, 1);
}

export const isAskedToStop = (board: SearchBoard): boolean => Atomics.load(new Int32Array(board, 0, 1), 0) === 1;

/** Tells how far the search is. */
export function writeProgress(board: SearchBoard, best: number, bound: number): void {
  figuresOf(board).set([best, bound]);
}

/** How far the search is; the two figures may come from two moments. */
export function readProgress(board: SearchBoard): SearchProgress {
  const [best, bound] = [...figuresOf(board)].map(value => (Number.isFinite(value) ? value : null));
  return {best, bound, gap: gapBetween(best, bound)};
}

/** Proven distance from the best, as a share of the objective; null where one of the two is missing. */
export function gapBetween(objective: number | null, bound: number | null): number | null {
  if (objective === null || bound === null) return null;
  const distance = Math.abs(objective - bound);
  return distance === 0 ? 0 : distance / Math.abs(objective);
}

const figuresOf = (board: SearchBoard): Float64Array => new Float64Array(board, FLAG_BYTES, 2);
