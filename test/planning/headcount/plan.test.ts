import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {requiredAgents} from '../../../src/analytic/required-agents.js';
import {UserError} from '../../../src/base/errors.js';
import {evaluate} from '../../../src/planning/headcount/evaluate.js';
import {makePlan, type PlanResult} from '../../../src/planning/headcount/make-plan.js';
import {needsOf} from '../../../src/planning/headcount/plan-team.js';
import {readPlan} from '../../../src/planning/headcount/read-plan.js';
import {NoPlanFound, type Solve} from '../../../src/planning/headcount/optimise-classes.js';
import type {ProgramSolution} from '../../../src/planning/optimise/program.js';
import {solve} from '../../../src/planning/optimise/solve.js';

const planText = (parts: {months?: number; required?: string; people?: string; rest?: string} = {}): string => `
start: 2027-01
months: ${parts.months ?? 6}
${parts.required ?? 'required: [7, 7, 8, 9, 9, 8]'}
people: {start: 10, shrinkage: 20%, attrition: 3%/month, pay: €2000/month${parts.people ?? ''}}
${parts.rest ?? ''}
`;
const read = (text: string) => readPlan(text, 'plan.yaml', 'plan');
const made = (text: string): Promise<PlanResult> => makePlan(read(text), solve);
const messageOf = async (text: string): Promise<string> => {
  try {
    await made(text);
  } catch (error) {
    if (error instanceof UserError) return `${error.problems[0]!.code} ${error.message}`;
    throw error;
  }
  throw new Error('the plan was made');
};

describe('heads', () => {
  it('that come in are those that leave and those that are there, whatever the plan', () => {
    const share = fc.double({min: 0, max: 0.5, noNaN: true});
    const heads = fc.integer({min: 0, max: 40});
    fc.assert(
      fc.property(
        fc.record({
          start: heads,
          attrition: share,
          dropOut: share,
          training: fc.double({min: 0, max: 4, noNaN: true}),
          lead: fc.integer({min: 0, max: 3}),
        }),
        fc.array(heads, {minLength: 8, maxLength: 8}),
        fc.array(fc.integer({min: 0, max: 5}), {minLength: 8, maxLength: 8}),
        ({start, attrition, dropOut, training, lead}, opened, transfers) => {
          const {plan} = read(
            planText({months: 8, required: 'required: [1, 1, 1, 1, 1, 1, 1, 1]', rest: 'hiring: {lead-time: 1 month}'}),
          );
          const team = plan.teams[0]!;
          const changed = {
            ...team,
            people: {...team.people, start, monthlyAttrition: attrition, transfers},
            hiring: {...team.hiring!, lead, training, dropOut, rampUp: [0.5, 0.8]},
          };
          const months = evaluate(changed, new Array<number>(8).fill(1), opened);
          let there = start;
          for (const month of months) {
            expect(month.starting).toBeCloseTo(there, 9);
            expect(month.planned).toBeCloseTo(month.starting - month.attrition + month.hires + month.transfers, 9);
            expect(month.planned).toBeGreaterThanOrEqual(-1e-9);
            expect(month.productive).toBeLessThanOrEqual(month.planned + 1e-9);
            const covered = month.net + month.overtime + month.outsourced + month.short - month.timeOff;
            expect(covered).toBeGreaterThanOrEqual(month.required - 1e-9);
            there = month.planned;
          }
          const sum = (of: (month: (typeof months)[number]) => number) =>
            months.reduce((all, month) => all + of(month), 0);
          const comeIn = start + sum(month => month.hires) + sum(month => month.transfers);
          expect(comeIn).toBeCloseTo(sum(month => month.attrition) + there, 6);
        },
      ),
      {numRuns: 100, seed: 1},
    );
  });

  it('leave by the month so that a year comes to what is told', () => {
    const {people} = read(planText({people: ', hours: 35h'}).replace('3%/month', '27%/year')).plan.teams[0]!;
    expect((1 - people.monthlyAttrition) ** 12).toBeCloseTo(0.73, 12);
  });
});

