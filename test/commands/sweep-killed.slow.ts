import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {runPlimsoll, startPlimsoll} from '../support/run-plimsoll.js';
import {temporaryFolder} from '../support/temporary-folder.js';

const SWEEP = [
  ...['sweep', 'scenarios/help-line.yaml', '--vary', 'agents.team.count=4..9:1', '--vary', 'run.volume=80%..120%:10%'],
  ...['--goal', 'serviceLevel(help) >= 75%', '--minimise', 'cost', '--max-replications', '200', '--replications', '20'],
];
const KILLS = 20;
/** After which share of an undisturbed sweep's time each is killed; steps of the golden section meet every part of it. */
const moments = Array.from({length: KILLS}, (_, kill) => 0.05 + 0.9 * ((kill * 0.618) % 1));

describe('plimsoll sweep that is killed twenty times', () => {
  it('goes on each time where it stopped, at once, and ends with the same bytes', async () => {
    const [killed, whole] = [temporaryFolder(), temporaryFolder()];
    const started = performance.now();
    const undisturbed = await runPlimsoll([...SWEEP, '--out', whole]);
    const time = performance.now() - started;
    expect(undisturbed.exitCode).toBe(0);
    const journal = join(killed, 'sweep.journal');
    let kills = 0;
    let kept = 0;
    for (const moment of moments) {
      const {child, ended} = startPlimsoll([...SWEEP, '--out', killed]);
      // later ones have less left to do
      const timer = setTimeout(() => child.kill('SIGKILL'), (moment * time) / 4);
      const {exitCode, stderr} = await ended;
      clearTimeout(timer);
      expect(stderr).toBe('');
      if (exitCode !== null) break;
      kills++;
      const lines = existsSync(journal) ? readFileSync(journal, 'utf8').split('\n').length : 0;
      expect(lines).toBeGreaterThanOrEqual(kept);
      kept = lines;
    }
    const last = await runPlimsoll([...SWEEP, '--out', killed]);
    expect(last).toEqual(undisturbed);
    for (const file of ['sweep.json', 'sweep.csv', 'sweep.journal'])
      expect(readFileSync(join(killed, file), 'utf8'), file).toBe(readFileSync(join(whole, file), 'utf8'));
    expect(existsSync(join(killed, 'sweep.lock'))).toBe(false);
    expect(kills).toBeGreaterThan(5);
  });
});
