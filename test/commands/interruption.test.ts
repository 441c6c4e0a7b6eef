import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {describe, expect, it} from 'vitest';
import type {Results} from '../../src/statistics/results.js';
import {writeHelpLine} from '../support/help-line.js';
import {inTemporaryFolder, startPlimsoll} from '../support/run-plimsoll.js';

/** Starts far more replications than can be done, waits until some are finished, sends a signal and waits for the end. */
async function interrupted(folder: string, signal: NodeJS.Signals) {
  const out = join(folder, 'out');
  const words = [
    'simulate',
    writeHelpLine(folder),
    '--replications',
    '1000000',
    '--workers',
    '2',
    '--format',
    'json',
    '--out',
    out,
  ];
  const {child, ended} = startPlimsoll(words);
  await finished(1, out);
  const sent = performance.now();
  child.kill(signal);
  const end = await ended;
  return {...end, seconds: (performance.now() - sent) / 1000};
}

/**
 * Replications are written down as they finish, in a file that gets its name at the end: with 0 it waits for the start,
 * with 1 for the first.
 */
async function finished(replications: 0 | 1, out: string): Promise<void> {
  const started = performance.now();
  while (performance.now() - started < 40_000) {
    if (existsSync(out) && readdirSync(out).some(name => statSync(join(out, name)).size > 1000 * replications)) return;
    await wait(100);
  }
}

/** A second is promised on a machine that is not busy with something else; on one that is, starting Node takes long too. */
function secondsToStartNode(): number {
  const started = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return (performance.now() - started) / 1000;
}

describe('a simulation that is interrupted', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'by %s ends within a second with %i and reports the finished replications as such',

    (signal, code) =>
      inTemporaryFolder(async folder => {
        const {exitCode, stdout, stderr, seconds} = await interrupted(folder, signal);
        expect(exitCode).toBe(code);
        expect(seconds).toBeLessThan(Math.max(1, 10 * secondsToStartNode()));
        expect(stderr).not.toContain('    at ');
        const {interrupted: marked, replications} = JSON.parse(stdout) as Results;
        expect(marked).toBe(true);
        expect(replications.finished).toBeGreaterThan(0);
        expect(replications.finished).toBeLessThan(replications.asked);
      }),
  );

  it('ends with 130 and says so when nothing is finished yet', () =>
    inTemporaryFolder(async folder => {
      const out = join(folder, 'out');
      const words = [
        'simulate',
        writeHelpLine(folder),
        '--replications',
        '1000000',
        '--set',
        'clock.days=300',
        '--out',
        out,
      ];
      const {child, ended} = startPlimsoll(words);
      await finished(0, out);
      child.kill('SIGINT');
      const {exitCode, stdout, stderr} = await ended;
      expect({exitCode, stdout}).toEqual({exitCode: 130, stdout: ''});
      expect(stderr).toContain('stopped before the first replication was finished');
      expect(readdirSync(out)).toEqual([]);
    }));

  it('ends at once when told a second time', () =>
    inTemporaryFolder(async folder => {
      const out = join(folder, 'out');
      const {child, ended} = startPlimsoll([
        'simulate',
        writeHelpLine(folder),
        '--replications',
        '1000000',
        '--out',
        out,
      ]);
      await finished(0, out);
      child.kill('SIGINT');
      child.kill('SIGTERM');
      expect([130, 143]).toContain((await ended).exitCode);
    }));
});

describe('a search for the agents needed that is interrupted', () => {
  it('ends within two seconds with 130, says that there are no numbers yet and writes nothing', () =>
    inTemporaryFolder(async folder => {
      const out = join(folder, 'out');
      const {child, ended} = startPlimsoll(['staff', 'scenarios/bank.yaml', '--workers', '2', '--out', out]);
      // the folder is made just before the search begins
      for (let tries = 0; tries < 400 && !existsSync(out); tries++) await wait(100);
      await wait(2000);
      const sent = performance.now();
      child.kill('SIGINT');
      const {exitCode, stdout, stderr} = await ended;
      const seconds = (performance.now() - sent) / 1000;
      expect({exitCode, stdout}).toEqual({exitCode: 130, stdout: ''});
      expect(seconds).toBeLessThan(Math.max(2, 10 * secondsToStartNode()));
      expect(stderr).toContain('stopped before there were numbers that keep every objective');
      expect(existsSync(join(out, 'requirement.csv'))).toBe(false);
    }));
});
