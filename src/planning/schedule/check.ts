import type {Scenario} from '../../scenario/scenario.js';
import type {ProgramSolution} from '../optimise/program.js';
import type {CellGrid} from './cells.js';
import {coverOf, shortageByCell} from './cover.js';
import type {CoveringProgram, CoveringTask} from './covering-program.js';
import type {ScheduledAgent} from './decode.js';
import {withSchedule} from './with-schedule.js';

/** What agents cost: paid hours × cost of an hour × factor of the shift. */
export function payOf(agents: readonly ScheduledAgent[], {scheduling, hourCost}: CoveringTask): number {
  return agents.reduce((sum, {shifts, type, group}) => {
    const hours = shifts.reduce((total, {paidSeconds}) => total + paidSeconds, 0) / 3600;
    return sum + hours * hourCost[group]! * scheduling.shiftTypes[type]!.costFactor;
  }, 0);
}

/** What has been added up a second time, from the agents one by one. */
export interface CheckedSchedule {
  /** By group, by cell. */
  readonly cover: readonly (readonly number[])[];
  /** By cell: agents missing. */
  readonly shortage: readonly number[];
  /** Of the agents alone, without prices of what is missing or too much. */
  readonly pay: number;
}

/**
 * Adds cover and cost up from the agents' own timetables, by another way than the solver's program.
 *
 * @throws Error when they differ from what the solver promised: a fault of the program
 */
export function checkSchedule(
  scenario: Scenario,
  task: CoveringTask,
  covering: CoveringProgram,
  {values}: ProgramSolution,
  agents: readonly ScheduledAgent[],
): CheckedSchedule {
  const {grid} = task;
  const cover = coverOf(withSchedule(scenario, agents), grid);
  const shortage = shortageByCell(task.requirement, cover, task.groupsOfType, grid);
  const promised = promisedShortage(covering, values, grid);
  shortage.forEach((agentsShort, cell) => {
    if (agentsShort > promised[cell]! + 1e-4)
      throw new Error(
        `the schedule lacks ${agentsShort} agents in cell ${cell}, the solver promised ${promised[cell]!}`,
      );
  });
  const pay = payOf(agents, task);
  const solverPay = covering.starters.reduce(
    (sum, {variable}) => sum + values[variable]! * covering.program.variables[variable]!.cost,
    0,
  );
  if (Math.abs(pay - solverPay) > 1e-6 * Math.max(1, Math.abs(solverPay)))
    throw new Error(`the schedule costs ${pay}, the solver said ${solverPay}`);
  return {cover, shortage, pay};
}

function promisedShortage(
  {shortages}: CoveringProgram,
  values: readonly number[],
  {cells}: CellGrid,
): readonly number[] {
  const missing = new Array<number>(cells).fill(0);
  for (const {variable, cell} of shortages) missing[cell]! += values[variable]!;
  return missing;
}
