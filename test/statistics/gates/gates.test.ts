import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import type {Demand} from '../../../src/scenario/gate-rule.js';
import {studentTail} from '../../../src/numeric/student-tail.js';
import {tQuantile} from '../../../src/numeric/quantiles.js';
import {makeStream} from '../../../src/random/stream.js';
import {
  figureContrast,
  pairedContrast,
  unpairedContrast,
  type Contrast,
  type Ratios,
} from '../../../src/statistics/gates/contrast.js';
import {daysInterval, pDaysAbove, pDaysBelow} from '../../../src/statistics/gates/days.js';
import {holmAdjusted} from '../../../src/statistics/gates/holm.js';
import {looksAt} from '../../../src/statistics/gates/looks.js';
import {contrastInterval, pAbove, pBelow} from '../../../src/statistics/gates/one-sided.js';
import {judge, together} from '../../../src/statistics/gates/verdict.js';
import {weigh, type Evidence} from '../../../src/statistics/gates/weigh.js';

const oracles = JSON.parse(readFileSync(new URL('../../oracles/stats_oracles.json', import.meta.url), 'utf8')) as {
  holm: {p: number[]; adjusted: number[]; reject_at_0_05: boolean[]};
  paired_t_tost: {
    a: number[];
    b: number[];
    mean_diff: number;
    sd: number;
    t: number;
    p_two_sided: number;
    ci95: [number, number];
    tost_margin: number;
    tost_p: number;
    noninferiority_margin_minus_1_p: number;
  };
  binomial_ci: {x: number; n: number; clopper_pearson: [number, number]}[];
};

/** Means of the days as ratios over one. */
const days = (values: readonly number[]): Ratios => ({numerators: values, denominators: values.map(() => 1)});
const unskewed = (contrast: Contrast | null): Contrast => ({...contrast!, skewness: 0});

describe("Student's tail", () => {
  it('turns the quantile round', () => {
    for (const [p, degrees] of [
      [0.975, 9],
      [0.9995, 3],
      [0.6, 19.5],
    ] as const)
      expect(studentTail(tQuantile(p, degrees), degrees)).toBeCloseTo(1 - p, 12);
    expect(studentTail(-2, 5) + studentTail(2, 5)).toBeCloseTo(1, 14);
    expect(studentTail(0, 5)).toBeCloseTo(0.5, 14);
  });
});

describe('a paired contrast', () => {
  const {a, b, ...worked} = oracles.paired_t_tost;
  const contrast = unskewed(pairedContrast(days(a), days(b), 1));

  it('agrees with the worked example of a paired t-test, non-inferiority and equivalence', () => {
    expect(contrast.estimate).toBeCloseTo(worked.mean_diff, 12);
    expect(contrast.error * Math.sqrt(a.length)).toBeCloseTo(worked.sd, 12);
    expect(2 * pAbove(contrast, 0)).toBeCloseTo(worked.p_two_sided, 15);
    expect(pAbove(contrast, -1)).toBeCloseTo(worked.noninferiority_margin_minus_1_p, 17);
    expect(Math.max(pBelow(contrast, worked.tost_margin), pAbove(contrast, -worked.tost_margin))).toBeCloseTo(
      worked.tost_p,
      12,
    );
    const [low, high] = contrastInterval(contrast, 0.95);
    expect(low).toBeCloseTo(worked.ci95[0], 10);
    expect(high).toBeCloseTo(worked.ci95[1], 10);
  });

  it('is narrower than an unpaired one where the days have much in common', () => {
    expect(pairedContrast(days(a), days(b), 1)!.error).toBeLessThan(unpairedContrast(days(a), days(b), 1)!.error / 2);
  });

  it('is of ratios of sums, not of means of daily ratios', () => {
    const busy: Ratios = {numerators: [90, 10, 40], denominators: [100, 10, 50]};
    const calm: Ratios = {numerators: [80, 10, 30], denominators: [100, 10, 50]};
    expect(pairedContrast(busy, calm, 1)!.estimate).toBeCloseTo(20 / 160, 14);
  });

  it('with a relative margin has the scatter of A − (1 + m) · B', () => {
    const once = pairedContrast(days(a), days(b.map(value => value * 1.03)), 1)!;
    const factor = pairedContrast(days(a), days(b), 1.03)!;
    expect(factor.estimate).toBeCloseTo(once.estimate, 12);
    expect(factor.error).toBeCloseTo(once.error, 12);
    expect(factor.skewness).toBeCloseTo(once.skewness, 10);
  });

  it('has a p-value that agrees with the end of its skewness-corrected interval', () => {
    const skewed = pairedContrast(days([1, 2, 2, 3, 4, 30, 2, 3]), days([0, 0, 1, 1, 0, 1, 0, 1]), 1)!;
    // of eight pairs 8/28 of what one figure with these differences would have
    const alone = figureContrast(days([1, 2, 1, 2, 4, 29, 2, 2]), 0)!;
    expect(alone.skewness).toBeGreaterThan(0.1);
    expect(skewed.skewness).toBeCloseTo((alone.skewness * 8) / 28, 12);
    const [low, high] = contrastInterval(skewed, 0.9);
    expect(pAbove(skewed, low)).toBeCloseTo(0.05, 10);
    expect(pBelow(skewed, high)).toBeCloseTo(0.05, 10);
  });

  it('needs two replications and something seen', () => {
    expect(pairedContrast(days([1]), days([2]), 1)).toBeNull();
    expect(figureContrast({numerators: [0, 0], denominators: [0, 0]}, 1)).toBeNull();
  });
});

