import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {LINT_FINDINGS} from '../../src/lint/lint-codes.js';
import {folderWith, helpLine} from '../support/scenario-text.js';
import {askPlimsoll} from '../support/ask-plimsoll.js';
import {runPlimsoll} from '../support/run-plimsoll.js';

describe('plimsoll lint', () => {
  it('ends with 0 when nothing is found', async () => {
    const cwd = folderWith({'good.yaml': helpLine()});
    expect(await runPlimsoll(['lint', 'good.yaml'], {cwd})).toEqual({
      exitCode: 0,
      stdout: 'good.yaml: nothing found\n',
      stderr: '',
    });
  });

  it('ends with 1 when something is, and says where, what, and what to do', async () => {
    const cwd = folderWith({'good.yaml': helpLine(), 'short.yaml': helpLine({team: 'count: 3'})});
    const {exitCode, stdout, stderr} = await runPlimsoll(['lint', 'short.yaml', 'good.yaml'], {cwd});
    expect({exitCode, stderr}).toEqual({exitCode: 1, stderr: ''});
    expect(stdout).toBe(`short.yaml:3:15 contacts.help.arrivals  LNT002
  help offers more than the agents on duty can carry all the time; at worst 4
  Erlangs for 3 agents 00:00-00:30.
  → put at least 1 more agent who may serve help on duty then, or expect a queue
  that grows until customers give up

good.yaml: nothing found

  plimsoll explain LNT002
`);
  });

  it('takes changes from the command line', async () => {
    const cwd = folderWith({'a.yaml': helpLine()});
    const lint = async (...words: string[]) => (await askPlimsoll(['lint', join(cwd, 'a.yaml'), ...words])).exitCode;
    expect(await lint('--set', 'agents.team.count=3')).toBe(1);
    expect(await lint('--volume', '200%')).toBe(1);
  });

  it('ends with 2 for a faulty file, and still tells what it found in the others', async () => {
    const cwd = folderWith({'short.yaml': helpLine({team: 'count: 3'}), 'faulty.yaml': helpLine({handle: '0s'})});
    const {exitCode, stdout, stderr} = await runPlimsoll(['lint', 'faulty.yaml', 'short.yaml'], {cwd});
    expect(exitCode).toBe(2);
    expect(stdout).toContain('short.yaml:3:15 contacts.help.arrivals  LNT002');
    expect(stdout).not.toContain('faulty.yaml');
    expect(stderr).toMatch(/^faulty\.yaml:4:13 contacts\.help\.handle: expected /);
  });

  it('says the same as JSON', async () => {
    const cwd = folderWith({'short.yaml': helpLine({team: 'count: 3'})});
    const {exitCode, stdout} = await runPlimsoll(['lint', 'short.yaml', '--format', 'json'], {cwd});
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      format: 'plimsoll-lint',
      version: 1,
      scenarios: [
        {
          file: 'short.yaml',
          findings: [
            {
              code: 'LNT002',
              place: {file: 'short.yaml', line: 3, column: 15, path: 'contacts.help.arrivals'},
              says: 'help offers more than the agents on duty can carry all the time; at worst 4 Erlangs for 3 agents 00:00-00:30',
              mend: 'put at least 1 more agent who may serve help on duty then, or expect a queue that grows until customers give up',
            },
          ],
          problems: [],
        },
      ],
    });
  });

  it('has an explanation for every code', async () => {
    const {stdout} = await askPlimsoll(['explain']);
    for (const [code, {title}] of Object.entries(LINT_FINDINGS)) expect(stdout).toContain(`${code}  ${title}\n`);
    expect((await askPlimsoll(['explain', 'lnt001'])).stdout).toContain('LNT001: Contacts come');
  });
});
