import {kindOf} from '../../scenario/channels.js';
import {shareToQueue} from '../../scenario/reach.js';
import {madeOf} from '../../scenario/origin.js';
import type {Scenario} from '../../scenario/scenario.js';
import {staffLevels} from '../../scenario/staff-levels.js';

/** Numbers of agents: by group, by reporting interval. */
export type Counts = readonly (readonly number[])[];

/** When agents may be asked for: the reporting intervals, and the cells of the horizon that belong to each. */
export interface StaffingGrid {
  /** ISO start of each reporting interval. */
  readonly intervals: readonly string[];
  readonly intervalSeconds: number;
  /** Cell c lasts from c × intervalSeconds on and belongs to this interval. */
  readonly intervalOfCell: readonly number[];
  /** By group, by cell: whether the group may be on duty. */
  readonly onDuty: readonly (readonly boolean[])[];
  /** By group, by interval: in how many cells of the interval it may be; 0: never. */
  readonly cells: readonly (readonly number[])[];
}

/**
 * The grid of a scenario. A group works in the hours in which the scenario has it on duty, one that is never on duty at
 * any hour; and where contacts come and nobody able is on duty, all who are able may be asked for.
 */
export function gridOf(scenario: Scenario): StaffingGrid {
  const {clock, groups, contactTypes} = scenario;
  const {intervalSeconds, intervalOfCell, intervalLabels} = clock;
  const onDuty = groups.map(group => mannedCells(group.staffing, intervalOfCell.length, intervalSeconds));
  contactTypes.forEach((type, index) => {
    if (kindOf(type.channel) === 'deferred') return;
    const able = groups.flatMap(({skills}, group) => (skills.some(each => each.contactType === index) ? [group] : []));
    const coming = comingCells(scenario, index);
    const uncovered = coming.map((comes, cell) => comes && able.every(group => onDuty[group][cell] !== true));
    for (const group of able) uncovered.forEach((none, cell) => (onDuty[group][cell] ||= none));
  });
  const cells = onDuty.map(manned => {
    const counted = intervalLabels.map(() => 0);
    manned.forEach((on, cell) => (counted[intervalOfCell[cell]] += on ? 1 : 0));
    return counted;
  });
  return {intervals: intervalLabels, intervalSeconds, intervalOfCell, onDuty, cells};
}

function mannedCells(
  staffing: Scenario['groups'][number]['staffing'],
  cells: number,
  intervalSeconds: number,
): boolean[] {
  const manned = Array.from({length: cells}, () => false);
  const levels = staffLevels(staffing);
  levels.forEach(({at, agents}, index) => {
    if (agents <= 0) return;
    const end = levels[index + 1]?.at ?? cells * intervalSeconds;
    const last = Math.min(cells, Math.ceil(end / intervalSeconds));
    for (let cell = Math.max(0, Math.floor(at / intervalSeconds)); cell < last; cell++) manned[cell] = true;
  });
  return manned.includes(true) ? manned : manned.map(() => true);
}

/** Cells in which contacts of a type are expected at its queue. */
function comingCells({clock, contactTypes}: Scenario, type: number): boolean[] {
  const contactType = contactTypes[type];
  const coming = clock.intervalOfCell.map(() => false);
  if (shareToQueue(contactType) === 0) return coming;
  for (const source of contactType.arrivals) {
    if (source.kind === 'replayed') continue;
    source.expected.forEach((expected, segment) => {
      if (expected <= 0) return;
      const last = Math.min(coming.length, Math.ceil(source.ends[segment] / clock.intervalSeconds));
      for (let cell = Math.floor(source.starts[segment] / clock.intervalSeconds); cell < last; cell++)
        coming[cell] = true;
    });
  }
  return coming;
}

/** Agents that the scenario schedules, on average over each interval, breaks taken off; by group, by interval. */
export function scheduledOf({clock, groups}: Scenario, grid: StaffingGrid): number[][] {
  const {intervalSeconds, intervalOfCell} = clock;
  return groups.map(({staffing}) => {
    const seconds = grid.intervals.map(() => 0);
    const levels = staffLevels(staffing);
    const end = intervalOfCell.length * intervalSeconds;
    levels.forEach(({at, agents}, index) => {
      const until = Math.min(end, levels[index + 1]?.at ?? end);
      for (let cell = Math.floor(Math.max(0, at) / intervalSeconds); cell * intervalSeconds < until; cell++) {
        const from = Math.max(at, cell * intervalSeconds);
        seconds[intervalOfCell[cell]] += agents * (Math.min(until, (cell + 1) * intervalSeconds) - from);
      }
    });
    const cellsOf = grid.intervals.map(() => 0);
    for (const interval of intervalOfCell) cellsOf[interval]++;
    return seconds.map((total, interval) => total / (cellsOf[interval] * intervalSeconds));
  });
}

/**
 * The scenario with these numbers of agents in place of its own timetables; people, skills and routing stay.
 *
 * @param counts whole numbers ≥ 0 by group, by interval; held in every cell of the interval in which the group may work
 * @example withCounts(scenario, gridOf(scenario), [[4, 5, 6]]) // staffing {kind: 'counts', …} of three intervals
 */
export function withCounts(scenario: Scenario, grid: StaffingGrid, counts: Counts): Scenario {
  return staffed(scenario, grid, (group, cell) =>
    grid.onDuty[group][cell] ? counts[group][grid.intervalOfCell[cell]] : 0,
  );
}

/** The scenario as an engine is made for it that shall try many numbers: so many of each group, told anew in every cell. */
export function withRoom(scenario: Scenario, grid: StaffingGrid, most: readonly number[]): Scenario {
  return staffed(scenario, grid, group => most[group]);
}

/** Numbers by group, by cell, as jobs carry them. */
export function cellCounts({onDuty, intervalOfCell}: StaffingGrid, counts: Counts): Int32Array {
  return Int32Array.from(
    onDuty.flatMap((manned, group) => manned.map((on, cell) => (on ? counts[group][intervalOfCell[cell]] : 0))),
  );
}

function staffed(
  scenario: Scenario,
  {intervalOfCell, intervalSeconds}: StaffingGrid,
  agentsOf: (group: number, cell: number) => number,
): Scenario {
  return madeOf(scenario, {
    ...scenario,
    groups: scenario.groups.map((group, index) => ({
      ...group,
      staffing: {
        kind: 'counts' as const,
        changes: intervalOfCell.map((_, cell) => ({at: cell * intervalSeconds, agents: agentsOf(index, cell)})),
      },
      // else the chance of its people would depend on their number
      people: group.people && {...group.people, stream: group.people.stream ?? group.name},
    })),
  });
}
