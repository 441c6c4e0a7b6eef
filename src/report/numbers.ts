import type {Unit} from '../statistics/results.js';

/** How dense: `spaced` writes `80.3 % ± 0.4`, `tight` writes `80.3%±0.4`. */
export type Density = 'spaced' | 'tight';

/** Nobody saw it. */
export const ABSENT = '–';

/**
 * A length of time as people read it.
 *
 * @param seconds ≥ 0
 * @example duration(4.25) // '4.3 s'; duration(78) // '1:18'; duration(4000) // '1:06:40'
 */
export function duration(seconds: number, density: Density = 'spaced'): string {
  if (seconds < 9.95) return unitAfter(decimals(seconds, seconds === 0 ? 0 : 1), 's', density);
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  const rest = String(whole % 60).padStart(2, '0');
  if (minutes < 60) return `${minutes}:${rest}`;
  return `${thousands(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}

/** The threshold of an objective as a planner writes it: `20 s`, `2 min`, `8 h`, else `2:30`. */
export function threshold(seconds: number, density: Density = 'spaced'): string {
  if (seconds >= 3600 && seconds % 3600 === 0) return unitAfter(String(seconds / 3600), 'h', density);
  if (seconds >= 60 && seconds % 60 === 0) return unitAfter(String(seconds / 60), 'min', density);
  if (seconds < 100) return unitAfter(String(Number(seconds.toFixed(1))), 's', density);
  return duration(seconds, density);
}

/** `80.3 %`; the number of decimals is the caller's. */
export function percent(share: number, places = 1, density: Density = 'spaced'): string {
  return unitAfter(decimals(share * 100, places), '%', density);
}

/** Objective shares are round: `80 %`, but `99.5 %`. */
export function roundPercent(share: number, density: Density = 'spaced'): string {
  return unitAfter(String(Number((share * 100).toFixed(2))), '%', density);
}

/** `14,210`; below 100 one decimal where there is a fraction: `3.4`. */
export function quantity(value: number): string {
  return Math.abs(value) < 99.95 && !Number.isInteger(value) ? decimals(value, 1) : thousands(value);
}

/** `14,210`, rounded to a whole number. */
export function thousands(value: number): string {
  return decimals(value, 0).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A figure of a unit, without ±. */
export function human(value: number, unit: Unit | 'text', density: Density = 'spaced'): string {
  if (unit === 'share') return percent(value, 1, density);
  if (unit === 'agents' && value < 999.95) return String(Number(value.toFixed(1)));
  if (unit === 'money') return Math.abs(value) < 99.995 ? decimals(value, 2) : thousands(value);
  return unit === 'seconds' ? duration(value, density) : quantity(value);
}

/**
 * A figure with its ±: both to the same decimals, so that neither claims more than the other.
 *
 * @param plusMinus half of the 95 % interval; null leaves it out
 * @example withPlusMinus(0.803, 0.004, 'share', 'spaced') // '80.3 % ± 0.4'
 */
export function withPlusMinus(value: number, plusMinus: number | null, unit: Unit | 'text', density: Density): string {
  if (plusMinus === null) return human(value, unit, density);
  const sign = density === 'spaced' ? ' ± ' : '±';
  if (unit === 'share') {
    const places = plusMinus > 0 && plusMinus < 0.0005 ? 2 : 1;
    return `${percent(value, places, density)}${sign}${decimals(plusMinus * 100, places)}`;
  }
  if (unit === 'money' && value >= 99.995 && plusMinus < 1)
    return `${thousands(value)}${sign}${decimals(plusMinus, plusMinus === 0 ? 0 : 1)}`;
  const half =
    (unit === 'count' || unit === 'money') && value >= 99.95 && plusMinus >= 1
      ? thousands(plusMinus)
      : human(plusMinus, unit, density);
  return `${human(value, unit, density)}${sign}${half}`;
}

/** `€` for EUR and the like; other currencies by their code. */
export const currencySign = (currency: string): string =>
  ({EUR: '€', USD: '$', GBP: '£', JPY: '¥'})[currency] ?? currency;

/**
 * An amount with its currency.
 *
 * @example amount(30000, 'EUR') // '€30,000'; amount(0.42, 'TND') // '0.42 TND'
 */
export function amount(value: number, currency: string): string {
  const sign = currencySign(currency);
  const minus = value < 0 ? '−' : '';
  const text = human(Math.abs(value), 'money');
  return sign === currency ? `${minus}${text} ${currency}` : `${minus}${sign}${text}`;
}

/**
 * A difference with its sign and its ±; of shares in percentage points.
 *
 * @param plusMinus half of the 95 % interval; null leaves it out
 * @example signed(0.021, 0.004, 'share') // '+2.1 pt ± 0.4'; signed(-4.25, null, 'seconds') // '−4.3 s'
 */
export function signed(difference: number, plusMinus: number | null, unit: Unit): string {
  if (difference === 0 && (plusMinus ?? 0) === 0) return 'none';
  const sign = difference < 0 ? '−' : '+';
  const size = Math.abs(difference);
  const half = plusMinus === null || plusMinus === 0 ? null : plusMinus;
  if (unit === 'share') {
    const places = Math.max(size, half ?? 0) < 0.0005 ? 2 : 1;
    const points = `${sign}${decimals(size * 100, places)} pt`;
    return half === null ? points : `${points} ± ${decimals(half * 100, places)}`;
  }
  return `${sign}${human(size, unit)}${half === null ? '' : ` ± ${human(half, unit)}`}`;
}

/** Fixed decimals, and never `-0`. */
function decimals(value: number, places: number): string {
  const text = value.toFixed(places);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

const unitAfter = (text: string, unit: string, density: Density): string =>
  density === 'spaced' ? `${text} ${unit}` : `${text}${unit}`;