describe('Holm', () => {
  it('agrees with the worked example', () => {
    const {p, adjusted, reject_at_0_05} = oracles.holm;
    holmAdjusted(p).forEach((value, index) => expect(value).toBeCloseTo(adjusted[index]!, 12));
    expect(holmAdjusted(p).map(value => value < 0.05)).toEqual(reject_at_0_05);
  });
});

describe('days that meet an objective', () => {
  it('agree with published limits of Clopper and Pearson', () => {
    for (const {x, n, clopper_pearson} of oracles.binomial_ci) {
      const [low, high] = daysInterval(x, n, 0.95);
      expect(low).toBeCloseTo(clopper_pearson[0], 10);
      expect(high).toBeCloseTo(clopper_pearson[1], 10);
    }
  });

  it('have exact tails', () => {
    expect(pDaysAbove(20, 20, 0.9)).toBeCloseTo(0.9 ** 20, 12);
    expect(pDaysBelow(0, 20, 0.1)).toBeCloseTo(0.9 ** 20, 12);
    expect(pDaysAbove(1, 3, 0.5)).toBeCloseTo(7 / 8, 12);
  });
});

const noise = (seed: string, count: number): number[] => {
  const stream = makeStream(seed, 0, 'gates', 'noise');
  return Array.from({length: count}, () => stream.next() - 0.5);
};
const steady = noise('base', 60).map(value => 20 + value);
const shifted = (by: number): number[] => noise('shift', 60).map((value, day) => steady[day] + by + value / 4);
const weighed = (demand: Demand, candidate: number[], baseline: number[] | null = steady): Evidence =>
  weigh(demand, {candidate: days(candidate), baseline: baseline && days(baseline), paired: true, ofDays: false});
const verdictOf = (demand: Demand, candidate: number[]): string =>
  judge([weighed(demand, candidate)], {alpha: 0.05, looks: 1})[0].verdict;
const margin = (amount: number, kind: 'absolute' | 'relative' = 'absolute') => ({kind, amount});

describe('a rule against a baseline', () => {
  it('fails when the worsening is shown to exceed the margin, passes when it is shown not to', () => {
    expect(verdictOf({kind: 'not-above', margin: margin(1)}, shifted(2))).toBe('fail');
    expect(verdictOf({kind: 'not-above', margin: margin(1)}, shifted(0.2))).toBe('pass');
    expect(verdictOf({kind: 'not-above', margin: margin(1)}, shifted(-5))).toBe('pass');
    expect(verdictOf({kind: 'not-above', margin: margin(1)}, shifted(1))).toBe('inconclusive');
    expect(verdictOf({kind: 'not-below', margin: margin(1)}, shifted(-2))).toBe('fail');
    expect(verdictOf({kind: 'not-below', margin: margin(1)}, shifted(2))).toBe('pass');
  });

  it('takes a margin as a share of the baseline', () => {
    expect(verdictOf({kind: 'not-above', margin: margin(0.05, 'relative')}, shifted(0.5))).toBe('pass');
    expect(verdictOf({kind: 'not-above', margin: margin(0.05, 'relative')}, shifted(1.5))).toBe('fail');
  });

  it('without a margin passes only when nothing differs at all, and then divides by nothing', () => {
    expect(verdictOf({kind: 'not-above', margin: margin(0)}, steady)).toBe('pass');
    expect(verdictOf({kind: 'not-above', margin: margin(0)}, shifted(0))).toBe('inconclusive');
    expect(verdictOf({kind: 'not-above', margin: margin(0)}, shifted(1))).toBe('fail');
    expect(verdictOf({kind: 'within', margin: margin(0)}, steady)).toBe('pass');
    expect(weighed({kind: 'not-above', margin: margin(0)}, steady)).toMatchObject({
      nothingDiffers: true,
      change: {value: 0, low: 0, high: 0},
    });
  });

  it('of equivalence fails on either side and passes only between both', () => {
    expect(verdictOf({kind: 'within', margin: margin(1)}, shifted(0.2))).toBe('pass');
    expect(verdictOf({kind: 'within', margin: margin(1)}, shifted(2))).toBe('fail');
    expect(verdictOf({kind: 'within', margin: margin(1)}, shifted(-2))).toBe('fail');
    expect(verdictOf({kind: 'within', margin: margin(1)}, shifted(-1))).toBe('inconclusive');
  });

  it('knows a difference without scatter for certain', () => {
    const twoMore = steady.map(value => value + 2);
    expect(verdictOf({kind: 'not-above', margin: margin(1)}, twoMore)).toBe('fail');
    expect(verdictOf({kind: 'not-above', margin: margin(3)}, twoMore)).toBe('pass');
  });
});

