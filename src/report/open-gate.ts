import {statSync} from 'node:fs';
import {join} from 'node:path';
import {gatherProblems, UserError, userError} from '../base/errors.js';
import type {Place} from '../base/errors.js';
import {parseShare} from '../base/units.js';
import {fingerprintsOf} from '../experiment/fingerprints.js';
import {checksOf} from '../experiment/gate/checks.js';
import {whyNotPairable} from '../experiment/gate/pairable.js';
import type {Baseline, GateOptions} from '../experiment/gate/run-gate.js';
import {programVersion} from '../experiment/program-version.js';
import type {GateProblemCode} from '../scenario/gate-problem-codes.js';
import {needsBaseline, parseRule, type GateRule} from '../scenario/gate-rule.js';
import {loadGates, type GatePlan} from '../scenario/load-gates.js';
import {loadScenario} from '../scenario/load.js';
import type {Scenario} from '../scenario/scenario.js';
import {figureCatalogue} from '../statistics/figure-catalogue.js';
import type {Results} from '../statistics/results.js';
import {readBaseline} from './read-baseline.js';
import {readResults} from './write.js';

/** What a gate is asked from the command line; what is absent stands in the file. */
export interface GateWishes {
  readonly baseline?: string | undefined;
  readonly replications?: number | undefined;
  readonly untilDecided: boolean;
  readonly alpha?: string | undefined;
  readonly rebase: boolean;
  readonly exact: boolean;
  readonly update: boolean;
  readonly seed?: string | undefined;
  readonly set?: readonly string[] | undefined;
  readonly volume?: string | undefined;
  readonly allowOutside?: boolean | undefined;
}

/** A gate that is read and checked, ready to be judged. */
export interface GateWork {
  readonly candidate: Scenario;
  readonly options: Pick<GateOptions, 'rules' | 'baseline' | 'replications' | 'alpha' | 'untilDecided' | 'notes'>;
  /** What must be the same to the last byte; null: nothing. */
  readonly exact: {readonly folder: string; readonly stored: Results} | null;
  /** The folder that is written anew, and what stands there; null: none. */
  readonly update: {readonly folder: string; readonly old: Results | null} | null;
}

/** Of what was found beside the named baseline. */
type Opened = Pick<GateWork, 'exact' | 'update'> & {
  readonly baseline: Baseline | null;
  readonly notes: readonly string[];
};

const NOTHING: Opened = {baseline: null, exact: null, update: null, notes: []};
const DEFAULT_ALPHA = 0.05;

/**
 * Reads a file of gates, its scenario, its rules and its baseline.
 *
 * @throws UserError with every problem found
 */
export async function openGate(file: string, wishes: GateWishes): Promise<GateWork> {
  const {set, volume, seed, allowOutside} = wishes;
  const plan = await loadGates(file, {set, volume, seed, allowOutside});
  const {scenario: candidate} = plan;
  const catalogue = figureCatalogue(candidate);
  const rules = gatherProblems(plan.rules, ({text, at}) => parseRule(text, at, catalogue));
  const replications = wishes.replications ?? plan.replications ?? candidate.run.replications;
  const opened = await openBaseline(plan, rules, wishes);
  return {
    candidate,
    options: {
      rules,
      baseline: opened.baseline,
      notes: opened.notes,
      replications,
      alpha: alphaOf(wishes.alpha) ?? plan.alpha ?? DEFAULT_ALPHA,
      untilDecided: wishes.untilDecided,
    },
    exact: opened.exact,
    update: opened.update,
  };
}

function alphaOf(written: string | undefined): number | null {
  if (written === undefined) return null;
  const share = parseShare(written);
  if (share !== null && share > 0 && share < 1) return share;
  throw userError('SCN014', '--alpha', 'a share such as 5%', written);
}

