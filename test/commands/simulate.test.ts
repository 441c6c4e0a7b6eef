import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {Results} from '../../src/statistics/results.js';
import {writeHelpLine} from '../support/help-line.js';
import {askPlimsoll} from '../support/ask-plimsoll.js';
import {inTemporaryFolder, runShell} from '../support/run-plimsoll.js';

const parsed = (text: string): Results => JSON.parse(text) as Results;

describe('plimsoll simulate', () => {
  it('shows a page with the service of a help line on the terminal', () =>
    inTemporaryFolder(async folder => {
      const {exitCode, stdout, stderr} = await askPlimsoll(['simulate', writeHelpLine(folder), '--replications', '4']);
      expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
      expect(stdout).toContain('Small help line');
      expect(stdout).toContain('help');
      expect(stdout).not.toContain('\u001b[');
      expect(Math.max(...stdout.split('\n').map(line => [...line].length))).toBeLessThanOrEqual(80);
    }));

  it('gives the same figures as JSON, CSV and Markdown', () =>
    inTemporaryFolder(async folder => {
      const file = writeHelpLine(folder);
      const run = (format: string) => askPlimsoll(['simulate', file, '--replications', '4', '--format', format]);
      const [json, csv, markdown] = await Promise.all([run('json'), run('csv'), run('markdown')]);
      const {format, version, rows, replications} = parsed(json.stdout);
      expect({format, version, replications}).toEqual({
        format: 'plimsoll-results',
        version: 1,
        replications: {asked: 4, finished: 4},
      });
      expect(csv.stdout.split(/\r?\n/)[0]).toBe('measure,scope,name,interval,value,low,high,unit');
      expect(csv.stdout.trimEnd().split('\n')).toHaveLength(rows.length + 1);
      expect(markdown.stdout).toMatch(/^# Small help line/m);
      expect(markdown.stdout).toMatch(/^\| /m);
    }));

  it('gives the same bytes for one worker and two', () =>
    inTemporaryFolder(async folder => {
      const file = writeHelpLine(folder);
      const run = (workers: number) =>
        askPlimsoll([
          'simulate',
          file,
          '--replications',
          '10',
          '--workers',
          String(workers),
          '--format',
          'json',
          '--out',
          join(folder, `out-${workers}`),
        ]);
      const one = await run(1);
      expect(one.exitCode).toBe(0);
      for (const workers of [2]) {
        expect((await run(workers)).stdout).toBe(one.stdout);
        for (const name of readdirSync(join(folder, 'out-1'))) {
          expect(readFileSync(join(folder, `out-${workers}`, name), 'utf8')).toBe(
            readFileSync(join(folder, 'out-1', name), 'utf8'),
          );
        }
      }
    }));

  it('gives other figures for another seed, and takes changes from the command line', () =>
    inTemporaryFolder(async folder => {
      const file = writeHelpLine(folder);
      const run = async (...words: string[]) =>
        parsed((await askPlimsoll(['simulate', file, '--replications', '3', '--format', 'json', ...words])).stdout);
      const offered = (results: Results) =>
        results.rows.find(row => row.measure === 'offered' && row.scope === 'total' && row.interval === null)?.value ??
        NaN;
      const [plain, reseeded, busier] = await Promise.all([
        run(),
        run('--seed', '2'),
        run('--volume', '200%', '--set', 'agents.team.count=12'),
      ]);
      expect(reseeded.seed).toBe('2');
      expect(offered(reseeded)).not.toBe(offered(plain));
      expect(offered(busier) / offered(plain)).toBeGreaterThan(1.8);
      expect(offered(busier) / offered(plain)).toBeLessThan(2.2);
    }));

  it('keeps results with --out, and report shows them again in every format', () =>
    inTemporaryFolder(async folder => {
      const kept = join(folder, 'new', 'folder');
      const simulated = await askPlimsoll([
        'simulate',
        writeHelpLine(folder),
        '--replications',
        '4',
        '--out',
        kept,
        '--format',
        'json',
      ]);
      expect(simulated.exitCode).toBe(0);
      expect(readdirSync(kept)).toEqual(expect.arrayContaining(['replications.csv', 'results.json']));
      expect((await askPlimsoll(['report', kept, '--format', 'json'])).stdout).toBe(simulated.stdout);
      expect((await askPlimsoll(['report', kept])).stdout).toContain('Small help line');
      expect((await askPlimsoll(['report', kept, '--format', 'csv'])).stdout).toMatch(/^measure,/);
    }));

  it('draws charts', () =>
    inTemporaryFolder(async folder => {
      const charts = join(folder, 'charts');
      expect(
        (await askPlimsoll(['simulate', writeHelpLine(folder), '--replications', '4', '--charts', charts])).exitCode,
      ).toBe(0);
      const pictures = readdirSync(charts).filter(name => name.endsWith('.png'));
      expect(pictures.length).toBeGreaterThan(0);
      for (const name of pictures) expect(readFileSync(join(charts, name)).subarray(1, 4).toString()).toBe('PNG');
    }));

  it('runs several scenarios one after another, each kept in a folder of its own', () =>
    inTemporaryFolder(async folder => {
      const first = writeHelpLine(folder);
      const second = writeHelpLine(folder, 'second.yaml', readFileSync(first, 'utf8').replace('Small', 'Second'));
      const {exitCode, stdout} = await askPlimsoll([
        'simulate',
        first,
        second,
        '--replications',
        '2',
        '--out',
        join(folder, 'out'),
      ]);
      expect(exitCode).toBe(0);
      expect(stdout.indexOf('Second help line')).toBeGreaterThan(stdout.indexOf('Small help line'));
      expect(readdirSync(join(folder, 'out')).sort()).toEqual(['second-help-line', 'small-help-line']);
    }));

  it('gives several scenarios as one JSON array, each as it would be alone', () =>
    inTemporaryFolder(async folder => {
      const first = writeHelpLine(folder);
      const second = writeHelpLine(folder, 'second.yaml', readFileSync(first, 'utf8').replace('Small', 'Second'));
      const run = async (...files: string[]) =>
        (await askPlimsoll(['simulate', ...files, '--replications', '2', '--format', 'json'])).stdout;
      const both = JSON.parse(await run(first, second)) as Results[];
      expect(both).toEqual([parsed(await run(first)), parsed(await run(second))]);
    }));
});

describe('plimsoll simulate, given what it cannot use', () => {
  it('names file, line and what was probably meant, and how to read more', () =>
    inTemporaryFolder(async folder => {
      const file = writeHelpLine(
        folder,
        'wrong.yaml',
        'contacts:\n  help: {arivals: 60/h, handle: 4m}\nagents:\n  team: {count: 6, skills: [help]}\n',
      );
      const {exitCode, stdout, stderr} = await askPlimsoll(['simulate', file]);
      expect(exitCode).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain('wrong.yaml:2:10');
      expect(stderr).toContain('(did you mean "arrivals"?)');
      expect(stderr).toMatch(/^ {2}plimsoll explain SCN\d{3}$/m);
      expect(stderr).not.toContain('    at ');
    }));

  it.each(['--out', '--charts'])('finds out before the run that the folder of %s cannot be written', flag =>
    inTemporaryFolder(async folder => {
      const inTheWay = join(folder, 'a-file');
      writeFileSync(inTheWay, 'kept');
      const {exitCode, stdout, stderr} = await askPlimsoll([
        'simulate',
        writeHelpLine(folder),
        flag,
        join(inTheWay, 'inside'),
      ]);
      expect(exitCode).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain('expected a folder that can be written');
      expect(readFileSync(inTheWay, 'utf8')).toBe('kept');
    }),
  );

  it('refuses to report a folder without results', () =>
    inTemporaryFolder(async folder => {
      const {exitCode, stderr} = await askPlimsoll(['report', folder]);
      expect(exitCode).toBe(2);
      expect(stderr).not.toContain('    at ');
    }));

  it('ends quietly when the reader of its output goes away', () =>
    inTemporaryFolder(async folder => {
      const {exitCode, stdout, stderr} = await runShell(
        `plimsoll simulate ${writeHelpLine(folder)} --replications 4 --format csv | head -n 1`,
      );
      expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
      expect(stdout.trimEnd()).toBe('measure,scope,name,interval,value,low,high,unit');
    }));

  it.skipIf(!existsSync('/dev/full'))('tells that the disk is full when its output cannot be written', () =>
    inTemporaryFolder(async folder => {
      const {exitCode, stderr} = await runShell(
        `plimsoll simulate ${writeHelpLine(folder)} --replications 2 > /dev/full`,
      );
      expect(exitCode).toBe(2);
      expect(stderr).toContain('a full disk');
      expect(stderr).not.toContain('    at ');
    }),
  );

  it('leaves the old results whole when the disk fills up', () =>
    inTemporaryFolder(async folder => {
      const file = writeHelpLine(folder);
      const kept = join(folder, 'kept');
      await askPlimsoll(['simulate', file, '--replications', '2', '--out', kept]);
      const contents = () => readdirSync(kept).map(name => [name, readFileSync(join(kept, name), 'utf8')]);
      const before = contents();
      // A limit of 1 KB on every file stands for the full disk; the signal that comes with it is ignored, so that the write fails.
      const {exitCode, stderr} = await runShell(
        `trap '' XFSZ; ulimit -f 1; plimsoll simulate ${file} --replications 30 --out ${kept}`,
      );
      expect(exitCode).toBe(2);
      expect(stderr).not.toContain('    at ');
      expect(contents()).toEqual(before);
    }));
});