describe('a rule with a limit', () => {
  it('fails or passes when the interval lies wholly on one side', () => {
    expect(verdictOf({kind: 'at-most', limit: 19}, steady)).toBe('fail');
    expect(verdictOf({kind: 'at-most', limit: 21}, steady)).toBe('pass');
    expect(verdictOf({kind: 'at-least', limit: 21}, steady)).toBe('fail');
    expect(verdictOf({kind: 'at-least', limit: 20}, steady)).toBe('inconclusive');
  });

  it('is kept by what stands right at it', () => {
    const always = Array.from({length: 20}, () => 0.5);
    expect(verdictOf({kind: 'at-most', limit: 0.5}, always)).toBe('pass');
    expect(verdictOf({kind: 'at-least', limit: 0.5}, always)).toBe('pass');
  });

  it('is not passed by the few days that happened to be good', () => {
    const good = days(Array.from({length: 20}, () => 1));
    const demand = {kind: 'at-least', limit: 0.9} as const;
    const evidence = weigh(demand, {candidate: good, baseline: null, paired: true, ofDays: true});
    expect(judge([evidence], {alpha: 0.05, looks: 1})[0].verdict).toBe('inconclusive');
    const more = days(Array.from({length: 40}, () => 1));
    const later = weigh(demand, {candidate: more, baseline: null, paired: true, ofDays: true});
    expect(judge([later], {alpha: 0.05, looks: 1})[0].verdict).toBe('pass');
  });

  it('says nothing of what hardly ever happens', () => {
    const rare: Ratios = {
      numerators: Array.from({length: 50}, () => 0),
      denominators: Array.from({length: 50}, (_, day) => (day < 3 ? 1 : 0)),
    };
    const evidence = weigh(
      {kind: 'at-least', limit: 0.8},
      {candidate: rare, baseline: null, paired: true, ofDays: false},
    );
    expect(evidence.because).toBe('seen in fewer than 10 replications');
    expect(judge([evidence], {alpha: 0.05, looks: 1})[0].verdict).toBe('inconclusive');
  });
});

describe('several rules and looks', () => {
  it('share alpha by Holm, and looks have equal parts of it', () => {
    const evidence = (pKept: number): Evidence => ({
      ...weighed({kind: 'at-most', limit: 21}, steady),
      pKept,
      pBroken: 1,
    });
    const verdicts = (looks: number) =>
      judge([0.01, 0.04, 0.03, 0.005, 0.2].map(evidence), {alpha: 0.05, looks}).map(({verdict}) => verdict);
    expect(verdicts(1)).toEqual(['fail', 'inconclusive', 'inconclusive', 'fail', 'inconclusive']);
    expect(verdicts(5)).toEqual(Array.from({length: 5}, () => 'inconclusive'));
  });

  it('come to a fail when one fails, to a pass when all pass', () => {
    expect(together(['pass', 'fail', 'inconclusive'])).toBe('fail');
    expect(together(['pass', 'inconclusive'])).toBe('inconclusive');
    expect(together(['pass', 'pass'])).toBe('pass');
  });

  it('look at most five times, and no further than the baseline goes', () => {
    expect(looksAt(100, {untilDecided: true, most: Infinity})).toEqual([100, 200, 400, 800, 1600]);
    expect(looksAt(100, {untilDecided: true, most: 300})).toEqual([100, 200, 300]);
    expect(looksAt(100, {untilDecided: false, most: 50})).toEqual([50]);
  });
});
