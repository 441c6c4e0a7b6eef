import type {Scenario} from '../../scenario/scenario.js';

/** A part of the contacts of one type that one site cannot take: for want of a language, a licence, a right. */
export interface Restriction {
  /** Index into sites. */
  readonly site: number;
  /** Index into contactTypes. */
  readonly contactType: number;
  readonly share: number;
}

/** The same center whose sites cannot take these, in place of what it says itself. */
export function withRestrictions(scenario: Scenario, restrictions: readonly Restriction[]): Scenario {
  return {
    ...scenario,
    sites: scenario.sites.map((site, index) => ({
      ...site,
      cannotTake: restrictions
        .filter(restriction => restriction.site === index)
        .map(({contactType, share}) => ({contactType, share})),
    })),
  };
}
