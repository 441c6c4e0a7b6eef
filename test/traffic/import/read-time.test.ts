import {describe, expect, it} from 'vitest';
import {dayNumber} from '../../../src/base/dates.js';
import {noEvidence, noteDate, settledOrder} from '../../../src/traffic/import/date-order.js';
import {readTime} from '../../../src/traffic/import/read-time.js';
import {makeTimeReader} from '../../../src/traffic/import/time-format.js';

const monday = dayNumber(2026, 11, 23);
const morning = {day: monday, secondOfDay: 8 * 3600, offset: null};

describe('a time in an export', () => {
  it.each([
    ['2026-11-23 08:00:00'],
    ['23/11/2026 08:00'],
    ['23.11.2026 08.00'],
    ['23-11-2026 8:00:00'],
    ['23/11/26 8:00'],
    ['23/11/2026, 8:00:00 AM'],
    ['23 Nov 2026 08:00'],
    ['23-Nov-2026 08:00:00'],
    ['Nov 23, 2026 8:00 am'],
    ['November 23, 2026, 8:00 a.m.'],
    ['Mon, 23 Nov 2026 08:00:00'],
    ['20261123 080000'],
    ['20261123T0800'],
    ['2026/11/23 08:00'],
  ])('reads %s, day first', text => {
    expect(readTime(text, 'dmy')).toEqual(morning);
  });

  it.each([['11/23/2026 8:00 AM'], ['11/23/26 08:00'], ['11-23-2026 08:00:00']])('reads %s, month first', text => {
    expect(readTime(text, 'mdy')).toEqual(morning);
  });

  it('knows noon and midnight on a clock of twelve hours', () => {
    expect(readTime('11/23/2026 12:15 AM', 'mdy')?.secondOfDay).toBe(900);
    expect(readTime('11/23/2026 12:15 PM', 'mdy')?.secondOfDay).toBe(12 * 3600 + 900);
    expect(readTime('11/23/2026 13:15 PM', 'mdy')).toBeNull();
  });

  it('reads seconds and milliseconds since 1970 as UTC', () => {
    expect(readTime(String(monday * 86_400 + 28_800), 'ymd')).toEqual({...morning, offset: 0});
    expect(readTime(String((monday * 86_400 + 28_800) * 1000 + 250), 'ymd')).toEqual({
      ...morning,
      secondOfDay: 28_800.25,
      offset: 0,
    });
  });

  it('keeps an offset that the export gives', () => {
    expect(readTime('23/11/2026 08:00:00 +02:00', 'dmy')).toEqual({...morning, offset: 7200});
  });

  it('reads a time of day alone', () => {
    expect(readTime('8:00 AM', 'ymd')).toEqual({...morning, day: null});
  });

  it.each(['', '31/02/2026 08:00', '23/11/2026 8:61', '32/11/2026', 'tomorrow', '?'])(
    'is none when it says %j',
    text => {
      expect(readTime(text, 'dmy')).toBeNull();
    },
  );
});

describe('the order of day and month', () => {
  const orderOf = (...texts: string[]): string | null => {
    const evidence = noEvidence();
    for (const text of texts) noteDate(evidence, text);
    return settledOrder(evidence);
  };

  it('is settled by one day above twelve', () => {
    expect(orderOf('03/04/2026 08:00', '13/04/2026 08:00')).toBe('dmy');
    expect(orderOf('03/04/2026 08:00', '04/13/2026 08:00')).toBe('mdy');
  });

  it('needs no settling where the year comes first', () => {
    expect(orderOf('2026-03-04 08:00')).toBe('ymd');
  });

  it('stays open when every date can be read both ways, or when dates contradict each other', () => {
    expect(orderOf('03/04/2026', '05/06/2026')).toBeNull();
    expect(orderOf('13/04/2026', '04/13/2026')).toBeNull();
  });
});

describe('a time written in a format that was told', () => {
  it.each([
    ['dd/MM/yyyy HH:mm:ss', '23/11/2026 08:00:00'],
    ['M/d/yy h:mm a', '11/23/26 8:00 am'],
    ['yyMMdd HHmmss', '261123 080000'],
    ['dd-MMM-yyyy HH.mm', '23-Nov-2026 08.00'],
    ['yyyy-MM-dd HH:mm:ss.SSS', '2026-11-23 08:00:00.000'],
  ])('%s reads %s', (format, text) => {
    expect(makeTimeReader(format)(text)).toEqual(morning);
  });

  it('reads nothing else', () => {
    expect(makeTimeReader('dd/MM/yyyy HH:mm')('2026-11-23 08:00')).toBeNull();
  });

  it('is refused without an hour, or with a piece twice', () => {
    expect(() => makeTimeReader('dd/MM/yyyy')).toThrow(/--time-format/);
    expect(() => makeTimeReader('HH:mm HH')).toThrow(/--time-format/);
  });
});
