import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {comparisonJsonSchema} from '../../src/report/comparison-schema.js';
import {faultsOf} from '../../src/report/json-schema.js';
import {askPlimsoll} from '../support/ask-plimsoll.js';
import {inTemporaryFolder} from '../support/run-plimsoll.js';

const HELP_LINE = 'scenarios/help-line.yaml';

describe('plimsoll compare', () => {
  it('sets the base and its changes side by side', async () => {
    const {exitCode, stdout} = await askPlimsoll([
      'compare',
      HELP_LINE,
      ...['--set', 'agents.team.count=7', '--candidate', 'faster: contacts.help.handle=3m', '--replications', '4'],
      ...['--format', 'json', '--workers', '1'],
    ]);
    expect(exitCode).toBe(0);
    const comparison = JSON.parse(stdout) as {candidates: {name: string; changes: unknown}[]; rows: unknown[]};
    expect(comparison.candidates.map(({name}) => name)).toEqual(['agents.team.count=7', 'faster']);
    expect(comparison.candidates[1]!.changes).toEqual([{path: 'contacts.help.handle', base: '4m', candidate: '3m'}]);
    expect(comparison.rows.length).toBeGreaterThan(100);
  });

  it('keeps what it found, and draws it', () =>
    inTemporaryFolder(async folder => {
      const words = ['--set', 'agents.team.count=7', '--replications', '3', '--workers', '1', '--format', 'csv'];
      const {exitCode, stdout} = await askPlimsoll([
        'compare',
        HELP_LINE,
        ...words,
        '--out',
        folder,
        '--charts',
        folder,
      ]);
      expect(exitCode).toBe(0);
      expect(readdirSync(folder).sort()).toEqual([
        'abandonment-differences.png',
        'comparison.json',
        'differences.csv',
        'service-level-differences.png',
        'service-level-over-the-day.png',
        'summary.md',
        'wait-differences.png',
      ]);
      expect(readFileSync(join(folder, 'differences.csv'), 'utf8')).toBe(stdout);
      const kept: unknown = JSON.parse(readFileSync(join(folder, 'comparison.json'), 'utf8'));
      expect(faultsOf(comparisonJsonSchema(), kept)).toEqual([]);
    }));

  it('ends with 2 and the nearest name when a path has a typo', async () => {
    const {exitCode, stdout, stderr} = await askPlimsoll(['compare', HELP_LINE, '--set', 'agents.taem.count=7']);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/did you mean "team"\?.*\n.*plimsoll explain SCN050/);
  });
});
