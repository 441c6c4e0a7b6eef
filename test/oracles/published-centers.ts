import type {MeasureName} from '../../src/scenario/schema/measures.js';
import type {Scenario, VaryingDistribution} from '../../src/scenario/scenario.js';
import type {CellName} from '../../src/statistics/cells.js';
import {centerWith, exponential, queueNamed, type CenterSketch} from '../support/center.js';
import {TOTAL, type Expected, type Family, type OracleCase, type Place} from './case.js';
import {readJson} from './table.js';

/** Mean and half of the 95 % interval. */
type Told = readonly [mean: number, halfWidth: number];
interface Published {
  readonly id: string;
  readonly published: Readonly<Record<string, Told>> & {readonly good_type_period?: readonly (readonly Told[])[]};
  readonly replicated_60000_days?: Readonly<Record<string, Told>>;
  readonly replicated_60000_weeks?: Readonly<Record<string, Told>>;
}

const MINUTE = 60;
const HOUR = 3600;
/** Half of a 95 % interval of the normal distribution, in standard errors. */
const HALF_WIDTH = 1.959964;

const published = readJson<readonly Published[]>('contactcenters_published.json');
function told(id: string): Published {
  const center = published.find(candidate => candidate.id === id);
  if (center === undefined) throw new Error(`${id} is not among the published centers`);
  return center;
}

const typePlace = (type: number, interval: string | null = null): Place => ({scope: 'contactType', name: `type ${type}`, interval});
const UNTIL_CLOSING: Place = {...TOTAL, interval: 'interval 0'};
const groupPlace = (group: number): Place => ({scope: 'group', name: `group ${group}`, interval: null});

function measured(figure: string, [mean, halfWidth]: Told, measure: MeasureName, at: Place = TOTAL, unit = 1): Expected {
  return {figure, exact: mean * unit, error: (halfWidth * unit) / HALF_WIDTH, reading: {measure, at}};
}

function counted(
  figure: string,
  [mean, halfWidth]: Told,
  counts: readonly CellName[],
  {over = [], at = TOTAL, unit = 1}: {over?: readonly CellName[]; at?: Place; unit?: number} = {},
): Expected {
  return {figure, exact: mean * unit, error: (halfWidth * unit) / HALF_WIDTH, reading: {counts, over, at}};
}

/** MMC and MMCAb: a day of eight hours, twelve agents, 4.2 calls a minute. */
function singleQueue(id: string, patience: CenterSketch['types'][string]['patience'], replications: number): Scenario {
  const day = 8 * HOUR;
  return centerWith({
    types: {
      'type 0': {
        stream: id,
        talk: exponential(2 * MINUTE),
        ...(patience && {patience}),
        thresholdSeconds: 20,
        arrivals: [generated([0], [day], [4.2 * 480])],
      },
    },
    groups: {'group 0': {count: 12, skills: {'type 0': 1}}},
    clock: {daySeconds: day, intervalSeconds: day},
    run: {replications},
  });
}

/** Levels of each group's two contact types: type 1 goes to the first group where it can. */
const ONE_AFTER_THE_OTHER = [[1, 1], [2, 1]];

