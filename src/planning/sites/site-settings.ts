import {userError} from '../../base/errors.js';
import {suggest} from '../../base/suggest.js';
import {parseShare} from '../../base/units.js';
import type {Scenario} from '../../scenario/scenario.js';
import {mixName, type Mix} from './mixes.js';
import type {Restriction} from './restriction.js';

/** Shares of a mix that a user writes add up to 100 % within this. */
const ROUNDING = 1e-6;

/**
 * A mix as a flag says it: `paris=60%,tunis=40%`.
 *
 * @throws UserError PLN022
 */
export function parseMix(written: string, {sites}: Scenario): Mix {
  const shares = sites.map(() => 0);
  for (const part of written.split(',')) {
    const [name = '', amount = ''] = part.split('=').map(each => each.trim());
    const site = sites.findIndex(each => each.name === name);
    const share = parseShare(amount);
    if (site === -1) throw unknown('PLN022', '--mix', 'site', name, sites);
    if (share === null || share < 0 || share > 1)
      throw userError('PLN022', '--mix', 'shares such as paris=60%,tunis=40%', written);
    shares[site] = shares[site]! + share;
  }
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (Math.abs(total - 1) > ROUNDING)
    throw userError(
      'PLN022',
      '--mix',
      'shares that add up to 100%',
      `${written}, which is ${Number((total * 100).toFixed(1))}%`,
    );
  return {
    name: mixName(
      sites.map(({name}) => name),
      shares,
    ),
    shares,
    followsTheSun: false,
  };
}

/**
 * What a site cannot take as a flag says it: `tunis:orders=15%`.
 *
 * @throws UserError PLN023
 */
export function parseRestriction(written: string, {sites, contactTypes}: Scenario): Restriction {
  const match = /^\s*(.+?)\s*:\s*(.+?)\s*=\s*(.+?)\s*$/.exec(written.slice(0, 300));
  const share = match === null ? null : parseShare(match[3]!);
  if (match === null || share === null || share < 0 || share >= 1)
    throw userError(
      'PLN023',
      '--cannot-take',
      'a site, a contact type and a share below 100% such as tunis:orders=15%',
      written,
    );
  const site = sites.findIndex(({name}) => name === match[1]);
  if (site === -1) throw unknown('PLN023', '--cannot-take', 'site', match[1]!, sites);
  const contactType = contactTypes.findIndex(({name}) => name === match[2]);
  if (contactType === -1) throw unknown('PLN023', '--cannot-take', 'contact type', match[2]!, contactTypes);
  return {site, contactType, share};
}

/**
 * What sites cannot take: as the scenario says it, but for a contact type of a site that a flag names.
 *
 * @throws UserError PLN023
 */
export function restrictionsOf(written: readonly string[], scenario: Scenario): readonly Restriction[] {
  const told = written.map(each => parseRestriction(each, scenario));
  const own = scenario.sites.flatMap(({cannotTake = []}, site) => cannotTake.map(each => ({site, ...each})));
  const isTold = ({site, contactType}: Restriction): boolean =>
    told.some(each => each.site === site && each.contactType === contactType);
  return [...own.filter(each => !isTold(each)), ...told].filter(({share}) => share > 0);
}

function unknown(
  code: string,
  flag: string,
  what: string,
  got: string,
  known: readonly {readonly name: string}[],
): Error {
  const names = known.map(({name}) => name);
  const nearest = suggest(got, names);
  return userError(
    code,
    flag,
    `a ${what} of the scenario (${names.join(', ')})${nearest === null ? '' : `; did you mean ${nearest}?`}`,
    got,
  );
}

/**
 * Whether a scenario has what comparing sites takes.
 *
 * @throws UserError PLN020, PLN021, PLN024, PLN025
 */
export function checkSites({currency, sites, groups, contactTypes}: Scenario, file: string): void {
  const staffed = sites.filter((_, site) => groups.some(group => group.site === site));
  if (staffed.length < 2)
    throw userError(
      'PLN021',
      file,
      'at least two sites with agents',
      staffed.length === 0 ? 'none' : `only ${staffed[0]!.name}`,
    );
  if (currency === null) throw userError('PLN020', file, 'prices: pay or a contract at every site');
  if (contactTypes.every(({objective}) => objective === null))
    throw userError('PLN025', file, 'an objective for at least one contact type, such as 80% in 20s');
  if (contactTypes.some(({arrivals}) => arrivals.some(({kind}) => kind === 'replayed')))
    throw userError('PLN024', file, 'generated traffic, since a log cannot be made busier');
}
