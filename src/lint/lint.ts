import type {Scenario} from '../scenario/scenario.js';
import type {Finding} from './finding.js';
import {outlookOf, type Outlook} from './outlook.js';
import {beyondEveryone} from './rules/beyond-everyone.js';
import {crowding} from './rules/crowding.js';
import {droppingOut} from './rules/dropping-out.js';
import {foreignLanguages} from './rules/foreign-languages.js';
import {growingBacklog} from './rules/growing-backlog.js';
import {idleCapacity} from './rules/idle-capacity.js';
import {idleGroups} from './rules/idle-groups.js';
import {idleSkills} from './rules/idle-skills.js';
import {keptIdle} from './rules/kept-idle.js';
import {longSilences} from './rules/long-silences.js';
import {neverInterrupted} from './rules/never-interrupted.js';
import {neverJoins} from './rules/never-joins.js';
import {nobodyKnown} from './rules/nobody-known.js';
import {nobodyThere} from './rules/nobody-there.js';
import {overload} from './rules/overload.js';
import {shortObjective} from './rules/short-objective.js';
import {starvation} from './rules/starvation.js';

/** In the order of their codes. */
const RULES: readonly ((outlook: Outlook) => readonly Finding[])[] = [
  nobodyThere,
  overload,
  shortObjective,
  idleGroups,
  idleSkills,
  starvation,
  crowding,
  keptIdle,
  neverJoins,
  droppingOut,
  foreignLanguages,
  nobodyKnown,
  idleCapacity,
  neverInterrupted,
  longSilences,
  growingBacklog,
  beyondEveryone,
];

/**
 * What will bite before any run: hours without agents, load above staffing, contacts that starve, work that nobody needs.
 * Pure; nothing is simulated.
 *
 * @example lint(await loadScenario('scenarios/bank.yaml')) // []
 */
export function lint(scenario: Scenario): readonly Finding[] {
  const outlook = outlookOf(scenario);
  return RULES.flatMap(rule => rule(outlook));
}
