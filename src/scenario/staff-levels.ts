import type {Staffing} from './scenario.js';

/** A change of a number at a time. */
export type Step = readonly [at: number, change: number];

/** From a time on so many. */
export interface Level {
  readonly at: number;
  readonly agents: number;
}

/** Agents coming and going on duty, breaks taken off; in no order. Agents with the same timetable are counted together. */
export function staffSteps(staffing: Staffing): readonly Step[] {
  if (staffing.kind === 'counts')
    return staffing.changes.map(({at, agents}, index): Step => [
      at,
      agents - (staffing.changes[index - 1]?.agents ?? 0),
    ]);
  const alike = new Map<(typeof staffing.agents)[number], number>();
  for (const timetable of staffing.agents) alike.set(timetable, (alike.get(timetable) ?? 0) + 1);
  return [...alike].flatMap(([{shifts}, agents]) =>
    shifts.flatMap(({from, to, breaks}): readonly Step[] => [
      [from, agents],
      [to, -agents],
      ...breaks.flatMap(([start, end]): readonly Step[] => [
        [start, -agents],
        [end, agents],
      ]),
    ]),
  );
}

/** Agents on duty over time, breaks taken off, in order of time; nobody before the first entry. */
export function staffLevels(staffing: Staffing): readonly Level[] {
  const changes = new Map<number, number>();
  for (const [at, change] of staffSteps(staffing)) changes.set(at, (changes.get(at) ?? 0) + change);
  let agents = 0;
  return [...changes]
    .filter(([, change]) => change !== 0)
    .sort(([a], [b]) => a - b)
    .map(([at, change]) => ({at, agents: (agents += change)}));
}
