import type {Program, ProgramConstraint, ProgramVariable} from '../optimise/program.js';

/** Place of a variable, and how often it counts. */
export type Term = readonly [number, number];

/** A program of least cost being written down; all variables are 0 or more. */
export class ProgramBuilder {
  private readonly variables: ProgramVariable[] = [];
  private readonly constraints: ProgramConstraint[] = [];

  /** Gives the place of a new variable. */
  variable({integer = false, cost = 0}: {readonly integer?: boolean; readonly cost?: number}): number {
    return this.variables.push({low: 0, high: Infinity, integer, cost}) - 1;
  }

  /** low ≤ sum of the terms ≤ high. */
  constraint(terms: readonly Term[], low: number, high: number): void {
    this.constraints.push({terms, low, high});
  }

  program(): Program {
    return {minimise: true, variables: this.variables, constraints: this.constraints};
  }
}
