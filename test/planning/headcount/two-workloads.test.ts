import {describe, expect, it} from 'vitest';
import {chatQueue} from '../../../src/analytic/chat.js';
import {UserError} from '../../../src/base/errors.js';
import {explainPlan} from '../../../src/planning/headcount/explain-total.js';
import {makePlan} from '../../../src/planning/headcount/make-plan.js';
import type {PlanMonth} from '../../../src/planning/headcount/plan.js';
import {readPlan} from '../../../src/planning/headcount/read-plan.js';
import {solve} from '../../../src/planning/optimise/solve.js';
import {planDocument} from '../../../src/report/documents/plan-document.js';
import {planCsv} from '../../../src/report/formats/plan-csv.js';
import {planOutcomeJsonSchema} from '../../../src/report/plan-outcome-schema.js';
import {faultsOf} from '../../../src/report/json-schema.js';

/**
 * Two months of voice and letters in Paris and Tunis, worked out by hand. An FTE has 35 × days ÷ 7 hours: 140 and 155.
 * Pay is €18 for each of 35 × 52 ÷ 12 hours in Paris, €2,730 a head and month; €6 in Tunis, €910.
 */
const PLAN = `
start: 2027-02
months: 2
workloads:
  voice: {required: [50, 60], served-by: {paris: 60%, tunis: 40%}}
  letters:
    demand: {contacts: 8400/month, season: {mar: 124%}, aht: 5m, method: hours, occupancy: 80%}
    served-by: tunis
teams:
  paris:
    people: {start: 50, hours: 35h, shrinkage: 30%, attrition: 2%/month, pay: €18/h, overtime: {at-most: 10%, pay: 125%}}
  tunis:
    people: {start: 40, hours: 35h, shrinkage: 25%, attrition: 5%/month, pay: €6/h, time-off: {at-most: 4%}}
    hiring: {lead-time: 1 month, per-hire: €600, classes: {2027-02: 4}}
    outsourcing: {pay: €12/h, at-most: 2}
`;

type Heads = Omit<PlanMonth, 'month' | 'cost'>;
type Cells = Readonly<Record<keyof Heads, readonly [number, number]>> & {
  readonly cost: Readonly<Record<keyof PlanMonth['cost'], readonly [number, number]>>;
};

/**
 * Paris serves 60 % of voice: 30 and 36 FTE.
 *   Feb: 50 − 2 % = 49; × 0.7 = 34.3, 4.3 over, and no time off to give.
 *   Mar: 49 − 0.98 = 48.02; × 0.7 = 33.614, 2.386 under; overtime of up to 3.3614 covers it: 2.386 × 155 × 18 × 1.25.
 */
const PARIS: Cells = {
  starting: [50, 49],
  attrition: [1, 0.98],
  hires: [0, 0],
  transfers: [0, 0],
  planned: [49, 48.02],
  opened: [0, 0],
  productive: [49, 48.02],
  net: [34.3, 33.614],
  required: [30, 36],
  overUnder: [4.3, -2.386],
  overtime: [0, 2.386],
  outsourced: [0, 0],
  timeOff: [0, 0],
  short: [0, 0],
  cash: [133_770, 139_415.775],
  cost: {
    people: [133_770, 131_094.6],
    overtime: [0, 8321.175],
    timeOff: [0, 0],
    hiring: [0, 0],
    training: [0, 0],
    outsourcing: [0, 0],
    total: [133_770, 139_415.775],
  },
};

/**
 * Tunis serves 40 % of voice, 20 and 24 FTE, and all letters: 8,400 × 300 s ÷ 0.8 = 875 hours ÷ 140 = 6.25 FTE in February,
 * 124 % of them, 1,085 hours ÷ 155 = 7, in March.
 *   Feb: 40 − 5 % = 38; × 0.75 = 28.5 for 26.25: 2.25 over, 4 % of 28.5 = 1.14 given back at 140 × 6. The class of 4 opens and is paid.
 *   Mar: 38 − 1.9 + 4 = 40.1; × 0.75 = 30.075 for 31: 0.925 under. No overtime is allowed; 0.925 × 155 × 12 of outsourcing.
 */
