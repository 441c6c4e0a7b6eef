import type {AgentGroup, ContactCriterion, Routing, Scenario} from '../../scenario/scenario.js';
import {groupOrder} from '../group-order.js';

/**
 * Who may serve whom, in order of preference, flattened: for a key (a contact type and stage, or an agent group) a run of
 * tiers, each written as its length and then its members; a length of 0 ends the run. A tier is tried as a whole before
 * the next one is looked at.
 */
export interface Tiers {
  /** Where the run of each key begins in `list`. */
  readonly start: Int32Array;
  readonly list: Int32Array;
}

/** Groups by contact type and overflow stage: the key is `stageStart[type] + stage`. */
export interface AgentTiers extends Tiers {
  readonly stageStart: Int32Array;
  /** By key: seconds after which the next stage begins; Infinity at the last. */
  readonly nextStageAfter: Float64Array;
}

/** Contact types by group; beside each member the stage that a waiting contact must have reached. */
export interface ContactTiers extends Tiers {
  readonly minimumStage: Int32Array;
}

/**
 * Tiers of agent groups for every contact type and overflow stage. The skill's level comes first, always; `byProficiency`
 * parts a level by handle-time factor, the fastest first. The order of declaration decides nothing.
 */
export function agentTiers(scenario: Scenario, byProficiency: boolean): AgentTiers {
  const stageStart: number[] = [];
  const start: number[] = [];
  const nextStageAfter: number[] = [];
  const list: number[] = [];
  const place = placesOf(groupOrder(scenario));
  scenario.contactTypes.forEach((_, type) => {
    const delays = stageDelays(scenario.routing, type);
    stageStart.push(start.length);
    delays.forEach((delay, stage) => {
      start.push(list.length);
      nextStageAfter.push(delays[stage + 1] ?? Infinity);
      const eligible = scenario.groups.flatMap((group, index) => {
        const skill = group.skills.find(candidate => candidate.contactType === type);
        if (skill === undefined || overflowDelay(scenario.routing, type, index) > delay) return [];
        if (expiryOf(scenario.routing, type, index) <= delay) return [];
        return [{member: index, rank: [skill.level, byProficiency ? skill.handleTimeFactor : 0, place[index]]}];
      });
      pushTiers(list, eligible, 2);
    });
  });
  return {
    start: Int32Array.from(start),
    list: Int32Array.from(list),
    stageStart: Int32Array.from(stageStart),
    nextStageAfter: Float64Array.from(nextStageAfter),
  };
}

/** Tiers of contact types for every agent group, by the criteria that are settled before a contact comes: priority and level. */
export function contactTiers(scenario: Scenario): ContactTiers {
  const criteria = scenario.routing.contact.filter(criterion => criterion === 'priority' || criterion === 'level');
  const start: number[] = [];
  const list: number[] = [];
  const minimumStage: number[] = [];
  scenario.groups.forEach((group, index) => {
    start.push(list.length);
    pushTiers(
      list,
      group.skills
        .filter(skill => expiryOf(scenario.routing, skill.contactType, index) > 0)
        .map(skill => ({
          member: skill.contactType,
          rank: criteria.map(criterion => rankOf(scenario, group, skill.contactType, criterion)),
        })),
      criteria.length,
    );
    const stages = list.slice(minimumStage.length).map(entry => stageOf(scenario.routing, entry, index));
    minimumStage.push(...stages);
  });
  return {start: Int32Array.from(start), list: Int32Array.from(list), minimumStage: Int32Array.from(minimumStage)};
}

function rankOf(scenario: Scenario, group: AgentGroup, type: number, criterion: ContactCriterion): number {
  if (criterion === 'priority') return scenario.contactTypes[type].priority;
  return group.skills.find(skill => skill.contactType === type)?.level ?? Infinity;
}

/** Appends the members in order of rank, in tiers of those whose first `parts` ranks are equal, and the 0 at the end. */
function pushTiers(
  list: number[],
  members: readonly {readonly member: number; readonly rank: readonly number[]}[],
  parts: number,
): void {
  const sorted = [...members].sort((a, b) => compareRanks(a.rank, b.rank, a.rank.length));
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && compareRanks(sorted[to].rank, sorted[from].rank, parts) === 0) to++;
    list.push(to - from, ...sorted.slice(from, to).map(({member}) => member));
    from = to;
  }
  list.push(0);
}

function compareRanks(a: readonly number[], b: readonly number[], parts: number): number {
  for (let index = 0; index < parts; index++) if (a[index] !== b[index]) return a[index] - b[index];
  return 0;
}

/**
 * Stages at which groups may take contact types: from the first to before the second. Written as group × contact types +
 * type; a group without the skill, or never asked, has no stage.
 */
export function stageWindows(scenario: Scenario): {readonly from: Int32Array; readonly until: Int32Array} {
  const {contactTypes, groups, routing} = scenario;
  const from = new Int32Array(groups.length * contactTypes.length);
  const until = new Int32Array(groups.length * contactTypes.length);
  groups.forEach(({skills}, group) => {
    for (const {contactType: type} of skills) {
      const delays = stageDelays(routing, type);
      const expiry = expiryOf(routing, type, group);
      from[group * contactTypes.length + type] = delays.indexOf(overflowDelay(routing, type, group));
      until[group * contactTypes.length + type] = expiry === Infinity ? delays.length : delays.indexOf(expiry);
    }
  });
  return {from, until};
}

/** 0 for the groups that may take it at once, then every delay at which groups come or go. */
function stageDelays(routing: Routing, type: number): number[] {
  const delays = (routing.overflow[type] ?? []).map(({afterSeconds}) => afterSeconds);
  const ends = (routing.expiry[type] ?? []).map(({atSeconds}) => atSeconds);
  return [...new Set([0, ...delays, ...ends])].sort((a, b) => a - b);
}

function expiryOf(routing: Routing, type: number, group: number): number {
  return (routing.expiry[type] ?? []).find(rule => rule.group === group)?.atSeconds ?? Infinity;
}

function overflowDelay(routing: Routing, type: number, group: number): number {
  return (routing.overflow[type] ?? []).find(rule => rule.group === group)?.afterSeconds ?? 0;
}

/** Stage from which the group may take the type; entries of the list that are tier lengths give a number nobody reads. */
function stageOf(routing: Routing, type: number, group: number): number {
  const delay = overflowDelay(routing, type, group);
  return stageDelays(routing, type).indexOf(delay);
}

function placesOf(order: readonly number[]): number[] {
  const places: number[] = [];
  order.forEach((member, place) => (places[member] = place));
  return places;
}
