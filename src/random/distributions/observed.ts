import type {Distribution} from '../../scenario/scenario.js';
import {compensatedSum} from '../../numeric/summation.js';
import {lawOf, type Law} from './law.js';

type Of<K extends Distribution['kind']> = Extract<Distribution, {kind: K}>;

/** Empirical: each of the n values with probability 1 / n, the ⌈un⌉-th smallest at u. */
export function empiricalLaw({values}: Of<'empirical'>): Law {
  const sorted = Float64Array.from(values);
  const mean = compensatedSum(sorted) / sorted.length;
  const variance = compensatedSum(sorted.map(value => (value - mean) ** 2)) / sorted.length;
  return lawOf(mean, variance, u => sorted[Math.min(sorted.length - 1, Math.floor(u * sorted.length))]!);
}

/**
 * Kaplan-Meier: the times of an estimated survival curve, each with the drop of survival at it. What survives the last
 * time never comes: Infinity, which for patience means waiting for ever.
 */
export function kaplanMeierLaw({times, survival}: Of<'kaplan-meier'>): Law {
  const at = Float64Array.from(times);
  const left = Float64Array.from(survival);
  const count = at.length;
  const drops = left.map((value, i) => (i === 0 ? 1 : left[i - 1]!) - value);
  const endless = count === 0 || left[count - 1]! > 0;
  const mean = endless ? Number.POSITIVE_INFINITY : compensatedSum(at.map((time, i) => time * drops[i]!));
  const variance = endless
    ? Number.POSITIVE_INFINITY
    : compensatedSum(at.map((time, i) => (time - mean) ** 2 * drops[i]!));
  return lawOf(mean, variance, u => {
    // The first time at which no more than 1 − u survive.
    const goal = 1 - u;
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (left[middle]! <= goal) high = middle;
      else low = middle + 1;
    }
    return low < count ? at[low]! : Number.POSITIVE_INFINITY;
  });
}
