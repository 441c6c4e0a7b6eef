import type {StaffingStep, TypeRequirement} from './answer.js';
import type {Counts, StaffingGrid} from './grid.js';
import type {WithShrinkage} from './shrink.js';
import {bestThroughput, type TypeWorkload} from './workload.js';

/** What the way from workload to people is told from. */
export interface StepsInput {
  readonly grid: StaffingGrid;
  readonly workload: readonly TypeWorkload[];
  readonly types: readonly TypeRequirement[];
  /** Numbers of the method that was used. */
  readonly counts: Counts;
  /** Of formulas and flows for all types together; null: the method looks at each type alone. */
  readonly bound: Counts | null;
  /** The formula that was used where nothing was simulated. */
  readonly formula: 'erlang-c' | 'erlang-a' | 'transient' | null;
  readonly paid: WithShrinkage;
}

/** Agents in all, by interval. */
type Level = readonly number[];

/** The steps, and the interval in which most agents are asked for. */
export interface Steps {
  readonly steps: readonly StaffingStep[];
  readonly busiest: number;
}

/**
 * The way from workload to people: each step is the difference of two numbers that were computed, so that the steps add up
 * to what is to be paid.
 */
export function stepsOf(input: StepsInput): Steps {
  const {grid, workload, counts, bound, formula, paid} = input;
  const levels: {readonly name: string; readonly says: string; readonly level: Level}[] = [];
  const put = (name: string, says: string, level: Level): void => {
    levels.push({name, says, level});
  };
  const deferred = workload.filter(({kind}) => kind === 'deferred');
  const chats = workload.filter(({kind}) => kind === 'concurrent');
  const loadOf = (types: readonly TypeWorkload[]): Level =>
    sumOf(
      grid,
      types.map(({load}) => load),
    );
  put('offered load', 'contacts × handle time, one contact at a time', loadOf(workload));

  const serial = exactOf(input, 'erlang-c');
  put(
    'Erlang C',
    'so that the objectives hold if nobody hung up, each contact type alone',
    sumOf(grid, [...serial, loadOf(deferred)]),
  );
  const held = workload.map((type, index) =>
    type.kind === 'concurrent'
      ? (chatRows(input, type) ?? serial[index].map((agents, interval) => concurrent(type, agents, interval)))
      : serial[index],
  );
  if (chats.length > 0)
    put('chat concurrency', 'an agent holds several chats at once', sumOf(grid, [...held, loadOf(deferred)]));
  const usesPatience = formula !== 'erlang-c' && workload.some(({patience}) => patience.some(one => one !== null));
  const patient = exactOf(input, 'erlang-a');
  const given = usesPatience
    ? workload.map((type, index) => (type.kind === 'concurrent' ? held[index] : patient[index]))
    : held;
  if (usesPatience)
    put('abandonment', 'who hangs up leaves room for the others (Erlang A)', sumOf(grid, [...given, loadOf(deferred)]));
  if (deferred.length > 0)
    put(
      'deferred work',
      'spread over the time in which it is due, by agents of its own',
      sumOf(grid, [...given, ...exactFlows(input)]),
    );
  const rounded = [...given, ...exactFlows(input)].map(row => row.map(agents => Math.ceil(agents - 1e-9)));
  put('rounding', 'whole agents, each contact type alone', sumOf(grid, rounded));
  if (bound !== null) {
    put('pooling', 'groups serve several contact types, and deferred work fills their gaps', sumOf(grid, bound));
    put(
      'simulation',
      'what no formula knows: skills that overlap in part, routing, busy days, contacts that come again, the day as it changes',
      sumOf(grid, counts),
    );
  } else if (!same(sumOf(grid, counts), sumOf(grid, rounded)))
    put('carry-over', 'from one interval to the next', sumOf(grid, counts));
  put('shrinkage in the office', 'breaks, training, meetings', sumOf(grid, paid.inOffice));
  put('shrinkage out of the office', 'leave, sickness', sumOf(grid, paid.paid));

  const last = levels[levels.length - 1].level;
  const busiest = last.reduce((best, agents, interval) => (agents > last[best] ? interval : best), 0);
  const cells = grid.intervals.map(() => 0);
  for (const interval of grid.intervalOfCell) cells[interval]++;
  const hours = (level: Level): number =>
    level.reduce((sum, agents, interval) => sum + agents * cells[interval], 0) * (grid.intervalSeconds / 3600);
  return {
    busiest,
    steps: levels.map(({name, says, level}, index) => {
      const before = index === 0 ? null : levels[index - 1].level;
      return {
        name,
        says,
        agentHours: hours(level) - (before === null ? 0 : hours(before)),
        busiest: level[busiest] - (before === null ? 0 : before[busiest]),
      };
    }),
  };
}

/** Agents of a formula before rounding, by type; 0 of deferred types. Where a formula has no answer, its load. */
function exactOf({workload, types}: StepsInput, method: TypeRequirement['method']): readonly Level[] {
  return workload.map(type => {
    if (type.kind === 'deferred') return type.load.map(() => 0);
    const found =
      types.find(requirement => requirement.contactType === type.name && requirement.method === method) ??
      types.find(({contactType, method: other}) => contactType === type.name && other === 'erlang-c');
    return type.load.map((load, interval) => found?.exact[interval] ?? load);
  });
}

const exactFlows = ({types}: StepsInput): readonly Level[] =>
  types.filter(({method}) => method === 'flow').map(({exact}) => exact.map(agents => agents ?? 0));

/** Erlang Chat of a contact type whose agents hold several at once. */
function chatRows({types}: StepsInput, {name, load, atOnce}: TypeWorkload): Level | null {
  const found = types.find(({contactType, method}) => contactType === name && method === 'erlang-a');
  return atOnce > 1 && found !== undefined ? load.map((one, interval) => found.exact[interval] ?? one) : null;
}

/** Chats one at a time become chats several at a time: the load, and what Erlang C asks beyond it, done so much faster. */
function concurrent(type: TypeWorkload, agents: number, interval: number): number {
  const load = type.load[interval];
  const faster = bestThroughput(type);
  return load / faster + (agents - load) / faster;
}

function sumOf({intervals}: StaffingGrid, rows: readonly Level[]): Level {
  return intervals.map((_, interval) => rows.reduce((sum, row) => sum + row[interval], 0));
}

const same = (one: Level, other: Level): boolean =>
  one.every((agents, index) => Math.abs(agents - other[index]) < 1e-9);
