import type {Finding} from '../finding.js';
import type {Outlook} from '../outlook.js';
import {listText} from '../words.js';

/** LNT014: work that is to give way to channels of which nothing comes to the group. */
export function neverInterrupted({scenario, comes}: Outlook): readonly Finding[] {
  const {groups, contactTypes} = scenario;
  return groups.flatMap(({name, capacity, skills}): Finding[] => {
    const ofSkills = skills.map(({contactType}) => contactTypes[contactType].channel);
    const coming = new Set(ofSkills.filter((_, index) => comes[skills[index].contactType]));
    return capacity
      .filter(({channel}) => ofSkills.includes(channel))
      .flatMap(({channel, interruptedBy}): Finding[] => {
        const missing = interruptedBy.filter(other => !coming.has(other));
        if (missing.length === 0) return [];
        return [
          {
            code: 'LNT014',
            path: ['agents', name, 'capacity', channel],
            says: `${channel} of ${name} is to be interrupted by ${listText(missing, 'and')}, but no contacts of ${missing.length === 1 ? 'this channel' : 'these channels'} come to ${name}`,
            mend: `give ${name} the skill for contacts of ${listText(missing, 'or')} that come, or leave the interruption out`,
          },
        ];
      });
  });
}
