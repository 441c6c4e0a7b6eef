import {BinCounts} from '../../src/statistics/bin-counts.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import type {ReplicationNumbers} from '../../src/statistics/block.js';
import {
  blockLength,
  COUNTER,
  DAY_COUNTERS,
  DAY_STRIDE,
  rowOffset,
  type CounterName,
} from '../../src/statistics/counters.js';
import type {Results} from '../../src/statistics/results.js';
import {Summary} from '../../src/statistics/summary.js';
import {COARSE, coarseBin, FINE, fineBin} from '../../src/statistics/wait-histogram.js';
import {centerWith} from './center.js';
import {plainSite} from './plain-site.js';

const within20 = (definition: 'over-offered' | 'excluding-abandons') => ({
  share: 0.8,
  thresholdSeconds: 20,
  definition,
});

/** Two hours of two contact types at one site: cards judges over offered, loans leaves short abandons out. */
export function bank(changes: Partial<Scenario> = {}): Scenario {
  const center = centerWith({
    types: {cards: {objective: within20('over-offered')}, loans: {objective: within20('excluding-abandons')}},
    groups: {paris: {skills: {cards: 1, loans: 2}, site: 0}},
    clock: {daySeconds: 7200, intervalSeconds: 3600},
  });
  return {...center, sites: [plainSite('Paris', 'Europe/Paris')], ...changes};
}

/** Counters of one row, by name; the others are 0. */
export type Told = Partial<Record<CounterName, number>>;
/** One replication of the bank, told by hand. */
export interface Day {
  /** Counters by entity (cards, loans, then paris) and interval (0, 1, 2: after close). */
  readonly cards?: readonly (Told | undefined)[];
  readonly loans?: readonly (Told | undefined)[];
  readonly paris?: readonly (Told | undefined)[];
  /** Waits of answered contacts of cards in the first interval. */
  readonly waits?: readonly number[];
  readonly days?: Partial<Record<(typeof DAY_COUNTERS)[number], number>>;
}

/** What the engine would have counted on such a day. */
export function numbers({cards = [], loans = [], paris = [], waits = [], days = {}}: Day): ReplicationNumbers {
  const layout = {contactTypes: 2, groups: 1, intervals: 2};
  const counters = new Float64Array(blockLength(layout));
  [cards, loans, paris].forEach((rows, entity) =>
    rows.forEach((told, interval) => {
      for (const [name, value] of Object.entries(told ?? {}))
        counters[rowOffset(layout, entity, interval) + COUNTER[name as CounterName]] = value;
    }),
  );
  const output = {
    counters,
    days: new Float64Array(2 * DAY_STRIDE),
    contacts: waits.length,
    waits: new BinCounts(new Float64Array(2 * FINE.bins)),
    intervalWaits: new BinCounts(new Float64Array(2 * 3 * COARSE.bins)),
    pairs: new Float64Array(0),
  };
  DAY_COUNTERS.forEach((name, index) => (output.days[index] = days[name] ?? 0));
  for (const wait of waits) {
    output.waits.count(fineBin(wait));
    output.intervalWaits.count(coarseBin(fineBin(wait)));
  }
  return output;
}

/** The results of these days, one a replication. */
export function resultsOf(days: readonly Day[], scenario = bank()): Results {
  const summary = new Summary(scenario);
  days.forEach((day, replication) => summary.add(replication, numbers(day)));
  return summary.results({program: '1.2.3', asked: days.length, interrupted: false});
}

/** 100 offered to cards: 70 answered within 20 s, 10 later, 6 gave up within 20 s, 5 later, 4 left a message, 3 were dismissed, 2 wait still (1 of them not yet 20 s). */
export const CARDS: Told = {
  created: 110,
  blocked: 7,
  closed: 3,
  offered: 100,
  answered: 80,
  answeredWithin: 70,
  abandoned: 11,
  abandonedWithin: 6,
  messages: 4,
  dismissed: 3,
  stillWaiting: 2,
  stillWithin: 1,
  waitAnswered: 800,
  waitAll: 1300,
  waitAbandoned: 220,
  waitMax: 90,
  handle: 16_000,
  work: 18_000,
  queueTime: 1300,
};
export const LOANS: Told = {
  created: 50,
  offered: 50,
  answered: 45,
  answeredWithin: 20,
  abandoned: 5,
  abandonedWithin: 5,
  waitAnswered: 900,
  waitMax: 120,
  handle: 13_500,
};
export const PARIS: Told = {
  busy: 5400,
  idle: 1800,
  breaks: 600,
  setAside: 200,
  answered: 125,
  waitAnswered: 1700,
  handle: 29_500,
};
