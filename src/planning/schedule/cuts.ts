import {kindOf} from '../../scenario/channels.js';
import type {Scenario} from '../../scenario/scenario.js';
import {cellsOf, type CellGrid} from './cells.js';
import type {CoverRule} from './requirement.js';
import type {ServiceFigure} from './service.js';

/** A miss of so many points asks for a further agent, and of twice so many for two. */
const POINTS_AN_AGENT = 0.1;

/**
 * Cuts: where a contact type misses its objective in an interval, more agents of the groups that serve it than are there
 * now, in every cell of the interval. Where it misses it over the horizon, also in intervals that are only a little below.
 * Deferred work is due hours later: no interval can be blamed, so it is asked for in those with most to do.
 *
 * @param cover agents on duty by group and cell in the schedule that was simulated
 * @param mayCover whether a shift of the group reaches the cell
 */
export function cutsOf(
  scenario: Scenario,
  service: readonly ServiceFigure[],
  cover: readonly (readonly number[])[],
  groupsOfType: readonly (readonly number[])[],
  mayCover: (group: number, cell: number) => boolean,
  grid: CellGrid,
  round: number,
): readonly CoverRule[] {
  const {clock, contactTypes} = scenario;
  const end = clock.dayStarts[clock.days]!;
  const missedOverall = new Set(
    service
      .filter(({interval, verdict}) => interval === null && verdict === 'missed')
      .map(({contactType}) => contactType),
  );
  return service.flatMap(({contactType, interval, value, target, verdict}): readonly CoverRule[] => {
    if (interval === null || kindOf(contactTypes[contactType]!.channel) === 'deferred') return [];
    if (verdict !== 'missed' && !(missedOverall.has(contactType) && value < target)) return [];
    const from = interval * clock.intervalSeconds;
    const groups = groupsOfType[contactType]!;
    const cells = cellsOf(from, Math.min(end, from + clock.intervalSeconds), grid).filter(cell =>
      groups.some(group => mayCover(group, cell)),
    );
    const present = cells.map(cell => groups.reduce((sum, group) => sum + cover[group]![cell]!, 0));
    const mean = present.reduce((sum, agents) => sum + agents, 0) / present.length;
    const more = Math.max(1, Math.round((target - value) / POINTS_AN_AGENT));
    const source = {kind: 'simulation' as const, contactType, round, serviceLevel: value};
    return cells.length === 0 ? [] : [{groups, cells, agents: Math.ceil(mean - 1e-9) + more, source}];
  });
}

/** Rules without those that another rule for the same groups and cells makes needless. */
export function strongest(rules: readonly CoverRule[]): readonly CoverRule[] {
  const best = new Map<string, CoverRule>();
  for (const rule of rules) {
    const key = `${rule.groups.join(',')} ${rule.cells.join(',')}`;
    const known = best.get(key);
    if (known === undefined || rule.agents > known.agents) best.set(key, rule);
  }
  return [...best.values()];
}
