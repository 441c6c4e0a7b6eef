import {REQUIREMENT_COLUMNS} from '../../planning/requirement.js';
import type {StaffingAnswer} from '../../planning/staffing/answer.js';
import {objectiveText} from '../documents/staffing-words.js';
import {renderCsv} from './csv.js';

/** Columns of the requirement as CSV. */
export const STAFFING_COLUMNS = [...REQUIREMENT_COLUMNS, 'in-office', 'paid', 'scheduled', 'gap', 'binds'] as const;

/** The requirement, a row an interval and group in which somebody is needed or scheduled; `plimsoll schedule` reads it. */
export function staffingRows({intervals, groups, objectives}: StaffingAnswer): readonly object[] {
  return groups.flatMap(({group, agents, inOffice, paid, scheduled, gap, binds}) =>
    intervals.flatMap((start, interval) => {
      if (agents[interval] === 0 && scheduled[interval] === 0) return [];
      const objective = binds[interval];
      return [
        {
          start,
          group,
          agents: agents[interval],
          'in-office': rounded(inOffice[interval]),
          paid: rounded(paid[interval]),
          scheduled: rounded(scheduled[interval]),
          gap: rounded(gap[interval]),
          binds: objective === null ? null : objectiveText(objectives[objective]),
        },
      ];
    }),
  );
}

/** The requirement as CSV. */
export const staffingCsv = (answer: StaffingAnswer): string => renderCsv(staffingRows(answer), STAFFING_COLUMNS);

/** Six decimals: what dividing adds beyond is noise. */
const rounded = (value: number): number => Number(value.toFixed(6));

/**
 * Agents of one group as scenarios read them back: `agents.<group>.by-interval`. Times are those of the scenario's clock.
 *
 * @param agents by interval, whole numbers
 * @example byIntervalCsv(['T08:00', 'T08:30'], [4, 5]) // 'time,agents\n08:00,4\n08:30,5\n'
 */
export function byIntervalCsv(intervals: readonly string[], agents: readonly number[]): string {
  return `time,agents\n${intervals.map((start, interval) => `${timeOf(start)},${agents[interval]}\n`).join('')}`;
}

/** `T08:00` becomes `08:00`, and `2026-11-23T08:00:00+01:00` stays: an offset tells the hour in any zone. */
const timeOf = (start: string): string => (start.startsWith('T') ? start.slice(1) : start);
