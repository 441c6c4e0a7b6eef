import {timeVaryingQueue, type TimeVaryingFigures, type TimeVaryingMethod} from '../../analytic/time-varying.js';
import type {ServiceLevelName} from '../../analytic/figures.js';
import {floorWith, transientStep} from '../../analytic/transient-queue.js';
import type {Patience} from '../../analytic/patience.js';
import {meanOf} from '../../scenario/schema/distribution.js';

/** Ways to look at a day that changes, the one to be trusted most first. */
export const DAY_METHODS = ['transient', 'mol', 'lag-sipp', 'psa', 'sipp', 'sbc'] as const;
export type DayMethod = (typeof DAY_METHODS)[number];

/** How each is called, what it does, and when it is not to be trusted. */
export const DAY_METHOD_WORDS: Readonly<
  Record<DayMethod, {readonly name: string; readonly does: string; readonly mistrust: string}>
> = {
  transient: {
    name: 'transient',
    does: 'follows the queue through the day (M_t/M/n_t+M), exact for exponential handle times and patience',
    mistrust:
      'Not where handle times or patience are far from exponential, nor right after agents leave: it puts their contacts back into the queue.',
  },
  mol: {
    name: 'MOL',
    does: 'a queue in balance at the load that is there, which follows the rate later and flatter',
    mistrust: 'Not in an overload: queues that build up and melt are taken to be in balance at once.',
  },
  'lag-sipp': {
    name: 'lag-SIPP',
    does: 'a queue in balance at the mean rate of one handle time earlier',
    mistrust: 'Not in an overload, nor where intervals are short against the handle time.',
  },
  psa: {
    name: 'PSA',
    does: 'a queue in balance at every instant by itself',
    mistrust: 'Not where the handle time is long: the load lags behind the rate, and peaks come out too high.',
  },
  sipp: {
    name: 'SIPP',
    does: 'a queue in balance at the mean rate of each interval by itself, as spreadsheets do it',
    mistrust:
      'Not where rates change from interval to interval: it sees no queue that an interval has left to the next.',
  },
  sbc: {
    name: 'SBC',
    does: 'hands what could not be served on to the next interval (stationary backlog carryover)',
    mistrust:
      'Not where customers hang up, nor for intervals far from one handle time; the queue of an overload comes out too long at the peak and melts too fast.',
  },
};

/** A day by interval, once it is read; seconds, and contacts a second. */
export interface Day {
  readonly intervalSeconds: number;
  readonly arrivalRates: readonly number[];
  readonly agents: readonly number[];
  readonly aht: number;
  /** null: nobody abandons. */
  readonly patience: Patience | null;
  readonly threshold: number;
  /** The way to count the service level that is shown. */
  readonly definition: ServiceLevelName;
  /** Share asked for; null: nothing is. */
  readonly share: number | null;
}

/** Figures of one interval by one method; null where there is none. */
export interface DayFigures {
  /** A queue of this interval would grow without end: no figures then. */
  readonly stable: boolean;
  readonly load: number;
  readonly waitProbability: number | null;
  readonly serviceLevel: number | null;
  readonly asa: number | null;
  readonly abandonment: number | null;
  readonly occupancy: number | null;
  readonly queueLength: number | null;
  /** Why it is not to be trusted here. */
  readonly warnings: readonly string[];
}

/** A day by one method. */
export interface DayByMethod {
  readonly method: DayMethod;
  /** Why the method has no answer; null: it has. */
  readonly unable: string | null;
  /** By interval; empty where it has no answer. */
  readonly intervals: readonly DayFigures[];
}

/** Erlangs up to which the day is followed exactly: beyond it takes minutes. */
const MOST_ERLANGS = 300;

/**
 * A day that changes, by every method beside the other.
 *
 * @param breathe called between intervals: lets others run, or throws to end the work
 * @see docs/explanation/methods.md#a-day-that-changes
 * @example await solveDay({intervalSeconds: 1800, arrivalRates: [0.1], agents: [20], aht: 180, patience: null, threshold: 20, definition: 'excludingAbandons', share: 0.8})
 */
export async function solveDay(
  day: Day,
  breathe: () => Promise<void> = () => Promise.resolve(),
): Promise<readonly DayByMethod[]> {
  const answers: DayByMethod[] = [];
  for (const method of DAY_METHODS) {
    await breathe();
    answers.push(method === 'transient' ? await followed(day, breathe) : stretched(day, method));
  }
  return answers;
}

/** Interval by interval with the queue that the one before has left; the center opens empty. */
async function followed(day: Day, breathe: () => Promise<void>): Promise<DayByMethod> {
  const {arrivalRates, agents, aht, threshold, intervalSeconds, patience, definition} = day;
  const unable = whyNotFollowed(day);
  const intervals: DayFigures[] = [];
  let floor = floorWith(0);
  for (const [interval, arrivalRate] of unable === null ? arrivalRates.entries() : []) {
    await breathe();
    const stretch = {seconds: intervalSeconds, arrivalRate, aht, threshold, agents: agents[interval]};
    const step = transientStep(floor, {...stretch, ...(patience !== null && {patience: meanOf(patience)})});
    floor = step.floor;
    const {figures} = step;
    intervals.push({
      stable: true,
      load: figures.offeredLoad,
      waitProbability: figures.waitProbability,
      serviceLevel: figures.serviceLevel[definition],
      asa: figures.asa,
      abandonment: figures.abandonment,
      occupancy: figures.occupancy,
      queueLength: figures.meanQueueLength,
      warnings: warningsOfFollowed(day, interval),
    });
  }
  return {method: 'transient', unable, intervals};
}

function whyNotFollowed({arrivalRates, agents, aht}: Day): string | null {
  if (!agents.every(Number.isInteger)) return 'it counts whole agents, and the day has fractions of them';
  if (Math.max(...arrivalRates) * aht > MOST_ERLANGS)
    return `above ${MOST_ERLANGS} Erlangs it takes too long; MOL is near to it there`;
  return null;
}

function warningsOfFollowed({agents, patience}: Day, interval: number): readonly string[] {
  const warnings: string[] = [];
  if (patience !== null && patience.kind !== 'exponential')
    warnings.push('patience is taken to be exponential, with the mean of the shape that was given');
  if (interval > 0 && agents[interval] < agents[interval - 1])
    warnings.push(
      'agents leave: contacts that they had in hand are put back into the queue, in a center they are finished',
    );
  return warnings;
}

/** A formula of a queue in balance, stretched over the day. */
function stretched(day: Day, method: TimeVaryingMethod): DayByMethod {
  const {patience, definition} = day;
  const figures = timeVaryingQueue({...day, method, patience: patience ?? undefined});
  return {method, unable: null, intervals: figures.map(one => figuresOf(one, definition))};
}

function figuresOf({load, outcome, warnings}: TimeVaryingFigures, definition: ServiceLevelName): DayFigures {
  const stable = outcome.outcome === 'stable' ? outcome : null;
  return {
    stable: stable !== null,
    load,
    waitProbability: stable?.waitProbability ?? null,
    serviceLevel: stable?.serviceLevel[definition] ?? null,
    asa: stable?.asa ?? null,
    abandonment: stable?.abandonment ?? null,
    occupancy: stable?.occupancy ?? null,
    queueLength: stable?.meanQueueLength ?? null,
    warnings,
  };
}
