import {erlangC} from '../../analytic/erlang-c.js';
import {impatientQueue} from '../../analytic/erlang-a.js';
import {chatQueue, type ChatFigures} from '../../analytic/chat.js';
import type {QueueFigures, QueueOutcome, Unstable} from '../../analytic/figures.js';
import type {Distribution, Scenario, ServiceLevelDefinition} from '../../scenario/scenario.js';
import {leastWhole} from '../../numeric/search.js';
import {meanOf} from '../../scenario/schema/distribution.js';
import {SERVICE_LEVEL_NAMES} from '../service-level-names.js';
import type {StaffingObjective} from './objectives.js';

/** One contact type in one interval, as formulas see it: seconds, and contacts a second. */
export interface Station {
  readonly arrivalRate: number;
  readonly aht: number;
  readonly threshold: number;
  /** null: nobody gives up. */
  readonly patience: Distribution | null;
  /** Seconds of the interval. */
  readonly seconds: number;
  /** Of chats: handle time with one, two, … at once, as a multiple of that with one; `erlang-a` is then Erlang Chat. */
  readonly chats?: readonly number[] | undefined;
}

/** Formulas that know one interval at a time. */
export type StationaryFormula = 'erlang-c' | 'erlang-a';

/** What a formula asks for. */
export interface FormulaAnswer {
  readonly agents: number;
  /** Index of the objective that one agent fewer would break; null: nothing is asked, or nothing comes. */
  readonly binds: number | null;
}

/** Agents in one interval, at most: beyond it an objective is out of reach. */
const MOST = 100_000;

/**
 * The fewest agents with which every objective holds, by a stationary formula.
 *
 * @param objectives those that the formula can tell (`canTell`) of this contact type; others are passed over
 * @returns null where no number of agents is enough
 */
export function agentsByFormula(
  formula: StationaryFormula,
  station: Station,
  objectives: readonly (StaffingObjective | null)[],
  definition: ServiceLevelDefinition,
): FormulaAnswer | null {
  if (station.arrivalRate === 0 || station.aht === 0) return {agents: 0, binds: null};
  const broken = (agents: number): number | null => brokenWith(formula, station, agents, objectives, definition);
  // somebody must be there, and without patience the queue must not grow
  const growing = formula === 'erlang-c' || (station.patience === null && station.chats === undefined);
  const least = growing ? Math.floor(station.arrivalRate * station.aht) + 1 : 1;
  const holds = (agents: number): boolean => agents >= least && broken(agents) === null;
  // few agents under a large load take long to work out: begin where the load is
  const agents = leastWhole(holds, Math.max(least, Math.ceil(station.arrivalRate * station.aht)), MOST);
  return agents === null ? null : {agents, binds: agents === least ? null : broken(agents - 1)};
}

/** Fractions of agents are looked for to so fine a grain. */
const GRAIN = 1 / 1024;

/**
 * The same before rounding up: formulas know fractions of agents.
 *
 * @param whole what `agentsByFormula` answered
 */
export function exactAgents(
  formula: StationaryFormula,
  station: Station,
  objectives: readonly (StaffingObjective | null)[],
  definition: ServiceLevelDefinition,
  whole: number,
): number {
  // chats are held by whole agents
  if (whole === 0 || station.chats !== undefined) return whole;
  if (objectives.every(objective => objective === null)) return station.arrivalRate * station.aht;
  let low = Math.max(0, whole - 1);
  let high = whole;
  while (high - low > GRAIN) {
    const middle = (low + high) / 2;
    if (brokenWith(formula, station, middle, objectives, definition) === null) high = middle;
    else low = middle;
  }
  return high;
}

function brokenWith(
  formula: StationaryFormula,
  station: Station,
  agents: number,
  objectives: readonly (StaffingObjective | null)[],
  definition: ServiceLevelDefinition,
): number | null {
  return brokenBy(objectives, definition, station.arrivalRate * station.seconds, threshold => {
    const outcome = outcomeOf(formula, station, agents, threshold ?? station.threshold);
    return outcome.outcome === 'unstable' ? null : outcome;
  });
}

