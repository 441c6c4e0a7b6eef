/** Days of the week as scenarios write them, Monday first. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/**
 * Number of days from 1970-01-01 to a civil date (proleptic Gregorian calendar).
 *
 * @see Howard Hinnant, chrono-compatible low-level date algorithms, days_from_civil
 * @example dayNumber(1970, 1, 2) // 1
 */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/**
 * ISO date of a day number.
 *
 * @see Howard Hinnant, chrono-compatible low-level date algorithms, civil_from_days
 * @example isoDate(0) // '1970-01-01'
 */
export function isoDate(day: number): string {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/**
 * Day number of an ISO date, `2026-11-23`.
 *
 * @returns null when it is no date of the calendar (`2026-02-30`)
 */
export function parseIsoDate(text: string): number | null {
  const match = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text.slice(0, 20));
  if (match === null) return null;
  const day = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoDate(day) === text.trim() ? day : null;
}

/** Day of the week of a day number: 0 is Monday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

const LONG_WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/**
 * Days of the week, 0 is Monday, in order: `mon`, `mon-fri`, `sat, sun`, `fri-mon`, `daily`.
 *
 * @returns null when it is none of that
 */
export function parseWeekdays(text: string): readonly number[] | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === 'daily') return [0, 1, 2, 3, 4, 5, 6];
  const days = new Set<number>();
  for (const part of wanted.slice(0, 200).split(/\s*,\s*|\s+/)) {
    const names = part.split('-');
    const from = weekdayIndex(names[0]!);
    const to = weekdayIndex(names.at(-1)!);
    if (names.length > 2 || from === -1 || to === -1) return null;
    for (let day = from; day !== (to + 1) % 7 || !days.has(to); day = (day + 1) % 7) days.add(day);
  }
  return [...days].sort((a, b) => a - b);
}

const weekdayIndex = (name: string): number =>
  Math.max((WEEKDAYS as readonly string[]).indexOf(name), LONG_WEEKDAYS.indexOf(name));
