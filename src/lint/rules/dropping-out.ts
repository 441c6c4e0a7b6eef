import {formatDuration} from '../../base/units.js';
import type {Finding} from '../finding.js';
import {ableGroups, dropsOutAt, isDeferred, wantedSpans, type Outlook} from '../outlook.js';
import {complement, intersection, spansText, union} from '../spans.js';
import {listText} from '../words.js';

/** LNT010: hours in which everybody on duty drops out while a contact waits, by rings that expire or levels that end. */
export function droppingOut(outlook: Outlook): readonly Finding[] {
  const {scenario, manned, end} = outlook;
  return scenario.contactTypes.flatMap(({name, channel}, type): Finding[] => {
    const able = ableGroups(scenario, type);
    const leaving = able.filter(group => dropsOutAt(scenario, type, group) < Infinity);
    if (leaving.length === 0 || !outlook.comes[type]) return [];
    const staying = able.filter(group => !leaving.includes(group));
    const early = union(leaving.flatMap(group => manned[group]));
    const late = union(staying.flatMap(group => manned[group]));
    const wanted = isDeferred(channel) ? [] : wantedSpans(outlook, type);
    const spans = intersection(intersection(wanted, early), complement(late, end));
    if (spans.length === 0) return [];
    const after = Math.max(...leaving.map(group => dropsOutAt(scenario, type, group)));
    const namesOf = (groups: readonly number[]): string =>
      listText(
        groups.map(group => scenario.groups[group].name),
        'or',
      );
    return [
      {
        code: 'LNT010',
        path: ['contacts', name],
        says: `${name} can be served by nobody once it has waited ${formatDuration(after)} ${spansText(scenario.clock, spans)}: ${namesOf(leaving)} no longer ${leaving.length === 1 ? 'takes' : 'take'} it then`,
        mend:
          staying.length === 0
            ? 'let one ring or level have no end'
            : `put an agent of ${namesOf(staying)} on duty then, or let ${namesOf(leaving)} stay (expires: false, no until)`,
      },
    ];
  });
}