const TUNIS: Cells = {
  starting: [40, 38],
  attrition: [2, 1.9],
  hires: [0, 4],
  transfers: [0, 0],
  planned: [38, 40.1],
  opened: [4, 0],
  productive: [38, 40.1],
  net: [28.5, 30.075],
  required: [26.25, 31],
  overUnder: [2.25, -0.925],
  overtime: [0, 0],
  outsourced: [0, 0.925],
  timeOff: [1.14, 0],
  short: [0, 0],
  cash: [36_022.4, 38_211.5],
  cost: {
    people: [34_580, 36_491],
    overtime: [0, 0],
    timeOff: [-957.6, 0],
    hiring: [0, 2400],
    training: [0, 0],
    outsourcing: [0, 1720.5],
    total: [33_622.4, 40_611.5],
  },
};

/** Cell by cell the sum of both. */
const TOTAL: Cells = {
  starting: [90, 87],
  attrition: [3, 2.88],
  hires: [0, 4],
  transfers: [0, 0],
  planned: [87, 88.12],
  opened: [4, 0],
  productive: [87, 88.12],
  net: [62.8, 63.689],
  required: [56.25, 67],
  overUnder: [6.55, -3.311],
  overtime: [0, 2.386],
  outsourced: [0, 0.925],
  timeOff: [1.14, 0],
  short: [0, 0],
  cash: [169_792.4, 177_627.275],
  cost: {
    people: [168_350, 167_585.6],
    overtime: [0, 8321.175],
    timeOff: [-957.6, 0],
    hiring: [0, 2400],
    training: [0, 0],
    outsourcing: [0, 1720.5],
    total: [167_392.4, 180_027.275],
  },
};

function expectCells(months: readonly PlanMonth[], {cost, ...heads}: Cells): void {
  months.forEach((month, index) => {
    for (const [name, cells] of Object.entries(heads))
      expect(month[name as keyof Heads], `${name} of ${month.month}`).toBeCloseTo(cells[index]!, 8);
    for (const [name, cells] of Object.entries(cost))
      expect(month.cost[name as keyof typeof cost], `${name} cost of ${month.month}`).toBeCloseTo(cells[index]!, 6);
  });
}

const read = (text: string) => readPlan(text, 'plan.yaml', 'plan');

describe('two kinds of contact in two teams, worked out by hand', () => {
  const located = read(PLAN);

  it('are reproduced cell by cell, team by team and in total', async () => {
    const {teams, months, total} = await makePlan(located, solve);
    expectCells(teams[0]!.months, PARIS);
    expectCells(teams[1]!.months, TUNIS);
    expectCells(months, TOTAL);
    const needs = teams.flatMap(({name, workloads}) => workloads.map(need => [name, need.name, need.required]));
    expect(needs).toEqual([
      ['paris', 'voice', [30, 36]],
      ['tunis', 'voice', [20, 24]],
      ['tunis', 'letters', [expect.closeTo(6.25, 9), expect.closeTo(7, 9)]],
    ]);
    expect(total.cost).toBeCloseTo(347_419.675, 6);
    // heads in are heads out and heads there
    expect(90 + total.hires).toBeCloseTo(total.leavers + months[1]!.planned, 9);
  });

  it('can be followed, workload by workload and team by team', async () => {
    const result = await makePlan(located, solve);
    const explained = explainPlan(located.plan, result, [1]);
    expect(explained.map(({team}) => team)).toEqual(['paris', 'tunis', 'total']);
    const from = (team: number, wanted: string) =>
      explained[team]!.derivations.find(({figure}) => figure === wanted)!.from;
    expect(from(1, 'required: voice')).toBe('as told (40 % of all)');
    expect(from(1, 'required: letters')).toBe(
      '1,085.00 agent hours for 10,416.00 contacts of 300 s (hours of work ÷ occupancy of 80 %) ÷ 155.00 hours (35 a week, 31 days)',
    );
    expect(from(1, 'required')).toBe('24.00 + 7.00');
    expect(from(2, 'planned')).toBe('48.02 paris + 40.10 tunis');
  });

  it('stand in CSV by team and in total, and JSON and page keep them apart', async () => {
    const result = await makePlan(located, solve);
    const [header, ...rows] = planCsv(result).trim().split('\n');
    expect(header).toMatch(/^team,month,starting,.*,required:voice,required:letters$/);
    expect(rows.map(row => row.split(',').slice(0, 2).join(' '))).toEqual([
      'paris 2027-02',
      'paris 2027-03',
      'tunis 2027-02',
      'tunis 2027-03',
      'total 2027-02',
      'total 2027-03',
    ]);
    expect(rows[5]).toMatch(/,60,7$/);
    expect(faultsOf(planOutcomeJsonSchema(), JSON.parse(JSON.stringify(result)))).toEqual([]);
    const titles = planDocument(result).tables.map(({title}) => title);
    expect(titles).toContain('FTE that each kind of contact takes');
    expect(titles).toContain('tunis · FTE, net of shrinkage');
  });

  it('counts the classes of each team, two that join in one month as well', async () => {
    const both = PLAN.replace('  tunis:\n', '    hiring: {lead-time: 1 month, classes: {2027-02: 5}}\n  tunis:\n');
    expect(planDocument(await makePlan(read(both), solve)).headline).toContain('9.0 join in 2 classes');
  });
});

