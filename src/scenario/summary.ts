import type {ContactType, Scenario} from './scenario.js';
import {shareToQueue} from './reach.js';
import {meanOf} from './schema/distribution.js';
import {staffSteps, type Step} from './staff-levels.js';

/** What a scenario says, in a few figures that a planner can check against the plan. */
export interface ScenarioSummary {
  readonly name: string;
  readonly startDate: string;
  readonly days: number;
  readonly timezone: string;
  readonly intervalSeconds: number;
  readonly replications: number;
  readonly contactTypes: readonly ContactTypeSummary[];
  readonly groups: readonly GroupSummary[];
  /** Agents on duty at once, at most, over all groups. */
  readonly staffPeak: number;
  /** Erlangs at the busiest moment, over all generated contacts; null: all are replayed. */
  readonly offeredLoadPeak: number | null;
}

export interface ContactTypeSummary {
  readonly name: string;
  readonly channel: string;
  /** Mean over the days of the horizon; null: replayed from a log, not counted here. */
  readonly contactsPerDay: number | null;
  /** Talk and wrap-up as they are at midnight, seconds. */
  readonly handleTimeSeconds: number;
  /** Erlangs at its busiest moment; null: replayed. */
  readonly offeredLoadPeak: number | null;
}

export interface GroupSummary {
  readonly name: string;
  readonly staffPeak: number;
  readonly skills: readonly string[];
}

/** Sums a scenario up. Pure; nothing is simulated. */
export function summarise(scenario: Scenario): ScenarioSummary {
  const {clock, contactTypes, groups} = scenario;
  const loads = contactTypes.map(type => loadSteps(type));
  return {
    name: scenario.name,
    startDate: clock.startDate,
    days: clock.days,
    timezone: clock.timezone,
    intervalSeconds: clock.intervalSeconds,
    replications: scenario.run.replications,
    contactTypes: contactTypes.map((type, index) => ({
      name: type.name,
      channel: type.channel,
      contactsPerDay: isReplayed(type) ? null : contactsOf(type) / clock.days,
      handleTimeSeconds: handleTime(type),
      offeredLoadPeak: isReplayed(type) ? null : peak(loads[index]!),
    })),
    groups: groups.map(({name, staffing, skills}) => ({
      name,
      staffPeak: peak(staffSteps(staffing)),
      skills: skills.map(({contactType}) => contactTypes[contactType]!.name),
    })),
    staffPeak: peak(groups.flatMap(({staffing}) => staffSteps(staffing))),
    offeredLoadPeak: contactTypes.every(isReplayed) ? null : peak(loads.flat()),
  };
}

const isReplayed = (type: ContactType): boolean => type.arrivals.some(({kind}) => kind === 'replayed');

const handleTime = ({talk, wrapUp}: ContactType): number =>
  meanOf(talk[0]!.distribution) + (wrapUp === null ? 0 : meanOf(wrapUp[0]!.distribution));

const contactsOf = ({arrivals}: ContactType): number =>
  arrivals.reduce(
    (sum, source) =>
      sum + (source.kind === 'generated' ? source.expected.reduce((total, contacts) => total + contacts, 0) : 0),
    0,
  );

function loadSteps(type: ContactType): readonly Step[] {
  const seconds = handleTime(type) * shareToQueue(type);
  return type.arrivals.flatMap(source =>
    source.kind === 'replayed'
      ? []
      : source.expected.flatMap((contacts, index): readonly Step[] => {
          const [from, to] = [source.starts[index]!, source.ends[index]!];
          const load = (contacts / (to - from)) * seconds;
          return [
            [from, load],
            [to, -load],
          ];
        }),
  );
}

/** Highest value that steps reach; what ends at a moment ends before what begins. */
function peak(steps: readonly Step[]): number {
  let now = 0;
  let highest = 0;
  for (const [, change] of [...steps].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    now += change;
    highest = Math.max(highest, now);
  }
  return highest;
}
