import type {RosterShift} from '../../planning/schedule/roster.js';
import {csvField} from './csv.js';

const COLUMNS = ['agent', 'group', 'from', 'to', 'breaks', 'shift'] as const;

/** A roster as CSV that a scenario reads: `agents: {paris: {schedule: roster.csv}}`; a row for each shift of each agent, local times. */
export function rosterCsv(roster: readonly RosterShift[]): string {
  const rows = roster.map(shift => ({...shift, breaks: shift.breaks.join(' ')}));
  return [COLUMNS.join(','), ...rows.map(row => COLUMNS.map(column => csvField(row[column])).join(',')), ''].join('\n');
}
