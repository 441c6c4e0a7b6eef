import {GONE, GONE_TIME, SURVIVAL, type PatienceLaw} from './patience.js';

/** So many means on, nobody is left whose rate could bend anything. */
const OVER = 40;

/** Panels no wider than so many means: the 20-point rule then has all digits of e^(−x). */
const PANEL = 12;

/** Below this, 1 − e^(−z) and what hangs together with it are summed as a series. */
const SERIES_BELOW = 0.5;

/** Exponential patience. */
export function exponentialLaw(mean: number): PatienceLaw {
  if (mean === 0) return NOBODY_WAITS;
  const rate = 1 / mean;
  return {
    at(x, out) {
      const z = rate * x;
      let gone: number;
      let left: number;
      if (z < SERIES_BELOW) {
        const beyond = beyondLinear(z);
        left = 1 / (1 + z + beyond);
        gone = (z + beyond) * left;
        out[GONE_TIME] = mean * beyond * left;
      } else {
        left = Math.exp(-z);
        gone = 1 - left;
        out[GONE_TIME] = mean * (gone - z * left);
      }
      out[SURVIVAL] = left;
      out[GONE] = gone;
    },
    survivalFrom(from) {
      const factor = -mean * Math.exp(-rate * from);
      return y => factor * Math.expm1(-rate * y);
    },
    waitOfSurvival: share => -mean * Math.log(share),
    density: x => rate * Math.exp(-rate * x),
    smoothAround: x => (rate * x > OVER ? Number.POSITIVE_INFINITY : PANEL * mean),
    firstPanel: 0,
    kinks: [],
    atStart: 1,
    endless: 0,
    mean,
  };
}

/** Exponential patience with a mean that differs between customers: hyperexponential. */
export function mixtureOfExponentials(
  phases: readonly {readonly probability: number; readonly mean: number}[],
): PatienceLaw {
  const total = phases.reduce((sum, {probability}) => sum + probability, 0);
  if (!(Math.abs(total - 1) < 1e-9))
    throw new RangeError(`patience.phases: expected probabilities that add up to 1, got ${total}`);
  const laws = phases.map(({mean}) => exponentialLaw(mean));
  const shares = phases.map(({probability}) => probability / total);
  const mixed = (of: (law: PatienceLaw) => number): number =>
    laws.reduce((sum, law, i) => sum + shares[i] * of(law), 0);
  const part = new Float64Array(3);
  const mean = mixed(law => law.mean);
  const survival = (x: number): number => mixed(law => Math.exp(-x / law.mean));
  return {
    at(x, out) {
      out.fill(0);
      for (let i = 0; i < laws.length; i++) {
        laws[i].at(x, part);
        for (let k = 0; k < 3; k++) out[k] += shares[i] * part[k];
      }
    },
    survivalFrom(from) {
      const parts = laws.map(law => law.survivalFrom(from));
      return y => parts.reduce((sum, one, i) => sum + shares[i] * one(y), 0);
    },
    waitOfSurvival: share => waitBelow(survival, share, Math.max(...laws.map(law => law.mean))),
    density: x => mixed(law => law.density(x)),
    smoothAround: x => Math.min(...laws.map(law => law.smoothAround(x))),
    firstPanel: 0,
    kinks: [],
    atStart: 1,
    endless: 0,
    mean,
  };
}

/** Nobody waits at all. */
const NOBODY_WAITS: PatienceLaw = {
  at(_x, out) {
    out[SURVIVAL] = 0;
    out[GONE] = 1;
    out[GONE_TIME] = 0;
  },
  survivalFrom: () => () => 0,
  waitOfSurvival: () => 0,
  density: () => 0,
  smoothAround: () => Number.POSITIVE_INFINITY,
  firstPanel: 0,
  kinks: [],
  atStart: 0,
  endless: 0,
  mean: 0,
};

/** e^z − 1 − z for 0 ≤ z < ½, without cancellation: its Taylor series by Horner's rule. */
function beyondLinear(z: number): number {
  let sum = TAYLOR[TAYLOR.length - 1];
  for (let k = TAYLOR.length - 2; k >= 0; k--) sum = sum * z + TAYLOR[k];
  return sum * z * z;
}

/** 1/2!, 1/3!, … as far as ½ has digits for. */
const TAYLOR = [
  1 / 2,
  1 / 6,
  1 / 24,
  1 / 120,
  1 / 720,
  1 / 5040,
  1 / 40_320,
  1 / 362_880,
  1 / 3_628_800,
  1 / 39_916_800,
  1 / 479_001_600,
  1 / 6_227_020_800,
] as const;

/** Where a falling survival curve reaches a share, by halving; a few last digits do not matter where it is used. */
export function waitBelow(survival: (x: number) => number, share: number, mean: number): number {
  let high = mean;
  while (survival(high) > share) high *= 2;
  let low = 0;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (survival(middle) > share) low = middle;
    else high = middle;
  }
  return high;
}