describe('a fan of several kinds of contact', () => {
  it('adds quantiles up, since work rises and falls together, and keeps sure work sure', async () => {
    const {fan, teams, months} = await makePlan(
      read(
        PLAN.replace('tunis: 40%}}', 'tunis: 40%}, uncertainty: {now: 10%, after-a-year: 10%}}').replace(
          '    served-by: tunis',
          '    served-by: tunis\n    uncertainty: {after-a-year: 0%}',
        ),
      ),
      solve,
    );
    // the median of voice is its mean ÷ √(1 + 0.1²), letters stay; a head is worth net ÷ planned
    const factor = 1 / Math.sqrt(1.01);
    const paris = (30 * factor) / 0.7;
    const tunis = (20 * factor + 6.25) / 0.75;
    expect(fan![0]!.heads[3]).toBeCloseTo(paris + tunis, 8);
    expect(fan![1]!.covered).toBe(Math.min(...teams.map(team => team.fan![1]!.covered)));
    expect(months).toHaveLength(2);
  });
});

describe('chats at once', () => {
  it('take the fewest agents by Erlang Chat in every half-hour', async () => {
    const {teams} = await makePlan(
      read(`
start: 2027-02
months: 1
demand:
  {contacts: 4000/month, aht: 5m, by-concurrency: [100%, 120%, 150%], patience: 2m, objective: "80% in 20s, over offered", open: {mon-fri: 09:00-11:00}}
people: {start: 10, hours: 35h}
`),
      solve,
    );
    const inTime = (agents: number): number => {
      const figures = chatQueue({
        arrivalRate: 4000 / 80 / 1800,
        ahtByConcurrency: [300, 360, 450],
        agents,
        patience: 120,
        threshold: 20,
      });
      return figures.outcome === 'stable' ? figures.serviceLevel.overOffered : 0;
    };
    let agents = 1;
    while (inTime(agents) < 0.8) agents += 1;
    // 2027-02 has 80 open half-hours, and 140 hours of a contract
    expect(teams[0]!.workloads[0]!.required[0]).toBeCloseTo((80 * 0.5 * agents) / 140, 9);
  });
});

describe('workloads and teams that cannot be', () => {
  it.each([
    [
      PLAN.replace('tunis: 40%', 'tunis: 30%'),
      'PLN009 plan.yaml:5:42',
      'expected shares that add up to 100%, got "90%"',
    ],
    [PLAN.replace('served-by: tunis', 'served-by: tuni'), 'PLN009 plan.yaml:8:16', '(did you mean "tunis"?)'],
    [PLAN.replace('    served-by: tunis\n', ''), 'PLN009', 'expected served-by: one of the teams paris, tunis'],
    [PLAN.replace('{paris: 60%, tunis: 40%}', 'tunis'), 'PLN011', 'expected a team that some workload is served by'],
    [`${PLAN}people: {start: 4}\n`, 'PLN010', 'expected one of people and teams'],
    [`${PLAN}hiring: {lead-time: 1 month}\n`, 'PLN010', 'expected no hiring beside teams'],
    [PLAN.replace('method: hours, ', ''), 'PLN012', 'expected objective: such as 80% in 20s'],
    [PLAN.replace('aht: 5m', 'aht: 5m, patience: 2m'), 'PLN012 plan.yaml:7:76', 'expected no patience'],
    [PLAN.replaceAll('paris', 'total'), 'PLN010', 'another name'],
    [PLAN.replace('required: [50, 60]', 'required: [50]'), 'PLN002 plan.yaml:5:21', 'expected 2 numbers'],
  ])('are named with place and remedy: %#', (text, code, message) => {
    let said = '';
    try {
      read(text);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      said = error.problems.map(problem => problem.code).join(' ') + ' ' + error.message;
    }
    expect(said).toContain(code.split(' ')[0]);
    expect(said).toContain(code.split(' ')[1] ?? '');
    expect(said).toContain(message);
  });
});
