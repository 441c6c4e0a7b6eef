import {suggest} from './suggest.js';

export const SECONDS_PER_MINUTE = 60;
export const SECONDS_PER_HOUR = 3600;
export const SECONDS_PER_DAY = 86_400;

const UNIT_SECONDS: Readonly<Record<string, number>> = {
  ms: 0.001,
  millisecond: 0.001,
  milliseconds: 0.001,
  s: 1,
  sec: 1,
  secs: 1,
  second: 1,
  seconds: 1,
  m: 60,
  min: 60,
  mins: 60,
  minute: 60,
  minutes: 60,
  h: 3600,
  hr: 3600,
  hour: 3600,
  hours: 3600,
  d: 86_400,
  day: 86_400,
  days: 86_400,
  w: 604_800,
  week: 604_800,
  weeks: 604_800,
};

const unitSeconds = (unit: string): number | undefined =>
  Object.hasOwn(UNIT_SECONDS, unit) ? UNIT_SECONDS[unit] : undefined;

const PART = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*([a-z]+)/i;
/** The tail of `1h30`: a bare number after hours means minutes, after minutes seconds. */
const BARE_TAIL = /^\s*(\d{1,2})\s*$/;

/**
 * Seconds in a duration written with its units, largest first.
 *
 * @param text `90s`, `4m30s`, `1h30`, `2m`, `1.5h`, `45min`, `3 minutes`, `500ms`, `1d`
 * @returns null when it is none; a bare number is none, for its unit would be a guess
 * @example parseDuration('4m30s') // 270
 */
export function parseDuration(text: string): number | null {
  if (text.length > 60) return null;
  let rest = text.trim();
  let total = 0;
  let previous = Infinity;
  if (rest === '') return null;
  while (rest !== '') {
    const part = PART.exec(rest);
    if (part === null) {
      const tail = BARE_TAIL.exec(rest);
      if (tail === null || (previous !== SECONDS_PER_HOUR && previous !== SECONDS_PER_MINUTE)) return null;
      if (Number(tail[1]) >= 60) return null;
      return total + Number(tail[1]) * (previous / 60);
    }
    const seconds = unitSeconds(part[2]!.toLowerCase());
    if (seconds === undefined || seconds >= previous) return null;
    total += Number(part[1]) * seconds;
    previous = seconds;
    rest = rest.slice(part[0].length);
  }
  return total;
}

/**
 * The duration the user probably meant: with the unit spelled right, or with seconds where a unit is missing.
 *
 * @example nearestDuration('3 minuts') // '3 minutes'
 */
export function nearestDuration(text: string): string | null {
  const trimmed = text.trim();
  if (/^\d+(\.\d+)?$/.test(trimmed)) return `${trimmed}s`;
  const parts = /^(\d+(?:\.\d+)?)(\s*)([a-z]+)$/i.exec(trimmed);
  if (parts === null) return null;
  const unit = suggest(
    parts[3]!,
    Object.keys(UNIT_SECONDS).filter(name => name.length > 1),
  );
  return unit === null ? null : `${parts[1]}${parts[2]}${unit}`;
}

/**
 * A duration as a planner writes it, without loss of whole milliseconds.
 *
 * @example formatDuration(5400) // '1h30m'
 */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return `${Number(seconds.toFixed(3))}s`;
  const hours = Math.floor(seconds / SECONDS_PER_HOUR);
  const minutes = Math.floor((seconds % SECONDS_PER_HOUR) / SECONDS_PER_MINUTE);
  const rest = Number((seconds % SECONDS_PER_MINUTE).toFixed(3));
  return `${hours > 0 ? `${hours}h` : ''}${minutes > 0 ? `${minutes}m` : ''}${rest > 0 ? `${rest}s` : ''}`;
}

/**
 * A share or a factor: `12%` is 0.12; a plain decimal such as `0.12` is taken as it is.
 *
 * @returns null when it is neither; no range is checked here
 */
