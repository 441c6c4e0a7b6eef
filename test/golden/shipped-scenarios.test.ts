import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {Results} from '../../src/statistics/results.js';
import {ROOT, runPlimsoll} from '../support/run-plimsoll.js';

const SCENARIOS = readdirSync(join(ROOT, 'scenarios')).filter(name => name.endsWith('.yaml'));
const WRITING = process.env['PLIMSOLL_GOLDEN'] === 'write';

/** Every figure of the whole horizon, a line each, at nine significant digits: the last ones differ between versions of V8. */
function linesOf({rows}: Results): string {
  const digits = (value: number | null): string => (value === null ? '' : String(Number(value.toPrecision(9))));
  return rows
    .filter(({interval}) => interval === null)
    .map(({measure, scope, name, value, low, high}) => [measure, scope, name, digits(value), digits(low), digits(high)].join(','))
    .join('\n')
    .concat('\n');
}

describe('the shipped scenarios give the figures they gave before', () => {
  it.each(SCENARIOS)('%s, on one thread and on four', {timeout: 180_000}, async name => {
    const run = (workers: string) =>
      runPlimsoll(['simulate', join('scenarios', name), '--replications', '8', '--workers', workers, '--format', 'json']);
    const one = await run('1');
    expect(one.stderr).not.toContain('    at ');
    expect(one.exitCode).toBe(0);
    expect((await run('4')).stdout).toBe(one.stdout);

    const kept = join(import.meta.dirname, name.replace('.yaml', '.csv'));
    const lines = linesOf(JSON.parse(one.stdout) as Results);
    if (WRITING) writeFileSync(kept, lines);
    expect(existsSync(kept), `${kept} is there; npm run golden writes it`).toBe(true);
    expect(lines).toBe(readFileSync(kept, 'utf8'));
  });
});
