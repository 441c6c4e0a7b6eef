import {describe, expect, it} from 'vitest';
import {cvOf, makeLaw, makeQuantile, meanOf, varianceOf} from '../../src/random/distributions/index.js';
import {makeBlock} from '../../src/random/block.js';
import {makeStream} from '../../src/random/stream.js';
import {gammaP} from '../../src/numeric/incomplete-gamma.js';
import {normalCdf} from '../../src/numeric/normal.js';
import type {Distribution} from '../../src/scenario/scenario.js';
import {scaledDistance} from '../support/kolmogorov-smirnov.js';

interface Case {
  readonly name: string;
  readonly distribution: Distribution;
  readonly cdf: (x: number) => number;
  readonly mean: number;
  readonly variance: number;
}

const exponentialCdf = (mean: number) => (x: number) => -Math.expm1(-x / mean);
const gammaCdf = (mean: number, cv: number) => (x: number) => gammaP(1 / cv ** 2, x / (mean * cv ** 2));
const lognormalCdf = (mean: number, cv: number) => (x: number) => {
  const square = Math.log(1 + cv ** 2);
  return normalCdf((Math.log(x / mean) + square / 2) / Math.sqrt(square));
};
const phases = [
  {probability: 0.9, mean: 60},
  {probability: 0.1, mean: 900},
];

/** Means and variances are those of the textbooks, not of the code. */
const continuous: readonly Case[] = [
  {
    name: 'exponential',
    distribution: {kind: 'exponential', mean: 180},
    cdf: exponentialCdf(180),
    mean: 180,
    variance: 180 ** 2,
  },
  {
    name: 'lognormal, cv 0.8',
    distribution: {kind: 'lognormal', mean: 300, cv: 0.8},
    cdf: lognormalCdf(300, 0.8),
    mean: 300,
    variance: 240 ** 2,
  },
  {
    name: 'lognormal, cv 0.1',
    distribution: {kind: 'lognormal', mean: 300, cv: 0.1},
    cdf: lognormalCdf(300, 0.1),
    mean: 300,
    variance: 30 ** 2,
  },
  {
    name: 'gamma, cv 0.5',
    distribution: {kind: 'gamma', mean: 240, cv: 0.5},
    cdf: gammaCdf(240, 0.5),
    mean: 240,
    variance: 120 ** 2,
  },
  {
    name: 'gamma, cv 2',
    distribution: {kind: 'gamma', mean: 240, cv: 2},
    cdf: gammaCdf(240, 2),
    mean: 240,
    variance: 480 ** 2,
  },
  {
    name: 'gamma, cv 0.01',
    distribution: {kind: 'gamma', mean: 240, cv: 0.01},
    cdf: gammaCdf(240, 0.01),
    mean: 240,
    variance: 2.4 ** 2,
  },
  {
    name: 'Erlang of 3 phases',
    distribution: {kind: 'erlang', mean: 90, phases: 3},
    cdf: gammaCdf(90, 1 / Math.sqrt(3)),
    mean: 90,
    variance: 90 ** 2 / 3,
  },
  {
    name: 'Erlang of 1 phase',
    distribution: {kind: 'erlang', mean: 90, phases: 1},
    cdf: exponentialCdf(90),
    mean: 90,
    variance: 90 ** 2,
  },
  {
    // Mean = scale × Γ(1 + 1/2) = scale × √π / 2; variance = scale² (1 − π / 4).
    name: 'Weibull of shape 2',
    distribution: {kind: 'weibull', mean: 100, shape: 2},
    cdf: x => -Math.expm1(-(((x * Math.sqrt(Math.PI)) / 200) ** 2)),
    mean: 100,
    variance: (200 / Math.sqrt(Math.PI)) ** 2 * (1 - Math.PI / 4),
  },
  {
    // Shape ½: mean = 2 × scale, variance = 20 × scale².
    name: 'Weibull of shape 0.5',
    distribution: {kind: 'weibull', mean: 100, shape: 0.5},
    cdf: x => -Math.expm1(-Math.sqrt(x / 50)),
    mean: 100,
    variance: 20 * 50 ** 2,
  },
  {
    name: 'hyperexponential',
    distribution: {kind: 'hyperexponential', phases},
    cdf: x => phases.reduce((sum, {probability, mean}) => sum + probability * exponentialCdf(mean)(x), 0),
    mean: 144,
    variance: 2 * (0.9 * 60 ** 2 + 0.1 * 900 ** 2) - 144 ** 2,
  },
  {
    name: 'uniform',
    distribution: {kind: 'uniform', low: 20, high: 80},
    cdf: x => (x - 20) / 60,
    mean: 50,
    variance: 300,
  },
  {
    name: 'triangular',
    distribution: {kind: 'triangular', low: 0, mode: 30, high: 120},
    cdf: x => (x < 30 ? x ** 2 / 3600 : 1 - (120 - x) ** 2 / 10_800),
    mean: 50,
    variance: (30 ** 2 + 120 ** 2 - 30 * 120) / 18,
  },
  {
    name: 'triangular with the mode at its low end',
    distribution: {kind: 'triangular', low: 10, mode: 10, high: 40},
    cdf: x => 1 - (40 - x) ** 2 / 900,
    mean: 20,
    variance: 50,
  },
  {
    name: 'triangular with the mode at its high end',
    distribution: {kind: 'triangular', low: 10, mode: 40, high: 40},
    cdf: x => (x - 10) ** 2 / 900,
    mean: 30,
    variance: 50,
  },
];

