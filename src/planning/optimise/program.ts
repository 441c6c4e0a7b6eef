/**
 * A linear program, with whole-number variables where `integer` says so: choose the variables inside their bounds so
 * that every constraint holds and the sum of cost × value is least. Plain data: it crosses to a worker as it stands.
 * Variables have no names here, only their places, so that nothing of a user's words reaches the solver.
 */
export interface Program {
  /** false: the sum of cost × value shall be greatest. */
  readonly minimise: boolean;
  readonly variables: readonly ProgramVariable[];
  readonly constraints: readonly ProgramConstraint[];
}

export interface ProgramVariable {
  /** -Infinity: no lower bound. */
  readonly low: number;
  /** Infinity: no upper bound. */
  readonly high: number;
  /** Whole numbers only. */
  readonly integer: boolean;
  /** What one unit of it adds to the objective; finite. */
  readonly cost: number;
}

/** low ≤ sum of coefficient × variable ≤ high; ±Infinity where there is no bound on a side. */
export interface ProgramConstraint {
  /** [place of the variable, coefficient]; a variable that stands twice counts with the sum. */
  readonly terms: readonly (readonly [number, number])[];
  readonly low: number;
  readonly high: number;
}

/**
 * How a search ended. `optimal`: proven to be within the gap asked for. `feasible`: the best found when the time was up or
 * the search was stopped, with the gap that is proven. `timeout`: stopped before any solution was found.
 */
export type SolveStatus = 'optimal' | 'feasible' | 'infeasible' | 'unbounded' | 'timeout';

export interface ProgramSolution {
  readonly status: SolveStatus;
  /** Sum of cost × value; null where there are no values. */
  readonly objective: number | null;
  /** No solution can be better than this; null where nothing is proven. */
  readonly bound: number | null;
  /** |objective - bound| over |objective|: 0.005 means at most 0.5 % above the least; null where one of them is missing. */
  readonly gap: number | null;
  /** In the order of the variables, whole where they must be; empty where there is no solution. */
  readonly values: readonly number[];
}

/** When a search may end. */
export interface SolveLimits {
  /** Proven distance from the best that is good enough, as a share: 0.005; 0.0001 where nothing is said. */
  readonly gap?: number;
  /** Time after which the best found is given; 60 where nothing is said. */
  readonly seconds?: number;
  /** Branches after which the best found is given, whatever the computer's speed; no limit where nothing is said. */
  readonly branches?: number;
}