/** SimpleMSK: three types, two groups, three periods of two hours, one busyness factor a day for all. */
function threeTypes(id: string, replications: number, routing: CenterSketch['routing'], levels = ONE_AFTER_THE_OTHER): Scenario {
  const period = 2 * HOUR;
  const starts = [0, period, 2 * period];
  const perMinute = [[4.2, 5.3, 3.2], [5.1, 4.3, 4.8], [6.3, 5.2, 4.8]];
  const byPeriod = (rates: readonly number[]): VaryingDistribution =>
    rates.map((rate, index) => ({fromOfDay: index * period, distribution: exponential(MINUTE / rate)}));
  const scenario = centerWith({
    types: Object.fromEntries(
      perMinute.map((rates, type) => [
        `type ${type}`,
        {stream: `${id} ${type}`, thresholdSeconds: 20, arrivals: [generated(starts, starts.map(start => start + period), rates.map(rate => rate * 120))]},
      ]),
    ),
    groups: {
      'group 0': {skills: {'type 0': levels[0][0], 'type 1': levels[0][1]}, staffing: {kind: 'counts', changes: changes([12, 18, 9])}},
      'group 1': {skills: {'type 1': levels[1][0], 'type 2': levels[1][1]}, staffing: {kind: 'counts', changes: changes([15, 20, 11])}},
    },
    routing,
    busyness: {cv: 1 / Math.sqrt(28.7), withinDay: null},
    clock: {daySeconds: 3 * period, intervalSeconds: period},
    run: {replications},
  });
  return {
    ...scenario,
    contactTypes: scenario.contactTypes.map(type => ({...type, talk: byPeriod([0.5, 0.6, 0.4]), patience: byPeriod([0.3, 0.4, 0.2])})),
  };
  function changes(agents: readonly number[]): {at: number; agents: number}[] {
    return agents.map((count, index) => ({at: index * period, agents: count}));
  }
}

/** Telethon: five mornings of four hours; two minutes of waiting end in a message, closing ends the rest. */
function telethon(id: string, replications: number): Scenario {
  const day = 24 * HOUR;
  const mornings = Array.from({length: 5}, (_, index) => [index * day + 6 * HOUR, index * day + 10 * HOUR] as const);
  return centerWith({
    types: {
      'type 0': {
        stream: id,
        talk: exponential(10 * MINUTE),
        patience: exponential(2 * MINUTE),
        messageAfterSeconds: 2 * MINUTE,
        thresholdSeconds: MINUTE,
        arrivals: [generated(mornings.map(([start]) => start), mornings.map(([, end]) => end), mornings.map(() => 200))],
      },
    },
    groups: {
      'group 0': {
        skills: {'type 0': 1},
        staffing: {kind: 'counts', changes: mornings.flatMap(([start, end]) => [{at: start, agents: 12}, {at: end, agents: 0}])},
      },
    },
    queues: [queueNamed('phones', {open: mornings, atClosing: 'dismiss'})],
    lines: 24,
    clock: {days: 5, daySeconds: day, intervalSeconds: day},
    run: {replications},
  });
}

function generated(starts: readonly number[], ends: readonly number[], expected: readonly number[]): Scenario['contactTypes'][number]['arrivals'][number] {
  return {kind: 'generated', name: 'base', counts: 'poisson', busyness: null, starts, ends, expected};
}

function mmc(): OracleCase {
  const {published: told1} = told('MMC');
  return {
    name: 'MMC: 12 agents, 4.2 calls a minute, nobody abandons, days of eight hours',
    scenario: singleQueue('MMC', undefined, 500),
    slow: false,
    expected: [
      counted('answered within T', told1['contacts_in_target'], ['answeredWithin']),
      measured('service level, of answered', told1['service_level'], 'serviceLevelOverAnswered'),
      measured('ASA, s', told1['speed_of_answer_min'], 'asa', TOTAL, MINUTE),
      measured('occupancy until closing', told1['occupancy'], 'occupancy', UNTIL_CLOSING),
    ],
  };
}

function mmcAb(): OracleCase {
  const {published: told1} = told('MMCAb');
  return {
    name: 'MMCAb: the same with exponential patience of one minute',
    scenario: singleQueue('MMCAb', exponential(MINUTE), 500),
    slow: false,
    expected: [
      measured('abandoned', told1['abandoned'], 'abandoned'),
      counted('answered within T', told1['contacts_in_target'], ['answeredWithin']),
      measured('service level, of answered', told1['SL_served'], 'serviceLevelOverAnswered'),
      measured('service level, short abandons left out', told1['SL_with_abandonment'], 'serviceLevelExcludingAbandons'),
      measured('ASA, s', told1['speed_of_answer_min'], 'asa', TOTAL, MINUTE),
      measured('occupancy until closing', told1['occupancy'], 'occupancy', UNTIL_CLOSING),
    ],
  };
}

