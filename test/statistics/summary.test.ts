import {describe, expect, it} from 'vitest';
import type {MeasureName} from '../../src/scenario/schema/measures.js';
import {BinCounts} from '../../src/statistics/bin-counts.js';
import {blockLength, COUNTER, DAY_STRIDE} from '../../src/statistics/counters.js';
import type {ResultRow, Results, Scope} from '../../src/statistics/results.js';
import {Summary} from '../../src/statistics/summary.js';
import {COARSE, FINE} from '../../src/statistics/wait-histogram.js';
import {callbackOffer, centerWith} from '../support/center.js';
import {bank, CARDS, LOANS, PARIS, resultsOf, type Day} from '../support/told-days.js';

function find(
  {rows}: Results,
  measure: MeasureName,
  scope: Scope = 'total',
  name = 'total',
  interval: string | null = null,
): ResultRow | undefined {
  return rows.find(
    row => row.measure === measure && row.scope === scope && row.name === name && row.interval === interval,
  );
}

const valueOf = (...args: Parameters<typeof find>): number | undefined => find(...args)?.value;

describe('the figures of one replication', () => {
  const results = resultsOf([{cards: [CARDS], loans: [LOANS], paris: [PARIS]}]);
  const A = 100 - 4 - 1;
  const L = 6;

  it.each<[MeasureName, number]>([
    ['created', 110],
    ['offered', 100],
    ['answered', 80],
    ['abandoned', 11],
    ['blocked', 7],
    ['closed', 3],
    ['messages', 4],
    ['dismissed', 3],
    ['stillWaiting', 2],
    ['serviceLevelExcludingAbandons', 70 / (A - L)],
    ['serviceLevelOverOffered', 70 / A],
    ['serviceLevelOverAnswered', 70 / 80],
    ['serviceLevelAbandonsMet', 76 / A],
    ['serviceLevel', 70 / A],
    ['abandonment', 11 / A],
    ['abandonmentAfterThreshold', 5 / (A - L)],
    ['asa', 10],
    ['meanWait', 13],
    ['meanWaitAbandoned', 20],
    ['waitMax', 90],
    ['aht', 200],
    ['offeredLoad', 18_000 / 7200],
    ['meanQueueLength', 1300 / 7200],
  ])('%s of a contact type follows its formula', (measure, value) => {
    expect(valueOf(results, measure, 'contactType', 'cards')).toBeCloseTo(value, 12);
  });

  it('leave callbacks out of service level, abandonment and waits, and tell their delay apart', () => {
    const plain = bank();
    const calling = {...plain, contactTypes: plain.contactTypes.map(type => ({...type, callback: callbackOffer()}))};
    // 20 asked to be called back: 16 answered, 3 calls more were in vain, 4 still wait; the group took 12 of the 16
    const called = {calledBack: 20, callbackDials: 23, callbacksOffered: 20, callbacksAnswered: 16, unreached: 3};
    const cards = {...CARDS, ...called, offered: 140, answered: 96, stillWaiting: 6, callbackWait: 1900};
    const paris = {...PARIS, answered: 137, callbacksAnswered: 12};
    const withCallbacks = resultsOf([{cards: [cards], loans: [LOANS], paris: [paris]}], calling);
    for (const measure of [
      'serviceLevel',
      'serviceLevelExcludingAbandons',
      'serviceLevelOverOffered',
      'serviceLevelOverAnswered',
      'serviceLevelAbandonsMet',
      'abandonment',
      'abandonmentAfterThreshold',
      'asa',
    ] as const)
      expect(valueOf(withCallbacks, measure)).toBeCloseTo(valueOf(results, measure)!, 12);
    expect(valueOf(withCallbacks, 'asa', 'group', 'paris')).toBeCloseTo(valueOf(results, 'asa', 'group', 'paris')!, 12);
    // whoever left a request waited no time at all
    expect(valueOf(withCallbacks, 'meanWait', 'contactType', 'cards')).toBeCloseTo(1300 / 120, 12);
    expect(valueOf(withCallbacks, 'answered', 'contactType', 'cards')).toBe(96);
    expect(valueOf(withCallbacks, 'calledBack', 'contactType', 'cards')).toBe(20);
    expect(valueOf(withCallbacks, 'unreached')).toBe(3);
    expect(valueOf(withCallbacks, 'callbackDelay')).toBeCloseTo(1900 / 19, 12);
    expect(find(results, 'callbackDelay')).toBeUndefined();
  });

  it('judge each contact in a total by its own objective, definition and all', () => {
    expect(valueOf(results, 'serviceLevel')).toBeCloseTo((70 + 20) / (A + (50 - 5)), 12);
    expect(valueOf(results, 'serviceLevel', 'channel', 'voice')).toBe(valueOf(results, 'serviceLevel'));
    expect(valueOf(results, 'serviceLevel', 'contactType', 'loans')).toBeCloseTo(20 / 45, 12);
  });

  it('add up contact types in a total, and take the longest wait of all', () => {
    expect(valueOf(results, 'answered')).toBe(125);
    expect(valueOf(results, 'asa')).toBeCloseTo(1700 / 125, 12);
    expect(valueOf(results, 'waitMax')).toBe(120);
  });

  it('give agents their time: occupancy without breaks, utilisation with them', () => {
    for (const [scope, name] of [
      ['total', 'total'],
      ['group', 'paris'],
      ['site', 'Paris'],
    ] as const) {
      expect(valueOf(results, 'occupancy', scope, name)).toBeCloseTo(5400 / 7200, 12);
      expect(valueOf(results, 'utilisation', scope, name)).toBeCloseTo(5400 / 8000, 12);
      expect(valueOf(results, 'agents', scope, name)).toBeCloseTo(1, 12);
      expect(valueOf(results, 'aht', scope, name)).toBeCloseTo(29_500 / 125, 12);
    }
    expect(find(results, 'occupancy', 'contactType', 'cards')).toBeUndefined();
    expect(find(results, 'serviceLevel', 'group', 'paris')).toBeUndefined();
  });

  it('have no interval, and say what mends that', () => {
    expect(results.rows.every(({low, high}) => low === null && high === null)).toBe(true);
    expect(results.warnings.some(warning => warning.startsWith('one replication'))).toBe(true);
  });

  it('warn when contacts still waited at the end, by contact type', () => {
    const left = resultsOf([{cards: [{offered: 100, stillWaiting: 8}], loans: [{offered: 1000, stillWaiting: 2}]}, {}]);
    expect(left.warnings).toHaveLength(1);
    expect(left.warnings[0]).toMatch(/^cards: 4.00 contacts a replication still waited/);
  });

  it('never show what nobody saw as 0 or NaN', () => {
    const quiet = resultsOf([{}, {}]);
    expect(find(quiet, 'serviceLevel')).toBeUndefined();
    expect(find(quiet, 'asa')).toBeUndefined();
    expect(find(quiet, 'waitMax')).toBeUndefined();
    expect(find(quiet, 'waitP90')).toBeUndefined();
    expect(find(quiet, 'occupancy')).toBeUndefined();
    expect(valueOf(quiet, 'offered')).toBe(0);
    expect(results.rows.every(({value}) => Number.isFinite(value))).toBe(true);
  });
});

