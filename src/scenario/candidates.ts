import {userError} from '../base/errors.js';
import type {CandidateProblemCode} from './candidate-problem-codes.js';
import {differencesOf, type WrittenDifference} from './differences.js';
import {locateScenario, type LoadOptions} from './load.js';
import {toldOfFlag} from './overrides.js';
import type {Scenario} from './scenario.js';

/** The base with changes, under a name. */
export interface WrittenCandidate {
  readonly name: string;
  /** As `--set` takes them. */
  readonly set: readonly string[];
}

/** A scenario to be compared with the base, and in what it differs. */
export interface LoadedCandidate {
  readonly name: string;
  readonly scenario: Scenario;
  readonly changes: readonly WrittenDifference[];
}

/** What shall be compared with the base. */
export interface CandidateSources {
  /** Scenario files. */
  readonly files: readonly string[];
  /** Changes of the base that make one candidate together. */
  readonly set: readonly string[];
  /** Changes of the base, each text a candidate of its own: `more agents: agents.paris.count=24; agents.lyon.count=12`. */
  readonly candidates: readonly string[];
}

/**
 * Reads a candidate: a name, a colon, changes with semicolons between them. Without a name it is called by its changes.
 *
 * @throws UserError CMP002
 * @example parseCandidate('more agents: agents.paris.count=24') // {name: 'more agents', set: ['agents.paris.count=24']}
 */
export function parseCandidate(text: string): WrittenCandidate {
  const parts = /^\s*(?:([^:=]*):)?(.*)$/s.exec(text);
  const set = (parts?.[2] ?? '')
    .split(';')
    .map(change => change.trim())
    .filter(change => change !== '');
  const name = (parts?.[1] ?? set.join('; ')).trim();
  if (name === '' || set.length === 0 || set.some(change => !/^[^=\s][^=]*=/.test(change)))
    throw problem(
      'CMP002',
      '--candidate',
      "'NAME: PATH=VALUE; PATH=VALUE' such as 'more agents: agents.paris.count=24'",
      text,
    );
  return {name, set};
}

/**
 * Loads a base and its candidates: files as they are, and the base with changes.
 *
 * @param options hold for all of them
 * @throws UserError with every problem of the first scenario that has some; CMP001 no candidate, CMP002, CMP003
 */
export async function loadCandidates(
  baseFile: string,
  {files, set, candidates}: CandidateSources,
  options: LoadOptions = {},
): Promise<{readonly base: Scenario; readonly candidates: readonly LoadedCandidate[]}> {
  const changed = [...(set.length === 0 ? [] : [{name: set.join('; '), set}]), ...candidates.map(parseCandidate)];
  if (files.length + changed.length === 0)
    throw problem('CMP001', 'plimsoll compare', 'a candidate: another scenario file, --set PATH=VALUE or --candidate');
  const base = await locateScenario(baseFile, options);
  const loaded: LoadedCandidate[] = [];
  for (const file of files) {
    const {scenario, root} = await locateScenario(file, options);
    const taken = [base.scenario.name, ...loaded.map(({name}) => name)].includes(scenario.name);
    const name = taken ? `${scenario.name} (${file})` : scenario.name;
    loaded.push({name, scenario, changes: differencesOf(base.root, root)});
  }
  for (const {name, set: changes} of changed) {
    const flag = changes === set ? '--set' : '--candidate';
    const {scenario, root} = await locateScenario(baseFile, {
      ...options,
      set: [...(options.set ?? []), ...changes],
    }).catch((error: unknown) => {
      throw toldOfFlag(error, flag, changes);
    });
    loaded.push({name, scenario, changes: differencesOf(base.root, root)});
  }
  const twice = loaded.find(({name}, index) => loaded.findIndex(other => other.name === name) < index);
  if (twice !== undefined) throw problem('CMP003', '--candidate', 'a name that no other candidate has', twice.name);
  return {base: base.scenario, candidates: loaded};
}

const problem = (code: CandidateProblemCode, place: string, expected: string, got: string | null = null): Error =>
  userError(code, place, expected, got);
