import type {Scenario} from '../../scenario/scenario.js';
import type {FloorView} from '../floor.js';
import {groupOrder} from '../group-order.js';

/** Percent allocation of one contact type: its sites take turns; the groups of all other sites have the last turn. */
export interface SiteShares {
  /** By turn: share of the contacts, the largest first. */
  readonly shares: Float64Array;
  /** By turn: groups of the site with the skill. */
  readonly groups: readonly Int32Array[];
}

/** By contact type: its shares, or null. A tie between sites falls by size of the share, then by the order of their groups. */
export function siteShares(scenario: Scenario): readonly (SiteShares | null)[] {
  const {contactTypes, groups, routing} = scenario;
  const order = groupOrder(scenario);
  return contactTypes.map((_, type) => {
    const shares = routing.shares[type] ?? null;
    if (shares === null) return null;
    const sites = shares
      .map(({site, share}) => ({
        share,
        members: order.filter(
          group => groups[group].site === site && groups[group].skills.some(skill => skill.contactType === type),
        ),
      }))
      .sort((a, b) => b.share - a.share || order.indexOf(a.members[0]) - order.indexOf(b.members[0]));
    return {
      shares: Float64Array.from(sites, ({share}) => share),
      groups: sites.map(({members}) => Int32Array.from(members)),
    };
  });
}

/** By group × contact types + type: the turn of the group. */
export function turnsOfGroups({contactTypes, groups}: Scenario, shares: readonly (SiteShares | null)[]): Int32Array {
  const turns = new Int32Array(groups.length * contactTypes.length);
  shares.forEach((each, type) => {
    groups.forEach((_, group) => {
      const turn = each?.groups.findIndex(members => members.includes(group)) ?? 0;
      turns[group * contactTypes.length + type] = turn >= 0 ? turn : (each?.groups.length ?? 0);
    });
  });
  return turns;
}

/**
 * The turn of the site that would be furthest below its share if the contact went elsewhere, of those not tried yet.
 *
 * @param tried by turn: 1 once tried
 */
export function nextTurn({shares, groups}: SiteShares, floor: FloorView, type: number, tried: Uint8Array): number {
  let all = 1;
  for (const members of groups) for (const group of members) all += floor.takenBy(type, group);
  let next = -1;
  let most = -Infinity;
  for (let turn = 0; turn < shares.length; turn++) {
    if (tried[turn] === 1) continue;
    let missing = shares[turn] * all;
    for (const group of groups[turn]) missing -= floor.takenBy(type, group);
    if (missing > most) {
      next = turn;
      most = missing;
    }
  }
  return next;
}