export function parseShare(text: string): number | null {
  const match = /^\s*(-?(?:\d+(?:\.\d+)?|\.\d+)(?:e-?\d{1,3})?)\s*(%?)\s*$/i.exec(text.slice(0, 60));
  if (match === null || text.length > 60) return null;
  return match[2] === '%' ? Number(match[1]) / 100 : Number(match[1]);
}

/** So many contacts in so many seconds: `500/day` is {contacts: 500, perSeconds: 86400}. */
export interface Rate {
  readonly contacts: number;
  readonly perSeconds: number;
}

/**
 * A rate written as `60/h`, `500/day`, `2/min`, `1200 per day`, `0.35/s`.
 *
 * @returns null when it is none
 */
export function parseRate(text: string): Rate | null {
  const match = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*(?:\/|\bper\b)\s*([a-z]+)\s*$/i.exec(text.slice(0, 60));
  const perSeconds = match === null ? undefined : unitSeconds(match[2]!.toLowerCase());
  return match === null || perSeconds === undefined ? null : {contacts: Number(match[1]), perSeconds};
}

/** An amount, with the time it is paid for: `€31/h` is {currency: '€', amount: 31, perSeconds: 3600}. */
export interface Money {
  readonly currency: string;
  readonly amount: number;
  readonly perSeconds: number | null;
}

/**
 * An amount such as `€31/h`, `$0.42`, `31 EUR/h`, `€30,000/month` (a month is 1/12 of 365.25 days).
 *
 * @returns null when it is none
 */
export function parseMoney(text: string): Money | null {
  const match =
    /^\s*(?:([€$£¥]|[A-Z]{3})\s*)?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*([€$£¥]|[A-Z]{3})?\s*(?:\/\s*([a-z]+))?\s*$/.exec(
      text.slice(0, 60),
    );
  if (match === null) return null;
  const currency = match[1] ?? match[3];
  if (currency === undefined) return null;
  const perSeconds = match[4] === undefined ? null : match[4] === 'month' ? 2_629_800 : (unitSeconds(match[4]) ?? NaN);
  return Number.isNaN(perSeconds) ? null : {currency, amount: Number(match[2]!.replaceAll(',', '')), perSeconds};
}

/**
 * A time on the wall clock, in seconds after midnight.
 *
 * @param text `08:00`, `8:00`, `20:15:30`; `24:00` is the end of the day
 * @returns null when it is none
 */
export function parseClockTime(text: string): number | null {
  const match = /^\s*(\d{1,2}):(\d{2})(?::(\d{2}))?\s*$/.exec(text.slice(0, 20));
  if (match === null || text.length > 20) return null;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  const total = hours * SECONDS_PER_HOUR + minutes * SECONDS_PER_MINUTE + seconds;
  return minutes < 60 && seconds < 60 && total <= SECONDS_PER_DAY ? total : null;
}

/**
 * A span of wall-clock time, `08:00-20:00`, in seconds after midnight; one that ends at or before its start runs past
 * midnight and ends later than 86400.
 *
 * @returns null when it is none
 * @example parseClockRange('22:00-06:00') // [79200, 108000]
 */
export function parseClockRange(text: string): readonly [number, number] | null {
  const sides = text.slice(0, 40).split(/\s*(?:-|–|\bto\b)\s*/);
  const from = sides.length === 2 ? parseClockTime(sides[0]!) : null;
  const to = sides.length === 2 ? parseClockTime(sides[1]!) : null;
  if (from === null || to === null || text.length > 40) return null;
  return [from, to <= from ? to + SECONDS_PER_DAY : to];
}

/**
 * Seconds after midnight as `08:00`, or `08:00:30` where seconds matter.
 *
 * @example formatClockTime(28800) // '08:00'
 */
export function formatClockTime(secondsOfDay: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const seconds = secondsOfDay % SECONDS_PER_MINUTE;
  return `${two(secondsOfDay / 3600)}:${two((secondsOfDay % 3600) / 60)}${seconds > 0 ? `:${two(seconds)}` : ''}`;
}

/**
 * A whole number with its thousands set apart.
 *
 * @example formatCount(200000) // '200,000'
 */
export const formatCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
