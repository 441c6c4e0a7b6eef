import {describe, expect, it} from 'vitest';
import {
  formatClockTime,
  formatCount,
  formatDuration,
  nearestDuration,
  parseClockRange,
  parseClockTime,
  parseDuration,
  parseMoney,
  parseRate,
  parseShare,
} from '../../src/base/units.js';

describe('durations', () => {
  it.each([
    ['90s', 90],
    ['4m30s', 270],
    ['1h30', 5400],
    ['2m', 120],
    ['1.5h', 5400],
    ['45min', 2700],
    ['3 minutes', 180],
    ['1 hour 5 min', 3900],
    ['500ms', 0.5],
    ['1d', 86_400],
    ['2 weeks', 1_209_600],
    ['4m 30', 270],
    ['0s', 0],
    ['.5h', 1800],
    ['1H', 3600],
  ])('reads %s as %d seconds', (text, seconds) => expect(parseDuration(text)).toBe(seconds));

  it.each([
    '180',
    '',
    '3 minuts',
    '-3m',
    '3m 4h',
    '1h75',
    'm',
    '3m3m',
    '1e3s',
    '3,5m',
    'NaN',
    'constructor',
    '1 __proto__',
  ])('refuses %j', text => expect(parseDuration(text)).toBeNull());

  it('offers the unit that was meant', () => {
    expect(nearestDuration('3 minuts')).toBe('3 minutes');
    expect(nearestDuration('180')).toBe('180s');
    expect(nearestDuration('soon')).toBeNull();
  });

  it.each([90, 5400, 86_400, 0.5, 61.25, 3_600])('reads %d s again as it was written', seconds =>
    expect(parseDuration(formatDuration(seconds))).toBe(seconds),
  );
});

describe('shares and rates', () => {
  it('reads 12% and 0.12 as the same share', () => {
    expect(parseShare('12%')).toBe(0.12);
    expect(parseShare('0.12')).toBe(0.12);
    expect(parseShare(' 110 % ')).toBeCloseTo(1.1, 12);
  });

  it.each(['12 percent', '%', '1,2%', '12%%', 'Infinity'])('refuses the share %j', text =>
    expect(parseShare(text)).toBeNull(),
  );

  it.each([
    ['60/h', 60, 3600],
    ['500/day', 500, 86_400],
    ['2/min', 2, 60],
    ['0.35/s', 0.35, 1],
    ['1200 per day', 1200, 86_400],
  ])('reads %s', (text, contacts, perSeconds) => {
    expect(parseRate(text)).toEqual({contacts, perSeconds});
  });

  it.each(['60', '60/fortnight', '/h', '-5/h', '60/h/day'])('refuses the rate %j', text =>
    expect(parseRate(text)).toBeNull(),
  );
});

describe('money', () => {
  it('reads an amount with its currency and the time it is paid for', () => {
    expect(parseMoney('€31/h')).toEqual({currency: '€', amount: 31, perSeconds: 3600});
    expect(parseMoney('$0.42')).toEqual({currency: '$', amount: 0.42, perSeconds: null});
    expect(parseMoney('31 EUR/h')).toEqual({currency: 'EUR', amount: 31, perSeconds: 3600});
  });

  it.each(['31', '€', '€31/parsec', '31/h'])('refuses %j', text => expect(parseMoney(text)).toBeNull());
});

describe('clock times', () => {
  it('reads midnight at both ends of the day', () => {
    expect(parseClockTime('00:00')).toBe(0);
    expect(parseClockTime('24:00')).toBe(86_400);
    expect(parseClockTime('8:05:09')).toBe(29_109);
  });

  it.each(['24:01', '08:60', '8', '08.00', '-1:00', '08:00 pm'])('refuses %j', text =>
    expect(parseClockTime(text)).toBeNull(),
  );

  it('lets a span run past midnight', () => {
    expect(parseClockRange('08:00-20:00')).toEqual([28_800, 72_000]);
    expect(parseClockRange('22:00-06:00')).toEqual([79_200, 108_000]);
    expect(parseClockRange('00:00 to 24:00')).toEqual([0, 86_400]);
    expect(parseClockRange('08:00')).toBeNull();
  });

  it('writes times as it reads them', () => {
    expect(formatClockTime(29_109)).toBe('08:05:09');
    expect(formatClockTime(28_800)).toBe('08:00');
  });
});

describe('large counts', () => {
  it('have their thousands set apart', () => {
    expect(formatCount(200_000)).toBe('200,000');
    expect(formatCount(999)).toBe('999');
  });
});
