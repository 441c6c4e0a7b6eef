import {describe, expect, it} from 'vitest';
import {makePlan} from '../../src/planning/headcount/make-plan.js';
import {readPlan} from '../../src/planning/headcount/read-plan.js';
import {solve} from '../../src/planning/optimise/solve.js';
import {rosterOf} from '../../src/planning/schedule/roster.js';
import {scheduleShifts} from '../../src/planning/schedule/schedule.js';
import {compareSites} from '../../src/planning/sites/compare-sites.js';
import {makeCenter} from '../../src/planning/sites/make-center.js';
import {parseMix} from '../../src/planning/sites/site-settings.js';
import {scheduleDocument} from '../../src/report/documents/schedule-document.js';
import {faultsOf, type JsonSchema} from '../../src/report/json-schema.js';
import {planOutcomeJsonSchema} from '../../src/report/plan-outcome-schema.js';
import {scheduleJsonSchema} from '../../src/report/schedule-schema.js';
import {sitesJsonSchema} from '../../src/report/sites-schema.js';
import {parisAndTunis} from '../support/paris-and-tunis.js';
import {read} from '../support/scenario-text.js';

/** As it is written and read back. */
const written = (data: object): unknown => JSON.parse(JSON.stringify(data));

/** Keys of an answer that its schema says nothing of. */
function undescribed(schema: JsonSchema | undefined, value: unknown, path = ''): string[] {
  if (schema === undefined) return [path];
  if (Array.isArray(value)) return value.slice(0, 1).flatMap(item => undescribed(schema.items, item, `${path}[]`));
  if (typeof value !== 'object' || value === null || (schema.type === 'object' && schema.properties === undefined))
    return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    undescribed(schema.properties?.[key], inner, `${path}.${key}`),
  );
}

describe('the published schema', () => {
  it('of a schedule allows and describes one', async () => {
    const scenario = await read(`clock: {start: 2026-10-12, days: 1, timezone: UTC}
contacts: {help: {arrivals: 40/h, queue: q, handle: 4m, patience: 3m, objective: 80% in 20s}}
queues: {q: {open: 08:00-12:00}}
agents: {team: {count: 9, skills: [help]}}
scheduling: {shifts: {short: {length: 3h, starts: 08:00-10:00}}, rounds: 2}
run: {replications: 2}
`);
    const schedule = (await scheduleShifts(scenario, {workers: 'in-process'}))!;
    const answer = written(
      scheduleDocument(scenario, schedule, await rosterOf(scenario, schedule.agents), '0.1.0').data,
    );
    expect(faultsOf(scheduleJsonSchema(), answer)).toEqual([]);
    expect(undescribed(scheduleJsonSchema(), answer)).toEqual([]);
  });

  it('of a comparison of sites allows and describes one, traced or not', async () => {
    const two = await parisAndTunis();
    const scenario = {...two, run: {...two.run, replications: 1}};
    const {center} = await makeCenter(scenario, []);
    const mixes = [parseMix('paris=100%', scenario)];
    const answer = written(
      await compareSites(center, mixes, {demandCv: 0.1, workers: 'in-process', withCosts: true}),
    ) as {points: {costADay: number; costs: {amount: number}[]}[]};
    expect(faultsOf(sitesJsonSchema(), answer)).toEqual([]);
    expect(undescribed(sitesJsonSchema(), answer)).toEqual([]);
    for (const {costADay, costs} of answer.points)
      expect(costs.reduce((sum, {amount}) => sum + amount, 0) / scenario.clock.days).toBeCloseTo(costADay, 6);
  });

  it('of a plan worked out allows and describes one', async () => {
    const plan = readPlan(
      `start: 2027-01
months: 6
required: [7, 7, 8, 9, 9, 8]
people: {start: 8, shrinkage: 20%, attrition: 3%/month, pay: €2000/month}
uncertainty: {after-a-year: 15%}
`,
      'plan.yaml',
      'plan',
    );
    const answer = written(await makePlan(plan, solve));
    expect(faultsOf(planOutcomeJsonSchema(), answer)).toEqual([]);
    expect(undescribed(planOutcomeJsonSchema(), answer)).toEqual([]);
  });
});
