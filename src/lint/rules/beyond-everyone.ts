import type {Finding} from '../finding.js';
import {mayServe, type Outlook} from '../outlook.js';
import {listText} from '../words.js';

/** LNT019: part of a contact type that no site can take which serves it. */
export function beyondEveryone({scenario}: Outlook): readonly Finding[] {
  const {groups, sites, contactTypes} = scenario;
  return contactTypes.flatMap(({name}, type): Finding[] => {
    const serving = groups.flatMap(({site}, group) => (mayServe(scenario, type, group) ? [site] : []));
    const shares = serving.map(site => (site === null ? 0 : partBeyond(scenario, site, type)));
    const least = Math.min(...shares);
    if (shares.length === 0 || least <= 0) return [];
    const names = [...new Set(serving.flatMap(site => (site === null ? [] : [sites[site].name])))];
    return [
      {
        code: 'LNT019',
        path: ['sites', names[0], 'cannot-take', name],
        says: `${Number((100 * least).toFixed(1))} % of ${name} can be taken by nobody: all sites that serve it leave them to others (${listText(names, 'and')})`,
        mend: `give ${name} to a group whose site can take all of it, or make each part a contact type of its own with the skills that fit`,
      },
    ];
  });
}

const partBeyond = ({sites}: Outlook['scenario'], site: number, type: number): number =>
  sites[site]?.cannotTake?.find(({contactType}) => contactType === type)?.share ?? 0;
