import {suggest} from '../base/suggest.js';

/**
 * The time zone that was probably meant: one of that very city, else one spelt nearly so, else one of a city spelt nearly so.
 *
 * @param zones IANA names
 * @returns null when nothing is near
 * @example suggestZone('Europe/Tunis', ['Africa/Tunis', 'Europe/Paris']) // 'Africa/Tunis'
 */
export function suggestZone(name: string, zones: readonly string[]): string | null {
  const city = cityOf(name);
  const sameCity = zones.find(zone => cityOf(zone) === city);
  if (sameCity !== undefined) return sameCity;
  return suggest(name, zones) ?? zones.find(zone => cityOf(zone) === suggest(city, zones.map(cityOf))) ?? null;
}

/** `new york` of `America/New_York`. */
const cityOf = (zone: string): string =>
  zone
    .slice(zone.lastIndexOf('/') + 1)
    .replaceAll('_', ' ')
    .toLowerCase();
