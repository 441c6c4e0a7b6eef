import type {HourPrice, Scheduling} from '../../scenario/scheduling.js';
import type {Program} from '../optimise/program.js';
import {addBreaks, type BreakVariable, type CountInCells} from './breaks.js';
import type {CellGrid} from './cells.js';
import {neededByCell} from './needed-by-cell.js';
import {ProgramBuilder, type Term} from './program-builder.js';
import type {Requirement} from './requirement.js';
import {addTours, type StartVariable, type TourVariable} from './tours.js';

/** What shifts are chosen from, and for what. */
export interface CoveringTask {
  readonly scheduling: Scheduling;
  readonly grid: CellGrid;
  /** Days in the horizon. */
  readonly days: number;
  /** By group: what an agent hour costs. */
  readonly hourCost: readonly number[];
  /** By contact type: groups with the skill. */
  readonly groupsOfType: readonly (readonly number[])[];
  /** By group, by cell: agents on duty of groups that are not scheduled; 0 of the others. */
  readonly fixed: readonly (readonly number[])[];
  readonly requirement: Requirement;
}

/** The program with what its variables stand for. */
export interface CoveringProgram {
  readonly program: Program;
  readonly tours: readonly TourVariable[];
  readonly starters: readonly StartVariable[];
  readonly breaks: readonly BreakVariable[];
  readonly shortages: readonly ShortageVariable[];
}

/** Agents missing in a cell. */
export interface ShortageVariable {
  readonly variable: number;
  readonly cell: number;
  readonly groups: readonly number[];
}

const SECONDS_PER_HOUR = 3600;

/**
 * The covering program: whole numbers of agents, who split over starts day by day and over the places of their breaks;
 * agents on duty by group and cell cover the rules; flows share them between contact types.
 *
 * @param shortageCost a missing agent hour; null: none may be missing
 * @see docs/explanation/methods.md#shifts
 */
export function coveringProgram(task: CoveringTask, shortageCost = shortagePrice(task)): CoveringProgram {
  const {scheduling, grid, requirement} = task;
  const builder = new ProgramBuilder();
  const onDuty = new Map<string, Term[]>();
  const count: CountInCells = (group, cells, variable, sign) => {
    for (const cell of cells) {
      const key = `${group}/${cell}`;
      if (!onDuty.has(key)) onDuty.set(key, []);
      onDuty.get(key)!.push([variable, sign]);
    }
  };
  const chosen = scheduling.shiftTypes.map((shiftType, type) =>
    addTours({shiftType, type, days: task.days, repeats: scheduling.repeats, hourCost: task.hourCost}, builder),
  );
  const tours = chosen.flatMap(each => each.tours);
  const starters = chosen.flatMap(each => each.starters);
  const breaks = addBreaks(starters, grid, count, builder);
  const coverOf = addCover(onDuty, builder);
  const shortages = addRequirement(task, shortageCost, coverOf, builder);
  addLimits(task, tours, builder);
  addSurplus(task, requirement, coverOf, builder);
  return {program: builder.program(), tours, starters, breaks, shortages};
}

/** A missing agent hour in the currency of the scenario; null: none may be missing. */
export const shortagePrice = ({scheduling: {understaffing}, hourCost}: CoveringTask): number | null =>
  understaffing === null ? null : amountOf(understaffing, hourCost);

const amountOf = (price: HourPrice, hourCost: readonly number[]): number =>
  'perHour' in price ? price.perHour : price.factor * Math.max(...hourCost);

/** A variable for the agents on duty of each group in each cell in which somebody may be; null where nobody may. */
function addCover(
  onDuty: ReadonlyMap<string, readonly Term[]>,
  builder: ProgramBuilder,
): (group: number, cell: number) => number | null {
  const places = new Map<string, number>();
  for (const [key, terms] of onDuty) {
    const variable = builder.variable({});
    builder.constraint([[variable, -1], ...terms], 0, 0);
    places.set(key, variable);
  }
  return (group, cell) => places.get(`${group}/${cell}`) ?? null;
}

