import {describe, expect, it} from 'vitest';
import {gammaP, gammaQ, gammaTailQuantile} from '../../src/numeric/incomplete-gamma.js';
import {devianceTerm, logGamma, stirlingError} from '../../src/numeric/log-gamma.js';
import {compensatedSum} from '../../src/numeric/summation.js';
import {increasingRoot} from '../../src/numeric/root.js';

describe('log-gamma', () => {
  it('is the logarithm of the factorial', () => {
    let factorial = 1;
    for (let n = 1; n <= 170; n++) {
      expect(Math.abs(logGamma(n) - Math.log(factorial))).toBeLessThan(1e-14 * Math.max(1, Math.log(factorial)));
      factorial *= n;
    }
  });

  it('is half of ln π at ½, and obeys the reflection of the sine', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
    for (const x of [0.001, 0.2, 0.37, 0.9]) {
      expect(logGamma(x) + logGamma(1 - x)).toBeCloseTo(Math.log(Math.PI / Math.sin(Math.PI * x)), 13);
    }
  });

  it('is infinite at 0 and undefined below', () => {
    expect(logGamma(0)).toBe(Number.POSITIVE_INFINITY);
    expect(logGamma(-1)).toBeNaN();
  });

  it('leaves the same Stirling error by series and by definition', () => {
    expect(stirlingError(11.999999999)).toBeCloseTo(stirlingError(12), 10);
  });

  it('has a deviance term without a seam between its two branches', () => {
    expect(devianceTerm(100, 100)).toBe(0);
    const direct = 110 * Math.log(1.1) + 100 - 110;
    expect(devianceTerm(110, 100)).toBeCloseTo(direct, 12);
  });
});

describe('the incomplete gamma function', () => {
  it('is the exponential distribution for shape 1', () => {
    for (const x of [1e-9, 0.3, 1, 2, 5, 40, 700]) {
      expect(Math.abs(gammaP(1, x) / -Math.expm1(-x) - 1)).toBeLessThan(4e-15);
      expect(Math.abs(gammaQ(1, x) / Math.exp(-x) - 1)).toBeLessThan(1e-13);
    }
  });

  it('is the Erlang distribution for whole shapes: a Poisson sum', () => {
    for (const [shape, x] of [
      [3, 1.5],
      [10, 9],
      [10, 30],
      [60, 55],
    ] as const) {
      let term = Math.exp(-x);
      let sum = 0;
      for (let j = 0; j < shape; j++) {
        sum += term;
        term *= x / (j + 1);
      }
      expect(Math.abs(gammaQ(shape, x) / sum - 1)).toBeLessThan(1e-13);
    }
  });

  it('is right by the median of large shapes, where other libraries are off by percents', () => {
    // P(a, a) = ½ + 1 / (3 √(2πa)) + O(a^-3/2): Temme (1979).
    for (const a of [1e3, 1e5, 1e7]) {
      const expected = 0.5 + 1 / (3 * Math.sqrt(2 * Math.PI * a));
      expect(Math.abs(gammaP(a, a) - expected)).toBeLessThan(0.02 / a ** 1.5 + 1e-12);
    }
  });

  it('is undone by its quantile in both tails, for shapes from 0.01 to a million', () => {
    for (const a of [0.01, 0.1, 0.5, 1, 1.7, 25, 400, 1e6]) {
      for (const tail of [1e-300, 1e-17, 1e-6, 0.02, 0.3, 0.5, 0.9]) {
        const low = gammaTailQuantile(a, tail, 'lower');
        if (low > 1e-300) expect(Math.abs(gammaP(a, low) / tail - 1)).toBeLessThan(1e-9);
        expect(Math.abs(gammaQ(a, gammaTailQuantile(a, tail, 'upper')) / tail - 1)).toBeLessThan(1e-9);
      }
    }
  });
});

describe('compensated summation', () => {
  it('keeps what plain addition loses', () => {
    expect(compensatedSum([1, 1e100, 1, -1e100])).toBe(2);
    expect(compensatedSum(new Float64Array(10).fill(0.1))).toBe(1);
    expect(compensatedSum([])).toBe(0);
  });
});

describe('root finding', () => {
  it('finds √2 to the last digit', () => {
    expect(Math.abs(increasingRoot(x => ({value: x * x - 2, slope: 2 * x}), 0, 2, 1) - Math.SQRT2)).toBeLessThan(3e-16);
  });

  it('halves the bracket where the slope misleads', () => {
    expect(increasingRoot(x => ({value: Math.cbrt(x - 0.3), slope: 0}), -1, 1, 0.9)).toBeCloseTo(0.3, 14);
  });
});
