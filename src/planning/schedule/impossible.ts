import type {Scheduling, ShiftStart} from '../../scenario/scheduling.js';
import {cellsOf, type CellGrid} from './cells.js';
import type {Requirement, RuleSource} from './requirement.js';

/** Hours in which agents are needed and no shift has anybody able on duty. */
export interface ImpossibleDemand {
  /** [from, to) in seconds from the start of the horizon. */
  readonly from: number;
  readonly to: number;
  /** The most that is needed in it. */
  readonly agents: number;
  readonly groups: readonly number[];
  readonly source: RuleSource;
  /** The shift that ends last before, and by how much it would have to reach further. */
  readonly before: NearestShift | null;
  /** The shift that starts first after. */
  readonly after: NearestShift | null;
}

export interface NearestShift {
  /** Index into the types of shifts. */
  readonly type: number;
  readonly start: ShiftStart;
  readonly missingSeconds: number;
}

/**
 * Needs that no shift covers, however many agents there are; neighbouring cells together.
 *
 * @param fixed by group, by cell: agents of groups that are not scheduled
 */
export function impossibleDemands(
  {rules, typeNeeds}: Requirement,
  scheduling: Scheduling,
  groupsOfType: readonly (readonly number[])[],
  fixed: readonly (readonly number[])[],
  grid: CellGrid,
): readonly ImpossibleDemand[] {
  const reached = reachedCells(scheduling, grid);
  const wanted = [
    ...rules,
    ...typeNeeds.map(({contactType, ...need}) => ({...need, groups: groupsOfType[contactType]!})),
  ];
  const holes = wanted.flatMap(({groups, cells, agents, source}) =>
    agents <= 0
      ? []
      : cells
          .filter(
            cell =>
              !groups.some(group => reached.has(`${group}/${cell}`)) &&
              groups.reduce((sum, group) => sum + fixed[group]![cell]!, 0) < agents,
          )
          .map(cell => ({cell, groups, agents, source})),
  );
  const spans: {from: number; to: number; agents: number; groups: readonly number[]; source: RuleSource}[] = [];
  for (const {cell, groups, agents, source} of holes.sort(
    (a, b) => nameOf(a.groups).localeCompare(nameOf(b.groups)) || a.cell - b.cell,
  )) {
    const last = spans.at(-1);
    const from = cell * grid.cellSeconds;
    if (last !== undefined && nameOf(last.groups) === nameOf(groups) && from <= last.to) {
      last.to = Math.max(last.to, from + grid.cellSeconds);
      last.agents = Math.max(last.agents, agents);
    } else spans.push({from, to: from + grid.cellSeconds, agents, groups, source});
  }
  return spans.map(span => ({...span, ...nearestShifts(span, scheduling)}));
}

const nameOf = (groups: readonly number[]): string => groups.join(',');

/** `group/cell` of all cells in which a shift may have somebody at work. */
function reachedCells({shiftTypes}: Scheduling, grid: CellGrid): ReadonlySet<string> {
  const reached = new Set<string>();
  for (const {starts} of shiftTypes) {
    for (const {group, from, to, breaks} of starts) {
      const away = new Set(
        breaks
          .filter(alternatives => alternatives.length === 1)
          .flatMap(alternatives => alternatives[0]!.flatMap(([start, end]) => cellsOf(start, end, grid))),
      );
      for (const cell of cellsOf(from, to, grid)) if (!away.has(cell)) reached.add(`${group}/${cell}`);
    }
  }
  return reached;
}

function nearestShifts(
  {from, to, groups}: {readonly from: number; readonly to: number; readonly groups: readonly number[]},
  {shiftTypes}: Scheduling,
): Pick<ImpossibleDemand, 'before' | 'after'> {
  const all = shiftTypes.flatMap(({starts}, type) =>
    starts.filter(({group}) => groups.includes(group)).map(start => ({type, start})),
  );
  const least = (candidates: readonly NearestShift[]): NearestShift | null =>
    candidates.reduce<NearestShift | null>(
      (best, each) => (best === null || each.missingSeconds < best.missingSeconds ? each : best),
      null,
    );
  return {
    before: least(
      all.filter(({start}) => start.to <= from).map(each => ({...each, missingSeconds: to - each.start.to})),
    ),
    after: least(
      all.filter(({start}) => start.from >= to).map(each => ({...each, missingSeconds: each.start.from - from})),
    ),
  };
}
