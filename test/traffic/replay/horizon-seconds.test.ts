import {describe, expect, it} from 'vitest';
import {parseIsoDate} from '../../../src/base/dates.js';
import {loadZone, makeClock} from '../../../src/scenario/clock.js';
import {makeArrivalReader} from '../../../src/traffic/replay/horizon-seconds.js';

async function readerFor(date: string, days: number, timezone = 'Europe/Paris'): Promise<(text: string) => number> {
  const firstDay = parseIsoDate(date)!;
  const zone = (await loadZone(timezone, firstDay, days))!;
  return makeArrivalReader(makeClock(zone, {firstDay, days, intervalSeconds: 1800, report: 'calendar'}), zone);
}

const HOUR = 3600;

describe('the time of an arrival, from the start of the horizon', () => {
  it('counts a local time from local midnight of the first day', async () => {
    const read = await readerFor('2026-11-23', 5);
    expect(read('2026-11-24T08:00:12')).toBe(24 * HOUR + 8 * HOUR + 12);
  });

  it('is negative the evening before', async () => {
    const read = await readerFor('2026-11-23', 1);
    expect(read('2026-11-22T23:00:00')).toBe(-HOUR);
  });

  it('honors an offset in the stamp, whatever the zone of the scenario', async () => {
    const read = await readerFor('2026-11-23', 1);
    expect(read('2026-11-23T07:00:00Z')).toBe(8 * HOUR);
    expect(read('2026-11-23T10:00:00+03:00')).toBe(8 * HOUR);
  });

  it('takes a time of day alone when the horizon is one day, and refuses it when there are several', async () => {
    expect((await readerFor('2026-11-23', 1))('08:00:00')).toBe(8 * HOUR);
    expect((await readerFor('2026-11-23', 2))('08:00:00')).toBeNaN();
  });

  it('loses the skipped hour on the day of 23 hours', async () => {
    const read = await readerFor('2026-03-29', 1);
    expect(read('2026-03-29T01:59:59')).toBe(2 * HOUR - 1);
    expect(read('2026-03-29T03:00:00')).toBe(2 * HOUR);
    expect(read('2026-03-29T23:00:00')).toBe(22 * HOUR);
  });

  it('runs through the repeated hour twice on the day of 25 hours, the second time when the stamps step back', async () => {
    const read = await readerFor('2026-10-25', 1);
    const seconds = ['01:59:00', '02:10:00', '02:50:00', '02:10:00', '02:50:00', '03:00:00'].map(clock =>
      read(`2026-10-25T${clock}`),
    );
    expect(seconds).toEqual([
      2 * HOUR - 60,
      2 * HOUR + 600,
      2 * HOUR + 3000,
      3 * HOUR + 600,
      3 * HOUR + 3000,
      4 * HOUR,
    ]);
  });

  it('leaves a real step back in time as it is, outside the repeated hour', async () => {
    const read = await readerFor('2026-10-25', 1);
    expect(read('2026-10-25T10:00:00')).toBe(11 * HOUR);
    expect(read('2026-10-25T09:00:00')).toBe(10 * HOUR);
  });
});
