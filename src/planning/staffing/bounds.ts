import type {ProgramConstraint, ProgramVariable} from '../optimise/program.js';
import type {Counts, StaffingGrid} from './grid.js';

/** What agents may be asked for, and what each costs. */
export interface StaffingLimits {
  /** By group: cost of an agent hour. */
  readonly cost: readonly number[];
  /** By group: agents in every interval in which the group works, at least and at most. */
  readonly least: readonly number[];
  readonly most: readonly number[];
}

/** Variables of a program: agents of each group in each interval in which it may work. */
export interface CountVariables {
  readonly variables: readonly ProgramVariable[];
  /** Place of a group's variable of an interval; −1: the group never works then. */
  readonly place: (group: number, interval: number) => number;
  readonly countsOf: (values: readonly number[]) => number[][];
}

/** One variable a group and interval; its cost is that of the agent hours in all cells of the interval. */
export function countVariables(grid: StaffingGrid, {cost, least, most}: StaffingLimits): CountVariables {
  const variables: ProgramVariable[] = [];
  const places = grid.cells.map((cells, group) =>
    cells.map(count => {
      if (count === 0) return -1;
      const hours = (count * grid.intervalSeconds) / 3600;
      return variables.push({low: least[group], high: most[group], integer: true, cost: cost[group] * hours}) - 1;
    }),
  );
  return {
    variables,
    place: (group, interval) => places[group][interval],
    countsOf: values => places.map(row => row.map(place => (place === -1 ? 0 : values[place]))),
  };
}

/** Sum of factor × agents ≥ low; terms of groups that never work then fall away. */
export function atLeast(
  {place}: CountVariables,
  terms: readonly {readonly group: number; readonly interval: number; readonly factor: number}[],
  low: number,
): ProgramConstraint {
  return {
    terms: terms.flatMap(({group, interval, factor}) => {
      const variable = place(group, interval);
      return variable === -1 || factor === 0 ? [] : [[variable, factor] as const];
    }),
    low,
    high: Infinity,
  };
}

/** Cost of numbers of agents: agent hours × the cost of each. */
export function costOf(counts: Counts, {cells, intervalSeconds}: StaffingGrid, {cost}: StaffingLimits): number {
  return counts.reduce(
    (sum, row, group) =>
      sum +
      row.reduce((hours, agents, interval) => hours + agents * cells[group][interval], 0) *
        (intervalSeconds / 3600) *
        cost[group],
    0,
  );
}
