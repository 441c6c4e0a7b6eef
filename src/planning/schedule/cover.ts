import {maxFlow} from '../../numeric/max-flow.js';
import type {Scenario} from '../../scenario/scenario.js';
import {staffLevels} from '../../scenario/staff-levels.js';
import type {CellGrid} from './cells.js';
import type {Requirement} from './requirement.js';

/**
 * Agents on duty by group and cell, added up from the timetables that a simulation would be given: a second way to the
 * cover that the solver promised.
 */
export function coverOf({groups}: Scenario, {cellSeconds, cells}: CellGrid): readonly (readonly number[])[] {
  return groups.map(({staffing}) => {
    const cover = new Array<number>(cells).fill(0);
    const levels = staffLevels(staffing);
    levels.forEach(({at, agents}, index) => {
      const until = levels[index + 1]?.at ?? cells * cellSeconds;
      const last = Math.min(cells, Math.round(until / cellSeconds));
      for (let cell = Math.max(0, Math.round(at / cellSeconds)); cell < last; cell += 1) cover[cell] = agents;
    });
    return cover;
  });
}

const HAIR = 1e-6;

/**
 * Agents that are missing in each cell: for rules the largest gap of one, for contact types what no way of sharing the
 * agents could serve (a largest flow, not the solver's).
 *
 * @param groupsOfType by contact type: groups with the skill
 */
export function shortageByCell(
  {rules, typeNeeds}: Requirement,
  cover: readonly (readonly number[])[],
  groupsOfType: readonly (readonly number[])[],
  {cells}: CellGrid,
): readonly number[] {
  const short = new Array<number>(cells).fill(0);
  for (const {groups, agents, cells: inCells} of rules) {
    for (const cell of inCells) {
      const present = groups.reduce((sum, group) => sum + cover[group]![cell]!, 0);
      short[cell] = Math.max(short[cell]!, agents - present);
    }
  }
  const byCell = new Map<number, {readonly contactType: number; readonly agents: number}[]>();
  for (const {contactType, agents, cells: inCells} of typeNeeds) {
    for (const cell of inCells) byCell.set(cell, [...(byCell.get(cell) ?? []), {contactType, agents}]);
  }
  for (const [cell, needs] of byCell) {
    const {total} = maxFlow(
      needs.map(({agents}) => agents),
      cover.map(group => group[cell]!),
      (need, group) => groupsOfType[needs[need]!.contactType]!.includes(group),
    );
    const wanted = needs.reduce((sum, {agents}) => sum + agents, 0);
    short[cell] = Math.max(short[cell]!, wanted - total);
  }
  return short.map(agents => (agents < HAIR ? 0 : agents));
}