const steps: readonly (Case & {readonly cdfBelow: (x: number) => number})[] = [
  {
    name: 'empirical',
    distribution: {kind: 'empirical', values: [10, 20, 20, 50]},
    cdf: x => [10, 20, 20, 50].filter(value => value <= x).length / 4,
    cdfBelow: x => [10, 20, 20, 50].filter(value => value < x).length / 4,
    mean: 25,
    variance: (15 ** 2 + 5 ** 2 + 5 ** 2 + 25 ** 2) / 4,
  },
  {
    name: 'Kaplan-Meier down to 0',
    distribution: {kind: 'kaplan-meier', times: [5, 30, 60], survival: [0.8, 0.5, 0]},
    cdf: x => (x < 5 ? 0 : x < 30 ? 0.2 : x < 60 ? 0.5 : 1),
    cdfBelow: x => (x <= 5 ? 0 : x <= 30 ? 0.2 : x <= 60 ? 0.5 : 1),
    mean: 1 + 9 + 30,
    variance: 0.2 * 35 ** 2 + 0.3 * 10 ** 2 + 0.5 * 20 ** 2,
  },
  {
    name: 'constant',
    distribution: {kind: 'constant', value: 42},
    cdf: x => (x < 42 ? 0 : 1),
    cdfBelow: x => (x <= 42 ? 0 : 1),
    mean: 42,
    variance: 0,
  },
];

const all: readonly Case[] = [...continuous, ...steps];
const DRAWS = 40_000;

function draw(distribution: Distribution): Float64Array {
  const block = makeBlock(DRAWS);
  makeStream('1', 0, 'distributions', distribution.kind).fill(block.values);
  makeLaw(distribution).fill(block);
  return block.values;
}

/** From the far lower tail over the middle to the far upper one. */
const PROBABILITIES = [
  2 ** -53,
  1e-12,
  1e-9,
  1e-7,
  2 ** -21,
  2 ** -20,
  1e-4,
  0.01,
  0.1,
  0.2499,
  0.25,
  0.3,
  0.4999999,
  0.5,
  0.5000001,
  0.6,
  0.75,
  0.9,
  0.999,
  1 - 2 ** -20,
  1 - 2 ** -21,
  1 - 1e-9,
  1 - 2 ** -53,
];

describe.each(all)('$name', ({distribution, mean, variance}) => {
  it('states its mean, variance and coefficient of variation', () => {
    expect(meanOf(distribution)).toBeCloseTo(mean, 9);
    expect(Math.abs(varianceOf(distribution) - variance)).toBeLessThan(1e-10 * Math.max(1, variance));
    expect(cvOf(distribution)).toBeCloseTo(Math.sqrt(variance) / mean, 10);
  });

  it('has a sample whose mean is within 4 standard errors, and its variance likewise', () => {
    const values = draw(distribution);
    const sampleMean = values.reduce((sum, value) => sum + value, 0) / DRAWS;
    expect(Math.abs(sampleMean - mean)).toBeLessThanOrEqual(4 * Math.sqrt(variance / DRAWS));
    // The standard error of a variance comes from the sample's own fourth moment.
    const squares = values.map(value => (value - mean) ** 2);
    const sampleVariance = squares.reduce((sum, value) => sum + value, 0) / DRAWS;
    const fourth = squares.reduce((sum, value) => sum + (value - sampleVariance) ** 2, 0) / DRAWS;
    expect(Math.abs(sampleVariance - variance)).toBeLessThanOrEqual(4 * Math.sqrt(fourth / DRAWS) + 1e-9);
  });

  it('has a quantile that never falls, and never goes below 0 or to Infinity', () => {
    const quantile = makeQuantile(distribution);
    const values = PROBABILITIES.map(quantile);
    expect(
      values.every(
        (value, i) => value >= 0 && value < Number.POSITIVE_INFINITY && (i === 0 || value >= values[i - 1]!),
      ),
    ).toBe(true);
    let last = 0;
    let falls = 0;
    for (let i = 0; i < 20_000; i++) {
      const value = quantile((i + 0.5) / 20_000);
      if (value < last) falls++;
      last = value;
    }
    expect(falls).toBe(0);
  });

  it('draws by its quantile: one uniform, one value, counted from above', () => {
    // On the grid of the streams, where 1 − u is exact.
    const uniforms = PROBABILITIES.map(u => Math.round(u * 2 ** 53) / 2 ** 53);
    const block = makeBlock(uniforms.length);
    block.values.set(uniforms);
    makeLaw(distribution).fill(block);
    const quantile = makeQuantile(distribution);
    block.values.forEach((value, i) => {
      const expected = quantile(1 - uniforms[i]!);
      expect(Math.abs(value - expected)).toBeLessThanOrEqual(2e-8 * expected);
    });
  });
});

