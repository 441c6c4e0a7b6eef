import {describe, expect, it} from 'vitest';
import {dayNumber} from '../../../src/base/dates.js';
import {readStamp} from '../../../src/traffic/replay/read-stamp.js';

const monday = dayNumber(2026, 11, 23);

describe('a time in a log', () => {
  it.each([
    ['2026-11-23T08:00:12', {day: monday, secondOfDay: 28_812, offset: null}],
    ['2026-11-23 08:00', {day: monday, secondOfDay: 28_800, offset: null}],
    ['2026-11-23T08:00:12.25Z', {day: monday, secondOfDay: 28_812.25, offset: 0}],
    ['2026-11-23T08:00:12+05:30', {day: monday, secondOfDay: 28_812, offset: 19_800}],
    ['2026-11-23T08:00:12-0300', {day: monday, secondOfDay: 28_812, offset: -10_800}],
    ['8:00:12', {day: null, secondOfDay: 28_812, offset: null}],
    ['24:00:00', {day: null, secondOfDay: 86_400, offset: null}],
  ])('reads %s', (text, expected) => {
    expect(readStamp(text)).toEqual(expected);
  });

  it.each([
    '',
    'NaN',
    '2026-11-23',
    '2026-02-30 08:00',
    '2026-11-23T25:00:00',
    '08:60',
    '08:00+01:00',
    '11/23/2026 08:00',
    'x'.repeat(5000),
  ])('is no time when it says %j', text => {
    expect(readStamp(text)).toBeNull();
  });
});
