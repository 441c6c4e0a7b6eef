import {parseIsoDate} from '../../base/dates.js';
import {horizonStart, loadZone, offsetAt, UTC, wallClock} from '../../scenario/clock.js';
import type {Scenario} from '../../scenario/scenario.js';

/** Hours that count as day where a site is: follow-the-sun gives the work to sites that have them. */
const DAY = {from: 8 * 3600, to: 20 * 3600};

/** By site and cell of the horizon: 1 while it is day there. */
export async function daytimeOf({
  clock,
  sites,
}: Scenario): Promise<{readonly daytime: readonly Uint8Array[]; readonly zonesDiffer: boolean}> {
  const firstDay = parseIsoDate(clock.startDate)!;
  const zoneOf = async (name: string) => (await loadZone(name, firstDay, clock.days)) ?? UTC;
  const start = horizonStart(await zoneOf(clock.timezone), firstDay);
  const zones = await Promise.all(sites.map(({timezone}) => zoneOf(timezone)));
  const offsets = new Set(zones.map(zone => offsetAt(zone, start)));
  const daytime = zones.map(zone =>
    Uint8Array.from(clock.intervalOfCell, (_, cell) => {
      const {secondOfDay} = wallClock(zone, start + cell * clock.intervalSeconds);
      return secondOfDay >= DAY.from && secondOfDay < DAY.to ? 1 : 0;
    }),
  );
  return {daytime, zonesDiffer: offsets.size > 1};
}
