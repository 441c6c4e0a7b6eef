import {describe, expect, it} from 'vitest';
import {ReplicationFailure} from '../../src/base/replication-failure.js';
import {openExecutor, type Executor, type Job} from '../../src/experiment/executor.js';
import {runScenario} from '../../src/experiment/run.js';
import {jobKey, scenarioHash} from '../../src/experiment/scenario-hash.js';
import {loadScenario} from '../../src/scenario/load.js';
import {commandOf} from '../../src/scenario/origin.js';
import type {Distribution, Scenario} from '../../src/scenario/scenario.js';
import type {BlockData} from '../../src/statistics/block.js';
import {Summary} from '../../src/statistics/summary.js';
import {twoDesks} from '../support/two-desks.js';

const job = (scenario: Scenario, first: number, replications = 2): Job => ({scenario, first, replications});

async function done(executor: Executor, jobs: readonly Job[]): Promise<{block: BlockData; job: number}[]> {
  const results: {block: BlockData; job: number}[] = [];
  await executor.run(jobs, {onResult: (block, number) => void results.push({block, job: number})});
  return results;
}

/** A center whose simulation breaks: nobody knows how to draw from its distribution. */
function broken(): Scenario {
  const center = twoDesks();
  const [cards, loans] = center.contactTypes;
  const faulty = {...loans!, talk: [{fromOfDay: 0, distribution: {kind: 'unheard of'} as unknown as Distribution}]};
  return {...center, name: 'broken center', contactTypes: [cards!, faulty]};
}

describe('an executor', () => {
  const quiet = twoDesks({}, 60);
  const busy = twoDesks({}, 200);

  it('does jobs of several scenarios and hands over what each adds, in the order of the jobs', async () => {
    const executor = openExecutor({workers: 'in-process'});
    const results = await done(executor, [job(quiet, 0), job(busy, 0), job(quiet, 2, 3)]);
    expect(results.map(({job, block}) => [job, block.first, block.replications])).toEqual([
      [0, 0, 2],
      [1, 0, 2],
      [2, 2, 3],
    ]);
    expect(results[1]!.block.contacts).toBeGreaterThan(2 * results[0]!.block.contacts);
    await executor.close();
  });

  it('gives a job the same bytes whatever it did before', async () => {
    const executor = openExecutor({workers: 'in-process'});
    const [first] = await done(executor, [job(quiet, 4)]);
    await done(executor, [job(busy, 0), job(quiet, 0)]);
    expect(await done(executor, [job(quiet, 4)])).toEqual([first]);
    await executor.close();
  });

  it('serves many runs of scenarios, as a search makes them, with the results that each has alone', async () => {
    const executor = openExecutor({workers: 'in-process'});
    for (const scenario of [quiet, busy, quiet])
      expect(await runScenario(scenario, {executor})).toEqual(await runScenario(scenario, {workers: 'in-process'}));
    await executor.close();
  });

  it('takes up again after an interruption', async () => {
    const executor = openExecutor({workers: 'in-process'});
    const stop = new AbortController();
    const long = twoDesks({replications: 1000}, 60);
    const interrupted = await runScenario(long, {
      executor,
      signal: stop.signal,
      onProgress: ({finished}) => finished > 2 && stop.abort(),
    });
    expect(interrupted.replications.finished).toBeLessThan(1000);
    expect(await runScenario(quiet, {executor})).toEqual(await runScenario(quiet));
    await executor.close();
  });

  it('says which scenario, seed and replication broke, and how to repeat it alone', async () => {
    const executor = openExecutor({workers: 'in-process'});
    const failure = await done(executor, [job(quiet, 0), job(broken(), 3)]).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ReplicationFailure);
    expect((failure as ReplicationFailure).where).toEqual({
      scenario: 'broken center',
      seed: '7',
      replication: 3,
      command: null,
    });
    expect((failure as Error).message).toContain('plimsoll simulate SCENARIO --seed 7 --only-replication 3');
    expect(await done(executor, [job(quiet, 0)])).toHaveLength(1);
    await executor.close();
  });

  it('names the file and the changes of a candidate that broke, so that the line can be typed as it stands', async () => {
    const changes = {set: ['agents.team={count: 7, skills: [help]}'], volume: '110%', seed: '7'};
    const candidate = await loadScenario('scenarios/help-line.yaml', changes);
    const copy: Scenario = {...candidate, routing: null as never};
    const executor = openExecutor({workers: 'in-process'});
    const failure = await done(executor, [job(copy, 3)]).catch((error: unknown) => error);
    expect((failure as Error).message).toContain(
      "plimsoll simulate scenarios/help-line.yaml --set 'agents.team={count: 7, skills: [help]}' --volume 110% --seed 7 --only-replication 3",
    );
    expect(commandOf({...candidate, groups: []})).toBeNull();
    await executor.close();
  });
});

describe('one replication alone', () => {
  it('is the very one that the whole run has under its number', async () => {
    const scenario = twoDesks({replications: 6});
    const records: string[] = [];
    await runScenario(scenario, {onReplications: lines => void records.push(...lines.split('\n'))});
    let alone = '';
    const results = await runScenario(scenario, {onlyReplication: 4, onReplications: lines => void (alone += lines)});
    expect(results.replications).toEqual({asked: 1, finished: 1});
    expect(alone.trimEnd().split('\n')).toEqual(records.filter(line => line.startsWith('4,')));
  });
});

describe('the hash of a scenario', () => {
  it('tells what is simulated, not how often, with which seed and under what name', () => {
    const center = twoDesks();
    const same = {...center, name: 'other', description: 'words', run: {...center.run, seed: '9', replications: 3}};
    expect(scenarioHash(same)).toBe(scenarioHash(center));
    expect(jobKey(same)).not.toBe(jobKey(center));
    expect(scenarioHash(twoDesks({}, 121))).not.toBe(scenarioHash(center));
    expect(scenarioHash({...center, run: {...center.run, warmUpSeconds: 60}})).not.toBe(scenarioHash(center));
    expect(scenarioHash({...center, run: {...center.run, warmUpSeconds: Infinity}})).not.toBe(
      scenarioHash({...center, run: {...center.run, warmUpSeconds: NaN}}),
    );
  });
});

describe('a summary', () => {
  it('is the same from blocks of an executor as from the run of the scenario', async () => {
    const scenario = twoDesks({replications: 4});
    const executor = openExecutor({workers: 'in-process'});
    const summary = new Summary(scenario);
    await executor.run(
      [0, 1, 2, 3].map(first => job(scenario, first, 1)),
      {onResult: block => summary.merge(block)},
    );
    const facts = {program: '1.2.3', asked: 4, interrupted: false};
    expect(await runScenario(scenario, {program: '1.2.3', workers: 'in-process'})).toMatchObject(
      summary.results(facts),
    );
    await executor.close();
  });
});
