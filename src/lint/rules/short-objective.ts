import {formatDuration} from '../../base/units.js';
import type {Finding} from '../finding.js';
import {handleSeconds, isDeferred, type Outlook} from '../outlook.js';

/** LNT003: a deferred channel whose objective is shorter than the work on one contact. */
export function shortObjective({scenario}: Outlook): readonly Finding[] {
  return scenario.contactTypes.flatMap((contactType): Finding[] => {
    const {name, channel, objective} = contactType;
    if (objective === null || !isDeferred(channel)) return [];
    const work = handleSeconds(scenario, contactType, 0);
    if (objective.thresholdSeconds >= work) return [];
    return [
      {
        code: 'LNT003',
        path: ['contacts', name, 'objective'],
        says: `${name} is to be answered within ${formatDuration(objective.thresholdSeconds)}, but the work on one ${channel} takes ${formatDuration(Math.round(work))}`,
        mend: `an objective of at least ${formatDuration(Math.round(work))}; hours or days are usual on this channel`,
      },
    ];
  });
}
