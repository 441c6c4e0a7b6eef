import type {Finding} from '../finding.js';
import type {Outlook} from '../outlook.js';

/** LNT013: channels in a group's capacity of which it has no skill. */
export function idleCapacity({scenario}: Outlook): readonly Finding[] {
  const {groups, contactTypes} = scenario;
  return groups.flatMap(({name, capacity, skills, together}): Finding[] => {
    const taken = new Set(skills.map(({contactType}) => contactTypes[contactType].channel));
    return capacity
      .filter(({channel}) => !taken.has(channel))
      .map(({channel, atOnce}) => {
        const inTable = together?.some(mixture => mixture.some(part => part.channel === channel)) === true;
        return {
          code: 'LNT013',
          path: ['agents', name, 'capacity', channel],
          says: `${name} may hold ${atOnce} of ${channel} at once, but has no skill for a contact type of ${channel}${inTable ? `, so no mixture with ${channel} ever comes about` : ''}`,
          mend: `give ${name} the skill for a contact type of ${channel}, or take ${channel} out of its capacity`,
        };
      });
  });
}
