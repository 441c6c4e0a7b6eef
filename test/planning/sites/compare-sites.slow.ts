import {describe, expect, it} from 'vitest';
import {compareSites} from '../../../src/planning/sites/compare-sites.js';
import {makeCenter} from '../../../src/planning/sites/make-center.js';
import {parseMix} from '../../../src/planning/sites/site-settings.js';
import {parisAndTunis} from '../../support/paris-and-tunis.js';

describe('comparing sites', () => {
  it('finds the least staffing that holds when demand is high, and the cheapest mix', async () => {
    const two = await parisAndTunis();
    const scenario = {...two, run: {...two.run, replications: 2}};
    const {center: worked} = await makeCenter(scenario, []);
    const mixes = ['paris=100%', 'paris=50%,tunis=50%'].map(told => parseMix(told, scenario));
    const result = await compareSites(worked, mixes, {demandCv: 0.1, workers: 'in-process'});
    expect(result.interrupted).toBe(false);
    const [paris, half] = result.mixes;
    for (const {holding} of [paris!, half!]) {
      expect(holding!.stressed.serviceLevel).toBeGreaterThanOrEqual(0.8);
      const lower = result.points.filter(({mix, level}) => mix === holding!.mix && level < holding!.level);
      expect(lower.every(({stressed}) => !stressed.holds)).toBe(true);
    }
    expect(result.cheapest).toBe('paris 50 %, tunis 50 %');
    expect(half!.holding!.costADay).toBeLessThan(paris!.holding!.costADay);
    const prices = result.frontier.slice(1).map(({costADayPerPoint}) => costADayPerPoint!);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
  });
});
