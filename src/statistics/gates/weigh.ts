import type {Margin} from '../../scenario/figure-amount.js';
import type {Demand} from '../../scenario/gate-rule.js';
import {
  figureContrast,
  nothingDiffers,
  pairedContrast,
  ratioOfSums,
  unpairedContrast,
  type Contrast,
  type Ratios,
} from './contrast.js';
import {daysInterval, pDaysAbove, pDaysBelow} from './days.js';
import {contrastInterval, pAbove, pBelow} from './one-sided.js';

/** One figure of the candidate and of the baseline, replication by replication. */
export interface Observed {
  readonly candidate: Ratios;
  /** null where only a limit is asked about. */
  readonly baseline: Ratios | null;
  /** Whether replication r of both met the same customers. */
  readonly paired: boolean;
  /** Numerators count days that met their objective. */
  readonly ofDays: boolean;
}

/** A value with the ends of its 95 % interval. */
export interface Estimated {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What the replications say about one demand. */
export interface Evidence {
  /** null: nobody saw it. */
  readonly candidate: number | null;
  readonly baseline: number | null;
  /** Candidate − limit or candidate − baseline; null where it cannot be told. */
  readonly change: Estimated | null;
  /** The figure is the same in every replication of both. */
  readonly nothingDiffers: boolean;
  /** p-value of the demand being kept: small where it is broken for certain. */
  readonly pKept: number;
  /** p-value of the demand being broken: small where it is kept for certain. */
  readonly pBroken: number;
  /** Why nothing can be said; null where something can. */
  readonly because: string | null;
}

/** A figure seen in fewer replications says nothing, however many replications saw nothing. */
const LEAST_SEEN = 10;

/**
 * Weighs one demand against what was observed.
 *
 * @see docs/explanation/methods.md#gates
 */
export function weigh(demand: Demand, observed: Observed): Evidence {
  const {candidate, baseline, paired} = observed;
  const known = {
    candidate: ratioOfSums(candidate),
    baseline: baseline === null ? null : ratioOfSums(baseline),
    nothingDiffers: baseline !== null && paired && nothingDiffers(candidate, baseline),
  };
  const silent = (because: string): Evidence => ({...known, change: null, pKept: 1, pBroken: 1, because});
  if (known.candidate === null) return silent('nothing was seen of it');
  if (!('margin' in demand)) {
    if (!seenOften(candidate)) return silent(`seen in fewer than ${LEAST_SEEN} replications`);
    return {
      ...known,
      ...(observed.ofDays ? weighDays(demand, candidate) : weighLimit(demand, candidate)),
      because: null,
    };
  }
  if (baseline === null || known.baseline === null) return silent('nothing was seen of it in the baseline');
  if (known.nothingDiffers) return {...known, change: {value: 0, low: 0, high: 0}, pKept: 1, pBroken: 0, because: null};
  if (!seenOften(candidate) || !seenOften(baseline)) return silent(`seen in fewer than ${LEAST_SEEN} replications`);
  return {...known, ...weighMargin(demand, {...observed, baseline}), because: null};
}

type Weighed = Pick<Evidence, 'change' | 'pKept' | 'pBroken'>;

const NOT_ENOUGH: Weighed = {change: null, pKept: 1, pBroken: 1};

function weighLimit({kind, limit}: Extract<Demand, {limit: number}>, candidate: Ratios): Weighed {
  const contrast = figureContrast(candidate, limit);
  if (contrast === null) return NOT_ENOUGH;
  // Without scatter a figure right at its limit keeps it.
  const exactly = contrast.error === 0 && contrast.estimate === 0;
  const [above, below] = [pAbove(contrast, 0), pBelow(contrast, 0)];
  const [pKept, pBroken] = kind === 'at-least' ? [below, above] : [above, below];
  return {change: estimated(contrast), pKept, pBroken: exactly ? 0 : pBroken};
}

function weighDays({kind, limit}: Extract<Demand, {limit: number}>, {numerators, denominators}: Ratios): Weighed {
  const [met, days] = [sum(numerators), sum(denominators)];
  const [low, high] = daysInterval(met, days, 0.95);
  const change = {value: met / days - limit, low: low - limit, high: high - limit};
  const [above, below] = [pDaysAbove(met, days, limit), pDaysBelow(met, days, limit)];
  return kind === 'at-least' ? {change, pKept: below, pBroken: above} : {change, pKept: above, pBroken: below};
}

function weighMargin(
  {kind, margin}: Extract<Demand, {margin: Margin}>,
  observed: Observed & {readonly baseline: Ratios},
): Weighed {
  const change = contrastOf(observed, 1);
  // A relative margin m tests A − (1 ± m) · B against 0.
  const relative = margin.kind === 'relative';
  const distance = relative ? 0 : margin.amount;
  const upper = relative ? contrastOf(observed, 1 + margin.amount) : change;
  const lower = relative ? contrastOf(observed, 1 - margin.amount) : change;
  if (change === null || upper === null || lower === null) return NOT_ENOUGH;
  const over = {pKept: pAbove(upper, distance), pBroken: pBelow(upper, distance)};
  const under = {pKept: pBelow(lower, -distance), pBroken: pAbove(lower, -distance)};
  const both = {
    pKept: Math.min(1, 2 * Math.min(over.pKept, under.pKept)),
    pBroken: Math.max(over.pBroken, under.pBroken),
  };
  const found = kind === 'not-above' ? over : kind === 'not-below' ? under : both;
  // Without a margin only figures that do not differ at all are shown to be no worse.
  return {change: estimated(change), pKept: found.pKept, pBroken: margin.amount === 0 ? 1 : found.pBroken};
}

function contrastOf(
  {candidate, baseline, paired, ofDays}: Observed & {readonly baseline: Ratios},
  factor: number,
): Contrast | null {
  const contrast = (paired ? pairedContrast : unpairedContrast)(candidate, baseline, factor);
  return contrast !== null && ofDays ? withDoubt(contrast, candidate) : contrast;
}

/**
 * Few days that went from met to missed, or back, look more certain than they are: one more day, half of it each way, is
 * added to the scatter.
 *
 * @see Agresti and Min, Statistics in Medicine 24 (2005) 729-740
 */
function withDoubt(contrast: Contrast, {denominators}: Ratios): Contrast {
  const count = denominators.length;
  const days = sum(denominators) / count;
  return {...contrast, error: Math.hypot(contrast.error, 1 / days / Math.sqrt(count * (count - 1))), skewness: 0};
}

function estimated(contrast: Contrast): Estimated {
  const [low, high] = contrastInterval(contrast, 0.95);
  return {value: contrast.estimate, low, high};
}

function seenOften({denominators}: Ratios): boolean {
  let seen = 0;
  for (const value of denominators) if (value > 0) seen += 1;
  return seen >= Math.min(LEAST_SEEN, denominators.length);
}

function sum(values: Ratios['numerators']): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
