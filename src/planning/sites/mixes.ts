import type {Scenario, SiteKind} from '../../scenario/scenario.js';

/** How the work is parted among sites. */
export interface Mix {
  /** `paris 70 %, tunis 30 %`. */
  readonly name: string;
  /** By site, adding up to 1; follow-the-sun: what each takes where the sun is, hour by hour. */
  readonly shares: readonly number[];
  readonly followsTheSun: boolean;
}

const HOME: readonly SiteKind[] = ['in-house', 'onshore', 'at-home'];
const SPLITS = [1, 0.7, 0.5, 0.3, 0];

/**
 * The mixes worth comparing: all at home, 70/30, 50/50, 30/70, all away where there are sites of both kinds; else each
 * site alone and all alike; follow-the-sun where sites lie in different time zones. Sites without agents take no part.
 *
 * @param zonesDiffer whether clocks at the sites show different times
 */
export function mixesOf({sites, groups}: Scenario, zonesDiffer: boolean): readonly Mix[] {
  const staffed = sites.map((_, site) => groups.some(group => group.site === site));
  const home = sites.map(({kind}, site) => staffed[site]! && HOME.includes(kind));
  const away = sites.map((_, site) => staffed[site]! && !home[site]!);
  const splits =
    home.includes(true) && away.includes(true)
      ? SPLITS.map(part => parts(home, part).map((share, site) => share + parts(away, 1 - part)[site]!))
      : [
          ...sites.flatMap((_, site) => (staffed[site]! ? [sites.map((_, each) => (each === site ? 1 : 0))] : [])),
          parts(staffed, 1),
        ];
  const names = sites.map(({name}) => name);
  const plain = splits.map((shares): Mix => ({name: mixName(names, shares), shares, followsTheSun: false}));
  return zonesDiffer ? [...plain, {name: 'follow the sun', shares: parts(staffed, 1), followsTheSun: true}] : plain;
}

/** A whole in equal parts. */
const parts = (chosen: readonly boolean[], whole: number): readonly number[] => {
  const count = chosen.filter(Boolean).length;
  return chosen.map(is => (is ? whole / count : 0));
};

/** @example mixName(['paris', 'tunis'], [0.7, 0.3]) // 'paris 70 %, tunis 30 %' */
export function mixName(sites: readonly string[], shares: readonly number[]): string {
  const taking = sites.flatMap((site, index) => (shares[index]! > 0 ? [{site, share: shares[index]!}] : []));
  if (taking.length === 1) return `all ${taking[0]!.site}`;
  return taking.map(({site, share}) => `${site} ${Number((share * 100).toFixed(1))} %`).join(', ');
}
