import {describe, expect, it} from 'vitest';
import {explainMonth} from '../../../src/planning/headcount/explain-plan.js';
import {makePlan} from '../../../src/planning/headcount/make-plan.js';
import {readPlan} from '../../../src/planning/headcount/read-plan.js';
import {solve} from '../../../src/planning/optimise/solve.js';

/**
 * Six months worked out by hand. Pay is €18 for each of 35 × 52 ÷ 12 hours: €2,730 a head and month. An FTE has 35 × days ÷ 7
 * hours: 155, 140, 155, 150, 155, 150. Overtime costs 18 × 1.25 = €22.50 an hour, less than the €30 of outsourcing.
 */
const PLAN = `
start: 2027-01
months: 6
required: [70, 75, 72, 73, 75, 72]
people:
  start: 100
  hours: 35h
  shrinkage: 30%
  attrition: 2%/month
  pay: €18/h
  overtime: {at-most: 5%, pay: 125%}
  time-off: {at-most: 4%}
  transfers: {2027-05: -2}
hiring:
  lead-time: 1 month
  training: 1 month
  ramp-up: [50%]
  drop-out: 10%
  per-hire: €1000
  per-trainee: €500
  class: {most: 20}
  classes: {2027-01: 20}
outsourcing: {pay: €30/h, at-most: 4, paid-after: 1 month}
`;

/**
 * Heads.
 *   Jan: 100 − 2 % = 98.
 *   Feb: 98 − 1.96 = 96.04 experienced; the class of 20 opened in January joins: 116.04.
 *   Mar: 96.04 − 1.9208 = 94.1192; of the 20, 10 % drop out and 2 % of the other 18 leave: 20 − 2 − 0.36 = 17.64; 111.7592.
 *   Apr: 94.1192 − 1.882384 = 92.236816; 17.64 − 0.3528 = 17.2872; 109.524016.
 *   May: 92.236816 − 1.84473632 − 2 transferred = 88.39207968; 17.2872 − 0.345744 = 16.941456; 105.33353568.
 *   Jun: 88.39207968 − 1.7678415936 = 86.6242380864; 16.941456 − 0.33882912 = 16.60262688; 103.2268649664.
 * Productive: the class is in training in February, worth half in March, all from April on.
 *   98; 96.04; 94.1192 + 8.82 = 102.9392; 109.524016; 105.33353568; 103.2268649664. Net of shrinkage: × 0.7.
 * Gaps.
 *   Jan: 68.6 for 70: 1.4 of overtime (3.43 allowed).
 *   Feb: 67.228 for 75: 7.772 under; overtime 5 % of 67.228 = 3.3614, outsourcing 4, short 0.4106.
 *   Mar: 72.05744 for 72: 0.05744 given back.
 *   Apr: 76.6668112 for 73: 3.6668112 over, 4 % of 76.6668112 = 3.066672448 given back.
 *   May: 73.733474976 for 75: 1.266525024 of overtime.
 *   Jun: 72.25880547648 for 72: 0.25880547648 given back.
 */
const HEADS = {
  starting: [100, 98, 116.04, 111.7592, 109.524016, 105.33353568],
  attrition: [2, 1.96, 4.2808, 2.235184, 2.19048032, 2.1066707136],
  hires: [0, 20, 0, 0, 0, 0],
  transfers: [0, 0, 0, 0, -2, 0],
  planned: [98, 116.04, 111.7592, 109.524016, 105.33353568, 103.2268649664],
  opened: [20, 0, 0, 0, 0, 0],
  productive: [98, 96.04, 102.9392, 109.524016, 105.33353568, 103.2268649664],
  net: [68.6, 67.228, 72.05744, 76.6668112, 73.733474976, 72.25880547648],
  required: [70, 75, 72, 73, 75, 72],
  overUnder: [-1.4, -7.772, 0.05744, 3.6668112, -1.266525024, 0.25880547648],
  overtime: [1.4, 3.3614, 0, 0, 1.266525024, 0],
  outsourced: [0, 4, 0, 0, 0, 0],
  timeOff: [0, 0, 0.05744, 3.066672448, 0, 0.25880547648],
  short: [0, 0.4106, 0, 0, 0, 0],
} as const;

