import {describe, expect, it} from 'vitest';
import {openExecutor} from '../../../src/experiment/executor.js';
import {UserError} from '../../../src/base/errors.js';
import {compareSites} from '../../../src/planning/sites/compare-sites.js';
import type {MixPoint} from '../../../src/planning/sites/mix-point.js';
import {frontierOf} from '../../../src/planning/sites/frontier.js';
import {makeCenter} from '../../../src/planning/sites/make-center.js';
import {mixedScenario} from '../../../src/planning/sites/mixed-scenario.js';
import {mixesOf} from '../../../src/planning/sites/mixes.js';
import {rosterPrices} from '../../../src/planning/sites/roster-prices.js';
import {roomFor} from '../../../src/planning/sites/shared-engine.js';
import {simulateMixes} from '../../../src/planning/sites/simulate-mixes.js';
import {checkSites, parseMix, parseRestriction, restrictionsOf} from '../../../src/planning/sites/site-settings.js';
import {DEMAND_QUANTILES, volumeFactor} from '../../../src/planning/sites/volumes.js';
import type {AgentGroup, Scenario} from '../../../src/scenario/scenario.js';
import {staffLevels} from '../../../src/scenario/staff-levels.js';
import {sitesDocument} from '../../../src/report/documents/sites-document.js';
import {render} from '../../../src/report/formats/render.js';
import {parisAndTunis} from '../../support/paris-and-tunis.js';
import {read} from '../../support/scenario-text.js';

const agentsAt = ({groups}: Scenario, hour: number): number[] =>
  groups.map(({staffing}) => staffLevels(staffing).findLast(({at}) => at <= hour * 3600)?.agents ?? 0);
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return `${error.problems[0]!.code} ${error.message}`;
    throw error;
  }
  return 'fine';
};

describe('mixes', () => {
  it('are all at home, 70/30 … where sites are at home and away; follow the sun where clocks differ', async () => {
    const scenario = await parisAndTunis();
    const names = (zonesDiffer: boolean) => mixesOf(scenario, zonesDiffer).map(({name}) => name);
    expect(names(false)).toEqual([
      'all paris',
      'paris 70 %, tunis 30 %',
      'paris 50 %, tunis 50 %',
      'paris 30 %, tunis 70 %',
      'all tunis',
    ]);
    expect(names(true).at(-1)).toBe('follow the sun');
  });

  it('are each site alone, and all alike, where all are alike', async () => {
    const scenario = await parisAndTunis();
    const alike = {...scenario, sites: scenario.sites.map(site => ({...site, kind: 'onshore' as const}))};
    expect(mixesOf(alike, false).map(({name}) => name)).toEqual(['all paris', 'all tunis', 'paris 50 %, tunis 50 %']);
  });

  it('can be told, and must add up', async () => {
    const scenario = await parisAndTunis();
    expect(parseMix('paris=60%, tunis=40%', scenario).shares).toEqual([0.6, 0.4]);
    expect(codeOf(() => parseMix('paris=60%,tunis=30%', scenario))).toContain(
      'PLN022 --mix: expected shares that add up to 100%, got "paris=60%,tunis=30%, which is 90%"',
    );
    expect(codeOf(() => parseMix('pariss=100%', scenario))).toContain('did you mean paris?');
    expect(codeOf(() => parseRestriction('tunis:ordres=15%', scenario))).toContain('did you mean orders?');
    expect(codeOf(() => parseRestriction('tunis=15%', scenario))).toContain('PLN023');
  });
});

