import type {Scenario} from '../scenario/scenario.js';
import type {Scope} from './results.js';

/** Which contact types and which agent groups are added up, by index. */
export interface Members {
  readonly contactTypes: readonly number[];
  readonly groups: readonly number[];
}

/** One thing that figures are about. */
export interface ScopeMembers extends Members {
  readonly scope: Scope;
  readonly name: string;
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

/**
 * Leaves out what would be added up twice: a queue of one contact type counts what the type counts, a channel of all types
 * what the total counts (which counts agents too: a channel's figures do not know of them), a site of one group what the
 * group counts.
 *
 * @returns what differs, in the order of the scopes, and for each scope its place there
 */
export function distinctMembers(scopes: readonly ScopeMembers[]): {
  readonly members: readonly Members[];
  readonly placeOfScope: Int32Array;
} {
  const members: Members[] = [];
  const places = new Map<string, number>();
  const placeOfScope = Int32Array.from(scopes, ({contactTypes, groups}) => {
    const key = contactTypes.length > 0 ? `types ${contactTypes.join()}` : `groups ${groups.join()}`;
    const place = places.get(key) ?? members.push({contactTypes, groups}) - 1;
    places.set(key, place);
    return place;
  });
  return {members, placeOfScope};
}
