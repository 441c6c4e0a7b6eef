import type {Scenario, Staffing} from '../../scenario/scenario.js';
import {madeOf} from '../../scenario/origin.js';
import {seatsOf} from '../../scenario/seats.js';
import {cellsOf} from './requirement-by-role.js';

/**
 * A center with room for the agents of all of these mixes: so many of each group, told anew in every cell. Simulations of
 * all of them may then share an engine, which takes long to be compiled.
 *
 * @returns null where an engine cannot be shared: the number of new agents, who are slower, goes with the number of agents
 */
export function roomFor(mixes: readonly Scenario[]): Scenario | null {
  const first = mixes[0];
  if (first === undefined || first.groups.some(({people}) => (people?.learning ?? null) !== null)) return null;
  const {intervalSeconds, intervalOfCell} = first.clock;
  return madeOf(first, {
    ...first,
    groups: first.groups.map((group, index) => {
      const agents = mixes.reduce((most, {groups}) => Math.max(most, seatsOf(groups[index]!.staffing)), 0);
      return {
        ...group,
        staffing: {
          kind: 'counts' as const,
          changes: intervalOfCell.map((_, cell) => ({at: cell * intervalSeconds, agents})),
        },
        // else the chance of its people would depend on their number
        people: group.people && {...group.people, stream: group.people.stream ?? group.name},
      };
    }),
  });
}

/** Agents of a mix by group, by cell of the horizon, as jobs tell them. */
export function countsOf(mixed: Scenario): Int32Array {
  const cells = cellsOf(mixed);
  const counts = new Int32Array(mixed.groups.length * cells);
  mixed.groups.forEach(({staffing}, group) =>
    changesOf(staffing).forEach(({at, agents}) =>
      counts.fill(agents, group * cells + Math.round(at / mixed.clock.intervalSeconds), (group + 1) * cells),
    ),
  );
  return counts;
}

const changesOf = (staffing: Staffing): readonly {readonly at: number; readonly agents: number}[] =>
  staffing.kind === 'counts' ? staffing.changes : [];
