import type {AgentGroup, Scenario} from '../../scenario/scenario.js';
import {staffLevels} from '../../scenario/staff-levels.js';

/** Groups that serve the same contact types, wherever they sit: work moves among them. */
export interface Role {
  /** Indices into groups. */
  readonly groups: readonly number[];
  /** Agents of usual speed on duty in each cell of the horizon, over all sites. */
  readonly agents: Float64Array;
}

/** The roles of a center, with the agents that its scenario gives each. */
export function rolesOf(scenario: Scenario): readonly Role[] {
  const byServes = new Map<string, number[]>();
  scenario.groups.forEach(({skills}, group) => {
    const key = [...new Set(skills.map(({contactType}) => contactType))].sort((a, b) => a - b).join(' ');
    byServes.set(key, [...(byServes.get(key) ?? []), group]);
  });
  return [...byServes.values()].map(groups => {
    const agents = new Float64Array(cellsOf(scenario));
    for (const group of groups) {
      const speed = handleTimeFactor(scenario.groups[group]!);
      usuallyOnDuty(scenario, group).forEach((count, cell) => (agents[cell] = agents[cell]! + count / speed));
    }
    return {groups, agents};
  });
}

/** The same, with its usual agents on the holidays of its site: the work is there all the same, and others take it over. */
function usuallyOnDuty(scenario: Scenario, group: number): Float64Array {
  const cells = onDuty(scenario, group);
  const {site} = scenario.groups[group]!;
  const holidays = site === null ? [] : scenario.sites[site]!.holidays;
  const {dayDates, dayStarts, intervalSeconds} = scenario.clock;
  const days = dayDates.map((date, day) => ({free: holidays.includes(date), first: dayStarts[day]! / intervalSeconds}));
  const working = days.filter(({free}) => !free);
  for (const {free, first} of days) {
    if (!free || working.length === 0) continue;
    for (let cell = 0; cell < 86_400 / intervalSeconds && first + cell < cells.length; cell++)
      cells[first + cell] = working.reduce((sum, day) => sum + (cells[day.first + cell] ?? 0), 0) / working.length;
  }
  return cells;
}

/** Cells of `intervalSeconds` in the horizon. */
export const cellsOf = ({clock}: Scenario): number => clock.intervalOfCell.length;

/** Mean agents of a group on duty in each cell, as the scenario says. */
export function onDuty(scenario: Scenario, group: number): Float64Array {
  const {intervalSeconds, dayStarts} = scenario.clock;
  const cells = new Float64Array(cellsOf(scenario));
  const end = dayStarts.at(-1)!;
  const levels = staffLevels(scenario.groups[group]!.staffing);
  levels.forEach(({at, agents}, index) => {
    const until = Math.min(end, levels[index + 1]?.at ?? end);
    if (agents > 0) addSpan(cells, at, until, agents / intervalSeconds, intervalSeconds);
  });
  return cells;
}

function addSpan(cells: Float64Array, from: number, to: number, weight: number, cellSeconds: number): void {
  for (let cell = Math.floor(from / cellSeconds); cell < cells.length && cell * cellSeconds < to; cell++) {
    const inside = Math.min(to, (cell + 1) * cellSeconds) - Math.max(from, cell * cellSeconds);
    if (inside > 0) cells[cell] = cells[cell]! + weight * inside;
  }
}

/** Mean over the skills of a group: agents who need 8 % longer are worth 1/1.08. */
export const handleTimeFactor = ({skills}: AgentGroup): number =>
  skills.reduce((sum, skill) => sum + skill.handleTimeFactor, 0) / skills.length;
