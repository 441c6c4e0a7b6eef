import type {Scenario} from '../scenario/scenario.js';
import {agentOrder} from './group-order.js';

/** What may change by the clock, in the order in which it changes at one instant. */
export const QUEUE_CLOSES = 0;
export const QUEUE_OPENS = 1;
/** A group has so many agents from now on. */
export const GROUP_COUNT = 2;
export const SHIFT_ENDS = 3;
export const SHIFT_STARTS = 4;
export const BREAK_ENDS = 5;
export const BREAK_STARTS = 6;

/** Every change of queues and agents by the clock, in order of time; changes at or after the horizon's end are left out: who is there then stays until the last contact ends. Only a queue that dismisses closes then, and who is on a break comes back. */
export interface Timetable {
  readonly length: number;
  readonly at: Float64Array;
  readonly kind: Int32Array;
  /** Queue, group or agent. */
  readonly target: Int32Array;
  /** Agents, for GROUP_COUNT. */
  readonly value: Int32Array;
}

interface Change {
  readonly at: number;
  readonly kind: number;
  readonly target: number;
  readonly value: number;
}

/** Agents that each group needs at the most, as individuals. */
export function groupSizes({groups}: Scenario): number[] {
  return groups.map(({staffing}) =>
    staffing.kind === 'shifts'
      ? staffing.agents.length
      : staffing.changes.reduce((most, {agents}) => Math.max(most, agents), 0),
  );
}

/** @param firstAgent number of the first agent of each group */
export function makeTimetable(scenario: Scenario, firstAgent: ArrayLike<number>): Timetable {
  const horizon = scenario.clock.dayStarts[scenario.clock.days];
  // groups in the order of their agents' numbers, which the order of declaration does not touch
  const place = ({kind, target}: Change): number => (kind === GROUP_COUNT ? firstAgent[target] : target);
  const changes = [...queueChanges(scenario), ...groupChanges(scenario, firstAgent)]
    .filter(
      ({at, kind, target}) =>
        at < horizon ||
        (kind === BREAK_ENDS && at > horizon) ||
        (at === horizon && kind === QUEUE_CLOSES && scenario.queues[target].atClosing === 'dismiss'),
    )
    .sort((a, b) => a.at - b.at || a.kind - b.kind || place(a) - place(b));
  return {
    length: changes.length,
    at: Float64Array.from(changes, ({at}) => at),
    kind: Int32Array.from(changes, ({kind}) => kind),
    target: Int32Array.from(changes, ({target}) => target),
    value: Int32Array.from(changes, ({value}) => value),
  };
}

function queueChanges({queues, clock}: Scenario): Change[] {
  return queues.flatMap(({open}, target) =>
    (open ?? [[0, clock.dayStarts[clock.days]] as const]).flatMap(([from, to]) => [
      {at: from, kind: QUEUE_OPENS, target, value: 0},
      {at: to, kind: QUEUE_CLOSES, target, value: 0},
    ]),
  );
}

function groupChanges({groups, clock}: Scenario, firstAgent: ArrayLike<number>): Change[] {
  return groups.flatMap(({staffing, people}, group): Change[] => {
    if (staffing.kind === 'counts')
      return (people !== null && people.absence > 0 ? byDay(staffing.changes, clock) : staffing.changes).map(
        ({at, agents}) => ({at, kind: GROUP_COUNT, target: group, value: agents}),
      );
    return agentOrder(staffing.agents).flatMap((agent, index) => {
      const {shifts} = staffing.agents[agent];
      const change = (at: number, kind: number): Change => ({at, kind, target: firstAgent[group] + index, value: 0});
      return shifts.flatMap(({from, to, breaks}) => [
        change(from, SHIFT_STARTS),
        change(to, SHIFT_ENDS),
        ...breaks.flatMap(([start, end]) => [change(start, BREAK_STARTS), change(end, BREAK_ENDS)]),
      ]);
    });
  });
}

/** The same numbers, told anew at the start of each day, since others are absent then. */
function byDay(
  changes: readonly {readonly at: number; readonly agents: number}[],
  {dayStarts, days}: Scenario['clock'],
): readonly {readonly at: number; readonly agents: number}[] {
  const again = dayStarts.slice(1, days).flatMap(at => {
    const before = changes.findLast(change => change.at <= at);
    return before === undefined || before.at === at ? [] : [{at, agents: before.agents}];
  });
  return [...changes, ...again];
}
