import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {askPlimsoll} from '../support/ask-plimsoll.js';
import {startPlimsoll} from '../support/run-plimsoll.js';
import {temporaryFolder} from '../support/temporary-folder.js';

const SWEEP = [
  ...['sweep', 'scenarios/help-line.yaml', '--vary', 'agents.team.count=5,6', '--vary', 'run.volume=90%,110%'],
  ...['--goal', 'serviceLevel(help) >= 75%', '--minimise', 'cost', '--max-replications', '100', '--replications', '20'],
];
const FILES = ['sweep.json', 'sweep.csv'];

describe('plimsoll sweep', () => {
  it('killed half way goes on where it stopped, and ends with the same bytes as if nothing had happened', async () => {
    const [killed, whole] = [temporaryFolder(), temporaryFolder()];
    const linesOf = (folder: string): number => {
      const journal = join(folder, 'sweep.journal');
      return existsSync(journal) ? readFileSync(journal, 'utf8').split('\n').length - 1 : 0;
    };
    const {child, ended} = startPlimsoll([...SWEEP, '--out', killed, '--workers', '2']);
    const watch = setInterval(() => linesOf(killed) > 2 && child.kill('SIGKILL'), 2);
    const {exitCode} = await ended;
    clearInterval(watch);
    expect(exitCode).toBeNull();
    expect(FILES.some(file => existsSync(join(killed, file)))).toBe(false);
    const before = readFileSync(join(killed, 'sweep.journal'), 'utf8');

    const again = await askPlimsoll([...SWEEP, '--out', killed, '--workers', '1']);
    const undisturbed = await askPlimsoll([...SWEEP, '--out', whole, '--workers', '1']);
    expect(again).toEqual(undisturbed);
    expect(again.stdout).toMatch(
      /Least cost with serviceLevel\(help\) >= 75%: agents.team.count=5, *\n?run.volume=90%/,
    );
    for (const file of FILES)
      expect(readFileSync(join(killed, file), 'utf8')).toBe(readFileSync(join(whole, file), 'utf8'));
    const journal = readFileSync(join(killed, 'sweep.journal'), 'utf8');
    expect(journal.startsWith(before.slice(0, before.lastIndexOf('\n') + 1))).toBe(true);
    expect(journal).toBe(readFileSync(join(whole, 'sweep.journal'), 'utf8'));
  });

  it('draws a map, and refuses a folder that keeps another sweep', async () => {
    const folder = temporaryFolder();
    const small = ['sweep', 'scenarios/help-line.yaml', '--vary', 'agents.team.count=5,6', '--replications', '2'];
    const drawn = await askPlimsoll([
      ...small,
      ...['--vary', 'run.volume=90%,110%', '--show', 'asa', '--out', folder, '--charts', folder],
    ]);
    expect(drawn.exitCode).toBe(0);
    expect(readFileSync(join(folder, 'sweep.png')).subarray(1, 4).toString()).toBe('PNG');
    const refused = await askPlimsoll([...small, '--out', folder]);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toMatch(/plimsoll explain SWP003/);
  });
});
