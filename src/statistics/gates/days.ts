import {betaP, betaQuantile} from '../../numeric/incomplete-beta.js';

/**
 * How likely so many days or more meet the objective, if each does with probability `share` or less: the exact binomial
 * tail. Days of all replications count as independent.
 *
 * @example pDaysAbove(20, 20, 0.9) // 0.9 ** 20
 */
export function pDaysAbove(met: number, days: number, share: number): number {
  return met <= 0 ? 1 : betaP(share, met, days - met + 1);
}

/** How likely so few days or fewer meet it, if each does with probability `share` or more. */
export function pDaysBelow(met: number, days: number, share: number): number {
  return met >= days ? 1 : betaP(1 - share, days - met, met + 1);
}

/** Clopper and Pearson's interval of the share of days; 0.9 gives two one-sided bounds at 95 %. */
export function daysInterval(met: number, days: number, confidence: number): readonly [low: number, high: number] {
  const tail = (1 - confidence) / 2;
  return [
    met <= 0 ? 0 : betaQuantile(tail, met, days - met + 1),
    met >= days ? 1 : betaQuantile(1 - tail, met + 1, days - met),
  ];
}
