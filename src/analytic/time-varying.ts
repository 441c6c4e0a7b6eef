import {checked} from './check.js';
import {backlogCarryover} from './backlog-carryover.js';
import type {QueueFigures, QueueOutcome} from './figures.js';
import {offeredLoad, type RateProfile} from './offered-load.js';
import {queue, type Workload} from './required-agents.js';

/**
 * Ways to use a formula of a queue in balance for a day that changes:
 * - `sipp`: each interval by itself, at its mean rate.
 * - `psa`: each instant by itself, the rate running straight from the middle of one interval to the middle of the next.
 * - `lag-sipp`: each interval at the mean rate of one handle time earlier.
 * - `mol`: each interval at the load that is there, which follows the rate later and flatter (modified offered load).
 * - `sbc`: backlog handed from interval to interval (stationary backlog carryover), without abandonment.
 */
export type TimeVaryingMethod = 'sipp' | 'psa' | 'lag-sipp' | 'mol' | 'sbc';

/** A day by interval; seconds, and contacts a second. */
export interface TimeVaryingOptions extends RateProfile, Omit<Workload, 'arrivalRate' | 'aht'> {
  readonly method: TimeVaryingMethod;
  /** Agents on duty, by interval. */
  readonly agents: readonly number[];
  /** Seconds within which a contact is answered in time; 20 when left out. */
  readonly threshold?: number;
}

/** One interval as a method sees it. */
export interface TimeVaryingFigures {
  /** Erlangs that the formula was given. */
  readonly load: number;
  readonly outcome: QueueOutcome;
  /** Why the figures of this interval are not to be trusted; empty where nothing speaks against them. */
  readonly warnings: readonly string[];
}

/** From so much of a change of rate within one interval on, how the interval was left to the next is not a detail. */
const LARGE_CHANGE = 0.1;

/** An interval has so many handle times before it can be taken for a queue in balance. */
const SHORT_INTERVAL = 5;

/** Stationary backlog carryover is made for intervals of about a handle time. */
const SBC_INTERVAL = [0.5, 2] as const;

/** Points in an interval at which psa looks. */
const POINTS = 8;

/**
 * A day that changes, by formulas of queues in balance. `transientQueue` needs no such stretch and is to be preferred up to
 * about 300 agents; these are quick, and show what other tools do.
 *
 * @throws RangeError for a number out of range, or when rates and agents have different lengths
 * @see docs/explanation/methods.md#a-day-that-changes
 * @example timeVaryingQueue({method: 'mol', arrivalRates: [0.1, 0.2], agents: [20, 38], intervalSeconds: 1800, aht: 180, patience: 120})
 */
export function timeVaryingQueue(options: TimeVaryingOptions): readonly TimeVaryingFigures[] {
  const {method, arrivalRates, agents, intervalSeconds, aht} = options;
  if (arrivalRates.length !== agents.length)
    throw new RangeError(`agents: expected one number for each of ${arrivalRates.length} rates, got ${agents.length}`);
  checked('aht', aht, Number.MIN_VALUE);
  checked('intervalSeconds', intervalSeconds, Number.MIN_VALUE);
  for (const rate of arrivalRates) checked('arrivalRates', rate, 0);
  const loads = loadsOf(options);
  return loads.map((load, i) => ({
    load,
    outcome: method === 'psa' ? psa(options, i) : outcomeAt(options, load, i),
    warnings: warningsAbout(options, i),
  }));
}

function outcomeAt(options: TimeVaryingOptions, load: number, i: number): QueueOutcome {
  const {aht, agents, threshold, patience, balking, method} = options;
  const workload = method === 'sbc' ? {} : {patience, balking};
  return queue({...workload, arrivalRate: load / aht, aht, agents: agents[i], threshold});
}

/** Erlangs by interval that the formula is given. */
function loadsOf(options: TimeVaryingOptions): readonly number[] {
  const {method, arrivalRates, intervalSeconds, aht} = options;
  switch (method) {
    case 'sipp':
    case 'psa':
      return arrivalRates.map(rate => rate * aht);
    case 'lag-sipp':
      return arrivalRates.map((_, i) => aht * meanRate(options, i * intervalSeconds - aht, intervalSeconds));
    case 'mol':
      return offeredLoad(options).mean;
    case 'sbc':
      return backlogCarryover(options).map(({carriedLoad}) => carriedLoad);
  }
}

/** Mean rate from a time on; nobody came before the day began. */
function meanRate({arrivalRates, intervalSeconds}: RateProfile, from: number, length: number): number {
  let sum = 0;
  for (let i = 0; i < arrivalRates.length; i++) {
    const overlap = Math.min(from + length, (i + 1) * intervalSeconds) - Math.max(from, i * intervalSeconds);
    if (overlap > 0) sum += arrivalRates[i] * overlap;
  }
  return sum / length;
}

