import {describe, expect, it} from 'vitest';
import type {Program} from '../../../src/planning/optimise/program.js';
import {solve} from '../../../src/planning/optimise/solve.js';

const atLeastZero = {low: 0, high: Infinity};

describe('solving a linear program', () => {
  it('mixes work so that no hour is lost: 2x + y ≤ 40 and x + 2y ≤ 50 at 30 and 50 give x = 10, y = 20', async () => {
    // The corner of both lines: y = 40 - 2x, x + 80 - 4x = 50, x = 10, y = 20; 30 × 10 + 50 × 20 = 1300.
    const program: Program = {
      minimise: false,
      variables: [
        {...atLeastZero, integer: false, cost: 30},
        {...atLeastZero, integer: false, cost: 50},
      ],
      constraints: [
        {
          terms: [
            [0, 2],
            [1, 1],
          ],
          low: -Infinity,
          high: 40,
        },
        {
          terms: [
            [0, 1],
            [1, 2],
          ],
          low: -Infinity,
          high: 50,
        },
      ],
    };
    const {status, objective, bound, gap, values} = await solve(program);
    expect(status).toBe('optimal');
    expect(objective).toBeCloseTo(1300, 6);
    expect(bound).toBeCloseTo(1300, 6);
    expect(gap).toBe(0);
    expect(values[0]).toBeCloseTo(10, 6);
    expect(values[1]).toBeCloseTo(20, 6);
  });

  it('hires whole people: 2.5 needed are 3', async () => {
    const program: Program = {
      minimise: true,
      variables: [{...atLeastZero, integer: true, cost: 2}],
      constraints: [{terms: [[0, 1]], low: 2.5, high: Infinity}],
    };
    expect(await solve(program)).toEqual({status: 'optimal', objective: 6, bound: 6, gap: 0, values: [3]});
  });

  it('says when nothing can keep the constraints, with whole numbers and without', async () => {
    for (const integer of [false, true]) {
      const program: Program = {
        minimise: true,
        variables: [{low: 0, high: 2, integer, cost: 1}],
        constraints: [{terms: [[0, 1]], low: 3, high: Infinity}],
      };
      expect(await solve(program)).toEqual({status: 'infeasible', objective: null, bound: null, gap: null, values: []});
    }
  });

  it('says when bounds contradict each other', async () => {
    const program: Program = {minimise: true, variables: [{low: 3, high: 2, integer: false, cost: 1}], constraints: []};
    expect((await solve(program)).status).toBe('infeasible');
  });

  it('says when cost can fall for ever, with whole numbers and without', async () => {
    for (const integer of [false, true]) {
      const program: Program = {
        minimise: true,
        variables: [{...atLeastZero, integer, cost: -1}],
        constraints: [{terms: [[0, 1]], low: 1, high: Infinity}],
      };
      expect((await solve(program)).status).toBe('unbounded');
    }
  });

  it('takes a program without constraints, and one without anything', async () => {
    const free: Program = {minimise: true, variables: [{low: 2, high: 9, integer: true, cost: 3}], constraints: []};
    expect(await solve(free)).toMatchObject({status: 'optimal', objective: 6, values: [2]});
    expect(await solve({minimise: true, variables: [], constraints: []})).toMatchObject({
      status: 'optimal',
      objective: 0,
      values: [],
    });
    expect(
      await solve({minimise: true, variables: [], constraints: [{terms: [], low: 1, high: Infinity}]}),
    ).toMatchObject({status: 'infeasible'});
  });

  it('adds up a variable that stands twice in a constraint', async () => {
    const program: Program = {
      minimise: true,
      variables: [{...atLeastZero, integer: true, cost: 1}],
      constraints: [
        {
          terms: [
            [0, 1],
            [0, 1],
          ],
          low: 5,
          high: Infinity,
        },
      ],
    };
    expect((await solve(program)).values).toEqual([3]);
  });

  it('refuses what is no program', async () => {
    const variables = [{...atLeastZero, integer: false, cost: 1}];
    await expect(solve({minimise: true, variables, constraints: [{terms: [[1, 1]], low: 0, high: 1}]})).rejects.toThrow(
      'constraint 0: 1 × variable 1',
    );
    await expect(
      solve({minimise: true, variables: [{...variables[0]!, cost: Infinity}], constraints: []}),
    ).rejects.toThrow('variable 0');
  });
});
