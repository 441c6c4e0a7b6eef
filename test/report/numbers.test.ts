import {describe, expect, it} from 'vitest';
import {duration, human, quantity, roundPercent, threshold, withPlusMinus} from '../../src/report/numbers.js';

describe('figures in human units', () => {
  it('writes waits as minutes and seconds, short ones with a decimal, long ones with hours', () => {
    expect([0, 0.04, 4.25, 9.94, 9.96, 59.4, 59.6, 78, 3599.6, 4000].map(seconds => duration(seconds))).toEqual([
      '0 s',
      '0.0 s',
      '4.3 s',
      '9.9 s',
      '0:10',
      '0:59',
      '1:00',
      '1:18',
      '1:00:00',
      '1:06:40',
    ]);
  });

  it('writes thresholds as planners do', () => {
    expect([20, 90, 120, 150, 3600, 28_800].map(seconds => threshold(seconds))).toEqual([
      '20 s',
      '90 s',
      '2 min',
      '2:30',
      '1 h',
      '8 h',
    ]);
  });

  it('separates thousands and keeps a decimal of small means', () => {
    expect([0, 3, 3.42, 99.4, 99.96, 14_209.6, 1_234_567].map(quantity)).toEqual([
      '0',
      '3',
      '3.4',
      '99.4',
      '100',
      '14,210',
      '1,234,567',
    ]);
  });

  it('writes a share as percent, an objective without needless decimals', () => {
    expect(human(0.8034, 'share')).toBe('80.3 %');
    expect(human(0.8034, 'share', 'tight')).toBe('80.3%');
    expect([0.8, 0.995, 1].map(share => roundPercent(share))).toEqual(['80 %', '99.5 %', '100 %']);
  });

  it('shows half the interval after ±, with more decimals when it is very narrow', () => {
    expect(withPlusMinus(0.803, 0.004, 'share', 'spaced')).toBe('80.3 % ± 0.4');
    expect(withPlusMinus(0.80345, 0.0002, 'share', 'spaced')).toBe('80.34 % ± 0.02');
    expect(withPlusMinus(14_210, 60.3, 'count', 'spaced')).toBe('14,210 ± 60');
    expect(withPlusMinus(72, 3.2, 'seconds', 'tight')).toBe('1:12±3.2s');
    expect(withPlusMinus(0.8, null, 'share', 'spaced')).toBe('80.0 %');
  });

  it('never writes minus zero', () => {
    expect(human(-0.00001, 'share')).toBe('0.0 %');
  });
});
