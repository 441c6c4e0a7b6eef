import {closeSync, openSync, readSync} from 'node:fs';
import {join} from 'node:path';
import type {GateOutcome} from '../experiment/gate/outcome.js';
import {runScenario, type RunOptions} from '../experiment/run.js';
import {figureText} from '../scenario/figure-reference.js';
import type {Scenario} from '../scenario/scenario.js';
import {RECORDS_HEADER} from '../statistics/replication-records.js';
import {together} from '../statistics/gates/verdict.js';
import type {ResultRow, Results} from '../statistics/results.js';

/**
 * An outcome with one more rule: that nothing differs from the stored baseline.
 *
 * @throws UserError what is wrong with a log
 */
export async function withExactRule(
  outcome: GateOutcome,
  {folder, stored}: {readonly folder: string; readonly stored: Results},
  scenario: Scenario,
  options: RunOptions,
): Promise<GateOutcome> {
  const difference = await whatDiffers(folder, stored, scenario, options);
  const verdict = difference === null ? 'pass' : 'fail';
  const rule = {
    rule: 'the same bytes as the baseline',
    subject: 'the same bytes',
    everyInterval: false,
    file: folder,
    line: null,
    column: null,
    verdict,
    checks: [],
    because: difference === null ? null : `not the same bytes: ${difference}`,
  } as const;
  return {
    ...outcome,
    verdict: together([outcome.verdict, verdict]),
    rules: [...outcome.rules, rule],
  };
}

/**
 * Whether a scenario still gives what was kept of it, byte by byte: the same scenario, the same replications.csv, the same
 * figures. It is simulated as often as it was then.
 *
 * @returns null when all is the same, else the first thing that is not
 */
export async function whatDiffers(
  folder: string,
  stored: Results,
  scenario: Scenario,
  options: RunOptions,
): Promise<string | null> {
  const records = openSync(join(folder, 'replications.csv'), 'r');
  let place = 0;
  let difference: string | null = null;
  const compare = (text: string): void => {
    if (difference !== null) return;
    const now = Buffer.from(text);
    const then = Buffer.alloc(now.length);
    const length = readSync(records, then, 0, now.length, place);
    place += now.length;
    if (length !== now.length || !now.equals(then)) difference = firstLine(text, then.toString('utf8', 0, length));
  };
  try {
    compare(RECORDS_HEADER);
    const {finished} = stored.replications;
    const run = {...scenario.run, replications: finished};
    const results = await runScenario({...scenario, run}, {...options, onReplications: compare});
    if (stored.fingerprints?.scenario !== results.fingerprints?.scenario) return 'the scenario is not the same';
    return difference ?? firstRow(results.rows, stored.rows);
  } finally {
    closeSync(records);
  }
}

function firstLine(now: string, then: string): string {
  const [lines, old] = [now.split('\n'), then.split('\n')];
  const index = lines.findIndex((line, place) => line !== old[place]);
  const [replication, , name, measure] = (lines[index] ?? '').split(',');
  return `replications.csv: replication ${replication}, ${measure} of ${name}: "${lines[index] ?? ''}" was "${old[index] ?? ''}"`;
}

function firstRow(now: readonly ResultRow[], then: readonly ResultRow[]): string | null {
  const index = now.findIndex((row, place) => JSON.stringify(row) !== JSON.stringify(then[place]));
  if (index < 0) return now.length === then.length ? null : 'there are fewer figures than before';
  const row = now[index]!;
  const at = row.interval === null ? '' : ` at ${row.interval}`;
  return `${figureText(row)}${at}: ${row.value} was ${then[index]?.value ?? 'absent'}`;
}
