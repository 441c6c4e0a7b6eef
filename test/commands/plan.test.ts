import {writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {describe, expect, it} from 'vitest';
import {askPlimsoll} from '../support/ask-plimsoll.js';
import {temporaryFolder} from '../support/temporary-folder.js';

const SHIPPED = resolve(import.meta.dirname, '../../scenarios/plans/campaign-season.yaml');

function planFile(rest = ''): string {
  const file = join(temporaryFolder(), 'plan.yaml');
  writeFileSync(
    file,
    `start: 2027-01
months: 4
required: [40, 41, 44, 46]
people: {start: 62, shrinkage: 30%, attrition: 2%/month, pay: €2400/month}
hiring: {lead-time: 1 month, class: {least: 4, most: 12}, per-hire: €2500}
${rest}`,
  );
  return file;
}

describe('plimsoll plan', () => {
  it('says when to open which class, and what it costs', async () => {
    const {stdout, exitCode} = await askPlimsoll(['plan', planFile()]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Classes to open, at least cost');
    expect(stdout).toMatch(/every\s+month\s+is\s+covered/);
    expect(stdout).toMatch(/^total .* [\d,]+$/m);
  });

  it('gives one row a month as CSV, and all of it as JSON', async () => {
    const file = planFile();
    const lines = (await askPlimsoll(['plan', file, '--format', 'csv'])).stdout.trim().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toContain('month,starting,attrition,hires,transfers,planned');
    const {months, total} = JSON.parse((await askPlimsoll(['plan', file, '--format', 'json'])).stdout) as {
      months: {cost: {total: number}}[];
      total: {cost: number};
    };
    expect(months.reduce((sum, {cost}) => sum + cost.total, 0)).toBeCloseTo(total.cost, 6);
  });

  it('derives the figures of a month, and names the months where there is none such', async () => {
    const file = planFile();
    const {stdout} = await askPlimsoll(['plan', file, '--explain', '2027-02']);
    expect(stdout).toMatch(/^ {2}attrition +1\.22 {2}2 % a month of 60\.76$/m);
    const wrong = await askPlimsoll(['plan', file, '--explain', '2027-12']);
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stderr).toContain('expected a month from 2027-01 to 2027-04, or all, got "2027-12"');
  });

  it('names what is wrong with file, line and column, and prints nothing', async () => {
    const {exitCode, stdout, stderr} = await askPlimsoll(['plan', planFile('budget: €100')]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /plan\.yaml:6:9 budget: expected at least [\d,]+, the least that the plan costs, got "100"\n {2}plimsoll explain PLN005/,
    );
  });

  it('works out the shipped plan: eighteen months, every one of them covered', async () => {
    const {exitCode, stdout} = await askPlimsoll(['plan', SHIPPED, '--format', 'json']);
    expect(exitCode).toBe(0);
    const {months, total, gap} = JSON.parse(stdout) as {months: unknown[]; total: {short: number}; gap: number};
    expect(months).toHaveLength(18);
    expect(total.short).toBeLessThan(1e-5);
    expect(gap).toBeLessThanOrEqual(1e-4);
  });
});
