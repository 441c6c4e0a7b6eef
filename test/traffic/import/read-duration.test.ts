import {describe, expect, it} from 'vitest';
import {readDuration} from '../../../src/traffic/import/read-duration.js';

describe('a duration in a log', () => {
  it.each([
    ['200', 200],
    ['200.5', 200.5],
    ['.5', 0.5],
    ['-5', -5],
    ['1,234.5', 1234.5],
    ['12,345', 12_345],
    ['0:03:20', 200],
    ['1:03:20', 3800],
    ['3:20', 200],
    ['00:00:07.5', 7.5],
    ['-0:00:05', -5],
    ['26:00:00', 93_600],
    ['3m20s', 200],
    ['90s', 90],
    ['1h30', 5400],
    ['PT3M20S', 200],
    ['P1DT1H', 90_000],
    ['0 days 00:02 hrs', 120],
    ['1 day 02:03:04', 93_784],
  ])('%s is %d s', (text, seconds) => {
    expect(readDuration(text, false)).toBe(seconds);
  });

  it.each([
    ['12,5', 12.5],
    ['1.234,5', 1234.5],
    ['1.234', 1234],
    ['0:00:07,5', 7.5],
    ['200', 200],
  ])('with decimal commas %s is %d s', (text, seconds) => {
    expect(readDuration(text, true)).toBe(seconds);
  });

  it.each(['', ' ', 'n/a', 'three minutes', '3:75', '1:75:00', '12,5', 'P', 'NaN', '1e3', '9'.repeat(100)])(
    '%j is none',
    text => {
      expect(readDuration(text, false)).toBeNaN();
    },
  );
});
