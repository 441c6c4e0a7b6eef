import {commandLine} from '../base/command-line.js';
import type {Scenario} from './scenario.js';

/**
 * The command that reads each scenario again. It is kept beside scenarios, not in them: what a scenario simulates must
 * not depend on the name of its file. Copies with another seed or other replications share the contact types and so the entry.
 */
const commands = new WeakMap<Scenario['contactTypes'], {readonly groups: Scenario['groups']; readonly words: string}>();

/** What was changed of the file. */
interface Changes {
  readonly set?: readonly string[] | undefined;
  readonly volume?: number | string | undefined;
  readonly allowOutside?: boolean | undefined;
}

/** Notes from which file, and with what changes, a scenario was read. */
export function rememberOrigin(
  {contactTypes, groups}: Scenario,
  file: string,
  {set = [], volume, allowOutside = false}: Changes,
): void {
  const words = commandLine([
    'plimsoll',
    'simulate',
    file,
    ...set.flatMap(change => ['--set', change]),
    ...(volume === undefined ? [] : ['--volume', String(volume)]),
    ...(allowOutside ? ['--allow-outside'] : []),
  ]);
  commands.set(contactTypes, {groups, words});
}

/**
 * The command that simulates a scenario as it is, but for its seed: `plimsoll simulate bank.yaml --set routing=…`.
 *
 * @returns null for a scenario that was made or changed in memory
 */
export function commandOf({contactTypes, groups}: Scenario): string | null {
  const known = commands.get(contactTypes);
  return known?.groups === groups ? known.words : null;
}
