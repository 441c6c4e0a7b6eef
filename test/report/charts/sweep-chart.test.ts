import {describe, expect, it} from 'vitest';
import {sweepConfigurations} from '../../../src/report/charts/sweep-chart.js';
import type {SweepResults} from '../../../src/statistics/sweep-results.js';

const SHOWN = {measure: 'serviceLevel', scope: 'total', name: 'total'} as const;

/** A sweep of factors with these values, finished, its service level rising from point to point. */
function sweep(factors: Readonly<Record<string, readonly string[]>>, design: 'grid' | 'lhs' = 'grid'): SweepResults {
  const settings = Object.values(factors).reduce<string[][]>(
    (points, values) => points.flatMap(point => values.map(value => [...point, value])),
    [[]],
  );
  return {
    scenario: {name: 'Help line'},
    design,
    factors: Object.keys(factors),
    replications: 10,
    points: settings.map((point, index) => ({point: index + 1, settings: point, finished: true})),
    selection: null,
    rows: settings.map((_, index) => ({
      ...SHOWN,
      point: index + 1,
      value: index / 100,
      low: null,
      high: null,
      unit: 'share',
    })),
  } as unknown as SweepResults;
}
const titles = (of: SweepResults) => sweepConfigurations(of, SHOWN).map(({options}) => options?.plugins?.title?.text);

describe('the charts of a sweep', () => {
  it('are one curve of one factor and one map of two', () => {
    expect(titles(sweep({agents: ['5', '6']}))).toEqual(['service level by agents']);
    expect(titles(sweep({agents: ['5', '6'], volume: ['90%', '110%']}))).toEqual(['service level']);
  });

  it('are a map for each value of a third factor', () => {
    expect(titles(sweep({agents: ['5', '6'], volume: ['90%', '110%'], patience: ['1m', '2m', '3m']}))).toEqual([
      'service level at patience=1m',
      'service level at patience=2m',
      'service level at patience=3m',
    ]);
  });

  it('are none of a Latin hypercube of several factors, and none of very many maps', () => {
    expect(titles(sweep({agents: ['5', '6'], volume: ['90%', '110%']}, 'lhs'))).toEqual([]);
    const thirteen = Array.from({length: 13}, (_, value) => String(value));
    expect(titles(sweep({agents: ['5'], volume: ['90%'], patience: thirteen}))).toEqual([]);
  });
});
