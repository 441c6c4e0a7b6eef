import {describe, expect, it} from 'vitest';
import {compareScenarios} from '../../src/experiment/compare.js';
import {openExecutor} from '../../src/experiment/executor.js';
import {runGate} from '../../src/experiment/gate/run-gate.js';
import {loadSweep} from '../../src/experiment/sweep/load-sweep.js';
import {runSweep} from '../../src/experiment/sweep/sweep.js';
import {withSchedule} from '../../src/planning/schedule/with-schedule.js';
import {compareSites} from '../../src/planning/sites/compare-sites.js';
import {makeCenter} from '../../src/planning/sites/make-center.js';
import {objectivesOf} from '../../src/planning/staffing/objectives.js';
import {staffScenario} from '../../src/planning/staffing/staff.js';
import {loadCandidates} from '../../src/scenario/candidates.js';
import {parseRule} from '../../src/scenario/gate-rule.js';
import {loadScenario} from '../../src/scenario/load.js';
import {commandOf} from '../../src/scenario/origin.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import {figureCatalogue} from '../../src/statistics/figure-catalogue.js';

const FILE = 'scenarios/help-line.yaml';
const OPTIONS = {workers: 'in-process'} as const;
const WORDS = `plimsoll simulate ${FILE} --set 'agents.team={count: 7, skills: [help]}'`;
const CHANGES = {set: ['agents.team={count: 7, skills: [help]}'], seed: 'Monday 2'};

/** A scenario on which the engine breaks: no routing. */
const broken = (scenario: Scenario): Scenario => ({...scenario, routing: null as never});

const failureOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing failed',
    (error: unknown) => (error as Error).message,
  );

describe('a simulation that breaks, by whatever command, says how to repeat it', () => {
  const alone = `to repeat it alone: ${WORDS} --seed 'Monday 2' --only-replication 0`;

  it('in a comparison: the candidate with its changes', async () => {
    const {base, candidates} = await loadCandidates(
      FILE,
      {files: [], set: CHANGES.set, candidates: []},
      {seed: CHANGES.seed, replications: 2},
    );
    const rivals = candidates.map(({scenario, ...candidate}) => ({...candidate, scenario: broken(scenario)}));
    expect(await failureOf(compareScenarios(base, rivals, OPTIONS))).toContain(alone);
  });

  it('in a sweep: the point with its values', async () => {
    const {subject} = await loadSweep(FILE, {
      vary: ['agents.team.count=7', 'run.volume=90%,110%'],
      design: 'grid',
      replications: 2,
      seed: 'Monday 2',
    });
    const points = subject.points.map(point => ({...point, scenario: broken(point.scenario)}));
    expect(await failureOf(runSweep({...subject, points}, OPTIONS))).toContain(
      `to repeat it alone: plimsoll simulate ${FILE} --set agents.team.count=7 --set run.volume=90% --seed 'Monday 2' --only-replication 0`,
    );
  });

  it('in a gate: the candidate, or the baseline', async () => {
    const scenario = await loadScenario(FILE, CHANGES);
    const at = {file: 'gates.yaml', line: 1, column: 1, path: ''};
    const rules = [parseRule('asa not worse than baseline + 3%', at, figureCatalogue(scenario))];
    const options = {...OPTIONS, rules, replications: 2, alpha: 0.05, untilDecided: false};
    const baseline = {kind: 'scenario', scenario: broken(scenario)} as const;
    expect(await failureOf(runGate(await loadScenario(FILE, {seed: CHANGES.seed}), {...options, baseline}))).toContain(
      alone,
    );
    const good = {kind: 'scenario', scenario} as const;
    expect(await failureOf(runGate(broken(scenario), {...options, baseline: good}))).toContain(alone);
  });

  it('while agents are searched: the file, and that its numbers of agents were others', async () => {
    const scenario = broken(await loadScenario(FILE, CHANGES));
    const work = staffScenario(scenario, {
      objectives: objectivesOf(scenario, 'interval'),
      executor: openExecutor(OPTIONS),
      signal: new AbortController().signal,
      program: 'test',
      method: 'simulation',
    });
    expect(await failureOf(work)).toContain(
      `it had numbers of agents that were tried: the whole command repeats it; the same replication of the file as it stands: ${WORDS} --seed 'Monday 2' --only-replication 0`,
    );
  });

  it('while sites are compared: the file, and that demand and shares were others', async () => {
    const scenario = broken(await loadScenario('scenarios/retail-sites.yaml', {seed: '4', replications: 1}));
    const {center} = await makeCenter(scenario, []);
    const work = compareSites(center, [], {...OPTIONS, demandCv: 0.1});
    expect(await failureOf(work)).toMatch(
      /it had demand and shares of work that were tried: .* plimsoll simulate scenarios\/retail-sites\.yaml --seed 4 --only-replication 0/,
    );
  });

  it('with shifts of a plan: the file', async () => {
    const scenario = await loadScenario(FILE, CHANGES);
    expect(commandOf(withSchedule(scenario, []))).toBe(WORDS);
  });
});
