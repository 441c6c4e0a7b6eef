import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {betaP, betaQuantile} from '../../src/numeric/incomplete-beta.js';
import {normalCdf} from '../../src/numeric/normal.js';
import {chiSquareQuantile, normalQuantile, tQuantile} from '../../src/numeric/quantiles.js';

/** Computed with 50 digits and rounded; see the header of the file. */
const rows = readFileSync(new URL('../oracles/stat_quantiles.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map(line => line.split(','))
  .map(([distribution, first, second, p, quantile]) => ({
    distribution: distribution!,
    first: Number(first),
    second: Number(second),
    p: Number(p),
    quantile: Number(quantile),
  }));

function quantileOf({distribution, first, second, p}: (typeof rows)[number]): number {
  if (distribution === 't') return tQuantile(p, first);
  if (distribution === 'normal') return normalQuantile(p);
  if (distribution === 'chi2') return chiSquareQuantile(p, first);
  return betaQuantile(p, first, second);
}

describe('quantiles of the distributions behind every confidence interval', () => {
  it.each(rows)('$distribution($first, $second) at $p', row => {
    // A double near 1 is itself known to 1.1e-16 only, which a tail of 1e-6 shows as 1e-10 / z².
    expect(Math.abs(quantileOf(row) / row.quantile - 1)).toBeLessThan(1e-12 + 1.2e-16 / (1 - row.p));
  });

  it('are symmetric, 0 at the median and infinite at the ends', () => {
    for (const n of [1, 2, 3.5, 19, 1e6]) {
      expect(tQuantile(0.5, n)).toBe(0);
      expect(tQuantile(0.25, n)).toBe(-tQuantile(0.75, n));
      expect(tQuantile(1, n)).toBe(Number.POSITIVE_INFINITY);
      expect(tQuantile(0, n)).toBe(Number.NEGATIVE_INFINITY);
    }
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.25)).toBe(-normalQuantile(0.75));
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(betaQuantile(0, 2, 3)).toBe(0);
    expect(betaQuantile(1, 2, 3)).toBe(1);
    expect(chiSquareQuantile(0, 4)).toBe(0);
    expect(chiSquareQuantile(1, 4)).toBe(Number.POSITIVE_INFINITY);
  });

  it('are no number where there is no such distribution', () => {
    expect(tQuantile(0.975, 0)).toBeNaN();
    expect(tQuantile(1.5, 3)).toBeNaN();
    expect(normalQuantile(-0.1)).toBeNaN();
  });

  it('of t have the closed forms of one and of two degrees of freedom, far into the tails and near the median', () => {
    for (const p of [0.5 + 1e-9, 0.51, 0.7, 0.75, 0.9, 0.999, 1 - 1e-9]) {
      const one = Math.tan(Math.PI * (p - 0.5));
      const a = 4 * p * (1 - p);
      const two = 2 * (p - 0.5) * Math.sqrt(2 / a);
      // The tangent itself loses digits towards 1.
      expect(Math.abs(tQuantile(p, 1) / one - 1)).toBeLessThan(p > 0.99 ? 1e-7 : 1e-13);
      expect(Math.abs(tQuantile(p, 2) / two - 1)).toBeLessThan(1e-13);
    }
  });

  it('of t approach the normal ones as the degrees of freedom grow', () => {
    expect(Math.abs(tQuantile(0.975, 1e9) - normalQuantile(0.975))).toBeLessThan(1e-8);
    expect(tQuantile(0.975, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.975));
  });

  it('undo the normal distribution function from 1e-300 up to the median', () => {
    for (let exponent = -300; exponent < -0.4; exponent += 0.7) {
      const p = 10 ** exponent;
      expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(2e-12);
    }
  });

  it('undo the beta distribution function for small and large parameters', () => {
    for (const [a, b] of [
      [0.5, 0.8],
      [0.5, 40],
      [3, 3],
      [1e4, 2e4],
      [2e5, 1],
    ] as const) {
      for (const p of [1e-12, 0.003, 0.4, 0.9, 0.999999]) {
        expect(Math.abs(betaP(betaQuantile(p, a, b), a, b) - p)).toBeLessThan(1e-9);
      }
    }
  });
});
