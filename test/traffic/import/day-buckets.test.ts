import {existsSync, readdirSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import fc from 'fast-check';
import {DayBuckets} from '../../../src/traffic/import/day-buckets.js';
import {temporaryFolder} from '../../support/temporary-folder.js';

describe('sorting more rows than fit into memory', () => {
  it('gives back every row once, in order of time, equal times in order of entry', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: -300_000, max: 300_000})), times => {
        const buckets = new DayBuckets(temporaryFolder());
        times.forEach((at, row) => buckets.add(at, `row ${row}`));
        const sorted = [...buckets.sorted()].flat();
        buckets.remove();
        const expected = times
          .map((at, row) => ({at, row}))
          .sort((a, b) => a.at - b.at || a.row - b.row)
          .map(({row}) => `row ${row}`);
        expect(sorted).toEqual(expected);
      }),
      {numRuns: 50},
    );
  });

  it('keeps a line break inside a row', () => {
    const buckets = new DayBuckets(temporaryFolder());
    buckets.add(5, '"two\nlines",x');
    expect([...buckets.sorted()]).toEqual([['"two\nlines",x']]);
  });

  it('removes its files, also when they were never read', () => {
    const folder = temporaryFolder();
    const buckets = new DayBuckets(folder);
    buckets.add(5, 'x');
    buckets.remove();
    expect(existsSync(folder)).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });
});