/** The rate between the middles of intervals. */
function rateAt({arrivalRates}: RateProfile, place: number): number {
  const from = Math.floor(place - 0.5);
  const before = arrivalRates[Math.max(0, from)];
  const after = arrivalRates[Math.min(arrivalRates.length - 1, from + 1)];
  return before + (after - before) * (place - 0.5 - from);
}

/** The worst instant when one of them is unstable, else the mean over contacts of the interval. */
function psa(options: TimeVaryingOptions, i: number): QueueOutcome {
  const {aht, agents, threshold, patience, balking} = options;
  const points = Array.from({length: POINTS}, (_, k) => rateAt(options, i + (k + 0.5) / POINTS));
  const outcomes = points.map(arrivalRate =>
    queue({arrivalRate, aht, agents: agents[i], threshold, patience, balking}),
  );
  const first = outcomes[0];
  const total = points.reduce((sum, rate) => sum + rate, 0);
  for (const outcome of outcomes) if (outcome.outcome === 'unstable') return outcome;
  if (first.outcome === 'unstable' || total === 0) return first;
  /** Mean of a figure, by contacts or by time; null as soon as one instant has none. */
  const mean = (of: (figures: QueueFigures) => number | null, byTime = false): number | null => {
    let sum = 0;
    for (const [k, outcome] of outcomes.entries()) {
      const value = outcome.outcome === 'stable' ? of(outcome) : null;
      if (value === null) return null;
      sum += value * (byTime ? 1 / POINTS : points[k] / total);
    }
    return sum;
  };
  const level = (of: (levels: QueueFigures['serviceLevel']) => number): number => mean(f => of(f.serviceLevel))!;
  const waitProbability = mean(f => f.waitProbability)!;
  return {
    ...first,
    offeredLoad: mean(f => f.offeredLoad, true)!,
    waitProbability,
    logWaitProbability: Math.log(waitProbability),
    abandonment: mean(f => f.abandonment)!,
    meanWait: mean(f => f.meanWait)!,
    asa: mean(f => f.asa),
    meanWaitOfAbandoned: mean(f => f.meanWaitOfAbandoned),
    meanVirtualWait: mean(f => f.meanVirtualWait),
    occupancy: mean(f => f.occupancy, true),
    meanQueueLength: mean(f => f.meanQueueLength, true)!,
    serviceLevel: {
      excludingAbandons: level(l => l.excludingAbandons),
      overOffered: level(l => l.overOffered),
      overAnswered: level(l => l.overAnswered),
      abandonsMet: level(l => l.abandonsMet),
      virtual: level(l => l.virtual),
    },
    notInTime: mean(f => f.notInTime)!,
  };
}

function warningsAbout(
  {method, arrivalRates, agents, intervalSeconds, aht, patience}: TimeVaryingOptions,
  i: number,
): string[] {
  const warnings: string[] = [];
  const handleTimes = intervalSeconds / aht;
  const load = arrivalRates[i] * aht;
  const before = i === 0 ? 0 : arrivalRates[i - 1];
  const change = Math.abs(arrivalRates[i] - before) / Math.max(arrivalRates[i], before, Number.MIN_VALUE);
  if (method === 'sbc') {
    if (handleTimes < SBC_INTERVAL[0] || handleTimes > SBC_INTERVAL[1])
      warnings.push(
        `backlog carryover is made for intervals of about one handle time, this one has ${short(handleTimes)}`,
      );
    if (patience !== undefined) warnings.push('backlog carryover knows no abandonment: waits come out too long');
    return warnings;
  }
  if (handleTimes < SHORT_INTERVAL && method !== 'mol')
    warnings.push(
      `an interval of ${short(handleTimes)} handle times is no queue in balance: what came before still counts`,
    );
  if (change > LARGE_CHANGE && (method === 'sipp' || method === 'psa'))
    warnings.push(
      `the rate changes by ${Math.round(100 * change)} % against the interval before, and the load follows later`,
    );
  if (patience === undefined && load >= agents[i])
    warnings.push(
      'more work than agents and nobody abandons: the queue of this interval reaches into those that follow',
    );
  else if (i > 0 && patience === undefined && arrivalRates[i - 1] * aht >= agents[i - 1])
    warnings.push('the interval before left a queue that this figure does not know');
  else if (load > agents[i] && method !== 'psa')
    warnings.push(
      'more work than agents: the queue takes time to build up and to melt, and its figures are those of a balance',
    );
  return warnings;
}

const short = (value: number): string => String(Number(value.toPrecision(2)));