describe('the optimiser', () => {
  const rest = `hiring: {lead-time: 1 month, training: 1 month, ramp-up: [50%], class: {least: 2, most: 3}, per-hire: €1500}
outsourcing: {pay: €60/h, at-most: 1}`;

  it('finds what trying every combination of classes finds', async () => {
    const text = planText({people: ', overtime: {at-most: 5%}', rest});
    const best = await made(text);
    const team = read(text).plan.teams[0]!;
    const sizes = [0, 2, 3];
    const outcomes = Array.from({length: sizes.length ** 5}, (_, number) => {
      const opened = [0, 1, 2, 3, 4, 5].map(month => (month === 5 ? 0 : sizes[Math.floor(number / 3 ** month) % 3]!));
      const months = evaluate(team, team.workloads[0]!.required!, opened);
      return {
        short: months.reduce((sum, month) => sum + month.short, 0),
        cost: months.reduce((sum, month) => sum + month.cost.total, 0),
      };
    });
    const least = Math.min(...outcomes.map(({short}) => short));
    const cheapest = Math.min(...outcomes.filter(({short}) => short <= least + 1e-6).map(({cost}) => cost));
    expect(best.total.short).toBeCloseTo(least, 6);
    expect(best.total.cost).toBeLessThanOrEqual(cheapest * 1.0001);
    expect(best.total.cost).toBeGreaterThanOrEqual(cheapest * (1 - 1e-9));
    expect(best.gap).toBeLessThanOrEqual(1e-4);
  });

  it('leaves classes alone that the plan gives, unless it is asked', async () => {
    const text = planText({rest: `${rest}`.replace('per-hire', 'classes: {2027-02: 2}, per-hire')});
    expect((await made(text)).months.map(({opened}) => opened)).toEqual([0, 2, 0, 0, 0, 0]);
    expect((await makePlan(read(text), solve, {optimise: true})).chosen).toBe('optimised');
  });

  it('says which months nothing can cover, and what would', async () => {
    const {warnings} = await made(planText({required: 'required: [20, 7, 7, 7, 7, 7]', rest}));
    expect(warnings[0]).toMatch(
      /^2027-01: 11\.2 FTE short; what would cover it: overtime of 145 % in place of 0 %, or 11\.2 FTE more of outsourcing, or a class opened by 2026-11, before the plan begins\.$/,
    );
  });
});

describe('the work of a month', () => {
  it('is the agents of every half-hour over the hours of a contract', () => {
    // 2027-02 has four of each day of the week; five of them open 09:00-11:00: 80 half-hours
    const {plan} = read(`
start: 2027-02
months: 1
demand: {contacts: 4000/month, aht: 5m, patience: 2m, objective: 80% in 20s, open: {mon-fri: 09:00-11:00}}
people: {start: 10, hours: 35h}
`);
    const {agents} = requiredAgents({
      arrivalRate: 4000 / 80 / 1800,
      aht: 300,
      patience: 120,
      targets: {serviceLevel: {share: 0.8, threshold: 20, definition: 'excludingAbandons'}},
    })!;
    expect(needsOf(plan.teams[0]!)[0]!.required[0]).toBeCloseTo((80 * 0.5 * agents) / 140, 9);
  });

  it('grows, and follows season and campaigns', () => {
    const {demand} = read(
      `
start: 2027-12
months: 13
demand:
  contacts: 1,000/month
  growth: 10%/year
  season: {dec: 130%}
  campaigns: {spring: {from: 2028-03, months: 2, factor: 120%}, letter: {from: 2028-04, factor: 200%}}
  aht: 5m
  objective: 80% in 20s
  open: 09:00-17:00
people: {start: 10}
`.replace('1,000/month', '"1,000/month"'),
    ).plan.teams[0]!.workloads[0]!;
    expect(demand!.contacts[0]).toBeCloseTo(1300, 9);
    expect(demand!.contacts[1]).toBeCloseTo(1000 * 1.1 ** (1 / 12), 9);
    expect(demand!.contacts[4]).toBeCloseTo(1000 * 1.1 ** (4 / 12) * 2.4, 9);
    expect(demand!.contacts[12]).toBeCloseTo(1430, 9);
  });
});

