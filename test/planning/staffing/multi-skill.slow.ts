import {describe, expect, it} from 'vitest';
import type {StaffingAnswer} from '../../../src/planning/staffing/answer.js';
import {gridOf, type Counts} from '../../../src/planning/staffing/grid.js';
import {objectivesOf, type StaffingObjective} from '../../../src/planning/staffing/objectives.js';
import type {Scenario} from '../../../src/scenario/scenario.js';
import {multiSkill} from '../../oracles/multi-skill.js';
import {publishedCenters} from '../../oracles/published-centers.js';
import {built} from '../../support/built.js';

const {openExecutor} = await built<typeof import('../../../src/experiment/executor.js')>('experiment/executor.js');
const {staffScenario} =
  await built<typeof import('../../../src/planning/staffing/staff.js')>('planning/staffing/staff.js');
const {isFeasible, Trials} =
  await built<typeof import('../../../src/planning/staffing/trials.js')>('planning/staffing/trials.js');

/**
 * Staffs, then asks streams that no part of the search has seen: every objective holds there, and with any single agent
 * fewer one breaks. What is nearer to its target than three standard errors may fall on either side, and is not judged.
 */
async function staffAndCheck(
  scenario: Scenario,
  objectives: readonly StaffingObjective[],
  replications: number,
): Promise<StaffingAnswer> {
  const executor = openExecutor();
  const {signal} = new AbortController();
  try {
    const answer = await staffScenario(scenario, {objectives, executor, signal, program: 'test', replications});
    expect(answer.verification).toMatchObject({holds: true, least: true});
    const grid = gridOf(scenario);
    const trials = new Trials({...scenario, run: {...scenario.run, seed: 'never seen'}}, grid, objectives, {
      executor,
      signal,
    });
    const counts: Counts = answer.groups.map(({agents}) => agents);
    const sample = {first: 0, replications: replications * 4};
    const trial = await trials.one(counts, sample);
    trial.slack.forEach((slack, check) =>
      expect(slack).toBeGreaterThanOrEqual(-3 * (trial.figures[check]?.error ?? 0)),
    );
    for (const [group, row] of counts.entries())
      for (const [interval, agents] of row.entries()) {
        if (agents === 0) continue;
        const fewer = counts.map((other, index) =>
          index === group ? other.map((count, place) => (place === interval ? count - 1 : count)) : other,
        );
        const without = await trials.one(fewer, sample);
        const near = without.slack.some((slack, check) => Math.abs(slack) < 3 * (without.figures[check]?.error ?? 0));
        if (!near) expect(isFeasible(without)).toBe(false);
      }
    return answer;
  } finally {
    await executor.close();
  }
}

const answeredAtOnce = (scenario: Scenario, target: number): readonly StaffingObjective[] =>
  scenario.contactTypes.map(({name}) => ({
    measure: 'serviceLevelOverOffered',
    scope: 'contactType',
    name,
    comparison: '>=',
    target,
    over: 'interval',
  }));

describe('staffing of the designs whose exact figures are known', () => {
  it.each(multiSkill.cases.map(({name, scenario}) => [name, scenario] as const))('%s', async (_, scenario) => {
    await staffAndCheck(scenario, answeredAtOnce(scenario, 0.7), 12);
  });
});

describe('staffing of SimpleMSK', () => {
  it('keeps 80 % in 20 s of every type in every period, with nobody to spare', async () => {
    const {scenario} = publishedCenters.cases.find(({name}) => name.startsWith('SimpleMSK: 3 types'))!;
    const objective = {share: 0.8, thresholdSeconds: 20, definition: 'excluding-abandons'} as const;
    const asked = {...scenario, contactTypes: scenario.contactTypes.map(type => ({...type, objective}))};
    const answer = await staffAndCheck(asked, objectivesOf(asked, 'interval'), 150);
    expect(answer.groups.flatMap(({binds}) => binds).every(one => one !== null)).toBe(true);
  });
});
