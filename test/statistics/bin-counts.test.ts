import fc from 'fast-check';
import {expect, it} from 'vitest';
import {BinCounts} from '../../src/statistics/bin-counts.js';

it('counts by bin, cleared and added up, are those of an array', () => {
  const bins = 9;
  const steps = fc.array(fc.oneof(fc.nat(bins - 1), fc.constant('clear' as const)));
  fc.assert(
    fc.property(steps, fc.array(fc.nat(2), {minLength: bins, maxLength: bins}), (told, before) => {
      const counts = new BinCounts(Float64Array.from(before));
      const plain = [...before];
      for (const step of told) {
        if (step === 'clear') {
          counts.clear();
          plain.fill(0);
        } else {
          counts.count(step);
          plain[step]!++;
        }
      }
      const sums = new Float64Array(bins + 2).fill(100);
      counts.addTo(sums, 1);
      expect([...counts.counts]).toEqual(plain);
      expect([...sums]).toEqual([100, ...plain.map(count => 100 + count), 100]);
    }),
  );
});
