import {requiredAgents} from '../../analytic/required-agents.js';
import {daysInMonth, weekdaysInMonth} from './months.js';
import type {Demand, HeadcountPlan} from './plan.js';

/** Grain in which agents are counted, seconds. */
const SLOT_SECONDS = 1800;
const DAY_SECONDS = 86_400;

/** Agents for contacts at a rate, by Erlang A (Erlang C where nobody abandons). */
type Staffing = (contactsPerSecond: number) => number;

/**
 * Remembers what it has worked out: rates repeat from day to day.
 *
 * @param digits to which rates are rounded; with few of them many rates are one, and much less is worked out
 */
export function makeStaffing({aht, patience, objective, occupancy}: Demand, digits = 9): Staffing {
  const known = new Map<number, number>();
  return exactRate => {
    const rate = Number(exactRate.toPrecision(digits));
    const found = known.get(rate);
    if (found !== undefined) return found;
    const requirement = requiredAgents({
      arrivalRate: rate,
      aht,
      ...(patience === null ? {} : {patience}),
      targets: {
        serviceLevel: {
          share: objective.share,
          threshold: objective.thresholdSeconds,
          definition: 'excludingAbandons',
        },
        ...(occupancy === null ? {} : {occupancy}),
      },
    });
    const agents = requirement?.agents ?? Infinity;
    known.set(rate, agents);
    return agents;
  };
}

/**
 * FTE that a month's contacts take, net of shrinkage: for every half-hour of the week the fewest agents that meet the
 * objective and the limit of occupancy, added up over the days of the month, over the hours of a contract in it.
 *
 * @param month number of the month
 * @param contacts in the whole month
 * @see docs/explanation/methods.md#erlang-a
 */
export function requiredFte(
  {demand, people}: Pick<HeadcountPlan, 'people'> & {readonly demand: Demand},
  staffing: Staffing,
  month: number,
  contacts: number,
): number {
  const counts = weekdaysInMonth(month);
  const weights = demand.weekdays.reduce((sum, weight, weekday) => sum + weight * counts[weekday]!, 0);
  let seconds = 0;
  counts.forEach((count, weekday) => {
    const aDay = weights === 0 ? 0 : (contacts * demand.weekdays[weekday]!) / weights;
    for (const {share, length} of slotsOf(demand, weekday))
      seconds += count * length * staffing((aDay * share) / length);
  });
  return seconds / 3600 / hoursOfFte(people.weeklyHours, month);
}

/** Hours of a contract in a month. */
export const hoursOfFte = (weeklyHours: number, month: number): number => (weeklyHours * daysInMonth(month)) / 7;

/** Open half-hours of a day of the week, with the share of the day's contacts that come in each. */
function slotsOf({open, profile}: Demand, weekday: number): readonly {share: number; length: number}[] {
  const slots = open[weekday]!.flatMap(([from, to]) => {
    const cuts = [from];
    for (let at = (Math.floor(from / SLOT_SECONDS) + 1) * SLOT_SECONDS; at < to; at += SLOT_SECONDS) cuts.push(at);
    return cuts.map((start, index) => ({length: (cuts[index + 1] ?? to) - start, weight: weightAt(profile, start)}));
  });
  const all = slots.reduce((sum, {weight, length}) => sum + weight * length, 0);
  return slots.map(({weight, length}) => ({length, share: all === 0 ? 0 : (weight * length) / all}));
}

function weightAt(profile: readonly number[] | null, second: number): number {
  if (profile === null) return 1;
  return profile[Math.floor(((second % DAY_SECONDS) / DAY_SECONDS) * profile.length)]!;
}
