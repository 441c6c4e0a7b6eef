import {describe, expect, it} from 'vitest';
import {Block} from '../../src/statistics/block.js';
import {figuresOf, type Figure} from '../../src/statistics/figures.js';
import {PAIR_STRIDE, SINGLE_STRIDE} from '../../src/statistics/moments.js';
import {planStatistics} from '../../src/statistics/plan.js';
import {recordLines, RECORDS_HEADER} from '../../src/statistics/replication-records.js';
import {Summary} from '../../src/statistics/summary.js';
import {bank, CARDS, LOANS, numbers, PARIS, resultsOf, type Day} from '../support/told-days.js';

describe('blocks of replications', () => {
  const days = Array.from({length: 30}, (_, replication): Day => ({
    cards: [{...CARDS, answered: 80 + (replication % 7), waitAnswered: 800 + 13 * replication}],
    loans: [LOANS],
    paris: [PARIS],
    waits: [replication, 2 * replication],
    days: {offered: 10, answered: 10, answeredWithin: replication % 11},
  }));

  it('give what single replications give, to rounding', () => {
    const scenario = bank();
    const summary = new Summary(scenario);
    for (const [first, last] of [
      [0, 25],
      [25, 30],
    ] as const) {
      const block = new Block(planStatistics(scenario), first, last - first);
      days.slice(first, last).forEach(day => block.add(numbers(day)));
      summary.merge(block.take());
    }
    const merged = summary.results({program: '1.2.3', asked: 30, interrupted: false});
    const single = resultsOf(days);
    expect(merged.rows.length).toBe(single.rows.length);
    merged.rows.forEach((row, index) => {
      expect(row.value).toBeCloseTo(single.rows[index]!.value, 10);
      expect(row.low ?? -1).toBeCloseTo(single.rows[index]!.low ?? -1, 8);
    });
    expect(merged.waits).toEqual(single.waits);
  });

  it('write down numerator and denominator of every measure, in total and by contact type', () => {
    const scenario = bank();
    const block = new Block(planStatistics(scenario), 7, 2, {withRecords: true});
    block.add(numbers(days[0]!));
    block.add(numbers(days[1]!));
    const lines = recordLines(scenario, block.take()).trimEnd().split('\n');
    expect(RECORDS_HEADER).toBe('replication,scope,name,measure,numerator,denominator\n');
    expect(lines).toContain('7,contactType,cards,asa,800,80');
    expect(lines).toContain('8,contactType,cards,asa,813,81');
    expect(lines).toContain('7,total,total,offered,150,1');
    expect(lines).toContain('7,contactType,cards,offeredLoad,18000,7200');
    expect(lines.some(line => line.includes('waitP'))).toBe(false);
    expect(lines.length % 2).toBe(0);
  });

  it('give of the figures that are followed what a block of all of them gives', () => {
    const plan = planStatistics(bank());
    const {columns, rows} = plan;
    const isFollowed = ({measure, scope}: Figure) => measure === 'asa' && rows.scopes[scope]!.scope === 'contactType';
    const followed = figuresOf(rows)
      .filter(isFollowed)
      .map(({column}) => column);
    const pairs = Int32Array.from(followed.flatMap(column => [...columns.pairs.subarray(2 * column, 2 * column + 2)]));
    const all = new Block(plan, 0, days.length);
    const few = new Block(plan, 0, days.length, {followed: {singles: new Int32Array(0), pairs}});
    for (const day of days) for (const block of [all, few]) block.add(numbers(day));
    const moments = all.take().moments.subarray(columns.singles.length * SINGLE_STRIDE);
    const expected = followed.flatMap(column => [
      ...moments.subarray(column * PAIR_STRIDE, (column + 1) * PAIR_STRIDE),
    ]);
    expect(expected.some(value => value > 0)).toBe(true);
    expect([...few.take().moments]).toEqual(expected);
  });
});
