import type {Finding} from '../finding.js';
import {ableGroups, expectedContacts, isDeferred, openingOf, wantedSpans, type Outlook} from '../outlook.js';
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

function spansAlone(outlook: Outlook, type: number): readonly Span[] {
  const {scenario, end, manned} = outlook;
  const served = union(ableGroups(scenario, type).flatMap(group => manned[group]));
  if (isDeferred(scenario.contactTypes[type].channel)) return served.length === 0 ? [[0, end]] : [];
  return intersection(wantedSpans(outlook, type), complement(served, end));
}