describe('the fan', () => {
  it('is lognormal around the need, widens with time, and tells the chance to be covered', async () => {
    const {fan, months} = await made(planText({rest: 'uncertainty: {now: 5%, after-a-year: 20%}'}));
    const widths = fan!.map(({heads}) => heads[6]! / heads[0]!);
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    // the median of a lognormal with mean 7 is 7 ÷ √(1 + cv²), and a head is worth 0.8
    const variance = Math.log(1 + 0.05 ** 2) + ((Math.log(1 + 0.2 ** 2) - Math.log(1 + 0.05 ** 2)) * 0.5) / 12;
    expect(fan![0]!.heads[3]).toBeCloseTo((7 * Math.exp(-variance / 2)) / 0.8, 9);
    // 9.7 heads × 0.8 = 7.76 for 7: z = (ln(7.76 ÷ 7) + σ² ÷ 2) ÷ σ = (0.10307 + 0.00201) ÷ 0.06346 = 1.656, Φ = 0.951
    expect(months[0]!.net).toBeCloseTo(7.76, 9);
    expect(fan![0]!.covered).toBeCloseTo(0.951, 2);
  });
});

describe('a plan that cannot be', () => {
  it.each([
    [
      planText().replace('months: 6', 'months: 5'),
      'PLN002 plan.yaml:4:11 required: expected 5 numbers, one a month, got "6"',
    ],
    [
      planText({rest: 'demand: {contacts: 100, aht: 4m, objective: 80% in 20s, open: 09:00-17:00}'}),
      'PLN002 plan.yaml:4:11 required: expected one of demand, required and workloads',
    ],
    [
      planText({rest: 'hiring: {lead-time: 7 months}'}),
      'PLN003 plan.yaml:6:21 hiring.lead-time: expected a lead time shorter than the plan of 6 months, or a plan of 8 months or more, got "7 months"',
    ],
    [
      planText({rest: 'hiring: {lead-time: 2 months, classes: {2027-06: 4}}'}),
      'expected a class that joins by 2027-06, the last month of the plan, got "2027-06"',
    ],
    [planText({people: ', transfers: {2028-01: 3}'}), 'expected a month from 2027-01 to 2027-06, got "2028-01"'],
    [planText({people: ', transfers: {2027-02: -20}'}), 'PLN006'],
    [planText({rest: 'budget: €100000'}), 'PLN005 plan.yaml:6:9 budget: expected at least '],
    [planText({people: ', attritoin: 3%/month'}), '(did you mean "attrition"?)'],
    [planText({people: ', hours: 35'}), 'SCN016'],
    [planText().replace('3%/month', '3%'), 'did you mean "3%/year"?'],
    [planText().replace('€2000/month', '2000'), 'SCN090'],
    ['- 1\n- 2', 'PLN001'],
  ])('is named with what would make it possible: %#', async (text, message) => {
    expect(await messageOf(text)).toContain(message);
  });
});

describe('a search for classes that is stopped', () => {
  const hiring = `hiring: {lead-time: 1 month, per-hire: €3000, class: {least: 1, most: 12}}
budget: €1`;
  const none: ProgramSolution = {status: 'timeout', values: [], objective: null, bound: null, gap: null};

  it('says so when there is no plan yet', async () => {
    await expect(makePlan(read(planText({rest: hiring})), () => Promise.resolve(none))).rejects.toThrow(NoPlanFound);
  });

  it('does not call the cost of its best classes the least', async () => {
    const unproven: Solve = async (program, limits) => ({...(await solve(program, limits)), gap: 0.2});
    await expect(makePlan(read(planText({rest: hiring})), unproven)).rejects.toThrow(
      'what these classes cost; the optimiser may find less',
    );
    expect(await messageOf(planText({rest: hiring}))).toContain('the least that the plan costs');
  });
});
