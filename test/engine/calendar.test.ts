import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {Calendar, Phase} from '../../src/engine/calendar.js';

const ranks: number[] = [];
const calendarFor = (capacity: number): Calendar => new Calendar(capacity, id => ranks[id]);

function schedule(calendar: Calendar, id: number, at: number, rank: number): void {
  calendar.at[id] = at;
  ranks[id] = rank;
  calendar.schedule(id);
}

function drain(calendar: Calendar): number[] {
  const order: number[] = [];
  while (calendar.size > 0) {
    order.push(calendar.nextId());
    calendar.cancel(calendar.nextId());
  }
  return order;
}

describe('calendar', () => {
  it('runs events in order of time', () => {
    const calendar = calendarFor(8);
    [30, 10, 20].forEach((at, id) => schedule(calendar, id, at, Phase.completion));
    expect(drain(calendar)).toEqual([1, 2, 0]);
  });

  it('runs completions before patience before arrivals at one instant, whatever was scheduled first', () => {
    const calendar = calendarFor(8);
    schedule(calendar, 0, 5, Phase.arrival + 1);
    schedule(calendar, 1, 5, Phase.timer + 2);
    schedule(calendar, 2, 5, Phase.completion + 9);
    expect(drain(calendar)).toEqual([2, 1, 0]);
  });

  it('runs the lower number first inside a phase', () => {
    const calendar = calendarFor(8);
    schedule(calendar, 0, 5, Phase.timer + 7);
    schedule(calendar, 1, 5, Phase.timer + 3);
    expect(drain(calendar)).toEqual([1, 0]);
  });

  it('has no next time when it is empty', () => {
    const calendar = calendarFor(2);
    schedule(calendar, 1, 5, Phase.completion);
    calendar.cancel(1);
    expect(calendar.nextTime()).toBe(Infinity);
  });

  it('agrees with a sorted list through any scheduling, re-timing, cancelling and growth', () => {
    const action = fc.record({id: fc.nat(40), at: fc.nat(6), rank: fc.nat(5), cancel: fc.boolean()});
    fc.assert(
      fc.property(fc.array(action, {maxLength: 200}), actions => {
        const calendar = calendarFor(8);
        let capacity = 8;
        const pending = new Map<number, {at: number; rank: number}>();
        for (const {id, at, rank, cancel} of actions) {
          while (id >= capacity) calendar.grow((capacity *= 2));
          if (cancel) {
            calendar.cancel(id);
            pending.delete(id);
          } else {
            // ranks are unique in use: a number belongs to one contact
            const unique = rank * 64 + id;
            schedule(calendar, id, at, unique);
            pending.set(id, {at, rank: unique});
          }
        }
        const expected = [...pending].sort(([, a], [, b]) => a.at - b.at || a.rank - b.rank).map(([id]) => id);
        expect(drain(calendar)).toEqual(expected);
      }),
    );
  });
});
