import type {BreakAlternative, ShiftStart} from '../../scenario/scheduling.js';
import {breakKey} from './breaks.js';
import type {CoveringProgram} from './covering-program.js';
import type {StartVariable, TourVariable} from './tours.js';

/** One agent of a schedule, who works one type of shift. */
export interface ScheduledAgent {
  /** `paris-007`. */
  readonly name: string;
  /** Index into groups. */
  readonly group: number;
  /** Index into the types of shifts. */
  readonly type: number;
  /** In order of day. */
  readonly shifts: readonly ScheduledShift[];
}

/** One day's work; seconds from the start of the horizon. */
export interface ScheduledShift {
  readonly day: number;
  readonly startOfDay: number;
  readonly from: number;
  readonly to: number;
  /** In order of time. */
  readonly breaks: readonly (readonly [number, number])[];
  readonly paidSeconds: number;
}

/** An agent before it has a name. */
interface Draft {
  readonly group: number;
  readonly type: number;
  readonly band: number;
  readonly shifts: ScheduledShift[];
}

/**
 * Agents with their days, starts and breaks out of the numbers that the solver chose. Who could be swapped with another
 * takes turns: days off, then starts, then breaks.
 *
 * @param values by variable of the program
 * @param groupNames for the names of agents
 */
export function decodeSchedule(
  {tours, starters, breaks}: CoveringProgram,
  values: readonly number[],
  groupNames: readonly string[],
): readonly ScheduledAgent[] {
  const breaksLeft = new Map<string, {readonly alternative: BreakAlternative; left: number}[]>();
  for (const {variable, key, alternative} of breaks) {
    if (!breaksLeft.has(key)) breaksLeft.set(key, []);
    breaksLeft.get(key)!.push({alternative, left: values[variable]!});
  }
  const takeBreaks = (start: ShiftStart): ScheduledShift['breaks'] =>
    start.breaks
      .flatMap(alternatives => {
        const next = breaksLeft.get(breakKey(start, alternatives))?.find(({left}) => left > 0);
        if (next === undefined) return alternatives[0]!;
        next.left -= 1;
        return next.alternative;
      })
      .sort((a, b) => a[0] - b[0]);
  const drafts = bandsOfTours(tours).flatMap(band => draftsOf(band, starters, values, takeBreaks));
  const counts = groupNames.map(() => 0);
  const digits = Math.max(2, String(drafts.length).length);
  return drafts
    .sort((a, b) => a.group - b.group || a.type - b.type || a.band - b.band)
    .map(({group, type, shifts}) => ({
      name: `${groupNames[group]!}-${String((counts[group]! += 1)).padStart(digits, '0')}`,
      group,
      type,
      shifts: shifts.sort((a, b) => a.day - b.day),
    }));
}

/** Tours of one type, group and band, which share their starts. */
function bandsOfTours(tours: readonly TourVariable[]): readonly (readonly TourVariable[])[] {
  const bands = new Map<string, TourVariable[]>();
  for (const tour of tours) {
    const key = `${tour.type} ${tour.group} ${tour.band}`;
    bands.set(key, [...(bands.get(key) ?? []), tour]);
  }
  return [...bands.values()];
}

function draftsOf(
  tours: readonly TourVariable[],
  starters: readonly StartVariable[],
  values: readonly number[],
  takeBreaks: (start: ShiftStart) => ScheduledShift['breaks'],
): Draft[] {
  const {type, group, band} = tours[0]!;
  const agents = tours.flatMap(({variable, days}) =>
    Array.from({length: values[variable]!}, () => ({days, draft: {group, type, band, shifts: []} as Draft})),
  );
  const own = starters.filter(each => each.type === type && each.band === band && each.start.group === group);
  let turn = 0;
  for (const day of [...new Set(own.map(({start}) => start.day))].sort((a, b) => a - b)) {
    const today = own
      .filter(({start}) => start.day === day)
      .flatMap(({variable, start}) => Array.from({length: values[variable]!}, () => start));
    const working = agents.every(({days}) => days === null)
      ? today.map((_, index) => agents[(turn + index) % agents.length]!)
      : agents.filter(({days}) => days?.includes(day));
    turn += today.length;
    // in the order of the list, so that who starts early does so every day
    const inOrder = agents.filter(agent => working.includes(agent));
    today.forEach((start, index) => {
      const {from, to, startOfDay, paidSeconds} = start;
      inOrder[index]!.draft.shifts.push({day, startOfDay, from, to, paidSeconds, breaks: takeBreaks(start)});
    });
  }
  return agents.map(({draft}) => draft);
}
