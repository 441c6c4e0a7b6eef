import type {Requirement} from './requirement.js';

/**
 * Agents needed in each cell, of all groups together: the most that rules for sets of groups without a group in common
 * add up to, looked for from the large sets and from the small ones, and the needs of contact types.
 */
export function neededByCell({rules, typeNeeds}: Requirement, cells: number): readonly number[] {
  const here: {readonly groups: readonly number[]; readonly agents: number}[][] = Array.from({length: cells}, () => []);
  for (const {groups, agents, cells: inCells} of rules) for (const cell of inCells) here[cell]!.push({groups, agents});
  const forTypes = new Float64Array(cells);
  for (const {agents, cells: inCells} of typeNeeds) for (const cell of inCells) forTypes[cell]! += agents;
  return here.map((inCell, cell) => {
    const sum = (direction: 1 | -1): number => {
      const taken = new Set<number>();
      const order = [...inCell].sort((a, b) => direction * (a.groups.length - b.groups.length) || b.agents - a.agents);
      let total = 0;
      for (const {groups, agents} of order) {
        if (groups.some(group => taken.has(group))) continue;
        groups.forEach(group => taken.add(group));
        total += Math.ceil(agents - 1e-9);
      }
      return total;
    };
    return Math.max(sum(1), sum(-1), Math.ceil(forTypes[cell]! - 1e-9));
  });
}
