import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {ROOT} from '../support/run-plimsoll.js';

/** Runs a command whose `run` has this body, from the build, and answers with how it ended. */
function runCommand(body: string) {
  const program = `
    import {handle} from '@oclif/core';
    import {BaseCommand} from './dist/cli/base-command.js';
    import {userError} from './dist/base/errors.js';
    class Probe extends BaseCommand {
      static id = 'probe';
      async run() { await this.parse(Probe); ${body} }
    }
    Probe.strict = false;
    await Probe.run(["Anna's file.yaml"], ${JSON.stringify(join(ROOT, 'package.json'))}).catch(handle);
  `;
  const {status, stdout, stderr} = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 24,
  });
  return {status, stdout, stderr};
}

describe('how a command ends', () => {
  it('tells what the user can mend without a stack, and ends with 2', () => {
    const {status, stdout, stderr} = runCommand(`throw userError('CLI001', 'bank.yaml', 'a whole number', 'x')`);
    expect({status, stdout}).toEqual({status: 2, stdout: ''});
    expect(stderr).toBe('bank.yaml: expected a whole number, got "x"\n  plimsoll explain CLI001\n');
  });

  it.each([
    ['an error of ours', `throw new TypeError('no such queue')`],
    [
      'an error out of a timer',
      `setTimeout(() => { throw new TypeError('no such queue') }, 1); await new Promise(r => setTimeout(r, 500))`,
    ],
    [
      'a promise nobody waits for',
      `void Promise.reject(new TypeError('no such queue')); await new Promise(r => setTimeout(r, 500))`,
    ],
  ])('tells %s with its stack, the version and the command to repeat, and ends with 70', (_, body) => {
    const {status, stderr} = runCommand(body);
    expect(status).toBe(70);
    expect(stderr).toMatch(/^TypeError: no such queue\n {4}at /);
    expect(stderr).toMatch(/version: plimsoll \d+\.\d+\.\d+, node v/);
    expect(stderr).toContain(String.raw`to reproduce: plimsoll probe 'Anna'\''s file.yaml'`);
  });

  it('lets all of a long result leave before it ends with an error', () => {
    const {status, stdout} = runCommand(`this.print('x'.repeat(3_000_000)); this.exit(130)`);
    expect(status).toBe(130);
    expect(stdout).toHaveLength(3_000_001);
  });
});
