import {describe, expect, it} from 'vitest';
import {askToStop, gapBetween, makeBoard, readProgress, writeProgress} from '../../../src/planning/optimise/board.js';
import type {Program} from '../../../src/planning/optimise/program.js';
import {solveInThread} from '../../../src/planning/optimise/solve-in-thread.js';
import {solve} from '../../../src/planning/optimise/solve.js';

/**
 * Shares of 40 goods that split six markets exactly in half, made hard on purpose (Cornuéjols and Dawande's market split):
 * any choice is allowed, what is missing or too much in a market costs, and no search proves the best in a second.
 */
function marketSplit(): Program {
  const markets = 6;
  const goods = 40;
  const size = (market: number, good: number): number => ((market + 3) * (good + 7) * 7919) % 100;
  const choices = Array.from({length: goods}, () => ({low: 0, high: 1, integer: true, cost: 0}));
  const misses = Array.from({length: 2 * markets}, () => ({low: 0, high: Infinity, integer: false, cost: 1}));
  const constraints = Array.from({length: markets}, (_, market) => {
    const sizes = choices.map((_choice, good): readonly [number, number] => [good, size(market, good)]);
    const half = Math.floor(sizes.reduce((sum, [, amount]) => sum + amount, 0) / 2);
    const over = goods + 2 * market;
    return {terms: [...sizes, [over, -1] as const, [over + 1, 1] as const], low: half, high: half};
  });
  return {minimise: true, variables: [...choices, ...misses], constraints};
}

describe('a search that is not let finish', () => {
  it('gives the best it has when its time is up, with the gap that is proven', async () => {
    const {status, objective, bound, values} = await solve(marketSplit(), {gap: 0, seconds: 0.4});
    expect(status).toBe('feasible');
    expect(bound!).toBeLessThan(objective!);
    expect(values.slice(-12).reduce((sum, value) => sum + value, 0)).toBeCloseTo(objective!, 6);
  });

  it('ends long before its time when it is asked to stop', async () => {
    const board = makeBoard();
    askToStop(board);
    const started = performance.now();
    const {status} = await solve(marketSplit(), {gap: 0, seconds: 60}, board);
    expect(['feasible', 'timeout']).toContain(status);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('hears Ctrl-C that came before it began', async () => {
    const {status} = await solveInThread(marketSplit(), {gap: 0, seconds: 60}, {signal: AbortSignal.abort()});
    expect(['feasible', 'timeout']).toContain(status);
  });
});

describe('the board of a search', () => {
  it('is empty until something is found', () => {
    const board = makeBoard();
    expect(readProgress(board)).toEqual({best: null, bound: null, gap: null});
    writeProgress(board, Infinity, 90);
    expect(readProgress(board)).toEqual({best: null, bound: 90, gap: null});
    writeProgress(board, 100, 95);
    expect(readProgress(board)).toEqual({best: 100, bound: 95, gap: 0.05});
  });

  it('knows the gap of a search that is done, also at a cost of nothing', () => {
    expect(gapBetween(0, 0)).toBe(0);
    expect(gapBetween(0, -1)).toBe(Infinity);
    expect(gapBetween(null, 3)).toBeNull();
  });
});
