import {spawnSync} from 'node:child_process';
import {copyFileSync, existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {blocksOf, readPage} from '../../docs/markdown.js';
import {PLIMSOLL} from '../support/run-plimsoll.js';
import {temporaryFolder} from '../support/temporary-folder.js';

const log = join(process.env['PLIMSOLL_DATA'] ?? '', 'anonymous-bank', 'february1999.txt');
const missing = process.env['PLIMSOLL_DATA'] === undefined || !existsSync(log);
if (missing) process.stderr.write('skipped: PLIMSOLL_DATA does not lead to the log of the Anonymous Bank\n');

describe.skipIf(missing)('the page on why Erlang C misleads', () => {
  it('shows the figures that its commands bring', () => {
    const page = readPage('docs/how-to/why-erlang-c-misleads.md');
    const folder = temporaryFolder();
    copyFileSync(log, join(folder, 'february1999.txt'));
    for (const {info, text} of blocksOf(page))
      if (info.startsWith('file=')) writeFileSync(join(folder, info.slice('file='.length)), `${text}\n`);
    const commands = blocksOf(page).find(({info}) => info === 'no-run')!.text;
    const program = `plimsoll() { ${JSON.stringify(process.execPath)} ${JSON.stringify(PLIMSOLL)} "$@"; }`;
    const run = spawnSync('bash', ['-euo', 'pipefail', '-c', `${program}\n${commands}`], {cwd: folder, encoding: 'utf8'});
    expect(run.stderr.includes('Error')).toBe(false);
    expect(run.status).toBe(0);
    const lines = run.stdout.trim().split('\n');
    const table = lines.filter(line => line.startsWith('| ')).slice(2);
    expect(table).toHaveLength(4);
    const squeezed = page.replace(/[ ]+/g, ' ');
    for (const line of table) expect(squeezed).toContain(line.replace(/[ ]+/g, ' '));
    expect(run.stdout).toContain('114 of 387 hours without end, 57 of the others ten times');
    expect(run.stdout).toContain('2810 agent hours by Erlang C, 2667 by Erlang A');
    // the grid goes with the page's story: hours in columns that are copied
    expect(readFileSync(join(folder, 'c.csv'), 'utf8').split('\n')[0]).toMatch(/^#hour,arrivals,aht,agents,patience/);
  });
});