/** Calls answered within T by type and period. */
function goodByPeriod({good_type_period: good = []}: Published['published']): readonly Expected[] {
  return good.flatMap((periods, type) =>
    periods.map((value, period) =>
      counted(`type ${type}, period ${period + 1}: answered within T`, value, ['answeredWithin'], {
        at: typePlace(type, `interval ${period}`),
      }),
    ),
  );
}

function fromPublished(id: string): readonly Expected[] {
  const {published: values} = told(id);
  return [
    measured('answered', values['served'], 'answered'),
    measured('abandoned', values['abandoned'], 'abandoned'),
    measured('service level, short abandons left out', values['service_level'], 'serviceLevelExcludingAbandons'),
    measured('occupancy of group 0', values['occupancy_group0'], 'occupancy', groupPlace(0)),
    ...goodByPeriod(values),
  ];
}

function fromReplicated(): readonly Expected[] {
  const values = told('SimpleMSK').replicated_60000_days ?? {};
  const types = [0, 1, 2];
  return [
    measured('created', values['arrivals'], 'created'),
    measured('answered', values['served'], 'answered'),
    measured('abandoned', values['abandoned'], 'abandoned'),
    counted('abandoned after T', values['abandonedAfterAWT'], ['abandonedLate']),
    counted('answered within T', values['servedInAWT'], ['answeredWithin']),
    counted('answered or abandoned within T', values['servedOrAbInAWT'], ['withinEither']),
    counted('wait of the answered, s', values['sumWaitServed'], ['waitAnswered'], {unit: MINUTE}),
    counted('wait of all, s', values['sumWaitAll'], ['waitAll'], {unit: MINUTE}),
    measured('service level, short abandons left out', values['SL good/(served+abAfterAWT)'], 'serviceLevelExcludingAbandons'),
    measured('service level, of offered', values['SL good/arrivals(ratio)'], 'serviceLevelOverOffered'),
    measured('ASA, s', values['ASA served'], 'asa', TOTAL, MINUTE),
    measured('occupancy of group 0', values['occ[0]'], 'occupancy', groupPlace(0)),
    measured('occupancy of group 1', values['occ[1]'], 'occupancy', groupPlace(1)),
    ...types.flatMap(type => [
      measured(`type ${type}: created`, values[`arr[${type}]`], 'created', typePlace(type)),
      measured(`type ${type}: answered`, values[`served[${type}]`], 'answered', typePlace(type)),
      measured(`type ${type}: abandonment`, values[`Pab[${type}]`], 'abandonment', typePlace(type)),
      ...types.map(period =>
        counted(`type ${type}, period ${period + 1}: answered within T`, values[`good[${type}][${period}]`], ['answeredWithin'], {
          at: typePlace(type, `interval ${period}`),
        }),
      ),
    ]),
  ];
}

function telethonPublished(): readonly Expected[] {
  const {published: values} = told('Telethon');
  const agentSeconds = 12 * 5 * 4 * HOUR;
  return [
    measured('created', values['arrivals'], 'created'),
    measured('answered', values['served'], 'answered'),
    measured('blocked', values['blocked'], 'blocked'),
    measured('abandoned', values['abandoned'], 'abandoned'),
    measured('messages', values['messages'], 'messages'),
    measured('dismissed at closing', values['disconnected'], 'dismissed'),
    counted('answered within T', values['good'], ['answeredWithin']),
    measured('ASA, s', values['speed_of_answer_min'], 'asa', TOTAL, MINUTE),
    counted('busy time, s', values['occupancy_pct'], ['busy'], {unit: agentSeconds / 100}),
  ];
}