describe('figures by interval', () => {
  it('stand beside those of the horizon, which add them up', () => {
    const results = resultsOf([
      {
        cards: [
          {offered: 10, answered: 10, waitMax: 5},
          {offered: 30, answered: 20, waitMax: 50},
        ],
      },
    ]);
    expect(valueOf(results, 'offered', 'contactType', 'cards', 'interval 0')).toBe(10);
    expect(valueOf(results, 'offered', 'contactType', 'cards', 'interval 1')).toBe(30);
    expect(valueOf(results, 'offered', 'contactType', 'cards')).toBe(40);
    expect(valueOf(results, 'waitMax', 'contactType', 'cards', 'interval 0')).toBe(5);
    expect(valueOf(results, 'waitMax', 'contactType', 'cards')).toBe(50);
  });

  it('have a row after close only when something happened there, without averages over time', () => {
    const [quiet, late] = [
      resultsOf([{cards: [CARDS], paris: [PARIS]}]),
      resultsOf([{cards: [CARDS], paris: [PARIS, {}, {busy: 300, idle: 100}]}]),
    ];
    expect(quiet.rows.some(({interval}) => interval === 'after close')).toBe(false);
    expect(valueOf(late, 'occupancy', 'group', 'paris', 'after close')).toBeCloseTo(0.75, 12);
    expect(valueOf(late, 'occupancy', 'group', 'paris')).toBeCloseTo(5700 / 7600, 12);
    expect(find(late, 'agents', 'group', 'paris', 'after close')).toBeUndefined();
    expect(valueOf(late, 'agents', 'group', 'paris')).toBeCloseTo(1, 12);
  });

  it('leave out what the warm-up covers, and average over the rest of an interval', () => {
    const scenario = bank();
    const results = resultsOf([{cards: [{}, {queueTime: 900}]}], {
      ...scenario,
      run: {...scenario.run, warmUpSeconds: 5400},
    });
    expect(results.rows.some(({interval}) => interval === 'interval 0')).toBe(false);
    expect(valueOf(results, 'meanQueueLength', 'contactType', 'cards', 'interval 1')).toBeCloseTo(0.5, 12);
    expect(valueOf(results, 'meanQueueLength', 'contactType', 'cards')).toBeCloseTo(0.5, 12);
  });

  it('fold the days of a week into one: averages over time are over all of them', () => {
    const scenario = centerWith({
      types: {cards: {}},
      groups: {},
      clock: {days: 2, daySeconds: 7200, intervalSeconds: 3600, report: 'time-of-day'},
    });
    const counters = new Float64Array(blockLength({contactTypes: 1, groups: 0, intervals: 2}));
    counters[COUNTER.queueTime] = 720;
    const summary = new Summary(scenario);
    summary.add(0, {
      counters,
      days: new Float64Array(2 * DAY_STRIDE),
      pairs: new Float64Array(0),
      waits: new BinCounts(new Float64Array(FINE.bins)),
      intervalWaits: new BinCounts(new Float64Array(3 * COARSE.bins)),
      contacts: 0,
    });
    const results = summary.results({program: '', asked: 1, interrupted: false});
    expect(valueOf(results, 'meanQueueLength', 'contactType', 'cards', 'interval 0')).toBeCloseTo(0.1, 12);
  });
});

