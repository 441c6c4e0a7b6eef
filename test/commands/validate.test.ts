import {mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {folderWith, helpLine} from '../support/scenario-text.js';
import {askPlimsoll} from '../support/ask-plimsoll.js';
import {ROOT, runPlimsoll} from '../support/run-plimsoll.js';

const SHIPPED = readdirSync(join(ROOT, 'scenarios'))
  .filter(name => name.endsWith('.yaml'))
  .map(name => `scenarios/${name}`);

describe('plimsoll validate', () => {
  it('finds nothing wrong with the shipped scenarios, and says what it understood', async () => {
    const {exitCode, stdout, stderr} = await askPlimsoll(['validate', ...SHIPPED]);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('scenarios/help-line.yaml: Small help line');
    expect(stdout).toContain('1,440 contacts a day, load up to 4 Erlangs, handle time 4m');
    for (const file of SHIPPED) expect(stdout).toContain(`${file}: `);
  });

  it('tells the faults of all files on stderr, each with its place, and ends with 2', async () => {
    const cwd = folderWith({
      'good.yaml': helpLine(),
      'one.yaml': helpLine({handle: '0s'}),
      'two.yaml': helpLine({arrivals: '60'}),
    });
    const {exitCode, stdout, stderr} = await runPlimsoll(['validate', 'one.yaml', 'good.yaml', 'two.yaml'], {cwd});
    expect(exitCode).toBe(2);
    expect(stdout).toContain('good.yaml: good');
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^one\.yaml:4:13 contacts\.help\.handle: expected a duration .*, got "0s"$/),
      expect.stringMatching(
        /^two\.yaml:3:15 contacts\.help\.arrivals: expected a rate .*, got "60" \(did you mean "60\/h"\?\)$/,
      ),
      '  plimsoll explain SCN014',
      '  plimsoll explain SCN016',
    ]);
  });

  it('checks the rules of a gate inside a scenario, all of them', async () => {
    const gates = ['serviceLvl(help) >= 80%', 'asa(help) <= 20s', 'asa not worse than baseline - 3%'];
    const text = `${helpLine()}\ngates:\n${gates.map(rule => `  - ${rule}\n`).join('')}`;
    const cwd = folderWith({'gated.yaml': text});
    const {exitCode, stderr} = await askPlimsoll(['validate', join(cwd, 'gated.yaml')]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /gates\[0\]: .*did you mean "serviceLevel"[^]*gates\[2\]: .*above the baseline is the worse side/,
    );
    expect(stderr).not.toContain('gates[1]');
  });

  it('says the same as JSON', async () => {
    const cwd = folderWith({'one.yaml': helpLine({handle: '0s'})});
    const {exitCode, stdout} = await runPlimsoll(['validate', 'one.yaml', '--format', 'json'], {cwd});
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'plimsoll-validation',
      version: 1,
      scenarios: [
        {
          file: 'one.yaml',
          summary: null,
          problems: [{code: 'SCN014', place: {line: 4, column: 13, path: 'contacts.help.handle'}}],
        },
      ],
    });
  });

  it('leaves the folder of a scenario only where the user said so', async () => {
    const folder = folderWith({'outside.csv': 'time,help\n08:00,3\n'});
    const cwd = join(folder, 'center');
    mkdirSync(cwd);
    writeFileSync(join(cwd, 'a.yaml'), helpLine({arrivals: '{by-interval: ../outside.csv}'}));
    expect((await runPlimsoll(['validate', 'a.yaml'], {cwd})).stderr).toContain('plimsoll explain SCN031');
    expect((await runPlimsoll(['validate', 'a.yaml', '--allow-outside'], {cwd})).exitCode).toBe(0);
  });
});

describe('plimsoll schema', () => {
  it('prints JSON Schemas of scenarios and of results', async () => {
    for (const words of [['schema'], ['schema', 'plan'], ['schema', 'results']]) {
      const {exitCode, stdout} = await askPlimsoll(words);
      expect(exitCode).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({$schema: expect.stringContaining('json-schema.org'), type: 'object'});
    }
  });
});

describe('plimsoll explain', () => {
  it('explains one problem, or lists them', async () => {
    expect((await askPlimsoll(['explain', 'scn012'])).stdout).toContain('SCN012: Not one of the possible words');
    expect((await askPlimsoll(['explain'])).stdout).toMatch(/^SCN001 {2}The scenario file cannot be read$/m);
  });

  it('names the nearest code for one that does not exist', async () => {
    const {exitCode, stderr} = await askPlimsoll(['explain', 'SCN0122']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('SCN012');
  });
});
