import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {SOON_MS} from '../support/soon.js';
import type {runScenario as RunScenario} from '../../src/experiment/run.js';
import type {Distribution} from '../../src/scenario/scenario.js';
import type {compareScenarios as CompareScenarios} from '../../src/experiment/compare.js';
import type {Executor, openExecutor as OpenExecutor} from '../../src/experiment/executor.js';
import type {BlockData} from '../../src/statistics/block.js';
import {twoDesks} from '../support/two-desks.js';

const built = new URL('../../dist/experiment/run.js', import.meta.url);
const isBuilt = existsSync(fileURLToPath(built));
if (!isBuilt) console.warn('test/experiment/workers.test.ts is skipped: no build in dist/ (npm run build)');

/** Workers need compiled files, so these runs are of the build, as the commands start them. */
describe.skipIf(!isBuilt)('a run shared between worker threads', async () => {
  const {runScenario} = isBuilt
    ? ((await import(built.href)) as {runScenario: typeof RunScenario})
    : {runScenario: neverRun};

  it('gives the same bytes with 1, 2 and 8 workers as without', async () => {
    const scenario = twoDesks({replications: 45});
    const alone = await runScenario(scenario, {workers: 'in-process'});
    expect(alone.replications.finished).toBe(45);
    for (const workers of [1, 2, 8])
      expect(JSON.stringify(await runScenario(scenario, {workers}))).toBe(JSON.stringify(alone));
  });

  it('writes the same lines of replications.csv, in order', async () => {
    const scenario = twoDesks({replications: 20});
    const lines = async (workers: number | 'in-process'): Promise<string> => {
      let text = '';
      await runScenario(scenario, {workers, onReplications: more => void (text += more)});
      return text;
    };
    expect(await lines(3)).toBe(await lines('in-process'));
  });

  it('ends at once when interrupted, with the replications that finished', async () => {
    const stop = new AbortController();
    let stoppedAt = Infinity;
    const results = await runScenario(twoDesks({replications: 5_000}), {
      workers: 2,
      signal: stop.signal,
      onProgress: ({finished}) => {
        if (finished === 0 || stop.signal.aborted) return;
        stoppedAt = performance.now();
        stop.abort();
      },
    });
    expect(performance.now() - stoppedAt).toBeLessThan(SOON_MS);
    expect(results.interrupted).toBe(true);
    expect(results.replications.finished).toBeGreaterThan(0);
    expect(results.replications.finished).toBeLessThan(5_000);
    expect(results.rows.length).toBeGreaterThan(0);
  });

  it('gives the same blocks of many scenarios, in order of job, and stays for the next run', async () => {
    const {openExecutor} = (await import(new URL('executor.js', built).href)) as {openExecutor: typeof OpenExecutor};
    const scenarios = [60, 120, 180].map(perHour => twoDesks({}, perHour));
    const jobs = [0, 3, 6].flatMap(first => scenarios.map(scenario => ({scenario, first, replications: 3})));
    const blocks = async (executor: Executor): Promise<BlockData[]> => {
      const results: BlockData[] = [];
      await executor.run(jobs, {
        onResult: (block, job) => {
          expect(job).toBe(results.length);
          results.push(block);
        },
      });
      return results;
    };
    const [here, there] = [openExecutor({workers: 'in-process'}), openExecutor({workers: 2})];
    const alone = await blocks(here);
    expect(await blocks(there)).toEqual(alone);
    expect(await blocks(there)).toEqual(alone);
    await there.close();
  });

  it('compares with the same bytes on threads as without', async () => {
    const {compareScenarios} = (await import(new URL('compare.js', built).href)) as {
      compareScenarios: typeof CompareScenarios;
    };
    const candidates = [100, 140].map(perHour => ({name: `${perHour}`, scenario: twoDesks({}, perHour)}));
    const base = twoDesks({replications: 20});
    const alone = JSON.stringify(await compareScenarios(base, candidates, {workers: 'in-process'}));
    expect(JSON.stringify(await compareScenarios(base, candidates, {workers: 2}))).toBe(alone);
  });

  it('keeps what early replications of a long comparison have shown when it is interrupted', async () => {
    const {compareScenarios} = (await import(new URL('compare.js', built).href)) as {
      compareScenarios: typeof CompareScenarios;
    };
    const stop = new AbortController();
    const comparison = await compareScenarios(
      twoDesks({replications: 2000}),
      [{name: 'fewer calls', scenario: twoDesks({}, 100)}],
      {workers: 2, signal: stop.signal, onProgress: ({finished}) => finished >= 60 && stop.abort()},
    );
    expect(comparison.interrupted).toBe(true);
    expect(comparison.replications.finished).toBeGreaterThan(0);
    expect(comparison.replications.finished).toBeLessThan(2000);
  });

  it('names the replication that breaks in a thread, with what repeats it', async () => {
    const center = twoDesks({replications: 30});
    const [cards, ...others] = center.contactTypes;
    const faulty = {...cards!, talk: [{fromOfDay: 0, distribution: {kind: 'unheard of'} as unknown as Distribution}]};
    await expect(runScenario({...center, contactTypes: [faulty, ...others]}, {workers: 2})).rejects.toMatchObject({
      name: 'ReplicationFailure',
      where: {scenario: 'test center', seed: '7'},
    });
  });

  it('throws in this thread what is wrong with a log, as something the user can mend', async () => {
    const scenario = twoDesks();
    const log = {
      kind: 'replayed',
      file: '/nowhere/calls.csv',
      logName: 'cards',
      delimiter: null,
      decimalComma: false,
      jitterSeconds: 0,
      use: [],
    } as const;
    const [cards, ...others] = scenario.contactTypes;
    const replayed = {...scenario, contactTypes: [{...cards!, arrivals: [log]}, ...others]};
    await expect(runScenario(replayed, {workers: 2})).rejects.toMatchObject({
      name: 'UserError',
      problems: [{place: {file: '/nowhere/calls.csv'}}],
    });
  });
});

function neverRun(): never {
  throw new Error('these tests are skipped without a build');
}
