import type {Scenario} from '../../scenario/scenario.js';
import type {ProgramConstraint, ProgramVariable} from '../optimise/program.js';
import {atLeast, type CountVariables} from './bounds.js';
import {dueWork} from './deferred.js';
import {agentsByFormula, objectivesFor, type Station} from './formulas.js';
import type {StaffingGrid} from './grid.js';
import type {StaffingObjective} from './objectives.js';
import {bestThroughput, contactsByCell, type TypeWorkload} from './workload.js';

/** Where the search begins: what agents together must be able to carry, as constraints on their numbers. */
export interface StartingBounds {
  readonly constraints: readonly ProgramConstraint[];
  /** Variables beside the numbers of agents: how much of its time each group gives to each type. */
  readonly further: readonly ProgramVariable[];
}

/** So many contact types, at most, of which every combination is looked at. */
const ALL_COMBINATIONS = 5;
/** Flows from groups to types, at most. */
const MOST_FLOWS = 20_000;

/**
 * Bounds from formulas and flows: for contact types together, whoever may serve any of them are at least as many as Erlang
 * asks for their pooled load at the easiest of their objectives; and the work of every type, deferred work in its due time,
 * flows to groups that have the skill.
 *
 * @param breathe called between intervals: lets others run, or throws to end the work
 * @see docs/explanation/methods.md#staffing-by-simulation
 */
export async function startingBounds(
  scenario: Scenario,
  grid: StaffingGrid,
  workload: readonly TypeWorkload[],
  objectives: readonly StaffingObjective[],
  variables: CountVariables,
  breathe: () => Promise<void>,
): Promise<StartingBounds> {
  const constraints: ProgramConstraint[] = [];
  const live = workload.filter(({kind}) => kind !== 'deferred');
  const combinations = combinationsOf(scenario, live);
  for (const interval of grid.intervals.keys()) {
    await breathe();
    const done = new Set<string>();
    for (const combination of combinations) {
      const here = combination.filter(type => workload[type].contacts[interval] > 0);
      const key = here.join(',');
      if (here.length === 0 || done.has(key)) continue;
      done.add(key);
      const least = pooledAgents(
        scenario,
        here.map(type => workload[type]),
        interval,
        objectives,
        grid,
      );
      if (least > 0) constraints.push(atLeast(variables, ableTerms(scenario, here, interval), least));
    }
  }
  // where every combination is looked at and nothing waits for later, flows ask for nothing more
  const isComplete = live.length === workload.length && live.length <= ALL_COMBINATIONS;
  const {further, flows} = isComplete ? {further: [], flows: []} : flowConstraints(scenario, grid, workload, variables);
  return {constraints: [...constraints.filter(({terms}) => terms.length > 0), ...flows], further};
}

function ableTerms({groups}: Scenario, types: readonly number[], interval: number) {
  return groups.flatMap(({skills}, group) =>
    skills.some(({contactType}) => types.includes(contactType)) ? [{group, interval, factor: 1}] : [],
  );
}

/** Every combination of few types; of many, each alone, those that some group has, and all. */
function combinationsOf({groups}: Scenario, live: readonly TypeWorkload[]): readonly (readonly number[])[] {
  const types = live.map(({type}) => type);
  if (types.length <= ALL_COMBINATIONS)
    return Array.from({length: 2 ** types.length - 1}, (_, mask) =>
      types.filter((__, place) => ((mask + 1) >> place) % 2 === 1),
    );
  return [
    ...types.map(type => [type]),
    ...groups.map(({skills}) => types.filter(type => skills.some(({contactType}) => contactType === type))),
    types,
  ];
}

/** Agents that the pooled load of some types asks for; of chats only what the agents must carry. */
function pooledAgents(
  scenario: Scenario,
  types: readonly TypeWorkload[],
  interval: number,
  objectives: readonly StaffingObjective[],
  grid: StaffingGrid,
): number {
  const calls = types.filter(({kind}) => kind === 'live');
  const chats = types
    .filter(({kind}) => kind === 'concurrent')
    .reduce((sum, type) => sum + type.load[interval] / bestThroughput(type), 0);
  const load = calls.reduce((sum, type) => sum + type.load[interval], 0);
  if (load === 0) return Math.ceil(chats - 1e-9);
  const contacts = calls.reduce((sum, type) => sum + type.contacts[interval], 0);
  const largest = calls.reduce((most, type) => (type.load[interval] > most.load[interval] ? type : most));
  const station: Station = {
    arrivalRate: contacts / grid.intervalSeconds,
    aht: (load * grid.intervalSeconds) / contacts,
    threshold: Math.max(...calls.map(({type}) => scenario.contactTypes[type].thresholdSeconds)),
    patience: largest.patience[interval],
    seconds: grid.intervalSeconds,
  };
  const {objective} = scenario.contactTypes[largest.type];
  const definition = objective?.definition ?? 'excluding-abandons';
  const own = objectivesFor(scenario, largest.type, objectives);
  const asked =
    calls.length === 1
      ? own
      : [easiestLevel(calls, objectives)].filter((one): one is StaffingObjective => one !== null);
  const formula = station.patience === null ? 'erlang-c' : 'erlang-a';
  const answer = agentsByFormula(formula, station, asked, definition);
  // an objective that no number of agents reaches alone is left to the simulation to tell
  return (answer?.agents ?? Math.ceil(load)) + Math.floor(chats);
}

