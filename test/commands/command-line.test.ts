import {describe, expect, it} from 'vitest';
import {runPlimsoll, runShell} from '../support/run-plimsoll.js';

describe('the command line', () => {
  it('shows what it can do', async () => {
    const {exitCode, stdout, stderr} = await runPlimsoll(['--help']);
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    for (const command of ['simulate', 'report', 'validate', 'schema', 'explain'])
      expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  });

  it('shows how simulate is used', async () => {
    const {exitCode, stdout} = await runPlimsoll(['simulate', '--help']);
    expect(exitCode).toBe(0);
    for (const flag of [
      '--replications',
      '--seed',
      '--workers',
      '--out',
      '--charts',
      '--set',
      '--volume',
      '--format',
    ]) {
      expect(stdout).toContain(flag);
    }
  });

  it('says its version', async () => {
    const {exitCode, stdout} = await runPlimsoll(['--version']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^plimsoll\/\d+\.\d+\.\d+ /);
  });

  it('names the command that was probably meant', async () => {
    const {exitCode, stdout, stderr} = await runPlimsoll(['simulat', 'scenarios/bank.yaml']);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('(did you mean "simulate"?)');
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
  });

  it('names the flag that was probably meant', async () => {
    const {exitCode, stdout, stderr} = await runPlimsoll(['simulate', 'scenarios/bank.yaml', '--replication', '3']);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      'plimsoll simulate: unknown flag --replication (did you mean "--replications"?)\n  plimsoll simulate --help\n',
    );
  });

  it('refuses a format that does not exist and lists those that do', async () => {
    const {exitCode, stderr} = await runPlimsoll(['simulate', 'scenarios/bank.yaml', '--format', 'xml']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('terminal, json, csv, markdown');
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
  });

  it('asks for the scenario when none is named', async () => {
    const {exitCode, stderr} = await runPlimsoll(['simulate']);
    expect(exitCode).toBe(2);
    expect(stderr).toBe('plimsoll simulate: missing SCENARIO\n  plimsoll simulate --help\n');
  });

  it.each([
    ['--workers', '0'],
    ['--workers', '-2'],
    ['--workers', 'many'],
    ['--replications', '0'],
    ['--replications', '1.5'],
  ])('refuses %s %s in one line', async (flag, value) => {
    const {exitCode, stdout, stderr} = await runPlimsoll(['simulate', 'scenarios/bank.yaml', `${flag}=${value}`]);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(new RegExp(`^plimsoll simulate: ${flag}: expected an integer`));
    expect(stderr).not.toContain('    at ');
  });

  it('ends quietly when the reader of its output goes away', async () => {
    const {exitCode, stdout, stderr} = await runShell('plimsoll --help | head -n 1');
    expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });
});
