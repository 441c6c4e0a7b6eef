import type {ContactType, Distribution, Scenario} from '../../scenario/scenario.js';
import type {Finding} from '../finding.js';
import {isDeferred, mayServe, openingOf, type Outlook} from '../outlook.js';
import {intersection} from '../spans.js';
import {listText} from '../words.js';

/** LNT004: groups that will never have work. */
export function idleGroups(outlook: Outlook): readonly Finding[] {
  const {scenario, manned} = outlook;
  return scenario.groups.flatMap(({name, skills}, group): Finding[] => {
    const skilled = skills.map(({contactType}) => contactType);
    const types = skilled.filter(type => mayServe(scenario, type, group));
    const finding = (says: string, mend: string): Finding[] => [
      {code: 'LNT004', path: ['agents', name], says: `${name} will never have work: ${says}`, mend},
    ];
    if (manned[group].length === 0)
      return finding('nobody of it is on duty in the whole horizon', 'give it agents, or take the group out');
    if (types.length === 0)
      return finding(
        `no ring and no level of ${listText(names(scenario, skilled), 'or')} asks it`,
        'name it in a ring (routing: {rings: …}), or take the group out',
      );
    const coming = types.filter(type => outlook.comes[type]);
    if (coming.length === 0)
      return finding(
        `no contacts of ${listText(names(scenario, types), 'or')} come`,
        'give it another skill, or take the group out',
      );
    const open = coming.filter(type => meets(outlook, type, group));
    if (open.length === 0)
      return finding(
        `whenever it is on duty ${listText(names(scenario, coming), 'and')} ${coming.length === 1 ? 'is' : 'are'} closed`,
        'move its hours into those of the queue',
      );
    if (open.some(type => delayOf(scenario, type, group) < longestWait(scenario.contactTypes[type]))) return [];
    return finding(
      `${listText(names(scenario, open), 'and')} ${open.length === 1 ? 'has' : 'have'} left the queue before it may take them`,
      'let the overflow to it begin sooner',
    );
  });
}

const names = ({contactTypes}: Scenario, types: readonly number[]): readonly string[] =>
  types.map(type => contactTypes[type].name);

function meets({scenario, manned}: Outlook, type: number, group: number): boolean {
  const contactType = scenario.contactTypes[type];
  const opening = openingOf(scenario, contactType);
  return isDeferred(contactType.channel) || opening === null || intersection(opening, manned[group]).length > 0;
}

const delayOf = ({routing}: Scenario, type: number, group: number): number =>
  (routing.overflow[type] ?? []).find(rule => rule.group === group)?.afterSeconds ?? 0;

/** After so long nobody waits any more. */
function longestWait({messageAfterSeconds, patience}: ContactType): number {
  const most = patience === null ? Infinity : Math.max(...patience.map(({distribution}) => longestOf(distribution)));
  return Math.min(messageAfterSeconds ?? Infinity, most);
}

function longestOf(distribution: Distribution): number {
  if (distribution.kind === 'constant') return distribution.value;
  if (distribution.kind === 'uniform' || distribution.kind === 'triangular') return distribution.high;
  if (distribution.kind === 'empirical') return distribution.values.at(-1) ?? 0;
  return Infinity;
}
