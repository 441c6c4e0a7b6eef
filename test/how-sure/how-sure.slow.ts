import {describe, expect, it} from 'vitest';
import {FIGURES, measureCoverage, SIZES} from './coverage.js';
import {ALPHA, measureGates, measurePercentileGates} from './gates.js';

/** 99.9 % of so many studies come out within this of a share. */
const luck = (share: number, studies: number): number => 3.3 * Math.sqrt((share * (1 - share)) / studies);

describe('95 % intervals on days of very different volume', async () => {
  const coverage = await measureCoverage();

  it.each(FIGURES)('hold the truth of %s at every size', figure => {
    const found = SIZES.map(size => coverage.find(one => one.figure === figure && one.replications === size)!);
    for (const {replications, studies, held, plain} of found) {
      const name = `${figure}, ${replications} replications`;
      if (replications >= 50) expect(held, name).toBeGreaterThan(0.9 - luck(0.9, studies));
      if (replications >= 200) {
        expect(held, name).toBeGreaterThan(0.93 - luck(0.93, studies));
        expect(held, name).toBeLessThan(0.97 + luck(0.97, studies));
      }
      if (plain < 0.93) expect(held, `${name}: better than plain`).toBeGreaterThan(plain);
    }
  });
});

describe.each([
  ['means and ratios', measureGates],
  ['percentiles of waits', measurePercentileGates],
])('a thousand gates on %s', async (_, measure) => {
  const {otherChance, atMargin, power} = await measure();

  it('fail at most alpha of the time when only chance is altered', () => {
    for (const {fail, gates} of otherChance) expect(fail).toBeLessThanOrEqual(ALPHA + luck(ALPHA, gates));
  });

  it('fail at most alpha of the time when the change is exactly as bad as is allowed', () => {
    for (const {fail, gates} of atMargin) expect(fail).toBeLessThanOrEqual(ALPHA + luck(ALPHA, gates));
  });

  it('see a real change the better the more replications there are', () => {
    const failing = power.filter(({question}) => question.includes('nothing worse')).map(({fail}) => fail);
    expect(failing).toEqual([...failing].sort((a, b) => a - b));
    expect(failing.at(-1)).toBeGreaterThan(0.8);
  });
});
