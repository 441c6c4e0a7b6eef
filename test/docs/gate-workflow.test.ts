import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {gateScenario} from '../support/gate-scenario.js';
import {PLIMSOLL, ROOT, runShell, type Ended} from '../support/run-plimsoll.js';
import {temporaryFolder} from '../support/temporary-folder.js';

interface Workflow {
  readonly jobs: Readonly<Record<string, {readonly steps: readonly {readonly run?: string; readonly if?: string}[]}>>;
}

const PAGE = readFileSync(join(ROOT, 'docs/how-to/gate-a-routing-change.md'), 'utf8');
const [, written = ''] = /```yaml file=\.github\/workflows\/gate\.yml\n([^]*?)```/.exec(PAGE) ?? [];
const workflow = parse(written) as Workflow;

const RULES = `scenario: scenarios/bank.yaml
replications: 20
rules:
  - asa(each queue) not worse than baseline + 5%
  - abandonment not worse than baseline + 0.5pt
`;

function git(folder: string, ...words: string[]): void {
  const who = ['-c', 'user.name=planner', '-c', 'user.email=planner@example.org', '-c', 'init.defaultBranch=main'];
  const {status, stderr} = spawnSync('git', [...who, ...words], {cwd: folder, encoding: 'utf8'});
  if (status !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`);
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), text);
  }
}

/** A pull request: a clone whose origin has the base scenario on main, with the candidate checked out. */
function pullRequest(candidate: string): string {
  const folder = temporaryFolder();
  const origin = join(folder, 'origin');
  mkdirSync(origin);
  git(origin, 'init', '--quiet');
  write(origin, {'gates.yaml': RULES, 'scenarios/bank.yaml': gateScenario(), '.github/workflows/gate.yml': written});
  git(origin, 'add', '.');
  git(origin, 'commit', '--quiet', '--message', 'Open the shop');
  git(folder, 'clone', '--quiet', origin, 'checkout');
  const checkout = join(folder, 'checkout');
  write(checkout, {'scenarios/bank.yaml': candidate});
  return checkout;
}

/** Runs the steps as GitHub does: the first that fails ends the job, but for those that always run. */
async function runJob(checkout: string): Promise<{readonly gate: Ended; readonly page: string}> {
  const summary = join(checkout, '..', 'summary.md');
  const env = {GITHUB_BASE_REF: 'main', GITHUB_STEP_SUMMARY: summary, PATH: `${shims(checkout)}:${process.env['PATH']}`};
  let gate: Ended = {exitCode: null, stdout: '', stderr: ''};
  let failed = false;
  for (const step of workflow.jobs['gate']!.steps) {
    if (step.run === undefined || step.run.startsWith('npm install')) continue;
    if (failed && step.if !== 'always()') continue;
    const ended = await runShell(`set -e\n${step.run}`, {cwd: checkout, env});
    if (step.run.includes('plimsoll gate')) gate = ended;
    failed ||= ended.exitCode !== 0;
  }
  return {gate, page: readFileSync(summary, 'utf8')};
}

/** `plimsoll` on the path, as after its installation. */
function shims(checkout: string): string {
  const folder = join(checkout, '..', 'bin');
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, 'plimsoll'), `#!/bin/sh\nexec "${process.execPath}" "${PLIMSOLL}" "$@"\n`, {mode: 0o755});
  return folder;
}

describe('the workflow of the page on gates', () => {
  it('is green for a change that alters nothing that matters', async () => {
    const {gate, page} = await runJob(pullRequest(gateScenario({more: '# a remark\n'})));
    expect({exitCode: gate.exitCode, stderr: gate.stderr}).toEqual({exitCode: 0, stderr: ''});
    expect(gate.stdout).toContain('::notice title=Gate%3A Shop::Pass: all 2 rules hold.');
    expect(page).toContain('**Pass: all 2 rules hold.**');
  });

  it('is red for a change of routing that starves a queue, and names it at the line of the rule', async () => {
    const starving = gateScenario().replace('skills: {orders: 1, returns: 2}', 'skills: {orders: 1}').replace('count: 4', 'count: 2');
    const {gate, page} = await runJob(pullRequest(starving));
    expect(gate.exitCode).toBe(1);
    expect(gate.stdout).toMatch(/::error file=gates\.yaml,line=4,col=5,[^\n]*::asa\(queue returns\): /);
    expect(gate.stdout).not.toMatch(/::error[^\n]*asa\(queue orders\)/);
    expect(page).toMatch(/✗ asa\(queue returns\)/);
  });
});
