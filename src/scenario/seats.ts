import type {Staffing} from './scenario.js';

/**
 * Seats that a group takes: its agents where each has a timetable, else the most who are there at once.
 *
 * @example seatsOf({kind: 'counts', changes: [{at: 0, agents: 4}, {at: 3600, agents: 7}]}) // 7
 */
export function seatsOf(staffing: Staffing): number {
  return staffing.kind === 'shifts'
    ? staffing.agents.length
    : staffing.changes.reduce((most, {agents}) => Math.max(most, agents), 0);
}
