import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import {loadScenario} from '../../src/scenario/load.js';
import {built} from '../support/built.js';
import {ROOT} from '../support/run-plimsoll.js';
import {goldenPage} from './golden-page.js';

const REPLICATIONS = 4;
const scenarios = readdirSync(join(ROOT, 'scenarios')).filter((name) => name.endsWith('.yaml'));
/** `npm run golden` writes the pages anew; say in the changelog why figures moved. */
const writing = process.env.PLIMSOLL_GOLDEN === 'write';

const {runScenario} = await built<typeof import('../../src/experiment/run.js')>('experiment/run.js');
const {openExecutor} = await built<typeof import('../../src/experiment/executor.js')>('experiment/executor.js');
const fourThreads = openExecutor({workers: 4});
afterAll(() => fourThreads.close());

describe.each(scenarios)('%s', (file) => {
  const golden = join(ROOT, 'test', 'golden', `${basename(file, '.yaml')}.txt`);

  it('gives the figures that it gave before, without threads and on four, to the same byte', async () => {
    const whole = await loadScenario(join(ROOT, 'scenarios', file));
    const fewer = whole.run.batchMeans === null ? {replications: REPLICATIONS} : {};
    const scenario = {...whole, run: {...whole.run, ...fewer}};
    const results = await runScenario(scenario, {workers: 'in-process'});
    const onThreads = await runScenario(scenario, {executor: fourThreads});
    // a difference between two texts of a megabyte helps nobody
    expect(JSON.stringify(onThreads) === JSON.stringify(results), 'the bytes of four threads are those of none').toBe(true);

    const page = goldenPage(results);
    if (writing) writeFileSync(golden, page);
    expect(page).toBe(readFileSync(golden, 'utf8'));
  });
});
