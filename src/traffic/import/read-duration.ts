import {parseDuration} from '../../base/units.js';

const NUMBER = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)$/;
const THOUSANDS = /^([+-]?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?)$/;
const CLOCK = /^([+-]?)(?:(\d+)\s*d(?:ays?)?[\s,]+)?(\d+):(\d{1,2})(?::(\d{1,2}(?:\.\d+)?))?(?:\s*hrs?)?$/i;
const ISO = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;

/**
 * Seconds in a duration as call logs write it. A bare number is seconds, `3:20` minutes and seconds, `1:03:20` hours,
 * minutes and seconds; also `3m20s`, `PT3M20S`, `0 days 00:02 hrs` (hours and minutes), `1,234.5`.
 *
 * @param decimalComma `12,5` is twelve and a half and `1.234` a thousand and more
 * @returns a negative number where a minus stands before it; NaN when it is no duration
 * @example readDuration('1:03:20', false) // 3800
 */
export function readDuration(text: string, decimalComma: boolean): number {
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > 60) return NaN;
  const plain = decimalComma ? swapSeparators(trimmed) : trimmed;
  const number = NUMBER.exec(plain) ?? THOUSANDS.exec(plain);
  if (number !== null) return signed(number[1]!, Number(number[2]!.replaceAll(',', '')));
  const clock = CLOCK.exec(plain);
  if (clock !== null) return signed(clock[1]!, clockSeconds(clock));
  const iso = ISO.exec(plain);
  if (iso !== null && plain.length > 2) {
    return Number(iso[1] ?? 0) * 86_400 + Number(iso[2] ?? 0) * 3600 + Number(iso[3] ?? 0) * 60 + Number(iso[4] ?? 0);
  }
  return parseDuration(plain) ?? NaN;
}

const signed = (sign: string, value: number): number => (sign === '-' ? -value : value);

/** `1.234,5` becomes `1,234.5`. */
const swapSeparators = (text: string): string => text.replace(/[.,]/g, mark => (mark === ',' ? '.' : ','));

function clockSeconds(match: RegExpExecArray): number {
  const [days, first, second] = [Number(match[2] ?? 0), Number(match[3]), Number(match[4])];
  const third = match[5];
  if (second >= 60 || (third !== undefined && Number(third) >= 60)) return NaN;
  // two numbers are minutes and seconds, unless days stand before them
  if (third === undefined)
    return match[2] === undefined ? first * 60 + second : days * 86_400 + first * 3600 + second * 60;
  return days * 86_400 + first * 3600 + second * 60 + Number(third);
}
