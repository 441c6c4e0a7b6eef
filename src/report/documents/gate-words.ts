import type {CheckOutcome, RuleOutcome} from '../../experiment/gate/outcome.js';
import type {Unit} from '../../scenario/schema/measures.js';
import {human, roundPercent, threshold} from '../numbers.js';

/** Units in which differences are told: shares differ by points. */
const SCALES: Readonly<Partial<Record<Unit, readonly [times: number, unit: string]>>> = {
  share: [100, ' pt'],
  seconds: [1, ' s'],
};

/**
 * A difference of two figures, with its sign and half of its 95 % interval, both to the same decimals.
 *
 * @param halfWidth null leaves it out
 * @example differenceText(0.021, 0.004, 'share') // '+2.1 ± 0.4 pt'
 */
export function differenceText(value: number, halfWidth: number | null, unit: Unit): string {
  const [times, name] = SCALES[unit] ?? [1, ''];
  const places = decimalsFor((halfWidth ?? value) * times);
  const sign = value < 0 ? '−' : '+';
  const width = halfWidth === null ? '' : ` ± ${(halfWidth * times).toFixed(places)}`;
  return `${sign}${(Math.abs(value) * times).toFixed(places)}${width}${name}`;
}

/** A width without its sign, `0.5 pt`. */
export function widthText(width: number, unit: Unit): string {
  const [times, name] = SCALES[unit] ?? [1, ''];
  return `${Number((width * times).toPrecision(3))}${name}`;
}

/** One decimal, none where it would be noise, more where it would be nothing. */
function decimalsFor(size: number): number {
  const amount = Math.abs(size);
  if (amount === 0) return 1;
  return amount >= 99.5 ? 0 : amount >= 0.95 ? 1 : amount >= 0.0095 ? 2 : 3;
}

/** A figure as it stands beside others; nobody saw it: –. */
export function figureValue(value: number | null, unit: Unit): string {
  if (value === null) return '–';
  // Beside each other whole seconds are too coarse.
  return unit === 'seconds' && value < MOST_SECONDS ? `${value.toFixed(1)} s` : human(value, unit);
}

/** From here on times are told as minutes and seconds. */
const MOST_SECONDS = 600;

/** What a rule asks of a figure: `≥ 80 %`, `≤ base + 3 %`, `base ± 1 pt`. */
export function askedOf({kind, limit, margin, unit}: CheckOutcome): string {
  if (margin === null) return `${kind === 'at-least' ? '≥' : '≤'} ${limitText(limit ?? 0, unit)}`;
  const width = margin.kind === 'relative' ? roundPercent(margin.amount) : widthText(margin.amount, unit);
  if (kind === 'within') return `base ± ${width}`;
  const sign = kind === 'not-above' ? '+' : '−';
  return `${kind === 'not-above' ? '≤' : '≥'} base${margin.amount === 0 ? '' : ` ${sign} ${width}`}`;
}

function limitText(limit: number, unit: Unit): string {
  if (unit === 'share') return roundPercent(limit);
  return unit === 'seconds' ? threshold(limit) : human(limit, unit);
}

/** Shares of days have intervals that reach much further to one side than to the other: ± would say what cannot be. */
export const isOfDays = ({measure, margin}: CheckOutcome): boolean => measure === 'objectiveMet' && margin === null;

/** The 95 % interval of a share of days, `46 to 88 %`. */
export function daysText({low, high}: NonNullable<CheckOutcome['change']>, limit: number | null): string {
  const percent = (share: number): string => String(Math.round(100 * (share + (limit ?? 0))));
  return `${percent(low)} to ${percent(high)} %`;
}

/** What came of a check, in a sentence without its figure. */
export function foundText(check: CheckOutcome): string {
  const {candidate, baseline, change, unit, because, limit} = check;
  if (because !== null) return because;
  const value = figureValue(candidate, unit);
  if (change === null) return `${value}; one replication tells nothing of the scatter`;
  const half = (change.high - change.low) / 2;
  if (baseline === null && isOfDays(check)) return `${value} (${daysText(change, limit)}), wanted ${askedOf(check)}`;
  if (baseline === null) return `${value} ± ${differenceText(half, null, unit).slice(1)}, wanted ${askedOf(check)}`;
  if (check.nothingDiffers) return `${value}, the same in every replication`;
  return `${value} against ${figureValue(baseline, unit)}, ${differenceText(change.value, half, unit)}, wanted ${askedOf(check)}`;
}

/** A figure with the time of its interval, `asa(orders) at 10:30`. */
export function whichFigure({
  figure,
  interval,
  measure,
  name,
}: Pick<CheckOutcome, 'figure' | 'interval' | 'measure' | 'name'>): string {
  const written = measure === 'objectiveMet' ? `P(day meets objective, ${name})` : figure;
  return interval === null ? written : `${written} at ${intervalText(interval)}`;
}

/** What speaks for a rule's verdict, a line each and the loudest first: the checks that gave it, or the reason of the rule itself. */
export function foundIn({verdict, checks, because}: RuleOutcome): readonly string[] {
  if (because !== null) return [because];
  return worstFirst(checks.filter(check => check.verdict === verdict)).map(
    check => `${whichFigure(check)}: ${foundText(check)}`,
  );
}

/** Smallest p-value first: what speaks the loudest. */
export const worstFirst = (checks: readonly CheckOutcome[]): readonly CheckOutcome[] =>
  [...checks].sort((a, b) => a.p - b.p);

/** The clock time of an interval's start, `10:30`. */
export function intervalText(interval: string): string {
  return /T(\d\d:\d\d)/.exec(interval)?.[1] ?? interval;
}

/** The 97.5 % quantile, by which half-widths are standard errors; and what showing a truth with a chance of 80 % takes. */
const HALF_WIDTH = 1.96;
const ONE_SIDED_WITH_POWER = 1.645 + 0.842;
/** More replications than this are no advice. */
const MOST_ADVISED = 1_000_000;

/**
 * Replications that would probably decide a check, by the law that errors shrink with the square root of their number.
 *
 * @returns null when no number would: without a margin, or when the truth seems to lie right at the limit
 */
export function replicationsToDecide(check: CheckOutcome, replications: number): number | null {
  const {change, margin, kind, baseline} = check;
  if (change === null || margin?.amount === 0) return null;
  const allowed = margin === null ? 0 : margin.kind === 'relative' ? margin.amount * (baseline ?? 0) : margin.amount;
  const ends =
    margin === null ? [0] : kind === 'not-above' ? [allowed] : kind === 'not-below' ? [-allowed] : [-allowed, allowed];
  const distance = Math.min(...ends.map(end => Math.abs(change.value - end)));
  const error = (change.high - change.low) / 2 / HALF_WIDTH;
  const needed = replications * ((ONE_SIDED_WITH_POWER * error) / distance) ** 2;
  return needed < MOST_ADVISED ? Math.max(replications + 1, Math.ceil(needed / 10) * 10) : null;
}
