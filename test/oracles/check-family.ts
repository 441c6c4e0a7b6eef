import {describe, expect, it} from 'vitest';
import type {Family} from './case.js';
import {compareCase, LIMIT} from './compare.js';

/**
 * Tests of a family: each case is simulated, and every figure must lie within four standard errors of the oracle. With 60
 * replications (59 degrees of freedom) a right program fails such a check once in 5,500; the seeds are fixed.
 */
export function checkFamily(family: Family, part: 'fast' | 'slow'): void {
  const cases = family.cases.filter(({slow}) => slow === (part === 'slow'));
  const checks = cases.reduce((sum, {expected}) => sum + expected.length, 0);
  describe(`${family.title}: ${cases.length} centers, ${checks} figures within ${LIMIT} standard errors of ${family.source}`, () => {
    for (const one of cases) {
      it(one.name, async () => {
        const comparisons = await compareCase(one);
        expect(comparisons.length).toBeGreaterThan(0);
        expect(comparisons.filter(({z}) => !(Math.abs(z) < LIMIT))).toEqual([]);
      });
    }
  });
}