type CoverOf = ReturnType<typeof addCover>;

/** Rules, and the flows of agents to contact types. */
function addRequirement(
  {requirement, groupsOfType, fixed, grid}: CoveringTask,
  shortageCost: number | null,
  coverOf: CoverOf,
  builder: ProgramBuilder,
): readonly ShortageVariable[] {
  const shortages: ShortageVariable[] = [];
  const cost = ((shortageCost ?? 0) * grid.cellSeconds) / SECONDS_PER_HOUR;
  const missing = (cell: number, groups: readonly number[]): readonly Term[] => {
    if (shortageCost === null) return [];
    const variable = builder.variable({cost});
    shortages.push({variable, cell, groups});
    return [[variable, 1]];
  };
  const present = (groups: readonly number[], cell: number): readonly Term[] =>
    groups.flatMap(group => {
      const variable = coverOf(group, cell);
      return variable === null ? [] : [[variable, 1] as const];
    });
  for (const {groups, cells, agents} of requirement.rules) {
    for (const cell of cells) {
      const others = groups.reduce((sum, group) => sum + fixed[group]![cell]!, 0);
      builder.constraint([...present(groups, cell), ...missing(cell, groups)], agents - others, Infinity);
    }
  }
  const shared = new Map<string, {readonly terms: Term[]; readonly others: number}>();
  for (const {contactType, cells, agents} of requirement.typeNeeds) {
    const groups = groupsOfType[contactType]!;
    for (const cell of cells) {
      const flows = groups.flatMap((group): readonly Term[] => {
        const cover = coverOf(group, cell);
        const others = fixed[group]![cell]!;
        if (cover === null && others === 0) return [];
        const variable = builder.variable({});
        const key = `${group}/${cell}`;
        if (!shared.has(key)) shared.set(key, {terms: cover === null ? [] : [[cover, -1]], others});
        shared.get(key)!.terms.push([variable, 1]);
        return [[variable, 1]];
      });
      builder.constraint([...flows, ...missing(cell, groups)], agents, Infinity);
    }
  }
  for (const {terms, others} of shared.values()) builder.constraint(terms, -Infinity, others);
  return shortages;
}

/** Headcount of groups, least and most of types of shifts. */
function addLimits({scheduling}: CoveringTask, tours: readonly TourVariable[], builder: ProgramBuilder): void {
  scheduling.headcount.forEach((most, group) => {
    const terms = tours.filter(tour => tour.group === group).map(({variable}): Term => [variable, 1]);
    if (most !== null && terms.length > 0) builder.constraint(terms, 0, most);
  });
  scheduling.shiftTypes.forEach(({atLeast, atMost, shareAtMost}, type) => {
    const own = tours.filter(tour => tour.type === type).map(({variable}): Term => [variable, 1]);
    if (atLeast > 0 || atMost !== null) builder.constraint(own, atLeast, atMost ?? Infinity);
    if (shareAtMost !== null)
      builder.constraint([...own, ...tours.map(({variable}): Term => [variable, -shareAtMost])], -Infinity, 0);
  });
}

/** What is above the need in a cell, of all groups together, has its price. */
function addSurplus(
  {scheduling, grid, hourCost, fixed}: CoveringTask,
  requirement: Requirement,
  coverOf: CoverOf,
  builder: ProgramBuilder,
): void {
  const cost = (amountOf(scheduling.overstaffing, hourCost) * grid.cellSeconds) / SECONDS_PER_HOUR;
  if (cost === 0) return;
  const needed = neededByCell(requirement, grid.cells);
  for (let cell = 0; cell < grid.cells; cell += 1) {
    const covers = hourCost.flatMap((_, group) => coverOf(group, cell) ?? []);
    if (covers.length === 0) continue;
    const others = fixed.reduce((sum, group) => sum + group[cell]!, 0);
    const surplus = builder.variable({cost});
    builder.constraint([[surplus, 1], ...covers.map((cover): Term => [cover, -1])], others - needed[cell]!, Infinity);
  }
}
