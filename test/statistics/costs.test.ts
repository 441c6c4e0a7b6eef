import {describe, expect, it} from 'vitest';
import {runScenario} from '../../src/experiment/run.js';
import type {Contract, GroupPrices, ServiceTerm} from '../../src/scenario/money.js';
import {planCosts, SECONDS_PER_MONTH, type CostCounts, type CostPlan} from '../../src/statistics/cost-plan.js';
import {costsOf} from '../../src/statistics/costs.js';
import type {Results} from '../../src/statistics/results.js';
import {helpLine, read} from '../support/scenario-text.js';

const nothing: GroupPrices = {
  perPaidHour: 0,
  overtimeFactor: 1,
  supportPerPaidHour: 0,
  licencePerSeatMonth: 0,
  turnoverPerSeatYear: 0,
};
const contract = (charges: Partial<Contract>): Contract => ({
  perPaidHour: 0,
  perProductiveHour: 0,
  perHandledMinute: 0,
  perContact: 0,
  perSeatMonth: 0,
  revenuePerContact: [0, 0],
  leastPerMonth: 0,
  setUpPerMonth: 0,
  terms: [],
  ...charges,
});
const term = (told: Partial<ServiceTerm>): ServiceTerm => ({
  kind: 'penalty',
  threshold: 0.8,
  share: 0,
  amount: 0,
  judged: 'horizon',
  contactTypes: [0],
  ...told,
});

/** One group of ten seats that serves both contact types, at one site, over half a month of two days. */
const plan = (told: {readonly contract?: Contract; readonly prices?: Partial<GroupPrices>}): CostPlan => ({
  groups: [{prices: {...nothing, ...told.prices}, seats: 10, site: 0, serves: [0, 1]}],
  contracts: [told.contract ?? null],
  contactTypes: 2,
  days: 2,
  months: 0.5,
});

/**
 * 100 paid hours, 90 of them productive, 4 of them past a shift. 300 orders in 25 hours, 60 claims in 15 hours: 2,400
 * minutes. Of 320 orders 240 in time: 75 %; 150 of 160 on the first day, 90 of 160 on the second.
 */
const counts: CostCounts = {
  paidSeconds: () => 360_000,
  productiveSeconds: () => 324_000,
  overrunSeconds: () => 14_400,
  answered: (_, type) => [300, 60][type]!,
  handledSeconds: (_, type) => [90_000, 54_000][type]!,
  serviceLevel: (_, day) => (day === -1 ? [240, 320] : [[150, 90][day]!, 160]),
};

const costOf = (told: Parameters<typeof plan>[0]): number => {
  const {byGroup, byContactType} = costsOf(plan(told), counts);
  expect(byContactType[0]! + byContactType[1]!).toBeCloseTo(byGroup[0]!, 9);
  return byGroup[0]!;
};
const charged = (charges: Partial<Contract>): number => costOf({contract: contract(charges)});

describe('what own agents cost', () => {
  it('is their paid hours, with support staff', () => {
    expect(costOf({prices: {perPaidHour: 30, supportPerPaidHour: 4.5}})).toBeCloseTo(3450, 9);
  });

  it('is more past the end of a shift', () => {
    // 100 hours at 30, 4 of them at another 7.50
    expect(costOf({prices: {perPaidHour: 30, overtimeFactor: 1.25}})).toBeCloseTo(3030, 9);
  });

  it('is a licence for each seat and month, and a part of a new colleague for each who leaves', () => {
    // ten seats, half a month: 49 each a month, 1,800 each a year
    expect(costOf({prices: {licencePerSeatMonth: 49}})).toBeCloseTo(245, 9);
    expect(costOf({prices: {turnoverPerSeatYear: 1800}})).toBeCloseTo(750, 9);
  });
});

