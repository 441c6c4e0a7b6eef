import type {
  Busyness,
  Clock,
  ContactType,
  GeneratedArrivals,
  ReplayedArrivals,
  Scenario,
} from '../../src/scenario/scenario.js';
import type {OpenReplay} from '../../src/traffic/replay-reader.js';
import {makeTrafficSource} from '../../src/traffic/source.js';
import {makeTape} from '../../src/traffic/tape.js';
import {contactTypeFrom, exponential} from './center.js';

export const HOUR = 3600;
export const DAY = 24 * HOUR;

/** Whole days of 24 hours in UTC, half-hour intervals. */
export function clockOf(days: number, intervalSeconds = 1800): Clock {
  const cells = (days * DAY) / intervalSeconds;
  return {
    startDate: '2026-11-23',
    days,
    timezone: 'UTC',
    intervalSeconds,
    dayStarts: Array.from({length: days + 1}, (_, day) => day * DAY),
    dayDates: Array.from({length: days}, (_, day) => `2026-11-${23 + day}`),
    intervalOfCell: Array.from({length: cells}, (_, cell) => cell),
    intervalLabels: Array.from({length: cells}, (_, cell) => {
      const second = (cell * intervalSeconds) % DAY;
      const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
      return `2026-11-23T${two(second / HOUR)}:${two((second % HOUR) / 60)}:00+00:00`;
    }),
    report: 'calendar',
  };
}

/** So many contacts expected over one stretch of time, at an even rate. */
export function arrivals(expected: number, changes: Partial<GeneratedArrivals> = {}): GeneratedArrivals {
  return {
    kind: 'generated',
    name: 'base',
    counts: 'poisson',
    starts: [0],
    ends: [DAY],
    expected: [expected],
    busyness: null,
    ...changes,
  };
}

export function replayed(changes: Partial<ReplayedArrivals> = {}): ReplayedArrivals {
  return {
    kind: 'replayed',
    file: '/log.csv',
    logName: 'help',
    delimiter: null,
    decimalComma: false,
    jitterSeconds: 0,
    use: ['handle-time', 'patience', 'wrap-up'],
    ...changes,
  };
}

/** A voice contact type: 4 minutes of talk, 3 minutes of patience, both exponential, no wrap-up. */
export function typeOf(
  name: string,
  sources: ContactType['arrivals'],
  changes: Partial<ContactType> = {},
): ContactType {
  const sketch = {arrivals: sources, talk: exponential(240), patience: exponential(180)};
  return {...contactTypeFrom(name, 0, sketch), ...changes};
}

export function scenarioOf(
  contactTypes: readonly ContactType[],
  {days = 1, busyness = null}: {days?: number; busyness?: Busyness | null} = {},
): Scenario {
  return {
    name: 'traffic',
    description: null,
    clock: clockOf(days),
    contactTypes,
    queues: [],
    sites: [],
    groups: [],
    routing: {
      agent: 'longest-idle',
      contact: ['age'],
      overflow: [],
      expiry: [],
      reserves: [],
      shares: [],
      lastAgentSeconds: null,
    },
    busyness,
    lines: null,
    currency: null,
    scheduling: null,
    run: {replications: 1, seed: '1', volume: 1, warmUpSeconds: 0, batchMeans: null},
  };
}

/** One contact of the tape. */
export interface Contact {
  readonly type: string;
  readonly at: number;
  readonly talk: number;
  readonly wrapUp: number;
  readonly patience: number;
}

const noReplay: OpenReplay = () => {
  throw new Error('nothing is replayed here');
};

interface ContactsOptions {
  readonly replication?: number;
  readonly seed?: string;
  /** Contacts on one chunk of the tape. */
  readonly capacity?: number;
  readonly openReplay?: OpenReplay;
}

/** All contacts of one replication. */
export async function contactsOf(
  scenario: Scenario,
  {replication = 0, seed = '1', capacity, openReplay = noReplay}: ContactsOptions = {},
): Promise<Contact[]> {
  const source = makeTrafficSource(scenario, openReplay);
  source.start(seed, replication);
  const tape = makeTape(capacity);
  const contacts: Contact[] = [];
  for (;;) {
    await source.fill(tape);
    if (tape.length === 0) break;
    for (let i = 0; i < tape.length; i++) {
      contacts.push({
        type: scenario.contactTypes[tape.contactType[i]!]!.name,
        at: tape.arrivedAt[i]!,
        talk: tape.talk[i]!,
        wrapUp: tape.wrapUp[i]!,
        patience: tape.patience[i]!,
      });
    }
  }
  source.close();
  return contacts;
}
