import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {maxFlow} from '../../src/numeric/max-flow.js';

describe('the most that flows from supplies to places', () => {
  it('moves what is placed already when somebody else has nowhere else to go', () => {
    // the first supply fits in both places, the second in the first place alone
    const flow = maxFlow([2, 2], [2, 2], (supply, place) => supply === 0 || place === 0);
    expect(flow).toEqual({total: 4, served: [2, 2], short: [false, false]});
  });

  it('names who competes for too little room', () => {
    const flow = maxFlow([3, 2, 1], [4, 1], (supply, place) => (supply < 2 ? place === 0 : place === 1));
    expect(flow.total).toBe(5);
    expect(flow.short).toEqual([true, true, false]);
  });

  it('fills what is left with an endless supply', () => {
    expect(maxFlow([3, Infinity], [4], () => true).total).toBe(4);
  });

  it('is as large as the tightest cut allows, for any centers', () => {
    const center = fc.record({
      supplies: fc.array(fc.integer({min: 0, max: 20}), {minLength: 1, maxLength: 5}),
      rooms: fc.array(fc.integer({min: 0, max: 20}), {minLength: 1, maxLength: 4}),
      links: fc.array(fc.boolean(), {minLength: 20, maxLength: 20}),
    });
    fc.assert(
      fc.property(center, ({supplies, rooms, links}) => {
        const fits = (supply: number, place: number) => links[supply * 4 + place];
        // over every set of supplies: what stays outside it, and the room of all places that it may go to
        let tightest = Infinity;
        for (let set = 0; set < 1 << supplies.length; set++) {
          const inside = (supply: number) => (set >> supply) % 2 === 1;
          const outside = supplies.reduce((sum, amount, supply) => sum + (inside(supply) ? 0 : amount), 0);
          const room = rooms.reduce(
            (sum, amount, place) =>
              sum + (supplies.some((_, supply) => inside(supply) && fits(supply, place)) ? amount : 0),
            0,
          );
          tightest = Math.min(tightest, outside + room);
        }
        expect(maxFlow(supplies, rooms, fits).total).toBeCloseTo(tightest, 9);
      }),
      {numRuns: 200, seed: 1},
    );
  });
});