async function openBaseline(plan: GatePlan, rules: readonly GateRule[], wishes: GateWishes): Promise<Opened> {
  const {update, exact} = wishes;
  const path = wishes.baseline ?? plan.baseline;
  const at = wishes.baseline === undefined ? plan.baselineAt : {file: '--baseline', line: null, column: null, path: ''};
  if (path === null) {
    if (update || exact) throw problem('GAT010', at, 'a folder of results as baseline', null);
    return NOTHING;
  }
  const folder = folderOf(path);
  if ((update || exact) && folder === null) throw problem('GAT010', at, 'a folder of results as baseline', path);
  if (update) return {...NOTHING, update: {folder: folder!, old: await oldResults(folder!)}};
  if (folder === null) return openScenario(path, plan.scenario, at, wishes);
  return openStored(folder, plan.scenario, rules, at, wishes);
}

/** The folder that a path means; null: it means a scenario file. */
function folderOf(path: string): string | null {
  const found = statSync(path, {throwIfNoEntry: false});
  if (found?.isDirectory()) return path;
  return found?.isFile() || /\.(ya?ml|json)$/i.test(path) ? null : path;
}

async function oldResults(folder: string): Promise<Results | null> {
  const found = statSync(join(folder, 'results.json'), {throwIfNoEntry: false});
  return found === undefined ? null : readResults(folder);
}

async function openScenario(
  path: string,
  candidate: Scenario,
  at: Place,
  {volume, allowOutside}: GateWishes,
): Promise<Opened> {
  const scenario = await loadScenario(path, {volume, allowOutside, seed: candidate.run.seed});
  const [own, other] = [await fingerprintsOf(candidate), await fingerprintsOf(scenario)];
  if (own.horizon !== other.horizon)
    throw problem('GAT006', at, 'a baseline with the same days, time zone, interval and warm-up', path);
  const notes = [
    ...(own.contacts === other.contacts
      ? []
      : ['baseline and candidate have other contacts: part of the change comes from them']),
    ...objectivesNote(objectivesOf(candidate), objectivesOf(scenario)),
  ];
  return {...NOTHING, baseline: {kind: 'scenario', scenario}, notes};
}

async function openStored(
  folder: string,
  candidate: Scenario,
  rules: readonly GateRule[],
  at: Place,
  {rebase, exact}: GateWishes,
): Promise<Opened> {
  const wanted = checksOf(rules, candidate).filter(({rule}) => needsBaseline(rules[rule]!));
  const {results, ratiosOf} = await readBaseline(folder, wanted);
  const coming = {
    program: programVersion(),
    seed: candidate.run.seed,
    fingerprints: await fingerprintsOf(candidate),
  };
  const reasons = whyNotPairable(results, coming);
  if (reasons.length > 0 && !rebase)
    throw problem(
      'GAT006',
      at,
      'a baseline of the same customers; or --rebase, --update',
      `${folder}: ${reasons.join('; ')}`,
    );
  const notes = [
    ...(reasons.length === 0 ? [] : [`rebased on a baseline of other customers: ${reasons.join('; ')}`]),
    ...objectivesNote(
      objectivesOf(candidate),
      results.scenario.objectives.map(each => JSON.stringify(each)),
    ),
  ];
  return {
    ...NOTHING,
    baseline: {
      kind: 'stored',
      name: results.scenario.name,
      replications: results.replications.finished,
      paired: reasons.length === 0,
      ratiosOf,
    },
    exact: exact ? {folder, stored: results} : null,
    notes,
  };
}

const objectivesOf = ({contactTypes}: Scenario): readonly string[] =>
  contactTypes.flatMap(({name, objective}) =>
    objective === null ? [] : [JSON.stringify({contactType: name, ...objective})],
  );

/** A service level by another objective is another figure. */
const objectivesNote = (own: readonly string[], other: readonly string[]): readonly string[] =>
  own.every(objective => other.includes(objective))
    ? []
    : ['objectives differ between baseline and candidate: their service levels are not the same figure'];

function problem(code: GateProblemCode, place: Place, expected: string, got: string | null): UserError {
  return new UserError([{code, place, expected, got, nearest: null}]);
}
