import {border, leastWhole} from '../numeric/search.js';
import {checked} from './check.js';
import {erlangA, impatientQueue} from './erlang-a.js';
import {erlangB} from './erlang-b.js';
import {erlangC, idleQueue} from './erlang-c.js';
import type {QueueFigures, QueueOutcome} from './figures.js';
import type {Patience} from './patience.js';
import {givenTargets, meets, type TargetName, type Targets} from './targets.js';

/** Work that comes, and how customers wait; seconds, and contacts a second. */
export interface Workload {
  /** Contacts a second; ≥ 0. */
  readonly arrivalRate: number;
  /** Mean handle time, seconds. */
  readonly aht: number;
  /** Mean of an exponential patience in seconds, or any shape of it; nobody abandons (Erlang C) when left out. */
  readonly patience?: number | Patience;
  /** Share that leaves at once when it cannot be answered at once. */
  readonly balking?: number;
}

/** What the staffing search takes. */
export interface RequiredAgentsOptions extends Workload {
  readonly targets: Targets;
  /** true: the exact fraction of an agent; false, or left out: whole agents. */
  readonly fractional?: boolean;
}

/** How many agents it takes, and why. */
export interface Requirement<T extends QueueOutcome = QueueOutcome> {
  readonly agents: number;
  /** The target that asks for the most; null when nobody calls. */
  readonly binding: TargetName | null;
  /** What each target asks for by itself. */
  readonly byTarget: Readonly<Partial<Record<TargetName, number>>>;
  readonly figures: Extract<T, QueueFigures>;
  /** With one agent less; null when there is none to spare. */
  readonly oneLess: T | null;
}

/** Beyond this nobody is asked for: targets that need more are out of reach. */
export const MOST_AGENTS = 10_000_000;

/**
 * The formula that fits a workload: Erlang C without patience, Erlang A with a mean of it, M/M/n+G with any shape.
 *
 * @example queue({arrivalRate: 0.05, aht: 180, agents: 12, patience: 120}) // as erlangA
 */
export function queue({
  patience,
  balking,
  ...rest
}: Workload & {readonly agents: number; readonly threshold?: number}): QueueOutcome {
  if (patience === undefined)
    return (balking ?? 0) === 0
      ? erlangC(rest)
      : impatientQueue({...rest, patience: {kind: 'kaplan-meier', times: [], survival: []}, balking});
  if (typeof patience === 'number') return erlangA({...rest, patience, balking});
  return impatientQueue({...rest, patience, balking});
}

/**
 * The fewest agents with which every target holds, by the formula that fits the workload.
 *
 * @returns null when no number of agents reaches a target
 * @throws RangeError for a number out of range, or no target
 * @see docs/explanation/methods.md#required-agents
 * @example requiredAgents({arrivalRate: 100 / 1800, aht: 180, targets: {serviceLevel: {share: 0.8, threshold: 20}}}) // {agents: 14, …}
 */
export function requiredAgents(options: RequiredAgentsOptions): Requirement | null {
  const {targets, fractional = false, ...workload} = options;
  givenTargets(targets);
  const threshold = targets.serviceLevel?.threshold;
  const offeredLoad = checked('arrivalRate', workload.arrivalRate, 0) * checked('aht', workload.aht, 0);
  if (workload.arrivalRate === 0) return {agents: 0, binding: null, byTarget: {}, figures: idleQueue(), oneLess: null};
  return searchAgents(agents => queue({...workload, agents, threshold}), targets, {guess: offeredLoad, fractional});
}

/** How the search goes about. */
export interface AgentSearch {
  /** Where to begin; any number gives the same answer. */
  readonly guess: number;
  /** true: the exact fraction of an agent. */
  readonly fractional?: boolean;
  /** Agents at most; ten million when left out. */
  readonly most?: number;
}

/**
 * The fewest agents with which every target holds, under any formula.
 *
 * @param outcomeOf the queue with so many agents; more agents never make it worse
 * @returns null when no number of agents reaches a target
 * @throws RangeError for a target out of range, or none
 * @see docs/explanation/methods.md#required-agents
 * @example searchAgents(agents => chatQueue({arrivalRate: 0.1, ahtByConcurrency: [180, 240], agents}), targets, {guess: 10, most: 500})
 */
export function searchAgents<T extends QueueOutcome>(
  outcomeOf: (agents: number) => T,
  targets: Targets,
  {guess, fractional = false, most = MOST_AGENTS}: AgentSearch,
): Requirement<T> | null {
  const byTarget: Partial<Record<TargetName, number>> = {};
  let agents = 0;
  let binding: TargetName | null = null;
  for (const name of givenTargets(targets)) {
    const holds = (n: number): boolean => meets(outcomeOf(n), targets, name);
    const whole = leastWhole(holds, guess, most);
    if (whole === null) return null;
    const least = fractional && whole > 0 ? border(holds, whole, whole - 1) : whole;
    byTarget[name] = least;
    if (binding === null || least > agents) {
      agents = least;
      binding = name;
    }
  }
  const figures = outcomeOf(agents);
  if (figures.outcome === 'unstable') return null;
  return {
    agents,
    binding,
    byTarget,
    figures: figures as Extract<T, QueueFigures>,
    oneLess: agents >= 1 ? outcomeOf(agents - 1) : null,
  };
}

/** How many lines it takes. */
export interface RequiredLines {
  readonly lines: number;
  readonly blocking: number;
  /** With one line less; null when there is none to spare. */
  readonly blockingWithOneLess: number | null;
}

/**
 * The fewest lines with which at most a share of calls finds none free (Erlang B).
 *
 * @param options.blocking largest share that may be lost; above 0, at most 1
 * @throws RangeError for a number out of range
 * @see docs/explanation/methods.md#erlang-b
 * @example requiredLines({offeredLoad: 10, blocking: 0.01}).lines // 18
 */
export function requiredLines({
  offeredLoad,
  blocking,
}: {
  readonly offeredLoad: number;
  readonly blocking: number;
}): RequiredLines | null {
  checked('blocking', blocking, Number.MIN_VALUE, 1);
  checked('offeredLoad', offeredLoad, 0);
  const lost = (lines: number): number => erlangB({offeredLoad, agents: lines}).blocking;
  if (offeredLoad === 0) return {lines: 0, blocking: 0, blockingWithOneLess: null};
  const lines = leastWhole(n => lost(n) <= blocking, offeredLoad, MOST_AGENTS);
  if (lines === null) return null;
  return {lines, blocking: lost(lines), blockingWithOneLess: lines > 0 ? lost(lines - 1) : null};
}
