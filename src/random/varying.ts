import type {Clock, VaryingDistribution} from '../scenario/scenario.js';
import {meanOf} from '../scenario/schema/distribution.js';
import {makeLaw, type Law} from './distributions/index.js';

const DAY_SECONDS = 86_400;

/** From a uniform and the time of the draw, in seconds from the start of the horizon, to a value in seconds. */
export type VaryingQuantile = (u: number, at: number) => number;

/**
 * The quantile of a distribution that may change with the local time of day; one uniform a draw either way.
 *
 * @example makeVaryingQuantile(contactType.talk, scenario.clock)(0.5, 36_000) // median talk at 10:00 of the first day
 */
export function makeVaryingQuantile(varying: VaryingDistribution, clock: Clock): VaryingQuantile {
  const laws = makeLaws(varying);
  if (laws.length === 1) return laws[0]!.quantile;
  const secondOfDay = makeLocalTime(clock);
  return (u, at) => laws[entryAt(varying, secondOfDay(at))]!.quantile(u);
}

/** From a time, in seconds from the start of the horizon, to the mean then. */
export type VaryingMean = (at: number) => number;

/** The mean of a distribution that may change with the local time of day. */
export function makeVaryingMean(varying: VaryingDistribution, clock: Clock): VaryingMean {
  const means = varying.map(({distribution}) => meanOf(distribution));
  if (means.length === 1) return () => means[0]!;
  const secondOfDay = makeLocalTime(clock);
  return at => means[entryAt(varying, secondOfDay(at))]!;
}

/** One law an entry. */
export function makeLaws(varying: VaryingDistribution): readonly Law[] {
  return varying.map(({distribution}) => makeLaw(distribution));
}

/** Index of the entry in force at a local time of day; the first is, before any begins. */
export function entryAt(varying: VaryingDistribution, secondOfDay: number): number {
  let entry = varying.length - 1;
  while (entry > 0 && varying[entry]!.fromOfDay > secondOfDay) entry--;
  return entry;
}

/**
 * Local wall-clock time of any moment of the horizon, in seconds after midnight. On days with a change to or from
 * daylight-saving time it is read off the intervals' labels, whose clock jumps with the wall's.
 */
export function makeLocalTime(clock: Clock): (at: number) => number {
  const {intervalSeconds, intervalOfCell, intervalLabels} = clock;
  const cellStart = Float64Array.from(intervalOfCell, (interval, cell) => {
    const label = /T(\d\d):(\d\d)(?::(\d\d))?/.exec(intervalLabels[interval] ?? '');
    if (label === null) return sinceMidnight(clock, cell * intervalSeconds);
    return Number(label[1]) * 3600 + Number(label[2]) * 60 + Number(label[3] ?? 0);
  });
  return at => {
    const cell = Math.floor(at / intervalSeconds);
    if (!(cell >= 0 && cell < cellStart.length)) return sinceMidnight(clock, at);
    return cellStart[cell]! + (at - cell * intervalSeconds);
  };
}

/** Time elapsed since the last start of a day; goes on by whole days after the horizon. */
function sinceMidnight({dayStarts}: Clock, at: number): number {
  let day = dayStarts.length - 1;
  while (day > 0 && dayStarts[day]! > at) day--;
  return (at - (dayStarts[day] ?? 0)) % DAY_SECONDS;
}
