import {GAUSS_NODES, GAUSS_WEIGHTS} from '../numeric/gauss-legendre.js';
import {GONE, GONE_TIME, SURVIVAL, type PatienceLaw} from './patience.js';

/** Integrals over the virtual wait x, each of e^(φ(x) − φ(peak)) times what the name says. */
export interface WaitIntegrals {
  /** 1. */
  all: number;
  /** x. */
  wait: number;
  /** P(R ≤ x). */
  gone: number;
  /** E[R; R ≤ x]. */
  goneTime: number;
  /** P(R > x). */
  served: number;
  /** x P(R > x). */
  servedTime: number;
  /** P(R > x) for x within the threshold. */
  servedInTime: number;
  /** P(R > x) beyond the threshold. */
  servedLate: number;
  /** 1, within the threshold. */
  allInTime: number;
  /** P(R ≤ min(x, threshold)). */
  goneInTime: number;
  /** φ(peak). */
  readonly peak: number;
}

/** Where e^φ has fallen to e^(−45) of its peak, what is beyond changes no digit. */
const OVER = -45;

/** By how much φ may change in a panel: 20 points then have all digits of e^φ. */
const DROP = 10;

/** Near the logarithm of the smallest double. */
const FAR = -700;

const NEGLIGIBLE = 1e-17;

/**
 * The integrals behind M/M/n+G, where φ(x) = load × E[min(R, x)] − agents × x: panels are marched outwards from the peak of
 * φ, as wide as φ and the law of patience are smooth, with 20 Gauss-Legendre points each.
 *
 * @param threshold in the unit of time of the law, whose unit is the mean handle time
 * @see docs/explanation/methods.md#impatience-of-any-shape
 */
export function waitIntegrals(law: PatienceLaw, load: number, agents: number, threshold: number): WaitIntegrals {
  const peakAt = load * law.atStart > agents ? law.waitOfSurvival(agents / load) : 0;
  const rise = law.survivalFrom(peakAt);
  const above = (y: number): number => load * rise(y) - agents * y;
  const scratch = new Float64Array(3);
  let goneAtThreshold = 1 - law.atStart;
  if (threshold > 0) {
    law.at(threshold, scratch);
    goneAtThreshold = scratch[GONE];
  }
  const sums = {
    all: 0,
    wait: 0,
    gone: 0,
    goneTime: 0,
    served: 0,
    servedTime: 0,
    servedInTime: 0,
    servedLate: 0,
    allInTime: 0,
    goneInTime: 0,
    peak: peakAt === 0 ? 0 : -above(-peakAt),
  };

  const panel = (from: number, to: number): number => {
    const middle = (from + to) / 2;
    const half = (to - from) / 2;
    let all = 0;
    let wait = 0;
    let gone = 0;
    let goneTime = 0;
    let served = 0;
    let servedTime = 0;
    for (let i = 0; i < 20; i++) {
      const node = i < 10 ? -GAUSS_NODES[i] : GAUSS_NODES[i - 10];
      const y = middle + half * node;
      const x = peakAt + y;
      law.at(x, scratch);
      // From a peak at 0, E[min(R, x)] is at hand.
      const exponent = peakAt === 0 ? load * (scratch[GONE_TIME] + x * scratch[SURVIVAL]) - agents * x : above(y);
      const weight = GAUSS_WEIGHTS[i < 10 ? i : i - 10] * Math.exp(exponent);
      const left = weight * scratch[SURVIVAL];
      all += weight;
      wait += x * weight;
      gone += weight * scratch[GONE];
      goneTime += weight * scratch[GONE_TIME];
      served += left;
      servedTime += x * left;
    }
    sums.all += half * all;
    sums.wait += half * wait;
    sums.gone += half * gone;
    sums.goneTime += half * goneTime;
    sums.served += half * served;
    sums.servedTime += half * servedTime;
    if (peakAt + middle < threshold) {
      sums.servedInTime += half * served;
      sums.allInTime += half * all;
      sums.goneInTime += half * gone;
    } else {
      sums.servedLate += half * served;
      sums.goneInTime += half * all * goneAtThreshold;
    }
    return half * goneTime;
  };

  /** How wide a panel may be at x, as far as φ is concerned: where a parabola through it has changed by so much. */
  const width = (x: number, survival: number): number => {
    const slope = Math.abs(load * survival - agents);
    const density = law.density(x);
    const bend = density < Number.MAX_VALUE ? load * density : 0;
    return (2 * DROP) / (slope + Math.sqrt(slope * slope + 2 * DROP * bend));
  };

  const borders = [...law.kinks, threshold].sort((a, b) => a - b);
  let y = 0;
  let added = Number.POSITIVE_INFINITY;
  for (let next = borders.findIndex(border => border > peakAt); goesOn(above(y), added, sums.goneTime);) {
    const x = peakAt + y;
    const survival = x === 0 ? law.atStart : survivalAt(law, x, scratch);
    let to = y + Math.min(width(x, survival), law.smoothAround(x));
    const border = next < 0 || next >= borders.length ? Number.POSITIVE_INFINITY : borders[next] - peakAt;
    if (border <= to) {
      to = border;
      next++;
    }
    if (to > y) added = panel(y, to);
    y = to;
  }
  y = 0;
  for (let next = borders.findLastIndex(border => border < peakAt); y > -peakAt && above(y) > OVER;) {
    const x = peakAt + y;
    const before = survivalAt(law, x * (1 - 1e-12), scratch);
    let to = y - Math.min(width(x, before), law.smoothAround(x) / 2);
    if (peakAt + to < law.firstPanel) to = -peakAt;
    const border = next < 0 ? Number.NEGATIVE_INFINITY : borders[next] - peakAt;
    if (border >= to) {
      to = border;
      next--;
    }
    if (to < y) panel(to, y);
    y = to;
  }
  return sums;
}

/**
 * Whether what is beyond still counts: the peak's own digits, or those of the few who give up far beyond it.
 *
 * @param added of those who give up, what the last panel brought
 */
function goesOn(above: number, added: number, goneTime: number): boolean {
  return above > OVER || (above > FAR && (goneTime === 0 || added > NEGLIGIBLE * goneTime));
}

function survivalAt(law: PatienceLaw, x: number, scratch: Float64Array): number {
  law.at(x, scratch);
  return scratch[SURVIVAL];
}
