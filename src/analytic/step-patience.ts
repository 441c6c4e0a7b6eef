import {GONE, GONE_TIME, SURVIVAL, type PatienceLaw} from './patience.js';

/**
 * Patience that takes some values only: constant, empirical, Kaplan-Meier.
 *
 * @param times upwards, ≥ 0
 * @param survival share that would wait longer, just after each time; falling
 * @throws RangeError when the times or the shares are out of order
 */
export function stepLaw(times: readonly number[], survival: readonly number[]): PatienceLaw {
  if (times.length !== survival.length)
    throw new RangeError('patience: expected one share for each time, got another number');
  const spentAt: number[] = [];
  const goneTimeAt: number[] = [];
  let spent = 0;
  let goneTime = 0;
  let before = 1;
  for (let i = 0; i < times.length; i++) {
    const last = i === 0 ? 0 : times[i - 1];
    if (times[i] < last || survival[i] > before)
      throw new RangeError('patience: expected times that rise and shares that fall');
    spent += (times[i] - last) * before;
    goneTime += times[i] * (before - survival[i]);
    spentAt.push(spent);
    goneTimeAt.push(goneTime);
    before = survival[i];
  }
  const endless = before;
  const atStart = times.length > 0 && times[0] === 0 ? survival[lastAt(times, 0)] : 1;
  /** ∫ survival up to x. */
  const spentBy = (x: number): number => {
    if (x <= 0) return 0;
    const i = lastAt(times, x);
    return i < 0 ? x : spentAt[i] + (x - times[i]) * survival[i];
  };
  return {
    at(x, out) {
      const i = lastAt(times, x);
      out[SURVIVAL] = i < 0 ? 1 : survival[i];
      out[GONE] = 1 - out[SURVIVAL];
      out[GONE_TIME] = i < 0 ? 0 : goneTimeAt[i];
    },
    survivalFrom(from) {
      const start = spentBy(from);
      return y => spentBy(from + y) - start;
    },
    waitOfSurvival: share => times[survival.findIndex(left => left <= share)] ?? Number.POSITIVE_INFINITY,
    density: () => 0,
    smoothAround: () => Number.POSITIVE_INFINITY,
    firstPanel: 0,
    kinks: times.filter(time => time > 0),
    atStart,
    endless,
    mean: endless > 0 ? Number.POSITIVE_INFINITY : spent,
  };
}

/** The last place of a rising list that is at most x; −1 where all are above. */
function lastAt(times: readonly number[], x: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle] <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
