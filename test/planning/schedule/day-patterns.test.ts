import {describe, expect, it} from 'vitest';
import {dayPatterns} from '../../../src/planning/schedule/day-patterns.js';

const week = [0, 1, 2, 3, 4, 5, 6];

describe('days of the week that an agent works', () => {
  it('knows the 21 ways to have two days off, 7 of them together', () => {
    const fiveOfSeven = {available: week, days: 7, worked: [5, 5] as const, repeats: true};
    expect(dayPatterns({...fiveOfSeven, daysOff: 'any'})).toHaveLength(21);
    const together = dayPatterns({...fiveOfSeven, daysOff: 'together'});
    expect(together).toHaveLength(7);
    expect(together).toContainEqual([1, 2, 3, 4, 5]);
  });

  it('counts Sunday off with Saturday or Monday where nobody works on Sundays', () => {
    const patterns = dayPatterns({
      available: [0, 1, 2, 3, 4, 5],
      days: 7,
      worked: [5, 5],
      daysOff: 'together',
      repeats: true,
    });
    expect(patterns).toEqual([
      [0, 1, 2, 3, 4],
      [1, 2, 3, 4, 5],
    ]);
  });

  it('does not join the ends of days that do not repeat', () => {
    const patterns = dayPatterns({available: [0, 1, 2], days: 3, worked: [1, 1], daysOff: 'together', repeats: false});
    expect(patterns).toEqual([[0], [2]]);
  });
});
