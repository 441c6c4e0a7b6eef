import {describe, expect, it} from 'vitest';
import {compareSites} from '../../../src/planning/sites/compare-sites.js';
import {makeCenter} from '../../../src/planning/sites/make-center.js';
import {parseMix} from '../../../src/planning/sites/site-settings.js';
import type {Scenario} from '../../../src/scenario/scenario.js';
import {read} from '../../support/scenario-text.js';

/** Two days; Paris has 6 and Tunis, which handles 20 % slower and has a holiday on the second, 5. */
const center = (tunis = 'timezone: Africa/Tunis, open: 07:00-11:00'): Promise<Scenario> =>
  read(`clock: {start: 2026-10-12, days: 2, timezone: Europe/Paris}
contacts:
  orders: {arrivals: {rate: 80/h}, queue: q, handle: 4m, patience: 3m, objective: 80% in 20s}
queues: {q: {open: 08:00-12:00}}
sites:
  paris: {timezone: Europe/Paris, open: 08:00-12:00, pay: €30/h}
  tunis: {kind: offshore, ${tunis}, holidays: [2026-10-13], handle-time: 120%, pay: €12/h}
agents:
  paris: {site: paris, count: 6, skills: [orders]}
  tunis: {site: tunis, count: 6, skills: [orders]}
run: {replications: 3}
`);

describe('comparing sites', () => {
  it('finds the least staffing that holds when demand is high, and the cheapest mix', async () => {
    const two = await center();
    const scenario = {...two, run: {...two.run, replications: 2}};
    const {center: worked} = await makeCenter(scenario, []);
    const mixes = ['paris=100%', 'paris=50%,tunis=50%'].map(told => parseMix(told, scenario));
    const result = await compareSites(worked, mixes, {demandCv: 0.1, restrictions: [], workers: 'in-process'});
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
