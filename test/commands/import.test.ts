import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {askPlimsoll} from '../support/ask-plimsoll.js';
import {bankLog} from '../support/bank-log.js';
import {inTemporaryFolder, runPlimsoll} from '../support/run-plimsoll.js';

const EXPORT =
  'Start,Queue,Talk,ACW\n2026-11-23 08:01,orders,200,20\n2026-11-23 08:00,claims,300,\nnonsense,orders,1,\n';

const LOG = [
  'contact-type,arrived-at,handle-time,patience,wrap-up',
  'claims,2026-11-23T08:00:00,300,,',
  'orders,2026-11-23T08:01:00,220,,20',
  '',
].join('\n');

describe('plimsoll import csv', () => {
  it('writes the log on stdout and tells on stderr what it made of the export', () =>
    inTemporaryFolder(async cwd => {
      writeFileSync(join(cwd, 'export.csv'), EXPORT);
      const {exitCode, stdout, stderr} = await runPlimsoll(['import', 'csv', 'export.csv'], {cwd});
      expect(stdout).toBe(LOG);
      expect(stderr).toContain('export.csv: 2 of 3 rows imported, 1 left out');
      expect(stderr).toContain('an arrival time that cannot be read: line 4');
      expect(exitCode).toBe(0);
    }));

  it('writes the log to a file and the report on stdout, as JSON where asked', () =>
    inTemporaryFolder(async cwd => {
      writeFileSync(join(cwd, 'export.csv'), EXPORT);
      const words = [
        'import',
        'csv',
        'export.csv',
        '--map',
        'handle-time=Talk+ACW',
        '--out',
        'log.csv',
        '--format',
        'json',
      ];
      const {exitCode, stdout} = await runPlimsoll(words, {cwd});
      expect(JSON.parse(stdout)).toMatchObject({format: 'plimsoll-import', version: 1, rows: 3, imported: 2});
      expect(readFileSync(join(cwd, 'log.csv'), 'utf8')).toBe(LOG);
      expect(exitCode).toBe(0);
    }));

  it('ends with 2 and writes nothing when a column of the map is not there', () =>
    inTemporaryFolder(async cwd => {
      writeFileSync(join(cwd, 'export.csv'), EXPORT);
      const words = ['import', 'csv', 'export.csv', '--map', 'handle-time=Talk+AWC', '--out', 'log.csv'];
      const {exitCode, stdout, stderr} = await runPlimsoll(words, {cwd});
      expect(stderr).toContain('(did you mean "ACW"?)');
      expect(stderr).toContain('plimsoll explain LOG010');
      expect([exitCode, stdout, readdirSync(cwd)]).toEqual([2, '', ['export.csv']]);
    }));
});

describe('plimsoll import anonymous-bank', () => {
  it('writes a folder with a scenario that can be simulated', () =>
    inTemporaryFolder(async cwd => {
      const talks = Array.from({length: 30}, (_, index) => {
        const minute = String(index * 2).padStart(2, '0');
        return {at: `8:${minute}:00`, talk: [`8:${minute}:00`, `8:${minute}:50`] as const};
      });
      writeFileSync(join(cwd, 'march1999.txt'), bankLog(talks));
      const imported = await runPlimsoll(['import', 'anonymous-bank', 'march1999.txt'], {cwd});
      expect(imported.stdout).toContain('30 of 30 rows are calls that wanted an agent');
      expect(imported.exitCode).toBe(0);
      const simulated = await runPlimsoll(
        ['simulate', 'march1999/scenario.yaml', '--replications', '2', '--format', 'json'],
        {cwd},
      );
      expect(simulated.stderr).toBe('');
      const {rows} = JSON.parse(simulated.stdout) as {
        rows: {measure: string; scope: string; interval: string | null; value: number}[];
      };
      const answered = rows.find(row => row.measure === 'answered' && row.scope === 'total' && row.interval === null);
      expect(answered?.value).toBe(30);
    }));

  it('ends with 2 when the file is no such log, or the duration has no unit', () =>
    inTemporaryFolder(async cwd => {
      writeFileSync(join(cwd, 'x.txt'), 'a\tb\n1\t2\n');
      const wrongFile = await runPlimsoll(['import', 'anonymous-bank', 'x.txt'], {cwd});
      expect([wrongFile.exitCode, wrongFile.stderr]).toEqual([2, expect.stringContaining('17 columns')]);
      const noUnit = await runPlimsoll(['import', 'anonymous-bank', 'x.txt', '--break-after', '15'], {cwd});
      expect([noUnit.exitCode, noUnit.stderr]).toEqual([2, expect.stringContaining('--break-after')]);
      expect(existsSync(join(cwd, 'x', 'scenario.yaml'))).toBe(false);
    }));
});

describe('a scenario that replays a log', () => {
  const SCENARIO =
    'clock: {start: 2026-11-23}\ncontacts: {orders: {arrivals: {replay: log.csv}, handle: 4m}}\nagents: {team: {count: 3, skills: [orders]}}\n';

  it('says which rows it leaves out, and runs', () =>
    inTemporaryFolder(async cwd => {
      writeFileSync(
        join(cwd, 'log.csv'),
        'contact-type,arrived-at\norders,2026-11-22T08:00\norders,2026-11-23T08:00\nfax,2026-11-23T08:00\n',
      );
      writeFileSync(join(cwd, 's.yaml'), SCENARIO);
      const validated = await askPlimsoll(['validate', join(cwd, 's.yaml')]);
      expect(validated.stderr).toContain('1 of 2 rows lie outside the horizon');
      expect(validated.stderr).toContain('"fax" (1)');
      expect(validated.exitCode).toBe(0);
      const words = ['simulate', join(cwd, 's.yaml'), '--replications', '2', '--format', 'json'];
      const {stdout, exitCode} = await askPlimsoll(words);
      expect((JSON.parse(stdout) as {warnings: string[]}).warnings.join()).toContain(
        '1 of 2 rows lie outside the horizon',
      );
      expect(exitCode).toBe(0);
    }));

  it.each([
    [
      'unsorted arrivals',
      'contact-type,arrived-at\norders,08:00:02\norders,08:00:01\n',
      /log\.csv:3 arrived-at: expected rows in order of arrival/,
    ],
    ['an arrival that is no time', 'contact-type,arrived-at\norders,NaN\n', /log\.csv:2 arrived-at: .*got "NaN"/],
    [
      'a contact that ends before it starts',
      'contact-type,arrived-at,handle-time\norders,08:00:02,-1\n',
      /log\.csv:2 handle-time: .*ends before it starts/,
    ],
    ['a missing column', 'contact-type,start\norders,08:00:02\n', /log\.csv:1.* a column arrived-at/],
    ['nothing in it', '', /log\.csv: expected .* got "an empty file"/],
  ])('is refused with exit code 2 when the log has %s', (_, log, message) =>
    inTemporaryFolder(async cwd => {
      writeFileSync(join(cwd, 'log.csv'), log);
      writeFileSync(join(cwd, 's.yaml'), SCENARIO);
      for (const command of ['validate', 'simulate']) {
        const {exitCode, stderr} = await askPlimsoll([command, join(cwd, 's.yaml')]);
        expect(stderr).toMatch(message);
        expect(exitCode).toBe(2);
      }
    }),
  );
});
