import type {RosterShift} from '../../planning/schedule/roster.js';
import type {Schedule} from '../../planning/schedule/schedule.js';
import type {ServiceFigure} from '../../planning/schedule/service.js';
import type {Scenario} from '../../scenario/scenario.js';
import type {CoverRow} from './schedule-cover.js';

/** The schedule as `--format json` and schedule.json have it: seconds, shares from 0 to 1, amounts in `currency`. */
export function scheduleData(
  scenario: Scenario,
  schedule: Schedule,
  roster: readonly RosterShift[],
  rows: readonly CoverRow[],
  program: string,
): object {
  const {clock, groups, contactTypes, currency, run, scheduling} = scenario;
  const last = schedule.rounds.at(-1)!;
  const figure = ({contactType, value, low, high, target, verdict}: ServiceFigure): object => ({
    contactType: contactTypes[contactType]!.name,
    value,
    low,
    high,
    target,
    verdict,
  });
  return {
    format: 'plimsoll-schedule',
    version: 1,
    program,
    scenario: {
      name: scenario.name,
      startDate: clock.startDate,
      days: clock.days,
      timezone: clock.timezone,
      intervalSeconds: clock.intervalSeconds,
      groups: groups.map(({name}) => name),
    },
    seed: run.seed,
    replications: schedule.results?.replications.finished ?? 0,
    interrupted: schedule.interrupted,
    status: last.status,
    unmended: schedule.unmended,
    gap: last.gap,
    gapAsked: scheduling!.gap,
    currency,
    cost: schedule.pay,
    agents: last.agents,
    paidHours: last.paidHours,
    hourCost: Object.fromEntries(groups.map(({name}, group) => [name, schedule.hourCost[group]])),
    service: schedule.service.filter(({interval}) => interval === null).map(figure),
    rounds: schedule.rounds.map(({worst, ...round}) => ({
      ...round,
      worst: worst === null ? null : {...figure(worst), start: clock.intervalLabels[worst.interval!]},
    })),
    cover: rows.map(({start, needed, neededWithCuts, onDuty, fewest, missing, byGroup, service}) => ({
      start,
      needed,
      neededWithCuts,
      onDuty,
      fewest,
      missing,
      byGroup: Object.fromEntries(groups.map(({name}, group) => [name, byGroup[group]])),
      service: service.map(figure),
    })),
    shifts: roster.map(({agent, group, shift, from, to, breaks, paidSeconds}) => ({
      agent,
      group,
      shift,
      from,
      to,
      breaks,
      paidHours: paidSeconds / 3600,
    })),
  };
}
