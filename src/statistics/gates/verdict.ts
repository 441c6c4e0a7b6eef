import {holmAdjusted} from './holm.js';
import type {Evidence} from './weigh.js';

export type Verdict = 'pass' | 'fail' | 'inconclusive';

/** A demand counts as kept when its one-sided 95 % interval says so. */
const PASS_LEVEL = 0.05;

/** What the evidence comes to, with the p-value that speaks against the demand after Holm. */
export interface Judged {
  readonly verdict: Verdict;
  readonly pAdjusted: number;
}

export interface JudgeOptions {
  /** Probability of any false fail among all demands and looks, at most. */
  readonly alpha: number;
  /** Looks that are planned; each spends its part. */
  readonly looks: number;
}

/**
 * Judges all demands of a file together at one look: fail where Holm's p-value is below this look's part of alpha, pass
 * where the one-sided 95 % interval lies on the right side, else inconclusive.
 *
 * @returns one a demand, in order
 * @see docs/explanation/methods.md#gates
 */
export function judge(evidence: readonly Evidence[], {alpha, looks}: JudgeOptions): Judged[] {
  const adjusted = holmAdjusted(evidence.map(({pKept}) => pKept));
  return evidence.map(({pBroken}, index) => {
    const pAdjusted = adjusted[index];
    const verdict = pAdjusted < alpha / looks ? 'fail' : pBroken < PASS_LEVEL / looks ? 'pass' : 'inconclusive';
    return {verdict, pAdjusted};
  });
}

/**
 * What several verdicts come to: fail when one fails, pass when all pass.
 *
 * @example together(['pass', 'inconclusive']) // 'inconclusive'
 */
export function together(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('fail')) return 'fail';
  return verdicts.includes('inconclusive') ? 'inconclusive' : 'pass';
}
