import {describe, expect, it} from 'vitest';
import {atLeast, countVariables} from '../../../src/planning/staffing/bounds.js';
import type {StaffingGrid} from '../../../src/planning/staffing/grid.js';
import {acceptable, dropsOf, exchangesOf} from '../../../src/planning/staffing/moves.js';
import {Needs} from '../../../src/planning/staffing/needs.js';
import type {Effect} from '../../../src/planning/staffing/probes.js';
import {addedRoughness} from '../../../src/planning/staffing/roughness.js';
import type {SearchWork} from '../../../src/planning/staffing/search-work.js';
import {solveEvenly} from '../../../src/planning/staffing/solve-evenly.js';
import {methodName} from '../../../src/report/documents/staffing-words.js';

/** Two groups at work in all of some half-hours. */
function gridOf(intervals: number): StaffingGrid {
  const each = <T>(value: T): T[] => Array.from({length: intervals}, () => value);
  return {
    intervals: each('T').map((_, index) => `T${String(8 + index).padStart(2, '0')}:00`),
    intervalSeconds: 1800,
    intervalOfCell: each(0).map((_, index) => index),
    onDuty: [each(true), each(true)],
    cells: [each(1), each(1)],
  };
}

const limits = (...cost: readonly number[]) => ({cost, least: [0, 0], most: [99, 99]});

/** Agents that the two groups together shall be, half-hour by half-hour, at the least cost. */
async function numbersFor(asked: readonly number[], cost: readonly [number, number]): Promise<readonly number[][]> {
  const grid = gridOf(asked.length);
  const variables = countVariables(grid, limits(...cost));
  const constraints = asked.map((low, interval) =>
    atLeast(
      variables,
      [0, 1].map(group => ({group, interval, factor: 1})),
      low,
    ),
  );
  // half-hours 2 and 3 are bound together, as cuts bind them
  const bound = atLeast(
    variables,
    [1, 2].flatMap(interval => [0, 1].map(group => ({group, interval, factor: 0.5}))),
    (asked[1] + asked[2]) / 2,
  );
  const program = {minimise: true, variables: variables.variables, constraints: [...constraints, bound]};
  return variables.countsOf(await solveEvenly(program, variables, grid));
}

const steps = (row: readonly number[]): number =>
  row.slice(1).reduce((sum, agents, index) => sum + Math.abs(agents - row[index]), 0);

describe('numbers of agents that cost the same', () => {
  it('change no more from half-hour to half-hour than what is asked for changes', async () => {
    const asked = [8, 9, 12, 15, 13, 13, 10];
    const counts = await numbersFor(asked, [20, 20]);
    expect(asked.map((_, interval) => counts[0][interval] + counts[1][interval])).toEqual(asked);
    expect(steps(counts[0]) + steps(counts[1])).toBe(steps(asked));
  });

  it('never cost more for it', async () => {
    const asked = [8, 3, 8, 3];
    expect(await numbersFor(asked, [20, 21])).toEqual([asked, [0, 0, 0, 0]]);
  });

  it('tell a gap from a peak', () => {
    const grid = gridOf(3);
    expect(addedRoughness([[5, 4, 5]], grid, 0, 1, 1)).toBe(-2);
    expect(addedRoughness([[4, 4, 4]], grid, 0, 1, 1)).toBe(2);
    expect(addedRoughness([[4, 5, 6]], grid, 0, 0, 1)).toBe(-1);
  });
});

const effect = (group: number, interval: number, ...change: readonly number[]): Effect => ({
  group,
  interval,
  change: Float64Array.from(change),
  error: new Float64Array(change.length),
});

describe('moves of the local search', () => {
  const counts = [
    [5, 7, 5],
    [4, 3, 4],
  ];
  const work = {grid: gridOf(3), limits: limits(20, 20)} as unknown as SearchWork;

  it('swap groups at the same cost where that makes both more even', () => {
    const down = [effect(0, 1, -0.02), effect(1, 1, -0.02), effect(0, 0, -0.02)];
    const up = [effect(0, 1, 0.02), effect(1, 1, 0.02), effect(1, 0, 0.02)];
    const moves = acceptable({slack: Float64Array.of(0.01)}, exchangesOf(down, up, counts, work), new Set());
    expect(moves).toHaveLength(1);
    expect(moves[0]).toMatchObject({saves: 0, evens: 4});
    expect(moves[0].steps.map(({effect: {group}, step}) => [group, step])).toEqual([
      [0, -1],
      [1, 1],
    ]);
  });

  it('take the peak away first where one of two may go', () => {
    const drops = dropsOf([effect(0, 0, -0.02), effect(0, 1, -0.02)], counts, work);
    const [first, ...others] = acceptable({slack: Float64Array.of(0.03)}, drops, new Set());
    expect(others).toEqual([]);
    expect(first.steps[0].effect.interval).toBe(1);
  });
});

describe('what is known of who is needed', () => {
  const work = {
    grid: gridOf(10),
    trials: {checks: [{interval: 3}]},
  } as unknown as SearchWork;
  const before = [Array.from({length: 10}, () => 5), Array.from({length: 10}, () => 5)];
  const with1 = (group: number, interval: number, step: number): number[][] =>
    before.map((row, index) => row.map((agents, place) => agents + (index === group && place === interval ? step : 0)));

  it('is looked at again near an agent who came; a close call also near one who went', () => {
    const needs = new Needs(before);
    needs.settle({group: 0, interval: 2}, 0, false);
    needs.settle({group: 1, interval: 2}, 0, true);
    needs.settle({group: 1, interval: 9}, 0, true);
    needs.changed(before, with1(1, 3, -1), work);
    expect([needs.isOpen(0, 2), needs.isOpen(1, 2), needs.isOpen(1, 9)]).toEqual([false, true, false]);
    expect(needs.close()).toEqual([
      {group: 1, interval: 2},
      {group: 1, interval: 9},
    ]);
    needs.changed(before, with1(1, 3, 1), work);
    expect([needs.isOpen(0, 2), needs.isOpen(1, 9)]).toEqual([true, false]);
    expect(needs.wasAskedFor(effect(1, 3))).toBe(true);
  });
});

describe('the formula that knows patience', () => {
  it('is Erlang Chat for chats, and both by name where there are calls too', () => {
    const of = (...kinds: readonly ('live' | 'concurrent')[]) =>
      methodName(
        {workload: kinds.map(kind => ({kind, contactType: kind, contacts: [], ahtSeconds: [], load: []}))},
        'erlang-a',
      );
    expect([of('live'), of('concurrent'), of('live', 'concurrent')]).toEqual([
      'Erlang A',
      'Erlang Chat',
      'Erlang A, chats by Erlang Chat',
    ]);
  });
});
