import {madeOf} from '../../scenario/origin.js';
import type {AgentTimetable, Scenario} from '../../scenario/scenario.js';
import type {ScheduledAgent} from './decode.js';

/** Groups of a scenario whose agents are scheduled. */
export function scheduledGroups({scheduling}: Scenario): ReadonlySet<number> {
  return new Set(scheduling?.shiftTypes.flatMap(({groups}) => groups) ?? []);
}

/**
 * The scenario with scheduled agents in place of the timetables of their groups. What runs past the end of a week that
 * repeats comes round at its beginning; else it is cut off.
 */
export function withSchedule(scenario: Scenario, agents: readonly ScheduledAgent[]): Scenario {
  const replaced = scheduledGroups(scenario);
  return madeOf(scenario, {
    ...scenario,
    groups: scenario.groups.map((group, index) =>
      replaced.has(index)
        ? {
            ...group,
            staffing: {
              kind: 'shifts' as const,
              agents: agents.filter(agent => agent.group === index).map(agent => timetableOf(agent, scenario)),
            },
          }
        : group,
    ),
  });
}

function timetableOf({shifts}: ScheduledAgent, {clock, scheduling}: Scenario): AgentTimetable {
  const end = clock.dayStarts[clock.days]!;
  const rounds = scheduling?.repeats === true ? [-end, 0, end] : [0];
  const clip = ([from, to]: readonly [number, number]): readonly (readonly [number, number])[] => {
    const inside = [Math.max(0, from), Math.min(end, to)] as const;
    return inside[0] < inside[1] ? [inside] : [];
  };
  const inHorizon = rounds.flatMap(by =>
    shifts.flatMap(({from, to, breaks}) =>
      clip([from + by, to + by]).map(([start, stop]) => ({
        from: start,
        to: stop,
        breaks: breaks.flatMap(([a, b]) => clip([a + by, b + by])),
      })),
    ),
  );
  return {shifts: inHorizon.sort((a, b) => a.from - b.from)};
}
