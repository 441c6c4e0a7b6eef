import {describe, expect, it} from 'vitest';
import {dayNumber, isoDate, parseIsoDate, parseWeekdays, weekdayOf} from '../../src/base/dates.js';

describe('the calendar', () => {
  it('agrees with the calendar of JavaScript over two centuries', () => {
    for (let day = -10_000; day < 84_000; day += 17) {
      const date = new Date(day * 86_400_000);
      expect(isoDate(day)).toBe(date.toISOString().slice(0, 10));
      expect(dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(day);
      expect(weekdayOf(day)).toBe((date.getUTCDay() + 6) % 7);
    }
  });

  it('knows no 30 February', () => {
    expect(parseIsoDate('2026-02-30')).toBeNull();
    expect(parseIsoDate('2028-02-29')).toBe(dayNumber(2028, 2, 29));
    expect(parseIsoDate('23/11/2026')).toBeNull();
  });
});

describe('days of the week', () => {
  it.each([
    ['mon', [0]],
    ['mon-fri', [0, 1, 2, 3, 4]],
    ['sat, sun', [5, 6]],
    ['fri-mon', [0, 4, 5, 6]],
    ['daily', [0, 1, 2, 3, 4, 5, 6]],
    ['Monday wed', [0, 2]],
    ['mon-sun', [0, 1, 2, 3, 4, 5, 6]],
    ['sun-sun', [6]],
  ])('%s are read', (text, days) => expect(parseWeekdays(text)).toEqual(days));

  it.each(['', 'moon', 'mon-fri-sun', 'mon-', '8'])('%j are refused', text => expect(parseWeekdays(text)).toBeNull());
});
