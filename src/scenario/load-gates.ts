import {dirname, isAbsolute, join} from 'node:path';
import {UserError} from '../base/errors.js';
import type {Place} from '../base/errors.js';
import type {GateProblemCode} from './gate-problem-codes.js';
import {locateScenario, readScenarioFile, type LoadOptions} from './load.js';
import {parseText} from './parse.js';
import {Problems} from './problems.js';
import type {Scenario} from './scenario.js';
import type {Reading} from './schema/field.js';
import {gatesFile, type WrittenGates, type WrittenGatesFile} from './schema/gates.js';
import {placeOf, valueAt, type Value} from './value.js';

/** Rules with the scenario that they are about, not yet understood. */
export interface GatePlan {
  readonly scenario: Scenario;
  /** Path of the scenario or of the folder of results to compare with; null: none is named. */
  readonly baseline: string | null;
  /** Where it is named. */
  readonly baselineAt: Place;
  readonly alpha: number | null;
  readonly replications: number | null;
  readonly rules: readonly {readonly text: string; readonly at: Place}[];
}

/**
 * Reads a file of gates and the scenario that it names, or a scenario with `gates:` inside.
 *
 * @param options change the scenario that is checked
 * @throws UserError with every problem found; GAT004 when there are no rules
 * @example const {scenario, rules} = await loadGates('gates.yaml')
 */
export async function loadGates(file: string, options: LoadOptions = {}): Promise<GatePlan> {
  const problems = new Problems();
  const text = await readScenarioFile(file, problems);
  problems.throwIfAny();
  const root = parseText(text, file, problems, 'a scenario, or a file of gates');
  problems.throwIfAny();
  if (root === null || isScenario(root)) {
    const {scenario, gates} = await locateScenario(file, options);
    return planOf(file, scenario, gates);
  }
  const reading: Reading = {problems, includes: [], timezones: new Map(), currencies: new Map()};
  const written = gatesFile.read(root, reading) as WrittenGatesFile | undefined;
  problems.throwIfAny();
  if (written === undefined) throw new Error('a file of gates without problems was not read');
  const scenario = (await locateScenario(beside(file, written.scenario.value), options)).scenario;
  return planOf(file, scenario, written);
}

const isScenario = (root: Value): boolean =>
  root.kind === 'map' && (valueAt(root, 'contacts') !== undefined || valueAt(root, 'agents') !== undefined);

function planOf(file: string, scenario: Scenario, gates: WrittenGates | null): GatePlan {
  if (gates === null || gates.rules.length === 0) {
    const code: GateProblemCode = 'GAT004';
    const place = {file, line: null, column: null, path: 'gates'};
    throw new UserError([{code, place, expected: 'at least one rule under gates:', got: null, nearest: null}]);
  }
  const {baseline, alpha, replications, rules} = gates;
  return {
    scenario,
    baseline: baseline === undefined ? null : beside(file, baseline.value),
    baselineAt: baseline === undefined ? {file, line: null, column: null, path: 'baseline'} : placeOf(baseline.at),
    alpha: alpha ?? null,
    replications: replications ?? null,
    rules: rules.map(({value, at}) => ({text: value, at: placeOf(at)})),
  };
}

const beside = (file: string, path: string): string => (isAbsolute(path) ? path : join(dirname(file), path));
