import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {GateOutcome} from '../../src/experiment/gate/outcome.js';
import {askPlimsoll} from '../support/ask-plimsoll.js';
import {gateScenario} from '../support/gate-scenario.js';
import {inTemporaryFolder} from '../support/run-plimsoll.js';

const RULES = `scenario: shop.yaml
baseline: before
rules:
  - asa(returns) not worse than baseline + 3%
  - abandonment not worse than baseline + 0.5pt
  - serviceLevel(orders) >= 5%
`;

/** A folder with a scenario, rules and, when `replications` is given, a stored baseline. */
function withShop(use: (folder: string) => Promise<void>, rules = RULES): Promise<void> {
  return inTemporaryFolder(async folder => {
    writeFileSync(join(folder, 'shop.yaml'), gateScenario());
    writeFileSync(join(folder, 'gates.yaml'), rules);
    await use(folder);
  });
}
const gate = (folder: string, ...words: string[]) => askPlimsoll(['gate', join(folder, 'gates.yaml'), ...words]);
const store = (folder: string, ...words: string[]) => gate(folder, '--update', '--replications', '20', ...words);

describe('plimsoll gate', () => {
  it('stores a baseline, passes when nothing differs, fails when a queue starves, and names it', () =>
    withShop(async folder => {
      const stored = await store(folder);
      expect({exitCode: stored.exitCode, stderr: stored.stderr}).toEqual({exitCode: 0, stderr: ''});
      expect(stored.stdout).toContain('New baseline of 20 replications.');
      expect(readdirSync(join(folder, 'before'))).toEqual(
        expect.arrayContaining(['replications.csv', 'results.json', 'summary.md']),
      );
      const same = await gate(folder);
      expect(same.stdout).toContain('Pass: all 3 rules hold.');
      expect(same.exitCode).toBe(0);
      const starved = await gate(
        folder,
        '--set',
        'agents.back.count=1',
        '--junit',
        join(folder, 'gate.xml'),
        '--markdown',
        join(folder, 'gate.md'),
      );
      expect(starved.exitCode).toBe(1);
      expect(starved.stdout).toMatch(/✗ asa\(returns\): .* against /);
      expect(readFileSync(join(folder, 'gate.xml'), 'utf8')).toContain('<failure type="fail" message="asa(returns)');
      expect(readFileSync(join(folder, 'gate.md'), 'utf8')).toContain('✗ asa(returns)');
    }));

  it('is inconclusive with exit code 3 where it cannot be told', () =>
    withShop(async folder => {
      await store(folder);
      const words = ['--set', 'routing={contact: [age]}', '--replications', '5', '--format', 'json'];
      const {exitCode, stdout} = await gate(folder, ...words);
      const outcome = JSON.parse(stdout) as GateOutcome;
      expect({exitCode, verdict: outcome.verdict, replications: outcome.replications}).toEqual({
        exitCode: 3,
        verdict: 'inconclusive',
        replications: 5,
      });
    }));

  it('pairs with the same customers alone, unless it is rebased', () =>
    withShop(async folder => {
      await store(folder);
      const other = await gate(folder, '--seed', '2');
      expect(other.exitCode).toBe(2);
      expect(other.stderr).toMatch(
        /gates\.yaml:2:11 baseline: expected a baseline of the same customers[^]*seed 1, not 2/,
      );
      expect(other.stderr).toContain('plimsoll explain GAT006');
      const busier = await gate(folder, '--volume', '110%');
      expect(busier.stderr).toContain('other contacts');
      const rebased = await gate(folder, '--seed', '2', '--rebase', '--replications', '20');
      expect([0, 1, 3]).toContain(rebased.exitCode);
      expect(rebased.stdout).toContain('rebased on a baseline of other customers: seed 1, not 2');
      expect(rebased.stdout).toContain('Not paired');
    }));

  it('asks for the same bytes when a refactoring may change nothing', () =>
    withShop(async folder => {
      await store(folder);
      expect((await gate(folder, '--exact')).exitCode).toBe(0);
      const changed = await gate(folder, '--exact', '--set', 'agents.desk.skills.returns=3');
      expect(changed.exitCode).toBe(1);
      expect(changed.stdout).toContain('not the same bytes: the scenario is not the same');
    }));

  it('writes a new baseline and says what moved', () =>
    withShop(async folder => {
      await store(folder);
      expect((await store(folder)).stdout).toContain('nothing moved');
      const moved = await store(folder, '--set', 'agents.back.count=3');
      expect(moved.stdout).toMatch(/\d+ figures moved/);
      expect(moved.stdout).toMatch(/asa\(returns\) +\S/);
    }));

  it('takes a scenario as baseline, and rules inside a scenario', () =>
    withShop(async folder => {
      const inside = join(folder, 'inside.yaml');
      writeFileSync(inside, gateScenario({more: 'gates:\n  - asa not worse than baseline + 3%\n'}));
      const words = ['--baseline', join(folder, 'shop.yaml'), '--replications', '10'];
      const {exitCode, stdout} = await askPlimsoll(['gate', inside, ...words]);
      expect(exitCode).toBe(0);
      expect(stdout).toContain('none');
    }));

  it('judges intervals and percentiles against a stored baseline as against its scenario, where --update kept them', () =>
    withShop(
      async folder => {
        await store(folder);
        const words = ['--set', 'agents.back.count=1', '--format', 'json', '--replications', '20'];
        const checks = async (...more: string[]) => {
          const {rules} = JSON.parse((await gate(folder, ...words, ...more)).stdout) as GateOutcome;
          return rules.flatMap(rule => rule.checks);
        };
        const stored = await checks();
        expect(stored).toHaveLength(7);
        expect(stored.map(({verdict}) => verdict)).toContain('fail');
        expect(stored).toEqual(await checks('--baseline', join(folder, 'shop.yaml')));
        const kept = join(folder, 'before', 'gate-figures.csv');
        const text = readFileSync(kept, 'utf8');
        writeFileSync(kept, text.slice(0, -90));
        expect((await gate(folder)).stderr).toMatch(/gate-figures\.csv: .*ends in the middle[^]*GAT009/);
        writeFileSync(kept, text.replace(/[0-9a-f]\n$/, '-\n'));
        expect((await gate(folder)).stderr).toContain('figures of another run');
        rmSync(kept);
        const missing = await gate(folder);
        expect({exitCode: missing.exitCode, stdout: missing.stdout}).toEqual({exitCode: 2, stdout: ''});
        expect(missing.stderr).toMatch(/gates\.yaml:4:5.*plimsoll gate --update[^]*GAT011/);
      },
      `scenario: shop.yaml
baseline: before
rules:
  - asa(returns) not worse than baseline + 3% in every interval between 09:00 and 11:00
  - waitP90(returns) not worse than baseline + 1s
  - waitP80(each type) not worse than baseline + 1s in every interval between 10:00 and 12:00
`,
    ));

  it.each([
    ['serviceLvl >= 80%', /gates\.yaml:4:5 rules\[0\]: expected a measure[^]*did you mean "serviceLevel"/],
    ['asa(orderz) <= 20s', /did you mean "orders"/],
    ['asa <= 20s in every interval between 02:00 and 03:00', /GAT003/],
    ['asa faster than baseline', /GAT001/],
  ])('answers "%s" with exit code 2 and the place', (rule, message) =>
    withShop(async folder => {
      const {exitCode, stdout, stderr} = await gate(folder, '--baseline', join(folder, 'shop.yaml'));
      expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
      expect(stderr).toMatch(message);
    }, `scenario: shop.yaml\nbaseline: before\nrules:\n  - ${rule}\n`),
  );

  it('never passes without rules, and tells a half baseline from a whole one', () =>
    withShop(async folder => {
      const none = await askPlimsoll(['gate', join(folder, 'shop.yaml')]);
      expect({exitCode: none.exitCode, code: none.stderr.includes('GAT004')}).toEqual({exitCode: 2, code: true});
      expect((await gate(folder)).stderr).toContain('OUT003');
      await store(folder);
      const records = join(folder, 'before', 'replications.csv');
      writeFileSync(records, readFileSync(records, 'utf8').slice(0, -2000));
      const half = await gate(folder);
      expect({exitCode: half.exitCode, code: half.stderr.includes('GAT009')}).toEqual({exitCode: 2, code: true});
    }));
});