/** The lowest service level that any of the types asks for by interval. */
function easiestLevel(
  types: readonly TypeWorkload[],
  objectives: readonly StaffingObjective[],
): StaffingObjective | null {
  const levels = types.map(({name}) =>
    objectives.find(
      ({measure, scope, name: whose}) => measure === 'serviceLevel' && scope === 'contactType' && whose === name,
    ),
  );
  const known = levels.filter(level => level !== undefined);
  if (known.length < types.length) return null;
  return known.reduce((lowest, level) => (level.target < lowest.target ? level : lowest));
}

/** Work flows, cell by cell, from types to groups; deferred work in the cells between its arrival and its due time. */
function flowConstraints(
  scenario: Scenario,
  grid: StaffingGrid,
  workload: readonly TypeWorkload[],
  {variables, place}: CountVariables,
): {readonly further: readonly ProgramVariable[]; readonly flows: readonly ProgramConstraint[]} {
  const cells = grid.intervalOfCell.length;
  const skills = scenario.groups.reduce((sum, group) => sum + group.skills.length, 0);
  if (skills * cells > MOST_FLOWS) return {further: [], flows: []};
  const further: ProgramVariable[] = [];
  const flows: ProgramConstraint[] = [];
  const given: (readonly [type: number, cell: number, variable: number, factor: number])[] = [];
  scenario.groups.forEach((group, index) => {
    for (let cell = 0; cell < cells; cell++) {
      const agents = grid.onDuty[index][cell] ? place(index, grid.intervalOfCell[cell]) : -1;
      if (agents === -1) continue;
      const terms: [number, number][] = [[agents, -1]];
      for (const {contactType, handleTimeFactor} of group.skills) {
        if (workload[contactType].contacts[grid.intervalOfCell[cell]] === 0 && !isDeferred(workload[contactType]))
          continue;
        const variable = variables.length + further.push({low: 0, high: Infinity, integer: false, cost: 0}) - 1;
        terms.push([variable, 1]);
        given.push([contactType, cell, variable, handleTimeFactor]);
      }
      flows.push({terms, low: -Infinity, high: 0});
    }
  });
  const flowOf = new Map<string, [number, number][]>();
  for (const [type, cell, variable, factor] of given) {
    const key = `${type}/${cell}`;
    flowOf.set(key, [...(flowOf.get(key) ?? []), [variable, 1 / factor]]);
  }
  for (const type of workload) {
    if (isDeferred(type)) flows.push(...deferredFlows(scenario, grid, type, flowOf));
    else
      for (let cell = 0; cell < cells; cell++) {
        const load = type.load[grid.intervalOfCell[cell]] / bestThroughput(type);
        const terms = flowOf.get(`${type.type}/${cell}`) ?? [];
        // some of those who call will have hung up; the formulas know how many
        if (load > 0 && terms.length > 0 && type.kind === 'concurrent') flows.push({terms, low: load, high: Infinity});
        else if (load > 0 && terms.length > 0 && type.patience[grid.intervalOfCell[cell]] === null)
          flows.push({terms, low: load, high: Infinity});
        else if (load > 0 && terms.length > 0) flows.push({terms, low: load * CARRIED, high: Infinity});
      }
  }
  return {further, flows};
}

/** Share of the calls, of customers who may hang up, that groups must at least be able to carry. */
const CARRIED = 0.9;

const isDeferred = ({kind}: TypeWorkload): boolean => kind === 'deferred';

/** What is due by then is done by then, and nothing is done before it comes. */
function deferredFlows(
  scenario: Scenario,
  grid: StaffingGrid,
  type: TypeWorkload,
  flowOf: ReadonlyMap<string, readonly (readonly [number, number])[]>,
): readonly ProgramConstraint[] {
  const cells = grid.intervalOfCell.length;
  const contacts = contactsByCell(scenario.contactTypes[type.type], cells, grid.intervalSeconds);
  const {work, dueCell} = dueWork(scenario, type.type, contacts, cell => type.aht[grid.intervalOfCell[cell]]);
  const share = scenario.contactTypes[type.type].objective?.share ?? 1;
  const constraints: ProgramConstraint[] = [];
  const terms: (readonly [number, number])[] = [];
  let came = 0;
  for (let cell = 0; cell < cells; cell++) {
    for (const [variable, factor] of flowOf.get(`${type.type}/${cell}`) ?? [])
      terms.push([variable, factor * grid.intervalSeconds]);
    came += work[cell];
    let due = 0;
    for (let before = 0; before <= cell; before++) if (dueCell[before] <= cell) due += work[before];
    if (terms.length > 0 && came > 0) constraints.push({terms: [...terms], low: due * share, high: came});
  }
  return constraints;
}
