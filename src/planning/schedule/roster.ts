import {parseIsoDate} from '../../base/dates.js';
import {horizonStart, isoStamp, loadZone, type Zone} from '../../scenario/clock.js';
import type {Scenario} from '../../scenario/scenario.js';
import type {ScheduledAgent} from './decode.js';

/** One day's work of one agent, on the wall clock of its site. */
export interface RosterShift {
  readonly agent: string;
  readonly group: string;
  /** Kind of shift. */
  readonly shift: string;
  /** `2026-11-23T08:00:00`, local. */
  readonly from: string;
  readonly to: string;
  /** `12:00-12:30`. */
  readonly breaks: readonly string[];
  /** Seconds since 1970. */
  readonly fromInstant: number;
  readonly toInstant: number;
  readonly paidSeconds: number;
}

/**
 * The shifts of all agents in the time zones of their sites, by agent, then by day. In a week that repeats, a shift that
 * runs past the end of the week also stands on the day before the week, for the morning that it covers there.
 */
export async function rosterOf(scenario: Scenario, agents: readonly ScheduledAgent[]): Promise<readonly RosterShift[]> {
  const {clock, groups, sites, scheduling} = scenario;
  const zones = new Map<string, Zone>();
  const firstDay = parseIsoDate(clock.startDate)!;
  const zoneOf = async (name: string): Promise<Zone> => {
    const zone = zones.get(name) ?? (await loadZone(name, firstDay, clock.days))!;
    zones.set(name, zone);
    return zone;
  };
  const clockZone = await zoneOf(clock.timezone);
  const start = horizonStart(clockZone, firstDay);
  const end = clock.dayStarts[clock.days]!;
  const roster: RosterShift[] = [];
  for (const {name, group, type, shifts} of agents) {
    const {site} = groups[group]!;
    const zone = site === null ? clockZone : await zoneOf(sites[site]!.timezone);
    const local = (seconds: number): string => isoStamp(zone, start + seconds).slice(0, 19);
    const weekBefore = shifts.filter(({to}) => scheduling?.repeats === true && to > end);
    const all = [
      ...weekBefore.map(shift => ({
        ...shift,
        from: shift.from - end,
        to: shift.to - end,
        breaks: shift.breaks.map(([a, b]) => [a - end, b - end] as const),
      })),
      ...shifts,
    ];
    for (const {from, to, breaks, paidSeconds} of all) {
      roster.push({
        agent: name,
        group: groups[group]!.name,
        shift: scheduling!.shiftTypes[type]!.name,
        from: local(from),
        to: local(to),
        breaks: breaks.map(([a, b]) => `${local(a).slice(11, 16)}-${local(b).slice(11, 16)}`),
        fromInstant: start + from,
        toInstant: start + to,
        paidSeconds,
      });
    }
  }
  return roster;
}
