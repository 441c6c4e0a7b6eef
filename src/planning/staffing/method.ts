import {kindOf} from '../../scenario/channels.js';
import type {Scenario} from '../../scenario/scenario.js';
import type {StaffingMethod} from './answer.js';
import type {StaffingObjective} from './objectives.js';
import {replays} from './workload.js';

/** A method, and why. */
export interface ChosenMethod {
  readonly method: StaffingMethod;
  readonly why: string;
}

/** The method that a scenario calls for: the simplest that knows all that the scenario has. */
export function methodFor(scenario: Scenario, objectives: readonly StaffingObjective[]): ChosenMethod {
  const {contactTypes, groups} = scenario;
  const some = (holds: (type: Scenario['contactTypes'][number]) => boolean): boolean => contactTypes.some(holds);
  const shared = groups.some(({skills}) => skills.length > 1) || sharedTypes(scenario);
  const found = [
    shared ? 'skills are shared' : null,
    some(({channel}) => kindOf(channel) === 'concurrent') ? 'agents hold several chats at once' : null,
    some(({channel}) => kindOf(channel) === 'deferred') ? 'work waits over from one interval to the next' : null,
    some(({patience}) => patience !== null) ? 'customers hang up' : null,
    some(({redial, comesBack, callback}) => redial !== null || comesBack !== null || callback !== null)
      ? 'contacts come again'
      : null,
    some(replays) ? 'contacts come from a log' : null,
    some(({arrivals}) => arrivals.some(source => source.kind === 'generated' && source.busyness !== null)) ||
    scenario.busyness !== null
      ? 'days differ'
      : null,
    objectives.some(({measure}) => measure === 'objectiveMet') ? 'an objective is about days' : null,
  ].filter(reason => reason !== null);
  return found.length > 0
    ? {method: 'simulation', why: listed(found)}
    : {
        method: 'erlang-c',
        why: 'each contact type has agents of its own, nobody hangs up and every call takes a whole agent',
      };
}

function sharedTypes({contactTypes, groups}: Scenario): boolean {
  return contactTypes.some(
    (_, type) => groups.filter(({skills}) => skills.some(({contactType}) => contactType === type)).length > 1,
  );
}

const listed = (reasons: readonly string[]): string =>
  reasons.length === 1 ? reasons[0] : `${reasons.slice(0, -1).join(', ')} and ${reasons[reasons.length - 1]}`;
