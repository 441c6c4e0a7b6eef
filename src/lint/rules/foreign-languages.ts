import type {Finding} from '../finding.js';
import type {Outlook} from '../outlook.js';
import {listText} from '../words.js';

/** LNT011: groups with a skill in a language that their site does not speak. */
export function foreignLanguages({scenario}: Outlook): readonly Finding[] {
  const {groups, sites, contactTypes} = scenario;
  return groups.flatMap(({name, site, skills}): Finding[] => {
    const place = site === null ? null : sites[site];
    if (place === null || place.languages.length === 0) return [];
    const spoken = place.languages.map(language => language.toLowerCase());
    return skills.flatMap(({contactType}): Finding[] => {
      const {name: type, language} = contactTypes[contactType];
      if (language === null || spoken.includes(language.toLowerCase())) return [];
      return [
        {
          code: 'LNT011',
          path: ['agents', name, 'skills', type],
          says: `${name} serves ${type} in ${language}, but at its site ${place.name} ${listText(place.languages, 'and')} ${place.languages.length === 1 ? 'is' : 'are'} spoken`,
          mend: `add ${language} to the languages of ${place.name}, or take the skill from ${name}`,
        },
      ];
    });
  });
}
