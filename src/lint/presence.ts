import type {AgentGroup} from '../scenario/scenario.js';

/**
 * Share of its time on duty in which an agent of the group is expected to be there: not absent for the day, and not on a break
 * of its own. Breaks of the timetable are taken off already; what passes while it rings in vain is not.
 *
 * @returns above 0 and at most 1
 * @example presenceOf(groupWith({absence: 8%, adherence: 92%})) // 0.8464
 */
export function presenceOf({people}: Pick<AgentGroup, 'people'>): number {
  if (people === null) return 1;
  return (1 - people.absence) * (people.adherence?.share ?? 1);
}
