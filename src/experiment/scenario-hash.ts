import {createHash} from 'node:crypto';
import type {Scenario} from '../scenario/scenario.js';

/**
 * Name of what a scenario simulates: equal for scenarios that differ only in name, description, seed and number of
 * replications. A replayed log counts by its path, not by what stands in it.
 *
 * @returns 64 hexadecimal digits (SHA-256)
 * @example scenarioHash(await loadScenario('scenarios/bank.yaml')) // '5b1c…'
 */
export function scenarioHash(scenario: Scenario): string {
  const {name: _, description: __, run, ...simulated} = scenario;
  const {seed: ___, replications: ____, ...settings} = run;
  return createHash('sha256')
    .update(JSON.stringify({...simulated, run: settings}, exactly))
    .digest('hex');
}

/** JSON has no infinity; without this it would be as good as nothing. */
function exactly(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

/** Names what fixes the outcome of a job beside its replications: the scenario's hash and its seed. */
export function jobKey(scenario: Scenario): string {
  return `${scenarioHash(scenario)} ${scenario.run.seed}`;
}
