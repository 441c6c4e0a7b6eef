import {chatQueue} from '../../analytic/chat.js';
import {unstable} from '../../analytic/erlang-c.js';
import {requiredAgents, searchAgents} from '../../analytic/required-agents.js';
import {SERVICE_LEVEL_NAMES} from '../service-level-names.js';
import {daysInMonth, weekdaysInMonth} from './months.js';
import type {Demand, TeamPlan, Workload} from './plan.js';

/** Grain in which agents are counted, seconds. */
const SLOT_SECONDS = 1800;
const DAY_SECONDS = 86_400;

/** FTE that work takes in a month of the plan when it is a factor of what is expected. */
export type RequiredAt = (month: number, factor: number) => number;

/**
 * FTE that a team's part of a workload takes, net of shrinkage, by month and by how much more comes than expected.
 *
 * @param digits to which rates are rounded; with few of them many rates are one, and much less is worked out
 * @see docs/explanation/methods.md#headcount-plans
 */
export function makeRequiredAt(
  {people, start}: Pick<TeamPlan, 'people' | 'start'>,
  {demand, required}: Workload,
  digits = 9,
): RequiredAt {
  if (demand === null) return (month, factor) => required![month]! * factor;
  const staffing = makeStaffing(demand, digits);
  return (month, factor) =>
    agentHours(demand, staffing, start + month, demand.contacts[month]! * factor) /
    hoursOfFte(people.weeklyHours, start + month);
}

/** FTE by month that a team's part of a workload is expected to take. */
export function requiredByMonth(
  team: Pick<TeamPlan, 'people' | 'start' | 'months'>,
  workload: Workload,
): readonly number[] {
  const requiredAt = makeRequiredAt(team, workload);
  return Array.from({length: team.months}, (_, month) => requiredAt(month, 1));
}

/** Agents for contacts at a rate, by the formula that fits. */
type Staffing = (contactsPerSecond: number) => number;

/** The formula behind the agents of a demand, as pages name it. */
export function formulaOf({patience, byConcurrency, objective}: Demand): string {
  if (objective === null) return 'hours of work';
  if (byConcurrency.length > 1) return 'Erlang Chat';
  return patience === null ? 'Erlang C' : 'Erlang A';
}

/** Remembers what it has worked out: rates repeat from day to day. */
function makeStaffing(demand: Demand, digits: number): Staffing {
  const known = new Map<number, number>();
  return exactRate => {
    const rate = Number(exactRate.toPrecision(digits));
    const found = known.get(rate);
    if (found !== undefined) return found;
    const agents = agentsFor(demand, rate);
    known.set(rate, agents);
    return agents;
  };
}

/** Agents that hold several chats at once and are more than this are beyond what the formula can search. */
const MOST_FOR_CHATS = 5000;

function agentsFor({aht, byConcurrency, patience, objective, occupancy}: Demand, arrivalRate: number): number {
  const {share, thresholdSeconds: threshold, definition} = objective!;
  const targets = {
    serviceLevel: {share, threshold, definition: SERVICE_LEVEL_NAMES[definition]},
    ...(occupancy === null ? {} : {occupancy}),
  };
  const work = {arrivalRate, ...(patience === null ? {} : {patience})};
  if (byConcurrency.length === 1) return requiredAgents({...work, aht, targets})?.agents ?? Infinity;
  if (arrivalRate === 0) return 0;
  const ahtByConcurrency = byConcurrency.map(factor => aht * factor);
  const found = searchAgents(
    agents => (agents === 0 ? nobodyThere : chatQueue({...work, ahtByConcurrency, agents, threshold})),
    targets,
    {guess: (arrivalRate * ahtByConcurrency.at(-1)!) / byConcurrency.length, most: MOST_FOR_CHATS},
  );
  return found?.agents ?? Infinity;
}

const nobodyThere = unstable(0, 0);

/**
 * Agent hours of a month's contacts: for every half-hour of the week the fewest agents that meet the objective and the
 * limit of occupancy, added up over the days of the month; of work that can wait the hours of handling over occupancy.
 *
 * @param month number of the month
 * @param contacts in the whole month
 */
function agentHours(demand: Demand, staffing: Staffing, month: number, contacts: number): number {
  if (demand.objective === null) return (contacts * demand.aht) / 3600 / (demand.occupancy ?? 1);
  const counts = weekdaysInMonth(month);
  const weights = demand.weekdays.reduce((sum, weight, weekday) => sum + weight * counts[weekday]!, 0);
  let seconds = 0;
  counts.forEach((count, weekday) => {
    const aDay = weights === 0 ? 0 : (contacts * demand.weekdays[weekday]!) / weights;
    for (const {share, length} of slotsOf(demand, weekday))
      seconds += count * length * staffing((aDay * share) / length);
  });
  return seconds / 3600;
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