describe('what a contract charges', () => {
  it.each([
    ['by paid hour', {perPaidHour: 24}, 2400],
    ['by productive hour', {perProductiveHour: 27}, 2430],
    ['by handled minute', {perHandledMinute: 0.42}, 1008],
    ['by contact', {perContact: 2.1}, 756],
    ['by seat and month', {perSeatMonth: 1800}, 9000],
    ['as a share of the revenue', {revenuePerContact: [4.5, 0.5]}, 1380],
    ['as a set-up fee spread over months', {setUpPerMonth: 1000}, 500],
    ['by several things, which add up', {perPaidHour: 10, perContact: 1, setUpPerMonth: 100}, 1410],
  ])('is counted %s', (_, charges, amount) => {
    expect(charged(charges)).toBeCloseTo(amount, 9);
  });

  it('is never less than the minimum commitment of the part of the month', () => {
    expect(charged({perHandledMinute: 0.42, leastPerMonth: 30_000})).toBeCloseTo(15_000, 9);
    expect(charged({perHandledMinute: 0.42, leastPerMonth: 2000})).toBeCloseTo(1008, 9);
  });

  it('falls by the steepest penalty that a low service level brings', () => {
    // 75 % in time is below 80 % and below 78 %, not below 75 %
    const terms = [
      term({threshold: 0.8, share: 0.03}),
      term({threshold: 0.78, share: 0.05}),
      term({threshold: 0.75, share: 0.2}),
    ];
    expect(charged({perPaidHour: 24, terms})).toBeCloseTo(2400 * 0.95, 9);
  });

  it('falls by a penalty for each day that misses', () => {
    // the first day reaches 93.75 %, the second 56.25 %: half of the charges, or 500, once
    const daily = (told: Partial<ServiceTerm>): number =>
      charged({perPaidHour: 24, terms: [term({judged: 'day', ...told})]});
    expect(daily({share: 0.1})).toBeCloseTo(2400 - 120, 9);
    expect(daily({amount: 500})).toBeCloseTo(1900, 9);
    expect(daily({amount: 500, threshold: 0.95})).toBeCloseTo(1400, 9);
  });

  it('rises by the largest bonus that a high service level earns', () => {
    const bonus = (threshold: number, amount: number): ServiceTerm => term({kind: 'bonus', threshold, amount});
    expect(charged({perPaidHour: 24, terms: [bonus(0.7, 100), bonus(0.75, 250), bonus(0.9, 999)]})).toBeCloseTo(
      2650,
      9,
    );
  });

  it('takes its penalties from the minimum too', () => {
    expect(charged({leastPerMonth: 10_000, terms: [term({share: 0.1})]})).toBeCloseTo(4500, 9);
  });

  it('is no verdict where nothing was offered', () => {
    const silent = {...counts, serviceLevel: () => [0, 0] as const};
    const {byGroup} = costsOf(plan({contract: contract({perPaidHour: 24, terms: [term({share: 1})]})}), silent);
    expect(byGroup[0]).toBeCloseTo(2400, 9);
  });
});

describe('what contact types cost', () => {
  it('follows handle time, but for charges that a contact brings itself', () => {
    // 1,000 for hours: 25 of 40 handled hours are orders; 2 for each of 300 orders and 60 claims
    const {byContactType} = costsOf(plan({contract: contract({perPaidHour: 10, perContact: 2})}), counts);
    expect([...byContactType]).toEqual([625 + 600, 375 + 120]);
  });

  it('is shared evenly where agents handled nothing', () => {
    const idle = {...counts, answered: () => 0, handledSeconds: () => 0};
    expect([...costsOf(plan({prices: {perPaidHour: 30}}), idle).byContactType]).toEqual([1500, 1500]);
  });
});

describe('the minimum of a site with two groups', () => {
  it('is borne by both as their charges are', () => {
    const one = plan({contract: contract({perPaidHour: 10, leastPerMonth: 8000})}).groups[0]!;
    const both: CostPlan = {...plan({contract: contract({perPaidHour: 10, leastPerMonth: 8000})}), groups: [one, one]};
    const {byGroup} = costsOf(both, {...counts, paidSeconds: group => [270_000, 90_000][group]!});
    // 750 and 250 charged, 4,000 due
    expect([...byGroup]).toEqual([3000, 1000]);
  });
});

