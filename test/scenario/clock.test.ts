import {describe, expect, it} from 'vitest';
import {dayNumber} from '../../src/base/dates.js';
import {instantOf, isoStamp, loadZone, makeClock, wallClock} from '../../src/scenario/clock.js';
import type {Zone} from '../../src/scenario/clock.js';

const HOUR = 3600;
const zone = async (name: string, year: number, month: number, day: number): Promise<Zone> =>
  (await loadZone(name, dayNumber(year, month, day), 7))!;
const clock = (where: Zone, firstDay: number, days: number, report: 'calendar' | 'time-of-day' = 'calendar') =>
  makeClock(where, {firstDay, days, intervalSeconds: HOUR, report});

describe('the clock of a scenario', () => {
  it('has a day of 23 hours in spring and one of 25 in autumn', async () => {
    const spring = clock(await zone('Europe/Paris', 2026, 3, 28), dayNumber(2026, 3, 28), 3);
    expect(spring.dayStarts).toEqual([0, 24 * HOUR, 47 * HOUR, 71 * HOUR]);
    const autumn = clock(await zone('Europe/Paris', 2026, 10, 24), dayNumber(2026, 10, 24), 3);
    expect(autumn.dayStarts).toEqual([0, 24 * HOUR, 49 * HOUR, 73 * HOUR]);
  });

  it('labels intervals with the offset of their own moment', async () => {
    const {intervalLabels} = clock(await zone('Europe/Paris', 2026, 3, 29), dayNumber(2026, 3, 29), 1);
    expect(intervalLabels).toHaveLength(23);
    expect(intervalLabels.slice(0, 4)).toEqual([
      '2026-03-29T00:00:00+01:00',
      '2026-03-29T01:00:00+01:00',
      '2026-03-29T03:00:00+02:00',
      '2026-03-29T04:00:00+02:00',
    ]);
  });

  it('folds days by the time that the wall clock shows', async () => {
    const {intervalOfCell, intervalLabels} = clock(
      await zone('Europe/Paris', 2026, 10, 25),
      dayNumber(2026, 10, 25),
      1,
      'time-of-day',
    );
    expect(intervalOfCell.slice(0, 6)).toEqual([0, 1, 2, 2, 3, 4]);
    expect(intervalLabels[8]).toBe('T08:00');
    expect(intervalLabels).toHaveLength(24);
  });

  it('has every label once and in order, in zones with odd offsets too', async () => {
    for (const name of ['Asia/Kathmandu', 'America/St_Johns', 'Pacific/Chatham', 'Australia/Lord_Howe', 'UTC']) {
      const {intervalLabels} = clock(await zone(name, 2026, 4, 3), dayNumber(2026, 4, 3), 5);
      expect(new Set(intervalLabels).size).toBe(intervalLabels.length);
    }
  });
});

describe('local time', () => {
  it('that spring skips is the moment of the change; that autumn repeats is the first', async () => {
    const paris = await zone('Europe/Paris', 2026, 3, 29);
    const day = dayNumber(2026, 3, 29);
    expect(isoStamp(paris, instantOf(paris, day, 2.5 * HOUR))).toBe('2026-03-29T03:00:00+02:00');
    const autumn = await zone('Europe/Paris', 2026, 10, 25);
    expect(isoStamp(autumn, instantOf(autumn, dayNumber(2026, 10, 25), 2.5 * HOUR))).toBe('2026-10-25T02:30:00+02:00');
  });

  it('is the same after there and back, save what a change swallows', async () => {
    for (const name of ['America/New_York', 'Asia/Kolkata', 'Europe/Lisbon']) {
      const where = await zone(name, 2026, 11, 23);
      for (let second = 0; second < 86_400; second += 4999) {
        const day = dayNumber(2026, 11, 23);
        expect(wallClock(where, instantOf(where, day, second))).toEqual({day, secondOfDay: second});
      }
    }
  });

  it('never runs backwards', async () => {
    const paris = await zone('Europe/Paris', 2026, 10, 24);
    let previous = -Infinity;
    for (let second = 0; second < 3 * 86_400; second += 900) {
      const instant = instantOf(paris, dayNumber(2026, 10, 24), second);
      expect(instant).toBeGreaterThanOrEqual(previous);
      previous = instant;
    }
  });

  it('of a place that does not exist is none', async () => {
    expect(await loadZone('Mars/Base', 0, 1)).toBeNull();
  });
});
