import type {Scenario} from '../scenario/scenario.js';
import type {Scope} from './results.js';

/** One thing that figures are about: which contact types and which agent groups are added up in it, by index. */
export interface ScopeMembers {
  readonly scope: Scope;
  readonly name: string;
  readonly contactTypes: readonly number[];
  readonly groups: readonly number[];
}

/**
 * The scopes of a scenario in the order of the results: the total, channels in the order in which contact types first
 * name them, contact types, queues, agent groups, sites.
 *
 * @example scopesOf(scenario)[0] // {scope: 'total', name: 'total', contactTypes: [0, 1], groups: [0]}
 */
export function scopesOf({contactTypes, queues, groups, sites}: Scenario): readonly ScopeMembers[] {
  const every = (list: readonly unknown[]) => list.map((_, index) => index);
  const typesWhere = (holds: (index: number) => boolean) => every(contactTypes).filter(holds);
  const channels = [...new Set(contactTypes.map(({channel}) => channel))];
  return [
    {scope: 'total', name: 'total', contactTypes: every(contactTypes), groups: every(groups)},
    ...channels.map((name): ScopeMembers => ({
      scope: 'channel',
      name,
      contactTypes: typesWhere(type => contactTypes[type]?.channel === name),
      groups: [],
    })),
    ...contactTypes.map(({name}, index): ScopeMembers => ({
      scope: 'contactType',
      name,
      contactTypes: [index],
      groups: [],
    })),
    ...queues.map(({name}, queue): ScopeMembers => ({
      scope: 'queue',
      name,
      contactTypes: typesWhere(type => contactTypes[type]?.queue === queue),
      groups: [],
    })),
    ...groups.map(({name}, index): ScopeMembers => ({scope: 'group', name, contactTypes: [], groups: [index]})),
    ...sites.map(({name}, site): ScopeMembers => ({
      scope: 'site',
      name,
      contactTypes: [],
      groups: every(groups).filter(group => groups[group]?.site === site),
    })),
  ];
}
