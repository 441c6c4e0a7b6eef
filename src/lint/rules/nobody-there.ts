import type {Finding} from '../finding.js';
import {ableGroups, expectedContacts, isDeferred, openingOf, type Outlook} from '../outlook.js';
import {complement, intersection, spansText, union, type Span} from '../spans.js';
import {contactsText, listText} from '../words.js';

/** LNT001: hours in which a contact type is open, or comes, and nobody who may serve it is on duty. */
export function nobodyThere(outlook: Outlook): readonly Finding[] {
  const {scenario, comes} = outlook;
  return scenario.contactTypes.flatMap((contactType, type): Finding[] => {
    if (!comes[type]) return [];
    const alone = spansAlone(outlook, type);
    if (alone.length === 0) return [];
    const expected = alone.reduce((sum, span) => sum + expectedContacts(contactType, span), 0);
    const able = ableGroups(scenario, type).map(group => scenario.groups[group].name);
    const opening = openingOf(scenario, contactType);
    return [
      {
        code: 'LNT001',
        path: ['contacts', contactType.name, opening === null ? 'arrivals' : 'open'],
        says:
          `${contactType.name} can be served by nobody ${spansText(scenario.clock, alone)}` +
          (expected > 0 ? `, when ${contactsText(expected)} are expected` : ', though it is open'),
        mend: `put an agent of ${listText(able, 'or')} on duty then${opening === null ? '' : ', or shorten its opening hours'}`,
      },
    ];
  });
}

function spansAlone({scenario, end, manned, coming}: Outlook, type: number): readonly Span[] {
  const contactType = scenario.contactTypes[type];
  const served = union(ableGroups(scenario, type).flatMap(group => manned[group]));
  if (isDeferred(contactType.channel)) return served.length === 0 ? [[0, end]] : [];
  const opening = openingOf(scenario, contactType);
  // a log that is let in all day may have no contacts at night
  const wanted = coming[type] === null ? (opening ?? []) : intersection(opening ?? [[0, end]], coming[type]);
  return intersection(wanted, complement(served, end));
}
