import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {sectionInterval, waitPercentile} from '../../src/statistics/percentiles.js';
import {chartBins, chartWidth} from '../../src/statistics/wait-chart.js';
import {COARSE, coarseBin, FINE, fineBin} from '../../src/statistics/wait-histogram.js';

function histogramOf(waits: readonly number[]): Float64Array {
  const counts = new Float64Array(FINE.bins);
  for (const wait of waits) counts[fineBin(wait)]!++;
  return counts;
}

function coarse(fine: Float64Array): Float64Array {
  const counts = new Float64Array(COARSE.bins);
  fine.forEach((count, bin) => (counts[coarseBin(bin)]! += count));
  return counts;
}

describe('percentiles of waits', () => {
  it('are exactly zero while that many are answered at once', () => {
    expect(waitPercentile(FINE, histogramOf([0, 0, 0, 10]), 0.5)).toBe(0);
    expect(waitPercentile(FINE, histogramOf([0, 0, 0, 10]), 0.75)).toBe(0);
    expect(waitPercentile(FINE, histogramOf([0, 0, 0, 10]), 0.76)).toBeGreaterThan(9.9);
  });

  it('are absent when nobody was answered', () => {
    expect(waitPercentile(FINE, histogramOf([]), 0.9)).toBeNull();
  });

  it('are within 0.8 % of the sorted waits, 3.2 % in coarse bins', () => {
    const wait = fc.oneof(fc.constant(0), fc.double({min: 1 / 64, max: 1e6, noNaN: true}));
    fc.assert(
      fc.property(
        fc.array(wait, {minLength: 1, maxLength: 60}),
        fc.constantFrom(0.5, 0.8, 0.9, 0.95, 0.99),
        (waits, share) => {
          const exact = [...waits].sort((a, b) => a - b)[Math.ceil(share * waits.length - 1e-9) - 1]!;
          const counts = histogramOf(waits);
          expect(Math.abs(waitPercentile(FINE, counts, share)! - exact)).toBeLessThanOrEqual(0.008 * exact);
          expect(Math.abs(waitPercentile(COARSE, coarse(counts), share)! - exact)).toBeLessThanOrEqual(0.032 * exact);
        },
      ),
    );
  });

  it('have an interval from twenty sections only, around the pooled percentile', () => {
    const sections = Array.from({length: 20}, (_, section) => 28 + (section % 5));
    const [low, high] = sectionInterval(30, sections, 2.093)!;
    expect((low + high) / 2).toBeCloseTo(30, 12);
    expect(high - low).toBeCloseTo((2 * 2.093 * Math.sqrt(40 / 19)) / Math.sqrt(20), 10);
    expect(sectionInterval(30, sections.slice(1), 2.093)).toBeNull();
  });
});

describe('the chart of waits', () => {
  it('has at most 40 bins of a round width, without gaps, that hold every contact', () => {
    fc.assert(
      fc.property(fc.array(fc.double({min: 0, max: 1e5, noNaN: true}), {minLength: 1, maxLength: 80}), waits => {
        const counts = histogramOf(waits);
        const bins = chartBins(counts, chartWidth(counts));
        expect(bins.length).toBeLessThanOrEqual(40);
        expect(bins.reduce((sum, {count}) => sum + count, 0)).toBe(waits.length);
        bins.slice(1).forEach(({from}, index) => expect(from).toBe(bins[index]!.to));
      }),
    );
  });

  it('counts those answered at once in the first bin, and one very long wait in the last', () => {
    const waits = [...Array.from({length: 1000}, () => 0), 12, 14, 5000];
    const bins = chartBins(histogramOf(waits), 2);
    expect(bins).toHaveLength(40);
    expect(bins[0]).toEqual({from: 0, to: 2, count: 1000});
    expect(bins[39]!.count).toBe(1);
    expect(bins[39]!.to).toBeGreaterThanOrEqual(5000);
  });

  it('is empty when nobody was answered', () => {
    expect(chartBins(histogramOf([]), chartWidth(histogramOf([])))).toEqual([]);
  });
});
