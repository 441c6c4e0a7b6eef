import type {Program, ProgramConstraint, ProgramVariable} from '../optimise/program.js';
import {solve} from '../optimise/solve.js';
import type {CountVariables} from './bounds.js';
import type {StaffingGrid} from './grid.js';
import {partProgram, partsOf, solveParts, type ProgramPart} from './solve-parts.js';

/** Branches looked at, at most, and how near the most even is near enough: cost comes first, and time is not spent on looks. */
const [BRANCHES, GAP] = [200, 0.02];
/** Cost may differ by rounding only. */
const ROUNDING = 1e-7;

/**
 * Solves a program of numbers of agents for the least cost, and among all numbers of that cost for those that change least
 * from interval to interval: many mixes of groups cost the same, and a planner wants neighbours to look alike.
 *
 * @param program its first variables are those of `variables`
 * @returns the values; empty where the program has no solution
 */
export async function solveEvenly(
  program: Program,
  variables: CountVariables,
  grid: StaffingGrid,
): Promise<readonly number[]> {
  const parts = partsOf(program.variables.length, program.constraints);
  const cheapest = await solveParts(program, parts);
  if (cheapest.length === 0) return [];
  const values = [...cheapest];
  const steps = stepsOf(variables, grid);
  const settled = new Set<number>();
  // there and back: the first time only the neighbours before are known to be even
  for (const part of [...parts, ...[...parts].reverse()]) {
    const own = new Set(part.variables);
    const near = steps.filter(
      ([one, other]) =>
        (own.has(one) || own.has(other)) &&
        (own.has(one) || settled.has(one)) &&
        (own.has(other) || settled.has(other)),
    );
    if (near.length > 0) await evenOut(program, part, near, values);
    part.variables.forEach(variable => settled.add(variable));
  }
  return values;
}

/** Pairs of variables of a group in two intervals that follow each other. */
function stepsOf({place}: CountVariables, {cells, intervals}: StaffingGrid): readonly (readonly [number, number])[] {
  return cells.flatMap((_, group) =>
    intervals.slice(1).flatMap((__, interval) => {
      const pair = [place(group, interval), place(group, interval + 1)] as const;
      return pair.includes(-1) ? [] : [pair];
    }),
  );
}

/** Changes the values of a part into the most even ones of the same cost; those of other parts stay. */
async function evenOut(
  program: Program,
  part: ProgramPart,
  steps: readonly (readonly [number, number])[],
  values: number[],
): Promise<void> {
  const {variables, constraints} = partProgram(program, part);
  const place = new Map(part.variables.map((variable, index) => [variable, index]));
  const cost = part.variables.reduce((sum, variable) => sum + program.variables[variable].cost * values[variable], 0);
  const free: ProgramVariable[] = variables.map(variable => ({...variable, cost: 0}));
  const ties: ProgramConstraint[] = [
    {
      terms: variables.map(({cost: each}, index) => [index, each] as const),
      low: -Infinity,
      high: cost + ROUNDING * Math.max(1, cost),
    },
  ];
  for (const [one, other] of steps) {
    const change = free.push({low: 0, high: Infinity, integer: false, cost: 1}) - 1;
    for (const sign of [1, -1]) {
      const terms: (readonly [number, number])[] = [[change, 1]];
      let known = 0;
      for (const [variable, factor] of [
        [one, sign],
        [other, -sign],
      ] as const) {
        const index = place.get(variable);
        if (index === undefined) known += factor * values[variable];
        else terms.push([index, factor]);
      }
      ties.push({terms, low: -known, high: Infinity});
    }
  }
  const even = await solve(
    {minimise: true, variables: free, constraints: [...constraints, ...ties]},
    {gap: GAP, branches: BRANCHES},
  );
  if (even.values.length > 0) part.variables.forEach((variable, index) => (values[variable] = even.values[index]));
}