/** What the formula says of so many agents. */
function outcomeOf(
  formula: StationaryFormula,
  {arrivalRate, aht, patience, chats}: Station,
  agents: number,
  threshold: number,
): QueueOutcome | ChatFigures | Unstable {
  if (formula === 'erlang-a' && chats !== undefined) {
    const ahtByConcurrency = chats.map(factor => aht * factor);
    const mean = patience === null ? {} : {patience: meanOf(patience)};
    return chatQueue({arrivalRate, ahtByConcurrency, agents, threshold, ...mean});
  }
  return formula === 'erlang-c' || patience === null
    ? erlangC({arrivalRate, aht, agents, threshold})
    : impatientQueue({arrivalRate, aht, agents, threshold, patience});
}

/** A longest wait is kept when fewer than so many contacts of the interval wait longer. */
const BEYOND_MAX = 0.5;
const LENIENCE = 1e-12;

/** Figures that objectives are about, as formulas give them. */
export type JudgedFigures = Pick<QueueFigures, 'abandonment' | 'asa' | 'meanWait' | 'occupancy' | 'serviceLevel'>;

/**
 * The first objective that is broken; null: all hold.
 *
 * @param contacts that come in the interval
 * @param figuresAt figures with this threshold, else that of the contact type; null: the queue grows without end
 */
export function brokenBy(
  objectives: readonly (StaffingObjective | null)[],
  definition: ServiceLevelDefinition,
  contacts: number,
  figuresAt: (threshold?: number) => JudgedFigures | null,
): number | null {
  const figures = figuresAt();
  for (const [index, objective] of objectives.entries()) {
    if (objective === null) continue;
    if (figures === null) return index;
    if (objective.measure === 'waitMax') {
      const late = figuresAt(objective.target);
      if (late === null || (1 - late.serviceLevel.virtual) * contacts > BEYOND_MAX) return index;
      continue;
    }
    const value = figureOfFormula(objective, figures, definition);
    if (value === null) continue;
    const kept =
      objective.comparison === '>=' ? value >= objective.target - LENIENCE : value <= objective.target + LENIENCE;
    if (!kept) return index;
  }
  return null;
}

/** The figure that an objective is about; null where the formula has none. */
function figureOfFormula(
  {measure}: StaffingObjective,
  figures: JudgedFigures,
  definition: ServiceLevelDefinition,
): number | null {
  const {serviceLevel} = figures;
  switch (measure) {
    case 'serviceLevel':
      return serviceLevel[SERVICE_LEVEL_NAMES[definition]];
    case 'serviceLevelExcludingAbandons':
      return serviceLevel.excludingAbandons;
    case 'serviceLevelOverOffered':
      return serviceLevel.overOffered;
    case 'serviceLevelOverAnswered':
      return serviceLevel.overAnswered;
    case 'serviceLevelAbandonsMet':
      return serviceLevel.abandonsMet;
    case 'abandonment':
      return figures.abandonment;
    case 'abandonmentAfterThreshold': {
      const early = serviceLevel.abandonsMet - serviceLevel.overOffered;
      return early < 1 ? (figures.abandonment - early) / (1 - early) : 0;
    }
    case 'asa':
      return figures.asa;
    case 'meanWait':
      return figures.meanWait;
    case 'occupancy':
      return figures.occupancy;
    default:
      return null;
  }
}

/** Whether formulas can tell of an objective: of days that meet one they know nothing. */
export const canTell = ({measure}: StaffingObjective): boolean => measure !== 'objectiveMet';

/**
 * The objectives that concern a contact type, in their places; null: another's. What is asked of the center, a channel, a
 * queue, a site or a group is asked of each contact type in it, since a formula looks at one at a time.
 */
export function objectivesFor(
  scenario: Scenario,
  type: number,
  objectives: readonly StaffingObjective[],
): readonly (StaffingObjective | null)[] {
  const {contactTypes, queues, groups, sites} = scenario;
  const {name, channel, queue} = contactTypes[type];
  const able = groups.filter(({skills}) => skills.some(({contactType}) => contactType === type));
  const concerns = (objective: StaffingObjective): boolean => {
    switch (objective.scope) {
      case 'total':
        return true;
      case 'contactType':
        return objective.name === name;
      case 'channel':
        return objective.name === channel;
      case 'queue':
        return objective.name === queues[queue].name;
      case 'group':
        return able.some(group => group.name === objective.name);
      case 'site':
        return able.some(({site}) => site !== null && sites[site].name === objective.name);
    }
  };
  return objectives.map(objective => (canTell(objective) && concerns(objective) ? objective : null));
}
