import type {AgentGroup, People, Scenario, Staffing} from '../../scenario/scenario.js';
import {madeOf} from '../../scenario/origin.js';
import {seatsOf} from '../../scenario/seats.js';
import type {Mix} from './mixes.js';
import type {RosterPrices} from './roster-prices.js';
import {handleTimeFactor, onDuty, type Role} from './requirement-by-role.js';

/** What mixing needs to know of a center, worked out once. */
export interface Center {
  readonly scenario: Scenario;
  readonly roles: readonly Role[];
  /** By site and cell: 1 where somebody of the site is on duty in the scenario, so that it is open. */
  readonly open: readonly Uint8Array[];
  /** By site and cell: 1 where it is day at the site; used by follow-the-sun. */
  readonly daytime: readonly Uint8Array[];
  /** Part of the work that a site cannot take, by site and contact type. */
  readonly cannotTake: readonly (readonly number[])[];
  /** What an hour on duty and a seat cost with the breaks and shifts that belong to them. */
  readonly prices: RosterPrices;
}

/** A site is open where the scenario has somebody there: hours, time zone and holidays are in that. */
export function openCells(scenario: Scenario): readonly Uint8Array[] {
  return scenario.sites.map((_, site) => {
    const open = new Uint8Array(scenario.clock.intervalOfCell.length);
    scenario.groups.forEach((group, index) => {
      if (group.site === site) onDuty(scenario, index).forEach((agents, cell) => agents > 0 && (open[cell] = 1));
    });
    return open;
  });
}

/**
 * The center with its work parted otherwise: in every interval each role has as many agents of usual speed as the
 * scenario gives it, times a level, shared among its sites that are open then. A slower site gets more agents for the
 * same share. Groups without a site stay as they are, times the level. Agents are told by interval, net of breaks; the
 * breaks of the scenario's shifts are in what an hour on duty costs.
 *
 * @param level 1: as many agents as the scenario has, in all
 */
export function mixedScenario(center: Center, mix: Mix, level: number): Scenario {
  const {scenario, roles, prices} = center;
  const counts = scenario.groups.map(() => new Float64Array(scenario.clock.intervalOfCell.length));
  for (const role of roles) shareRole(center, role, mix, level, counts);
  return madeOf(scenario, {
    ...scenario,
    groups: scenario.groups.map((group, index) => ({
      ...withAgents(group, counts[index]!, scenario.clock.intervalSeconds),
      prices: prices.groups[index]!,
    })),
    sites: scenario.sites.map((site, index) => ({...site, contract: prices.contracts[index]!})),
  });
}

function shareRole(
  {scenario, open, daytime, cannotTake}: Center,
  role: Role,
  mix: Mix,
  level: number,
  counts: readonly Float64Array[],
): void {
  const sites = role.groups.map(group => scenario.groups[group]!.site);
  // the most that a site may take of the role: what customers it cannot serve leave
  const most = role.groups.map((group, index) => {
    const site = sites[index];
    if (site === null || site === undefined) return 1;
    const {skills} = scenario.groups[group]!;
    return 1 - skills.reduce((sum, {contactType}) => sum + (cannotTake[site]?.[contactType] ?? 0), 0) / skills.length;
  });
  role.agents.forEach((agents, cell) => {
    if (agents === 0) return;
    const wanted = sites.map(site => {
      if (site === null) return 1;
      if (open[site]![cell] === 0) return 0;
      return mix.followsTheSun ? daytime[site]![cell]! : mix.shares[site]!;
    });
    const isOpen = sites.map(site => site === null || open[site]![cell] === 1);
    const shares = cappedShares(wanted, isOpen, mix, sites, most);
    shares.forEach((share, index) => {
      const group = role.groups[index]!;
      counts[group]![cell] = Math.round(share * agents * level * handleTimeFactor(scenario.groups[group]!));
    });
  });
}

/** Shares that add up to 1 among those who are open, none above what its site may take; none where nobody of the mix is open. */
function cappedShares(
  wanted: readonly number[],
  isOpen: readonly boolean[],
  mix: Mix,
  sites: readonly (number | null)[],
  most: readonly number[],
): readonly number[] {
  // at night everywhere the sun is nowhere: whoever is open takes it
  const all = wanted.reduce((sum, share) => sum + share, 0);
  const base = all > 0 ? wanted : mix.followsTheSun ? isOpen.map(is => (is ? 1 : 0)) : wanted;
  const total = base.reduce((sum, share) => sum + share, 0);
  if (total === 0) return base;
  const shares = base.map((share, index) => Math.min(share / total, most[index]!));
  const left = 1 - shares.reduce((sum, share) => sum + share, 0);
  // what a site must leave goes to the others that are open
  const others = shares.map((share, index) =>
    isOpen[index]! && sites[index] !== undefined ? most[index]! - share : 0,
  );
  const room = others.reduce((sum, each) => sum + each, 0);
  return left <= 1e-12 || room <= 0 ? shares : shares.map((share, index) => share + (left * others[index]!) / room);
}

function withAgents(group: AgentGroup, cells: Float64Array, cellSeconds: number): AgentGroup {
  const changes: {at: number; agents: number}[] = [];
  cells.forEach((agents, cell) => {
    if (changes.at(-1)?.agents !== agents) changes.push({at: cell * cellSeconds, agents});
  });
  const staffing: Staffing = {kind: 'counts', changes};
  return {...group, staffing, people: peopleOf(group, staffing)};
}

/** New agents in the same proportion as before. */
function peopleOf({people, staffing: before}: AgentGroup, staffing: Staffing): People | null {
  const learning = people?.learning ?? null;
  if (people === null || learning === null) return people;
  const agents = Math.round((learning.agents * seatsOf(staffing)) / Math.max(1, seatsOf(before)));
  return {...people, learning: agents === 0 ? null : {...learning, agents}};
}
