import {impatientQueue} from '../../analytic/erlang-a.js';
import {erlangC} from '../../analytic/erlang-c.js';
import type {ServiceLevelName} from '../../analytic/figures.js';
import {kindOf} from '../../scenario/channels.js';
import type {Objective, Scenario, ServiceLevelDefinition} from '../../scenario/scenario.js';
import type {Scheduling} from '../../scenario/scheduling.js';
import {cellsOf, type CellGrid} from './cells.js';
import {at, offeredByInterval} from './offered.js';
import type {CoverRule, Requirement} from './requirement.js';

const LEVEL: Readonly<Record<ServiceLevelDefinition, ServiceLevelName>> = {
  'excluding-abandons': 'excludingAbandons',
  'over-offered': 'overOffered',
  'over-answered': 'overAnswered',
  'abandons-met': 'abandonsMet',
};

/** A share of 100 % is met by nobody; so many come near enough. */
const MOST_AGENTS = 100_000;
/** Sets of groups that are looked at, at most; beyond them single contact types and all of them. */
const MOST_SETS = 64;

/** Groups with the skill, by contact type. */
export function groupsOfType({contactTypes, groups}: Scenario): readonly (readonly number[])[] {
  return contactTypes.map((_, type) =>
    groups.flatMap(({skills}, group) => (skills.some(({contactType}) => contactType === type) ? [group] : [])),
  );
}

/** What the requirement file asks for; else what Erlang A says that objectives need. */
export function requirementOf(scenario: Scenario, scheduling: Scheduling, grid: CellGrid): Requirement {
  if (scheduling.needs === null) return {rules: formulaRules(scenario, grid), typeNeeds: []};
  const common = scheduling.needs.map(({from, to, agents, line, group, contactType}) => ({
    cells: cellsOf(from, to, grid),
    agents,
    source: {kind: 'file' as const, line},
    group,
    contactType,
  }));
  return {
    rules: common.flatMap(({group, cells, agents, source}) =>
      group === null ? [] : [{groups: [group], cells, agents, source}],
    ),
    typeNeeds: common.flatMap(({contactType, cells, agents, source}) =>
      contactType === null ? [] : [{contactType, cells, agents, source}],
    ),
  };
}

/**
 * Agents needed by interval, for every set of groups that serve some contact types alone: as many as Erlang A needs for
 * these types pooled, at the least demanding of their objectives. A lower bound where agents have several skills, so that
 * nothing is asked for twice; the simulation raises it where it is too low.
 *
 * @see docs/explanation/methods.md#shifts
 */
function formulaRules(scenario: Scenario, grid: CellGrid): readonly CoverRule[] {
  const {clock, contactTypes} = scenario;
  const offered = offeredByInterval(scenario);
  const serving = groupsOfType(scenario);
  const sets = closedSets(serving.filter((_, type) => offered[type]!.some(({arrivalRate}) => arrivalRate > 0)));
  const known = new Map<string, number>();
  const end = clock.dayStarts[clock.days]!;
  const rules: CoverRule[] = [];
  for (const groups of sets) {
    const types = contactTypes.flatMap((_, type) =>
      serving[type]!.every(group => groups.includes(group)) ? [type] : [],
    );
    for (let interval = 0; interval < offered[0]!.length; interval += 1) {
      const coming = types.filter(type => offered[type]![interval]!.arrivalRate > 0);
      if (coming.length === 0) continue;
      const from = interval * clock.intervalSeconds;
      const ofDay = from - clock.dayStarts.findLast(start => start <= from)!;
      const arrivalRate = coming.reduce((sum, type) => sum + offered[type]![interval]!.arrivalRate, 0);
      const offeredLoad = coming.reduce(
        (sum, type) => sum + offered[type]![interval]!.arrivalRate * offered[type]![interval]!.aht,
        0,
      );
      const aht = offeredLoad / arrivalRate;
      const key = `${coming.join(',')} ${arrivalRate} ${aht} ${ofDay}`;
      const agents = known.get(key) ?? pooledNeed(scenario, coming, arrivalRate, aht, ofDay);
      known.set(key, agents);
      rules.push({
        groups,
        cells: cellsOf(from, Math.min(end, from + clock.intervalSeconds), grid),
        agents,
        source: {kind: 'formula', contactTypes: coming, arrivalRate, aht, offeredLoad},
      });
    }
  }
  return rules;
}

/** All unions of the sets; each set upwards. */
function closedSets(sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const found = new Map<string, readonly number[]>();
  for (const set of sets) {
    for (const other of [[], ...found.values()]) {
      const union = [...new Set([...set, ...other])].sort((a, b) => a - b);
      if (found.size < MOST_SETS) found.set(union.join(','), union);
    }
  }
  const all = [...new Set(sets.flat())].sort((a, b) => a - b);
  if (all.length > 0) found.set(all.join(','), all);
  return [...found.values()];
}

/** The fewest agents with whom one of the types, with all of them pooled, keeps its objective. */
function pooledNeed(
  {contactTypes}: Scenario,
  types: readonly number[],
  arrivalRate: number,
  aht: number,
  ofDay: number,
): number {
  const load = arrivalRate * aht;
  const needs = types.flatMap(type => {
    const {objective, patience, channel} = contactTypes[type]!;
    if (objective === null || kindOf(channel) === 'deferred') return [];
    const law = patience === null ? null : at(patience, ofDay);
    return [fewestAgents({arrivalRate, aht}, law, objective)];
  });
  return needs.length === 0 ? Math.ceil(load - 1e-9) : Math.min(...needs);
}

function fewestAgents(
  {arrivalRate, aht}: {readonly arrivalRate: number; readonly aht: number},
  patience: Parameters<typeof impatientQueue>[0]['patience'] | null,
  {share, thresholdSeconds, definition}: Objective,
): number {
  const meets = (agents: number): boolean => {
    const options = {arrivalRate, aht, agents, threshold: thresholdSeconds};
    const outcome = patience === null ? erlangC(options) : impatientQueue({...options, patience});
    return outcome.outcome === 'stable' && outcome.serviceLevel[LEVEL[definition]] >= share;
  };
  let enough = Math.max(1, Math.ceil(arrivalRate * aht));
  while (!meets(enough) && enough < MOST_AGENTS) enough = Math.ceil(enough * 1.25) + 1;
  let few = 0;
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2);
    if (meets(middle)) enough = middle;
    else few = middle;
  }
  return enough;
}
