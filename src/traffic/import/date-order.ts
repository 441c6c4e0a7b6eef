/** Order of day and month in numeric dates: 23/11/2026 (European) or 11/23/2026 (US); `ymd` is 2026-11-23. */
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;

export type DateOrder = (typeof DATE_ORDERS)[number];

/** What the dates seen so far allow. */
export interface DateEvidence {
  /** Dates that name a year last: 03/04/2026. */
  yearLast: number;
  dayFirst: number;
  monthFirst: number;
  /** One that can be read both ways, for the message. */
  ambiguous: string | null;
}

export const noEvidence = (): DateEvidence => ({yearLast: 0, dayFirst: 0, monthFirst: 0, ambiguous: null});

const YEAR_LAST = /^\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\b/;

/** Notes what one text says about the order of day and month. */
export function noteDate(evidence: DateEvidence, text: string): void {
  const match = YEAR_LAST.exec(text);
  if (match === null) return;
  evidence.yearLast += 1;
  if (Number(match[1]) > 12) evidence.dayFirst += 1;
  else if (Number(match[2]) > 12) evidence.monthFirst += 1;
  else evidence.ambiguous ??= text.trim();
}

/**
 * The order that the evidence settles: dates with the year first need none.
 *
 * @returns null when every date can be read both ways, or when some speak for one order and some for the other
 */
export function settledOrder({yearLast, dayFirst, monthFirst}: DateEvidence): DateOrder | null {
  if (yearLast === 0) return 'ymd';
  if (dayFirst > 0 === monthFirst > 0) return null;
  return dayFirst > 0 ? 'dmy' : 'mdy';
}