function telethonReplicated(): readonly Expected[] {
  const values = told('Telethon').replicated_60000_weeks ?? {};
  return [
    measured('created', values['arrivals'], 'created'),
    measured('answered', values['served'], 'answered'),
    measured('abandoned', values['abandoned'], 'abandoned'),
    counted('abandoned after T', values['abandonedAfterAWT'], ['abandonedLate']),
    measured('messages', values['messages'], 'messages'),
    measured('dismissed at closing', values['disconnected'], 'dismissed'),
    counted('answered within T', values['servedInAWT'], ['answeredWithin']),
    counted('answered or abandoned within T', values['servedOrAbInAWT'], ['withinEither']),
    counted('wait of the answered, s', values['sumWaitServed'], ['waitAnswered'], {unit: MINUTE}),
    counted('wait of the answered and abandoned, s', values['sumWaitAll'], ['waitAnswered', 'waitAbandoned'], {unit: MINUTE}),
    counted('answered within T, of answered and abandoned after T', values['SL good/(served+abAfterAWT)'], ['answeredWithin'], {
      over: ['answered', 'abandonedLate'],
    }),
    counted('answered within T, of created', values['SL good/arrivals(ratio)'], ['answeredWithin'], {over: ['created']}),
    counted('abandoned, of created', values['Pab[0]'], ['abandoned'], {over: ['created']}),
    measured('ASA, s', values['ASA served'], 'asa', TOTAL, MINUTE),
    measured('occupancy', values['occ[0]'], 'occupancy'),
  ];
}

const OLDEST: CenterSketch['routing'] = {contact: ['age']};
/**
 * The published program means to take the oldest, but compares with a time that it never updates, so that the last type in a
 * group's list wins: type 0 in the first group and in the second, once it has waited for 12 s, type 1. Levels say so here.
 */
const REROUTING: CenterSketch['routing'] = {contact: ['level', 'age'], overflow: [[], [{group: 1, afterSeconds: 12}], []]};
const LAST_IN_LIST = [[1, 2], [1, 2]];

export const publishedCenters: Family = {
  title: 'Centers that others simulated',
  source: 'contactcenters_published.json',
  about:
    'The worked examples of the ContactCenters library (Université de Montréal), built as its documentation describes them, beside the 1000 days or weeks that it printed ' +
    'and beside 60,000 of an independent program. Both sides are simulations; z divides by both standard errors together.',
  notCompared:
    '“Within T” means a wait below T there, here at most T: waits have a continuous law, so nobody waits exactly T. The Telethon’s “corrected occupancy” of 64.05 %, whose ' +
    'definition is not given and which the independent program (65.06 %) does not reproduce either; its busy time is compared instead. Its service level is the answered within T over 1000, so it says what that count says. ' +
    'The published program with rerouting means to serve the oldest contact, but never updates the time it compares with, so that the last type in a group’s list goes first: its figures are compared with a center that does the same.',
  cases: [
    mmc(),
    mmcAb(),
    {
      name: 'SimpleMSK: 3 types, 2 groups, 3 periods, busy days; beside the published 1000 days',
      scenario: threeTypes('SimpleMSK', 500, OLDEST),
      expected: fromPublished('SimpleMSK'),
      slow: false,
    },
    {
      name: 'SimpleMSK: the same beside 60,000 days of an independent program',
      scenario: threeTypes('SimpleMSK, many days', 4000, OLDEST),
      expected: fromReplicated(),
      slow: true,
    },
    {
      name: 'SimpleMSKWithRerouting: type 1 may go to the second group after 12 s only',
      scenario: threeTypes('SimpleMSKWithRerouting', 500, REROUTING, LAST_IN_LIST),
      expected: fromPublished('SimpleMSKWithRerouting'),
      slow: false,
    },
    {name: 'Telethon: beside the published weeks', scenario: telethon('Telethon', 1000), expected: telethonPublished(), slow: false},
    {
      name: 'Telethon: beside 60,000 weeks of an independent program',
      scenario: telethon('Telethon, many weeks', 10_000),
      expected: telethonReplicated(),
      slow: true,
    },
  ],
};
