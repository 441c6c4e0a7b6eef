import type {Scenario} from '../../scenario/scenario.js';
import {daytimeOf} from './daytime.js';
import {openCells, type Center} from './mixed-scenario.js';
import {rolesOf} from './requirement-by-role.js';
import {rosterPrices} from './roster-prices.js';
import {withRestrictions, type Restriction} from './restriction.js';

/** What comparing mixes needs of a scenario, worked out once; and whether clocks at its sites show different times. */
export async function makeCenter(
  asTold: Scenario,
  restrictions: readonly Restriction[],
): Promise<{readonly center: Center; readonly zonesDiffer: boolean}> {
  const scenario = withRestrictions(asTold, restrictions);
  const {daytime, zonesDiffer} = await daytimeOf(scenario);
  const cannotTake = scenario.sites.map((_, site) =>
    scenario.contactTypes.map((_, type) =>
      restrictions
        .filter(each => each.site === site && each.contactType === type)
        .reduce((sum, {share}) => sum + share, 0),
    ),
  );
  return {
    center: {
      scenario,
      roles: rolesOf(scenario),
      open: openCells(scenario),
      daytime,
      cannotTake,
      prices: rosterPrices(scenario),
    },
    zonesDiffer,
  };
}
