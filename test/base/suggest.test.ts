import {describe, expect, it} from 'vitest';
import {editDistance, suggest} from '../../src/base/suggest.js';

describe('the nearest name', () => {
  it.each([
    ['longest-idel', ['longest-idle', 'random'], 'longest-idle'],
    ['arivals', ['arrivals', 'handle'], 'arrivals'],
    ['Patience', ['patience', 'priority'], 'patience'],
    ['minuts', ['minute', 'minutes'], 'minutes'],
  ])('for %s is what was meant', (typed, candidates, nearest) => expect(suggest(typed, candidates)).toBe(nearest));

  it('is nothing when nothing is near', () => {
    expect(suggest('zebra', ['arrivals', 'handle'])).toBeNull();
    expect(suggest('', ['a'])).toBeNull();
    expect(suggest('x'.repeat(100_000), ['x'.repeat(99_999)])).toBeNull();
  });

  it('counts a swap of neighbors once', () => {
    expect(editDistance('idel', 'idle')).toBe(1);
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('kitten', 'sitting')).toBe(3);
  });
});
