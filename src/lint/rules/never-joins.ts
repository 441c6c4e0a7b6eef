import {conditionText} from '../../scenario/condition-text.js';
import type {RoutingCondition} from '../../scenario/scenario.js';
import type {Finding} from '../finding.js';
import type {Outlook} from '../outlook.js';
import {listText} from '../words.js';

/** LNT009: groups that join on a condition which cannot hold. */
export function neverJoins(outlook: Outlook): readonly Finding[] {
  return outlook.scenario.groups.flatMap(({name, joins}): Finding[] => {
    const why = joins === null ? null : whyNever(outlook, joins);
    if (joins === null || why === null) return [];
    return [
      {
        code: 'LNT009',
        path: ['agents', name, 'joins'],
        says: `${name} never joins: ${conditionText(outlook.scenario, joins)} cannot hold, since ${why}`,
        mend: 'change the limit, or let the group take contacts always',
      },
    ];
  });
}

/** null: it may hold some day. */
function whyNever({scenario, comes}: Outlook, {measure, queue, comparison, value}: RoutingCondition): string | null {
  const {contactTypes, queues, lines} = scenario;
  const {name} = queues[queue];
  const isAbove = comparison === '>' || comparison === '>=';
  const most =
    measure === 'serviceLevel' ? 1 : measure === 'queue' ? (queues[queue].lines ?? lines ?? Infinity) : Infinity;
  const beyond = comparison === '>' ? value >= most : comparison === '>=' ? value > most : false;
  if (beyond) return measure === 'queue' ? `no more than ${most} lines are there` : 'no service level is above 100%';
  if (!isAbove && (value < 0 || (comparison === '<' && value === 0))) return `${measure} is never below 0`;
  const types = contactTypes.flatMap((type, index) => (type.queue === queue ? [index] : []));
  const needsContacts =
    measure === 'queue' ? isAbove && (comparison === '>' || value > 0) : measure === 'serviceLevel' && !isAbove;
  if (needsContacts && !types.some(type => comes[type]))
    return `no contacts of ${listText(
      types.map(type => contactTypes[type].name),
      'or',
    )} come to ${name}`;
  return null;
}
