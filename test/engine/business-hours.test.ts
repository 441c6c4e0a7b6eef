import {describe, expect, it} from 'vitest';
import {BusinessHours} from '../../src/engine/business-hours.js';
import {centerWith, queueNamed} from '../support/center.js';

const HOUR = 3600;

describe('business hours', () => {
  const open = [
    [8 * HOUR, 18 * HOUR],
    [32 * HOUR, 42 * HOUR],
  ] as const;
  const hours = new BusinessHours(
    centerWith({
      types: {claims: {}, always: {}},
      groups: {team: {skills: {claims: 1, always: 1}}},
      queues: [queueNamed('claims', {open}), queueNamed('always')],
      clock: {days: 2},
    }),
  );

  it('pass while the queue is open, and by the clock where it never closes', () => {
    expect(hours.between(0, 17 * HOUR, 33 * HOUR)).toBe(2 * HOUR);
    expect(hours.between(1, 17 * HOUR, 33 * HOUR)).toBe(16 * HOUR);
  });

  it.each([
    ['in the same day', 9, 4, 13],
    ['from the night before on from the opening', 3, 4, 12],
    ['over the night', 17, 2, 33],
    ['at closing rather than at the next opening', 14, 4, 18],
    ['after the horizon without a break', 41, 3, 44],
    ['after the horizon from the moment on when nothing is open any more', 43, 3, 46],
  ])('are over %s', (_, from, needed, due) => {
    expect(hours.after(0, from * HOUR, needed * HOUR) / HOUR).toBeCloseTo(due, 9);
  });

  it('are over by the clock where the queue never closes', () => {
    expect(hours.after(1, 5, 10)).toBe(15);
  });
});