describe('cost in results', () => {
  const priced = (team: string, rest: string): Promise<Results> =>
    read(helpLine({team, rest, arrivals: '{rate: 60/h, counts: exact}', help: 'objective: 80% in 20s'})).then(
      scenario => runScenario({...scenario, run: {...scenario.run, replications: 8}}, {workers: 'in-process'}),
    );
  const rowOf = ({rows}: Results, measure: string, scope: string) =>
    rows.find(row => row.measure === measure && row.scope === scope && row.interval === null);

  it('is absent where no price is known', async () => {
    const results = await priced('count: 6', '');
    expect(results.scenario).not.toHaveProperty('currency');
    expect(results.rows.some(({unit}) => unit === 'money')).toBe(false);
  });

  it('has the interval of its own replications, in total, by site, group and contact type', async () => {
    const results = await priced('count: 6\nsite: tunis', 'sites: {tunis: {contract: {per-handled-minute: €0.50}}}');
    expect(results.scenario.currency).toBe('EUR');
    const answered = rowOf(results, 'answered', 'total')!.value;
    const aht = rowOf(results, 'aht', 'total')!.value;
    for (const scope of ['total', 'site', 'group', 'contactType', 'queue', 'channel']) {
      const cost = rowOf(results, 'cost', scope)!;
      expect(cost.value).toBeCloseTo((answered * aht * 0.5) / 60, 6);
      expect(cost.unit).toBe('money');
      expect(cost.low!).toBeLessThan(cost.value);
      expect(cost.high!).toBeGreaterThan(cost.value);
      expect(rowOf(results, 'costPerContact', scope)!.value).toBeCloseTo((aht * 0.5) / 60, 9);
    }
    expect(results.rows.some(({measure, interval}) => measure.startsWith('cost') && interval !== null)).toBe(false);
  });

  it('without chance has no width: a seat costs what it costs', async () => {
    const results = await priced('count: 6\nsite: tunis', 'sites: {tunis: {contract: {per-seat: €2629.80/month}}}');
    // a day is 86,400 ÷ 2,629,800 of a month
    expect(rowOf(results, 'cost', 'total')).toMatchObject({
      low: expect.closeTo(518.4, 6),
      high: expect.closeTo(518.4, 6),
    });
  });

  it('pays for absence where it is paid: so many hours more, and nothing else differs', async () => {
    const absent = (paid: boolean) => priced(`count: 6\npay: €10\nabsence: {share: 30%, paid: ${paid}}`, '');
    const [paid, unpaid] = [await absent(true), await absent(false)];
    const agents = rowOf(paid, 'absentAgents', 'group')!.value;
    expect(agents).toBeGreaterThan(0.5);
    const more = rowOf(paid, 'cost', 'total')!.value - rowOf(unpaid, 'cost', 'total')!.value;
    expect(more).toBeCloseTo(agents * 24 * 10, 6);
    expect(rowOf(unpaid, 'absentAgents', 'group')).toBeUndefined();
    for (const measure of ['agents', 'occupancy', 'serviceLevel', 'asa'])
      expect(rowOf(paid, measure, 'total')).toEqual(rowOf(unpaid, measure, 'total'));
    expect(rowOf(paid, 'utilisation', 'total')!.value).toBeLessThan(rowOf(unpaid, 'utilisation', 'total')!.value);
  });

  it('counts as resolved who does not come back', async () => {
    const scenario = await read(
      helpLine({
        help: 'comes-back: 100% within 2d',
        team: 'count: 6\npay: €10',
        arrivals: '{rate: 20/h, counts: exact}',
      }),
    );
    const results = await runScenario(scenario, {workers: 'in-process'});
    expect(rowOf(results, 'costPerContact', 'total')!.value).toBeGreaterThan(0);
    // each comes back, most of them past the horizon: nobody is resolved, and there is no cost per resolved contact
    expect(rowOf(results, 'costPerResolved', 'total')).toBeUndefined();
  });

  it('knows nothing of a scenario without prices', async () => {
    expect(planCosts(await read(helpLine()), SECONDS_PER_MONTH)).toBeNull();
  });
});
