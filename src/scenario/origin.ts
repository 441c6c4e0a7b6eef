import {commandLine} from '../base/command-line.js';
import type {Scenario} from './scenario.js';

/**
 * The command that reads each scenario again. It is kept beside scenarios, not in them: what a scenario simulates must
 * not depend on the name of its file. Copies with another seed or other replications share the contact types and so the entry.
 */
const commands = new WeakMap<Scenario['contactTypes'], WeakMap<Scenario['groups'], string>>();

/** What was changed of the file. */
interface Changes {
  readonly set?: readonly string[] | undefined;
  readonly volume?: number | string | undefined;
  readonly allowOutside?: boolean | undefined;
}

/** Notes from which file, and with what changes, a scenario was read. */
export function rememberOrigin(
  scenario: Scenario,
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
  remember(scenario, words);
}

/**
 * Notes that a scenario was made of another: the command of that one is the nearest to it that can be typed. Whoever
 * simulates it says what it changed (`toldWithChange`).
 *
 * @returns what was made
 */
export function madeOf<Made extends Scenario>(from: Scenario, made: Made): Made {
  const words = commandOf(from);
  if (words !== null) remember(made, words);
  return made;
}

function remember({contactTypes, groups}: Scenario, words: string): void {
  const known = commands.get(contactTypes) ?? new WeakMap<Scenario['groups'], string>();
  commands.set(contactTypes, known.set(groups, words));
}

/**
 * The command that simulates a scenario as it is, but for its seed: `plimsoll simulate bank.yaml --set routing=…`. Of one that
 * was made of another (`madeOf`) it is that of the other.
 *
 * @returns null for a scenario that was made or changed in memory
 */
export function commandOf({contactTypes, groups}: Scenario): string | null {
  return commands.get(contactTypes)?.get(groups) ?? null;
}