describe.each(continuous)('$name', ({distribution, cdf}) => {
  it('passes Kolmogorov-Smirnov at 99.99 % over 40,000 draws', () => {
    expect(scaledDistance(draw(distribution), cdf)).toBeLessThan(2.23);
  });

  it('gives back the probability that went in, to 1e-7 of the smaller tail', () => {
    const quantile = makeQuantile(distribution);
    for (const u of PROBABILITIES) {
      const tail = Math.min(u, 1 - u);
      // Near the upper end a double x says the probability above it only so well.
      expect(Math.abs(cdf(quantile(u)) - u)).toBeLessThan(1e-7 * tail + 4e-15);
    }
  });
});

describe.each(steps)('$name', ({distribution, cdf, cdfBelow}) => {
  it('passes Kolmogorov-Smirnov at 99.99 % over 40,000 draws', () => {
    expect(scaledDistance(draw(distribution), cdf, cdfBelow)).toBeLessThan(2.23);
  });
});

describe('special cases', () => {
  const median = (distribution: Distribution) => makeQuantile(distribution)(0.5);

  it('a coefficient of variation of 0 is a constant', () => {
    expect(median({kind: 'lognormal', mean: 60, cv: 0})).toBe(60);
    expect(median({kind: 'gamma', mean: 60, cv: 0})).toBe(60);
    expect(makeQuantile({kind: 'lognormal', mean: 60, cv: 0})(0.99)).toBe(60);
  });

  it('a mean of 0 is always 0', () => {
    for (const distribution of [
      {kind: 'exponential', mean: 0},
      {kind: 'lognormal', mean: 0, cv: 1},
      {kind: 'gamma', mean: 0, cv: 1},
      {kind: 'erlang', mean: 0, phases: 2},
      {kind: 'weibull', mean: 0, shape: 2},
    ] as const) {
      expect(median(distribution)).toBe(0);
      expect(cvOf(distribution)).toBe(0);
    }
  });

  it('a uniform or triangular distribution without width is a constant', () => {
    expect(median({kind: 'uniform', low: 30, high: 30})).toBe(30);
    expect(median({kind: 'triangular', low: 30, mode: 30, high: 30})).toBe(30);
  });

  it('a single recorded value always comes back', () => {
    expect(PROBABILITIES.map(makeQuantile({kind: 'empirical', values: [17]})).every(value => value === 17)).toBe(true);
  });

  it('whoever outlives a Kaplan-Meier curve waits for ever', () => {
    const distribution = {kind: 'kaplan-meier', times: [5, 30], survival: [0.8, 0.25]} as const;
    const quantile = makeQuantile(distribution);
    expect(quantile(0.2)).toBe(5);
    expect(quantile(0.21)).toBe(30);
    expect(quantile(0.75)).toBe(30);
    expect(quantile(0.76)).toBe(Number.POSITIVE_INFINITY);
    expect(meanOf(distribution)).toBe(Number.POSITIVE_INFINITY);
    expect(makeQuantile({kind: 'kaplan-meier', times: [], survival: []})(0.5)).toBe(Number.POSITIVE_INFINITY);
  });

  it('a very skewed gamma is still drawn right, down to values too small for a double', () => {
    const distribution = {kind: 'gamma', mean: 60, cv: 8} as const;
    expect(scaledDistance(draw(distribution), gammaCdf(60, 8))).toBeLessThan(2.23);
    expect(makeQuantile({kind: 'gamma', mean: 60, cv: 100})(0.01)).toBe(0);
  });

  it('a hyperexponential of one phase is exponential, whatever its probability adds up to', () => {
    const quantile = makeQuantile({kind: 'hyperexponential', phases: [{probability: 1, mean: 60}]});
    for (const u of PROBABILITIES.slice(0, -1))
      expect(Math.abs(quantile(u) / (-60 * Math.log1p(-u)) - 1)).toBeLessThan(1e-8);
  });

  it('a phase of mean 0 is a share of contacts that take no time', () => {
    const quantile = makeQuantile({
      kind: 'hyperexponential',
      phases: [
        {probability: 0.3, mean: 0},
        {probability: 0.7, mean: 100},
      ],
    });
    expect(quantile(0.2)).toBe(0);
    expect(quantile(0.3 + 0.7 * 0.5)).toBeCloseTo(100 * Math.LN2, 5);
  });
});
