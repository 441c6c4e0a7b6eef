import type {ShiftStart, ShiftType} from '../../scenario/scheduling.js';
import {dayPatterns} from './day-patterns.js';
import type {ProgramBuilder, Term} from './program-builder.js';

/** Agents of a group who work a type of shift, starting in a band of times. */
export interface TourVariable {
  readonly variable: number;
  readonly type: number;
  readonly group: number;
  /** Earliest start of the band. */
  readonly band: number;
  /** Days on which they work; null: each agent some of the days, given out when all is known. */
  readonly days: readonly number[] | null;
}

/** Agents of a band who take this start. */
export interface StartVariable {
  readonly variable: number;
  readonly type: number;
  readonly band: number;
  readonly start: ShiftStart;
}

/** How agents of one type of shift are written down. */
export interface TourTask {
  readonly shiftType: ShiftType;
  /** Index of the type. */
  readonly type: number;
  readonly days: number;
  readonly repeats: boolean;
  /** What an agent hour costs, by group, factor of the shift left out. */
  readonly hourCost: readonly number[];
}

/**
 * Writes down the agents of one type of shift: how many in each band of starts, and how many of them start when on which
 * day. Where days off may fall anywhere no set of days needs a variable of its own: so many a day, no more than there
 * are, and so many days of a week in all can always be given out so that each works as many days as it shall (in turn, one
 * after the other, from week to week). Where days off come together, each possible set of days has a variable; over several
 * weeks an agent has the same days off in all of them, so that they come together over their borders, too. Since an agent
 * keeps to its band of starts, rest between shifts is the same within weeks and over their borders.
 */
export function addTours(
  {shiftType, type, days, repeats, hourCost}: TourTask,
  builder: ProgramBuilder,
): {readonly tours: readonly TourVariable[]; readonly starters: readonly StartVariable[]} {
  const tours: TourVariable[] = [];
  const starters: StartVariable[] = [];
  for (const group of shiftType.groups) {
    const starts = shiftType.starts.filter(start => start.group === group);
    const available = [...new Set(starts.map(({day}) => day))].sort((a, b) => a - b);
    for (const times of bandsOf(starts, shiftType.startsVarySeconds)) {
      const band = times[0]!;
      const ofDay = available.map(day => {
        const today = starts.filter(start => start.day === day && times.includes(start.startOfDay));
        return today.map((start): Term => {
          const cost = (start.paidSeconds / 3600) * hourCost[group]! * shiftType.costFactor;
          const variable = builder.variable({integer: true, cost});
          starters.push({variable, type, band, start});
          return [variable, 1];
        });
      });
      const add = (on: readonly number[] | null): number => {
        const variable = builder.variable({integer: true});
        tours.push({variable, type, group, band, days: on});
        return variable;
      };
      if (shiftType.daysOff === 'any') addTeam(add(null), weeksOf(available, ofDay), shiftType.daysWorked, builder);
      else {
        const {daysWorked: worked, daysOff} = shiftType;
        const week = Math.min(days, DAYS_A_WEEK);
        const patterns = dayPatterns({
          available: available.filter(day => day < week),
          days: week,
          worked,
          daysOff,
          repeats,
        })
          .map(on => everyWeek(on, days))
          .map(on => ({on, variable: add(on)}));
        available.forEach((day, index) => {
          const working = patterns.filter(({on}) => on.includes(day)).map(({variable}): Term => [variable, -1]);
          builder.constraint([...ofDay[index]!, ...working], 0, 0);
        });
      }
    }
  }
  return {tours, starters};
}

const DAYS_A_WEEK = 7;

/** The same days in every week of the horizon. */
const everyWeek = (days: readonly number[], horizonDays: number): readonly number[] =>
  Array.from({length: Math.ceil(horizonDays / DAYS_A_WEEK)}, (_, week) =>
    days.map(day => day + week * DAYS_A_WEEK),
  ).flat();

/** What stands beside each day, week by week. */
function weeksOf<T>(days: readonly number[], values: readonly T[]): readonly (readonly T[])[] {
  const weeks: T[][] = [];
  days.forEach((day, index) => (weeks[Math.floor(day / DAYS_A_WEEK)] ??= []).push(values[index]!));
  return weeks.filter(week => week !== undefined);
}

/** Each day at most the whole team, over all days of a week so many days for each of it. */
function addTeam(
  team: number,
  weeks: readonly (readonly (readonly Term[])[])[],
  [least, most]: readonly [number, number],
  builder: ProgramBuilder,
): void {
  for (const ofDay of weeks) {
    for (const starters of ofDay) builder.constraint([...starters, [team, -1]], -Infinity, 0);
    builder.constraint([...ofDay.flat(), [team, -least]], 0, Infinity);
    builder.constraint([...ofDay.flat(), [team, -most]], -Infinity, 0);
  }
}

/** Times of day that may be mixed from day to day: each start alone, or all within so long of the first. */
export function bandsOf(starts: readonly ShiftStart[], varySeconds: number): readonly (readonly number[])[] {
  const times = [...new Set(starts.map(({startOfDay}) => startOfDay))].sort((a, b) => a - b);
  const bands = times.map(first => times.filter(time => time >= first && time <= first + varySeconds));
  // a band that ends where the one before it does has nothing of its own
  return bands.filter((band, index) => index === 0 || band.at(-1) !== bands[index - 1]!.at(-1));
}
