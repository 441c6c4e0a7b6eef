import type {Program, ProgramConstraint} from '../optimise/program.js';
import {solve} from '../optimise/solve.js';

/** Proven distance from the best that is good enough. */
const GAP = 0.002;

/** Variables of a program that constraints bind together, directly or through others, and those constraints. */
export interface ProgramPart {
  readonly variables: readonly number[];
  readonly constraints: readonly ProgramConstraint[];
}

/**
 * Solves a program part by part: variables that no constraint binds together, such as agents of intervals far apart, are
 * programs of their own. Many small ones take next to no time where one large one would be searched for minutes.
 *
 * @returns the values; empty where a part has no solution
 */
export async function solveParts(program: Program, parts: readonly ProgramPart[]): Promise<readonly number[]> {
  const values = program.variables.map(() => 0);
  for (const part of parts) {
    const solution = await solve(partProgram(program, part), {gap: GAP});
    if (solution.values.length === 0) return [];
    part.variables.forEach((variable, index) => (values[variable] = solution.values[index]));
  }
  return values;
}

/** A part as a program of its own: its variables stand in it in the order in which the part names them. */
export function partProgram({minimise, variables}: Program, part: ProgramPart): Program {
  const place = new Map(part.variables.map((variable, index) => [variable, index]));
  return {
    minimise,
    variables: part.variables.map(variable => variables[variable]),
    constraints: part.constraints.map(({terms, low, high}) => ({
      terms: terms.map(([variable, factor]) => [place.get(variable)!, factor] as const),
      low,
      high,
    })),
  };
}

/** The parts of a program, in the order of their first variable. */
export function partsOf(count: number, constraints: readonly ProgramConstraint[]): readonly ProgramPart[] {
  const leader = Array.from({length: count}, (_, variable) => variable);
  const find = (variable: number): number => {
    let root = variable;
    while (leader[root] !== root) root = leader[root];
    leader[variable] = root;
    return root;
  };
  for (const {terms} of constraints)
    for (const [variable] of terms) {
      const [one, other] = [find(terms[0][0]), find(variable)];
      leader[Math.max(one, other)] = Math.min(one, other);
    }
  const parts = new Map<number, {readonly variables: number[]; readonly constraints: ProgramConstraint[]}>();
  for (let variable = 0; variable < count; variable++) {
    const root = find(variable);
    const part = parts.get(root) ?? {variables: [], constraints: []};
    part.variables.push(variable);
    parts.set(root, part);
  }
  for (const constraint of constraints)
    if (constraint.terms.length > 0) parts.get(find(constraint.terms[0][0]))!.constraints.push(constraint);
  return [...parts.values()];
}