describe('figures over several replications', () => {
  it('are ratios of sums, never means of daily ratios', () => {
    const results = resultsOf([
      {cards: [{offered: 10, answered: 10, answeredWithin: 10}]},
      {cards: [{offered: 90, answered: 90, answeredWithin: 45}]},
    ]);
    expect(valueOf(results, 'serviceLevel', 'contactType', 'cards')).toBeCloseTo(0.55, 12);
    expect(valueOf(results, 'offered', 'contactType', 'cards')).toBe(50);
  });

  it('carry an interval inside the range of the figure', () => {
    const {low, high, value} = find(
      resultsOf([{cards: [{offered: 10}]}, {cards: [{offered: 12}]}, {cards: [{offered: 80}]}]),
      'offered',
      'contactType',
      'cards',
    )!;
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(value);
  });

  it('count the days on which the objective was met, and none where nothing was offered', () => {
    const [good, bad, quiet] = [
      {offered: 10, answered: 9, answeredWithin: 8},
      {offered: 10, answered: 9, answeredWithin: 7},
      {},
    ];
    const row = find(
      resultsOf([good, good, bad, quiet].map(days => ({days}))),
      'objectiveMet',
      'contactType',
      'cards',
    )!;
    expect(row.value).toBeCloseTo(2 / 3, 12);
    // Wilson: 2 of 3
    expect(row.low).toBeCloseTo(0.2077, 4);
    expect(row.high).toBeCloseTo(0.9385, 4);
  });

  it('pool waits for percentiles, with an interval from 40 replications on', () => {
    const day = (replication: number): Day => ({cards: [{answered: 3}], waits: [0, 10, 10 + replication]});
    const days = Array.from({length: 40}, (_, replication) => day(replication));
    const few = resultsOf(days.slice(0, 39));
    const enough = resultsOf(days);
    expect(valueOf(few, 'waitP50', 'contactType', 'cards')).toBeCloseTo(10, 0);
    expect(find(few, 'waitP90', 'contactType', 'cards')!.low).toBeNull();
    const {low, high, value} = find(enough, 'waitP90', 'contactType', 'cards')!;
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
    expect(find(enough, 'waitP90', 'queue', 'cards')!.low).toBeNull();
    expect(find(enough, 'waitP90', 'contactType', 'cards', 'interval 0')!.low).toBeNull();
    expect(find(enough, 'waitP90', 'contactType', 'cards', 'interval 1')).toBeUndefined();
    expect(enough.waits.map(({name, bins}) => [name, bins.reduce((sum, {count}) => sum + count, 0)])).toEqual([
      ['total', 120],
      ['cards', 120],
      ['loans', 0],
    ]);
  });

  it('come in the order of scopes, then horizon and intervals, then measures', () => {
    const {rows} = resultsOf([{cards: [CARDS], loans: [LOANS], paris: [PARIS, {}, {busy: 1}]}]);
    const scopes = [...new Set(rows.map(({scope, name}) => `${scope} ${name}`))];
    expect(scopes).toEqual([
      'total total',
      'channel voice',
      'contactType cards',
      'contactType loans',
      'queue cards',
      'queue loans',
      'group paris',
      'site Paris',
    ]);
    const ofTotal = rows.filter(({scope}) => scope === 'total');
    expect([...new Set(ofTotal.map(({interval}) => interval))]).toEqual([
      null,
      'interval 0',
      'interval 1',
      'after close',
    ]);
    expect(ofTotal[0]!.measure).toBe('created');
  });

  it('hold no rows at all when nothing finished', () => {
    expect(new Summary(bank()).results({program: '', asked: 5, interrupted: true})).toMatchObject({
      rows: [],
      replications: {asked: 5, finished: 0},
      interrupted: true,
    });
  });
});
