import type {StaffingAnswer} from '../../planning/staffing/answer.js';
import {clockTime, dayOf, shortDay} from '../formats/time-axis.js';

/** `08:00`, with the day where the intervals are of several. */
export function timeText(interval: string, {scenario}: Pick<StaffingAnswer, 'scenario'>): string {
  const day = dayOf(interval);
  return day === '' || scenario.days === 1 ? clockTime(interval) : `${shortDay(day)} ${clockTime(interval)}`;
}

/** Whether two intervals are of one day. */
export const isSameDay = ({intervals}: StaffingAnswer, one: number, other: number): boolean =>
  dayOf(intervals[one]) === dayOf(intervals[other]);

/** `08:00`, or `08:00-10:30` of several intervals, or where the end is always wanted. */
export function spanText(answer: StaffingAnswer, first: number, last: number, always = false): string {
  const {intervals, scenario} = answer;
  const from = timeText(intervals[first], answer);
  if (first === last && (!always || !intervals[first].includes('T'))) return from;
  const next = intervals[last + 1];
  const sameDay = next !== undefined && isSameDay(answer, first, last + 1);
  const until = sameDay
    ? clockTime(next)
    : /T\d/.test(intervals[last])
      ? endOf(intervals[last], scenario.intervalSeconds)
      : intervals[last];
  return `${from}-${until}`;
}

function endOf(interval: string, seconds: number): string {
  const [hour = 0, minute = 0] = clockTime(interval).split(':').map(Number);
  const end = hour * 60 + minute + seconds / 60;
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}