describe('a mix of sites', () => {
  it('gives a slower site more agents, works in the hours of each, and leaves a holiday to the others', async () => {
    const scenario = await parisAndTunis();
    const {center: worked} = await makeCenter(scenario, []);
    // Paris 6 and Tunis 6 ÷ 1.2 = 5: eleven of usual speed
    const half = mixedScenario(worked, parseMix('paris=50%,tunis=50%', scenario), 1);
    // 5.5 in Paris, 5.5 × 1.2 = 6.6 in Tunis
    expect(agentsAt(half, 9)).toEqual([6, 7]);
    expect(agentsAt(half, 13)).toEqual([0, 0]);
    // the holiday: Paris takes all eleven
    expect(agentsAt(half, 24 + 9)).toEqual([11, 0]);
    const twice = mixedScenario(worked, parseMix('tunis=100%', scenario), 2);
    expect(agentsAt(twice, 9)).toEqual([0, 26]);
    expect(agentsAt(twice, 24 + 9)).toEqual([0, 0]);
  });

  it('follows the sun: where it is day', async () => {
    const scenario = await read(`clock: {start: 2026-10-12, timezone: UTC}
contacts: {orders: {arrivals: 60/h, handle: 4m, objective: 80% in 20s}}
sites: {paris: {timezone: Europe/Paris, pay: €1}, manila: {timezone: Asia/Manila, pay: €1}}
agents: {paris: {site: paris, count: 5, skills: [orders]}, manila: {site: manila, count: 5, skills: [orders]}}
`);
    const {center: worked, zonesDiffer} = await makeCenter(scenario, []);
    expect(zonesDiffer).toBe(true);
    const sun = mixedScenario(worked, mixesOf(scenario, true).at(-1)!, 1);
    // 02:00 UTC: 04:00 in Paris, 10:00 in Manila; 15:00 UTC: 17:00 and 23:00; 11:00 UTC: 13:00 and 19:00; 20:00 UTC: night in both
    expect([2, 15, 11, 20].map(hour => agentsAt(sun, hour))).toEqual([
      [0, 10],
      [10, 0],
      [5, 5],
      [5, 5],
    ]);
  });

  it('knows what a site cannot take from the scenario, but for what a flag says', async () => {
    const told = 'timezone: Africa/Tunis, open: 07:00-11:00, cannot-take: {orders: 25%}';
    const scenario = await parisAndTunis(told);
    expect(restrictionsOf([], scenario)).toEqual([{site: 1, contactType: 0, share: 0.25}]);
    expect(restrictionsOf(['tunis:orders=10%'], scenario)).toEqual([{site: 1, contactType: 0, share: 0.1}]);
    expect(restrictionsOf(['tunis:orders=0%'], scenario)).toEqual([]);
    expect(restrictionsOf(['paris:orders=5%'], scenario)).toHaveLength(2);
    await expect(parisAndTunis(told.replace('orders', 'ordres'))).rejects.toThrow('did you mean "orders"');
    await expect(parisAndTunis(told.replace('25%', '100%'))).rejects.toThrow('expected a share below 100%, got "100%"');
  });

  it('leaves to others what a site cannot take', async () => {
    const scenario = await parisAndTunis();
    const restriction = parseRestriction('tunis:orders=25%', scenario);
    const {center: worked} = await makeCenter(scenario, [restriction]);
    const mixed = mixedScenario(worked, parseMix('tunis=100%', scenario), 1);
    // a quarter of eleven in Paris, three quarters × 1.2 in Tunis
    expect(agentsAt(mixed, 9)).toEqual([3, 10]);
    expect(mixed.sites.map(({cannotTake}) => cannotTake)).toEqual([[], [{contactType: 0, share: 0.25}]]);
  });
});

describe('what shifts cost', () => {
  it('stays in mixes, whose agents are told net of breaks: paid breaks, and people who work on other days', async () => {
    const scenario = await read(`clock: {start: 2026-10-12, days: 2, timezone: UTC}
contacts: {orders: {arrivals: 60/h, handle: 4m, objective: 80% in 20s}}
sites: {paris: {pay: €20/h}, tunis: {contract: {per-paid-hour: €10, per-seat: €100/month}}}
costs: {currency: EUR, licence: €30/month}
agents:
  paris: {site: paris, skills: [orders], shifts: [{agents: 4, from: '08:00', to: '16:00', breaks: [12:00-13:00]}]}
  tunis:
    site: tunis
    skills: [orders]
    shifts: [{agents: 3, from: '08:00', to: '13:00', days: mon, breaks: [10:00-11:00]}, {agents: 3, from: '08:00', to: '13:00', days: tue}]
  night: {site: tunis, skills: [orders], count: 2}
`);
    const {
      groups: [paris, tunis, night],
      contracts,
    } = rosterPrices(scenario);
    // eight paid hours for seven on duty; four people for four at once
    expect(paris).toMatchObject({perPaidHour: expect.closeTo((20 * 8) / 7, 9), licencePerSeatMonth: 30});
    // six people of whom three are there at once
    expect(tunis).toMatchObject({perPaidHour: 0, licencePerSeatMonth: 60});
    expect(night!.licencePerSeatMonth).toBe(30);
    // at the site: 30 + 96 paid hours of which 27 + 96 on duty; eight people for five at once
    expect(contracts[1]!.perPaidHour).toBeCloseTo((10 * 126) / 123, 9);
    expect(contracts[1]!.perSeatMonth).toBeCloseTo((100 * 8) / 5, 9);
  });
});

