import {join} from 'node:path';
import {runScenario, type RunOptions} from '../experiment/run.js';
import type {GateRule} from '../scenario/gate-rule.js';
import type {Scenario} from '../scenario/scenario.js';
import {RECORDS_HEADER} from '../statistics/replication-records.js';
import type {Results} from '../statistics/results.js';
import {openGateFigures} from './gate-figures.js';
import {assertWritableFolder, openAtomicFile, writeResults} from './write.js';

/**
 * Simulates a scenario and keeps everything of it in a folder, as `simulate --out` does, and beside it what rules of a gate
 * ask of a baseline; nothing is written when no replication finishes.
 *
 * @throws UserError OUT001, OUT002, or what is wrong with a log
 */
export async function keepRun(
  folder: string,
  scenario: Scenario,
  rules: readonly GateRule[],
  options: RunOptions,
): Promise<Results> {
  assertWritableFolder(folder);
  const figures = openGateFigures(folder, scenario, rules);
  const records = openAtomicFile(join(folder, 'replications.csv'));
  try {
    records.write(RECORDS_HEADER);
    const results = await runScenario(scenario, {
      ...options,
      keep: figures.keep,
      onReplications: lines => records.write(lines),
    });
    if (results.replications.finished === 0 || results.interrupted) return results;
    await writeResults(folder, results);
    records.commit();
    figures.commit(folder);
    return results;
  } finally {
    records.abort();
    figures.abort();
  }
}
