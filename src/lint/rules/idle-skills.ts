import type {Finding} from '../finding.js';
import type {Outlook} from '../outlook.js';

/** LNT005: skills for contact types of which none come; a group with nothing else is told of as a whole. */
export function idleSkills({scenario, comes}: Outlook): readonly Finding[] {
  return scenario.groups.flatMap(({name, skills}): Finding[] => {
    if (!skills.some(({contactType}) => comes[contactType])) return [];
    return skills
      .filter(({contactType}) => !comes[contactType])
      .map(({contactType}) => {
        const type = scenario.contactTypes[contactType].name;
        return {
          code: 'LNT005',
          path: ['agents', name, 'skills', type],
          says: `${name} has the skill ${type}, but 0 contacts of ${type} come in the whole horizon, by transfer neither`,
          mend: `give ${type} arrivals, or take it out with the skill`,
        };
      });
  });
}