describe('mixes in one engine', () => {
  it('come out as each in its own, cost by seats and all', async () => {
    const scenario = await parisAndTunis();
    const {center} = await makeCenter({...scenario, groups: scenario.groups.map(dear)}, []);
    const mixes = ['paris=100%', 'paris=50%,tunis=50%'].map(told => parseMix(told, scenario));
    const runs = mixes.map(mix => ({mixed: mixedScenario(center, mix, 1), quantile: 0.9}));
    const room = roomFor(mixes.map(mix => mixedScenario(center, mix, 2)));
    const options = {
      executor: openExecutor({workers: 'in-process'}),
      demandCv: 0.1,
      onDone: () => undefined,
    };
    expect(await simulateMixes(runs, {...options, room})).toEqual(await simulateMixes(runs, {...options, room: null}));
  });

  it('is none where newcomers, who are slower, are so many of so many', async () => {
    const scenario = await parisAndTunis();
    const learning = {agents: 1, handleTimeFactor: 1.5, weeks: 4} as never;
    const groups = scenario.groups.map(group => ({...group, people: {learning} as never}));
    expect(roomFor([{...scenario, groups}])).toBeNull();
  });
});

/** Seats cost as well. */
const dear = (group: AgentGroup): AgentGroup => ({
  ...group,
  prices: group.prices && {...group.prices, licencePerSeatMonth: 1000},
});

describe('demand', () => {
  it('is lognormal with mean 1: its five equally likely parts average to nearly 1', () => {
    const factors = DEMAND_QUANTILES.map(quantile => volumeFactor(0.1, quantile));
    expect(factors.reduce((sum, factor) => sum + factor, 0) / 5).toBeCloseTo(1, 2);
    // exp(1.28155 × 0.099751 − 0.004975)
    expect(factors[4]).toBeCloseTo(1.1307, 4);
    expect(volumeFactor(0, 0.9)).toBe(1);
  });
});

describe('the frontier', () => {
  it('keeps what neither another point nor an average of two beats, and its prices rise', () => {
    const at = (costADay: number, serviceLevel: number): MixPoint => ({costADay, serviceLevel}) as MixPoint;
    const steps = frontierOf([at(100, 0.7), at(120, 0.8), at(130, 0.79), at(135, 0.82), at(150, 0.88), at(200, 0.9)]);
    expect(steps.map(({point}) => point.costADay)).toEqual([100, 120, 150, 200]);
    expect(steps.map(({costADayPerPoint}) => costADayPerPoint)).toEqual([
      null,
      expect.closeTo(2, 9),
      expect.closeTo(3.75, 9),
      expect.closeTo(25, 9),
    ]);
  });
});

describe('comparing sites', () => {
  it('stops when it is asked to, with the mixes that are finished', async () => {
    const scenario = await parisAndTunis();
    const {center: worked} = await makeCenter(scenario, []);
    const controller = new AbortController();
    controller.abort();
    const result = await compareSites(worked, mixesOf(scenario, false), {
      demandCv: 0.1,
      workers: 'in-process',
      signal: controller.signal,
    });
    expect(result).toMatchObject({interrupted: true, mixes: [], cheapest: null});
  });

  it('say what the search had seen when it is stopped before any mix is finished', async () => {
    const scenario = await parisAndTunis();
    const {center: worked} = await makeCenter(scenario, []);
    const controller = new AbortController();
    const mixes = [parseMix('paris=100%', scenario), parseMix('paris=60%,tunis=40%', scenario)];
    // five runs of the center as it is, then two of the search
    const result = await compareSites(worked, mixes, {
      demandCv: 0.1,
      workers: 'in-process',
      signal: controller.signal,
      onProgress: ({done}) => done === 7 && controller.abort(),
    });
    expect(result).toMatchObject({interrupted: true, mixes: []});
    expect(result.searched.map(({mix, level}) => [mix, level])).toEqual([
      ['all paris', 2],
      ['paris 60 %, tunis 40 %', 2],
    ]);
    const page = render(sitesDocument(result), 'terminal', {width: 80, color: false});
    expect(page).toContain('paris 60 %, tunis 40 %');
    expect(page.replace(/\s+/g, ' ')).toContain('90th percentile of demand alone, 3 replications each');
  });

  it('asks for sites, prices and objectives', async () => {
    const scenario = await parisAndTunis();
    expect(codeOf(() => checkSites(scenario, 'a.yaml'))).toBe('fine');
    expect(codeOf(() => checkSites({...scenario, currency: null}, 'a.yaml'))).toContain('PLN020');
    expect(codeOf(() => checkSites({...scenario, groups: scenario.groups.slice(0, 1)}, 'a.yaml'))).toContain(
      'PLN021 a.yaml: expected at least two sites with agents, got "only paris"',
    );
    const types = scenario.contactTypes.map(type => ({...type, objective: null}));
    expect(codeOf(() => checkSites({...scenario, contactTypes: types}, 'a.yaml'))).toContain('PLN025');
  });
});
