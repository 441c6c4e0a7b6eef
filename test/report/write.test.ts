import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {beforeEach, describe, expect, it} from 'vitest';
import {UserError} from '../../src/base/errors.js';
import {
  assertWritableFolder,
  openAtomicFile,
  readResults,
  writeAtomically,
  writeCharts,
  writeResults,
} from '../../src/report/write.js';
import {bankDay} from '../support/bank-day.js';
import {temporaryFolder} from '../support/temporary-folder.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

describe('a file written whole or not at all', () => {
  it('takes the place of the old one only at its end', () => {
    const path = join(folder, 'replications.csv');
    writeFileSync(path, 'old');
    const file = openAtomicFile(path);
    file.write('replication\n');
    file.write('1\n');
    expect(readFileSync(path, 'utf8')).toBe('old');
    file.commit();
    expect(readFileSync(path, 'utf8')).toBe('replication\n1\n');
    expect(readdirSync(folder)).toEqual(['replications.csv']);
  });

  it('leaves the old one when it is given up, as often as it is told', () => {
    const path = join(folder, 'replications.csv');
    writeFileSync(path, 'old');
    const file = openAtomicFile(path);
    file.write('half');
    file.abort();
    file.abort();
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['replications.csv']);
  });

  it('leaves no trace where a folder has its name', () => {
    mkdirSync(join(folder, 'summary.md'));
    expect(() => writeAtomically(join(folder, 'summary.md'), 'text')).toThrow(UserError);
    expect(readdirSync(folder)).toEqual(['summary.md']);
  });

  it('tells of a folder that is not there', () => {
    expect(() => openAtomicFile(join(folder, 'nowhere', 'a.csv'))).toThrow(
      /expected a file that can be written to its end, got "no such file or folder"/,
    );
  });
});

/** Writes a file in a process of its own, so that its disk can be small; prints the message, then what is left. */
const CHILD = `
import {writeAtomically} from ${JSON.stringify(fileURLToPath(new URL('../../src/report/write.ts', import.meta.url)))};
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
const folder = process.argv.at(-1);
writeFileSync(folder + '/results.json', 'old');
try { writeAtomically(folder + '/results.json', 'x'.repeat(1_000_000)); } catch (error) { console.log(error.name + ': ' + error.message); }
console.log(JSON.stringify([readdirSync(folder), readFileSync(folder + '/results.json', 'utf8')]));
`;
const TSX = import.meta.resolve('tsx');

describe('a disk that fills up', () => {
  const mountIn = 'mount -t tmpfs -o size=64k tmpfs "$1"';
  const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', mountIn, 'sh', tmpdir()]).status === 0;

  it.skipIf(!canMount)('keeps the old file, leaves nothing beside it and says so', () => {
    writeFileSync(join(folder, 'child.mts'), CHILD);
    mkdirSync(join(folder, 'disk'));
    const script = `${mountIn} && exec "$2" --import "$3" "$4" "$1"`;
    const output = execFileSync(
      'unshare',
      ['-rm', 'sh', '-c', script, 'sh', join(folder, 'disk'), process.execPath, TSX, join(folder, 'child.mts')],
      {encoding: 'utf8'},
    );
    expect(output).toContain('UserError');
    expect(output).toContain('expected a file that can be written to its end, got "a full disk"');
    expect(output.trim().split('\n').at(-1)).toBe('[["results.json"],"old"]');
  });

  it.skipIf(process.platform === 'win32')('keeps the old file where files may not grow further', () => {
    writeFileSync(join(folder, 'child.mts'), CHILD);
    mkdirSync(join(folder, 'disk'));
    const script = 'ulimit -f 64; exec "$2" --import "$3" "$4" "$1"';
    const output = execFileSync(
      'sh',
      ['-c', script, 'sh', join(folder, 'disk'), process.execPath, TSX, join(folder, 'child.mts')],
      {encoding: 'utf8', env: {...process.env, TSX_DISABLE_CACHE: '1'}},
    );
    expect(output).toContain('got "a file larger than allowed"');
    expect(output.trim().split('\n').at(-1)).toBe('[["results.json"],"old"]');
  });
});

describe('a folder for results', () => {
  it('is made with those above it, and left empty by the check', () => {
    assertWritableFolder(join(folder, 'a', 'b'));
    expect(readdirSync(join(folder, 'a', 'b'))).toEqual([]);
  });

  it('is refused where a file stands in the way', () => {
    writeFileSync(join(folder, 'taken'), '');
    expect(() => assertWritableFolder(join(folder, 'taken'))).toThrow(
      /expected a folder that can be written, got "a file where a folder should be"/,
    );
    expect(() => assertWritableFolder(join(folder, 'taken', 'below'))).toThrow(/got "a file where a folder should be"/);
  });

  it.skipIf(process.platform !== 'linux')('is refused where nothing can be made', () => {
    expect(() => assertWritableFolder('/proc/plimsoll')).toThrow(UserError);
  });
});

describe('results kept in a folder', () => {
  it('are read again as they were', async () => {
    const results = bankDay();
    await writeResults(folder, results);
    expect(readdirSync(folder).sort()).toEqual(['results.csv', 'results.json', 'summary.md']);
    expect(await readResults(folder)).toEqual(results);
    expect(await readResults(join(folder, 'results.json'))).toEqual(results);
  });

  it('are the same bytes when written twice', async () => {
    await writeResults(folder, bankDay());
    const first = readFileSync(join(folder, 'results.json'));
    await writeResults(folder, await readResults(folder));
    expect(readFileSync(join(folder, 'results.json')).equals(first)).toBe(true);
  });

  it('are missed in words', async () => {
    await expect(readResults(folder)).rejects.toThrow(
      /results\.json: expected results that plimsoll simulate --out wrote, got "no such file or folder"/,
    );
    await expect(readResults(join(folder, 'nowhere'))).rejects.toThrow(UserError);
  });
});

describe('charts kept in a folder', () => {
  it('are four pictures, and three more a contact type where these are few', async () => {
    const names = [
      'wait-over-the-day.png',
      'service-level-over-the-day.png',
      'load-and-staffing.png',
      'wait-distribution.png',
    ];
    expect(await writeCharts(folder, bankDay(), {byContactType: false})).toEqual(names.map(name => join(folder, name)));
    const all = await writeCharts(join(folder, 'all'), bankDay());
    expect(all).toHaveLength(4 + 3 * 3);
    expect(all.every(path => existsSync(path))).toBe(true);
  });

  it('are left out where there is nothing to draw', async () => {
    expect(await writeCharts(folder, {...bankDay(), rows: [], waits: []})).toEqual([]);
  });
});
