import type {Scenario} from '../../scenario/scenario.js';

/**
 * By group × contact types + type: the part of the type that the group's site cannot take, for want of a language or a right.
 * A contact has one uniform number, its obstacle, on all its legs, and is beyond a site when the number is below the site's
 * part: so of two sites, what the one with the smaller part cannot take, the other cannot take either.
 */
export function sharesBeyond({groups, contactTypes, sites}: Scenario): Float64Array {
  const beyond = new Float64Array(groups.length * contactTypes.length);
  groups.forEach(({site}, group) => {
    if (site === null) return;
    for (const {contactType, share} of sites[site]?.cannotTake ?? [])
      beyond[group * contactTypes.length + contactType] = share;
  });
  return beyond;
}

/** Does a site leave part of a contact type to others? */
export const hasObstacles = (scenario: Scenario): boolean => sharesBeyond(scenario).some(share => share > 0);
