import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {runScenario} from '../../src/experiment/run.js';
import {render} from '../../src/report/formats/render.js';
import {loadScenario} from '../../src/scenario/load.js';
import type {Results} from '../../src/statistics/results.js';
import {ROOT, runPlimsoll} from '../support/run-plimsoll.js';
import {goldenPage} from './golden-page.js';

const REPLICATIONS = 4;
const scenarios = readdirSync(join(ROOT, 'scenarios')).filter((name) => name.endsWith('.yaml'));
/** `npm run golden` writes the pages anew; say in the changelog why figures moved. */
const writing = process.env.PLIMSOLL_GOLDEN === 'write';

describe.each(scenarios)('%s', (file) => {
  const path = join('scenarios', file);
  const golden = join(ROOT, 'test', 'golden', `${basename(file, '.yaml')}.txt`);

  it('gives the figures that it gave before, without threads and on four, to the same byte', async () => {
    const onFour = await runPlimsoll(['simulate', path, '--replications', String(REPLICATIONS), '--workers', '4', '--format', 'json']);
    expect(onFour).toMatchObject({exitCode: 0, stderr: ''});
    const {program} = JSON.parse(onFour.stdout) as Results;

    const results = await runScenario(await loadScenario(join(ROOT, path), {replications: REPLICATIONS}), {workers: 'in-process', program});
    // a difference between two texts of a megabyte helps nobody
    expect(onFour.stdout === render(results, 'json', {width: 100, color: false}), 'the bytes of four threads are those of none').toBe(true);

    const page = goldenPage(results);
    if (writing) writeFileSync(golden, page);
    expect(page).toBe(readFileSync(golden, 'utf8'));
  });
});