/**
 * Money.
 *   People: planned × 2,730.
 *   Overtime: 1.4 × 155 × 22.50; 3.3614 × 140 × 22.50; 1.266525024 × 155 × 22.50.
 *   Time off, at 18 an hour: 0.05744 × 155; 3.066672448 × 150; 0.25880547648 × 150.
 *   Hiring 20 × 1,000 and training 20 × 500, when the class joins. Outsourcing: 4 × 140 × 30.
 * Cash: hiring is paid in January, when the class opens; outsourcing of February is paid in March.
 */
const MONEY = {
  people: [267_540, 316_789.2, 305_102.616, 299_000.56368, 287_560.5524064, 281_809.341358272],
  overtime: [4882.5, 10_588.41, 0, 0, 4417.0060212, 0],
  timeOff: [0, 0, -160.2576, -8280.0156096, 0, -698.774786496],
  hiring: [0, 20_000, 0, 0, 0, 0],
  training: [0, 10_000, 0, 0, 0, 0],
  outsourcing: [0, 16_800, 0, 0, 0, 0],
  total: [272_422.5, 374_177.61, 304_942.3584, 290_720.5480704, 291_977.5584276, 281_110.566571776],
} as const;
const CASH = [292_422.5, 337_377.61, 321_742.3584, 290_720.5480704, 291_977.5584276, 281_110.566571776];

describe('a plan of six months worked out by hand', () => {
  const located = readPlan(PLAN, 'plan.yaml', 'plan');

  it('is reproduced, every head and every hour', async () => {
    const {months, chosen, total} = await makePlan(located, solve);
    expect(chosen).toBe('given');
    for (const [name, cells] of Object.entries(HEADS))
      cells.forEach((cell, index) =>
        expect(months[index]![name as keyof typeof HEADS], `${name} of month ${index + 1}`).toBeCloseTo(cell, 9),
      );
    expect(total.short).toBeCloseTo(0.4106, 9);
    expect(total.leavers).toBeCloseTo(14.7731350336, 9);
  });

  it('is reproduced, every amount', async () => {
    const {months, total} = await makePlan(located, solve);
    for (const [name, cells] of Object.entries(MONEY))
      cells.forEach((cell, index) =>
        expect(months[index]!.cost[name as keyof typeof MONEY], `${name} of month ${index + 1}`).toBeCloseTo(cell, 6),
      );
    CASH.forEach((cell, index) => expect(months[index]!.cash, `cash of month ${index + 1}`).toBeCloseTo(cell, 6));
    // all that is counted is paid inside the plan
    expect(total.cash).toBeCloseTo(total.cost, 6);
    expect(total.owed).toBe(0);
  });

  it('can be followed, figure by figure', async () => {
    const {teams} = await makePlan(located, solve);
    const [team] = located.plan.teams;
    const march = Object.fromEntries(
      explainMonth(team!, teams[0]!, 2).map(({figure, value, from}) => [figure, [value, from]]),
    );
    expect(march['attrition']).toEqual([
      expect.closeTo(4.2808, 9),
      '10 % of 20.00 whose training ends, and 2 % a month of the others',
    ]);
    expect(march['planned']![1]).toBe('116.04 − 4.28 + 0.00 + 0.00');
    expect(march['productive']![1]).toBe('94.12 experienced + 17.64 of 2027-02 × 50 %');
    expect(march['cash']![1]).toContain('outsourcing of 2027-02 (16,800.00)');
    const february = explainMonth(team!, teams[0]!, 1).find(({figure}) => figure === 'hires')!;
    expect(february.from).toBe('class of 20 opened in 2027-01');
  });
});
