import {describe, expect, it} from 'vitest';
import {agentHourCost} from '../../src/scenario/agent-hour-cost.js';
import {LICENCES} from '../../src/scenario/schema/licences.js';
import type {Scenario} from '../../src/scenario/scenario.js';
import {messagesOf, read} from '../support/scenario-text.js';

const center = (sites: string, {rest = '', tunis = ''} = {}): string => `contacts:
  orders: {arrivals: 60/h, handle: 4m, objective: 80% in 20s}
  claims: {arrivals: 20/h, handle: 6m}
sites:
${sites}
agents:
  paris: {site: paris, count: 6, skills: [orders, claims]}
  tunis: {site: tunis, count: 4, skills: [orders]${tunis}}
${rest}
`;
const priced = (sites: string, parts: {rest?: string; tunis?: string} = {}): Promise<Scenario> =>
  read(center(sites, parts));
const faults = (sites: string, parts: {rest?: string; tunis?: string} = {}): Promise<readonly string[]> =>
  messagesOf(center(sites, parts));

describe('the price of agents', () => {
  it('is unknown where nothing is said, and an hour then counts as one', async () => {
    const scenario = await priced('  paris: {}\n  tunis: {}');
    expect(scenario.currency).toBeNull();
    expect(scenario.groups[0]!.prices).toBeNull();
    expect(agentHourCost(scenario, scenario.groups[0]!)).toBe(1);
  });

  it('is the pay of the site with its on-costs, or that of the group', async () => {
    const scenario = await priced('  paris: {pay: €30/h, on-costs: 40%}\n  tunis: {pay: 9 EUR/h}', {
      tunis: ', pay: €11',
    });
    expect(scenario.currency).toBe('EUR');
    expect(scenario.groups.map(group => agentHourCost(scenario, group))).toEqual([42, 11]);
  });

  it('knows support staff by ratio, licences by seat, and what it costs that people leave', async () => {
    const scenario = await priced(
      `  paris: {pay: €30/h, on-costs: 50%, attrition: 36%, hiring: €5000, licence: €91/month}
  tunis: {pay: €10/h, support: {managers: {one-per: 50, pay: €40/h}}, licence: free}`,
      {rest: 'costs: {support: {team-leads: {one-per: 10, pay: €40/h}, quality: {one-per: 40, pay: €36/h}}}'},
    );
    // 40 ÷ 10 + 36 ÷ 40 = 4.90 with on-costs of 50 %; 36 % of 5,000 a year
    expect(scenario.groups[0]!.prices).toEqual({
      perPaidHour: 45,
      overtimeFactor: 1,
      supportPerPaidHour: 4.9 * 1.5,
      licencePerSeatMonth: 91,
      turnoverPerSeatYear: 1800,
    });
    // 45 + 7.35 + (91 + 150) ÷ 151.666…
    expect(agentHourCost(scenario, scenario.groups[0]!)).toBeCloseTo(45 + 7.35 + 241 / (1820 / 12), 12);
    expect(scenario.groups[1]!.prices!.supportPerPaidHour).toBeCloseTo(0.8, 12);
  });

  it('adds up currencies at the rates told', async () => {
    const scenario = await priced('  paris: {pay: €30/h}\n  tunis: {pay: 30 TND/h, licence: zendesk-talk 3}', {
      rest: 'costs: {currency: EUR, rates: {TND: 0.3, USD: 0.9}}',
    });
    expect(scenario.groups[1]!.prices).toMatchObject({perPaidHour: 9, licencePerSeatMonth: 0.9 * 49});
  });

  it('takes the list prices of licences unless others are told', async () => {
    const monthly = async (licence: string, more = ''): Promise<number> =>
      (await priced(`  paris: {pay: $30/h}\n  tunis: {pay: $9/h, licence: ${licence}}`, {rest: more})).groups[1]!
        .prices!.licencePerSeatMonth;
    expect(await monthly('liveagent 4')).toBe(49);
    expect(await monthly('dixa 1')).toBe(39);
    expect(await monthly('zendesk-talk 3', 'costs: {licences: {zendesk-talk: [free, $25, $55]}}')).toBe(55);
    expect(await monthly('servicenow 1', 'costs: {licences: {servicenow: [$100]}}')).toBe(100);
    expect(LICENCES.asOf).toBe('2023-03-13');
  });
});

describe('the contract of a site', () => {
  it('is read with all its charges, in one currency', async () => {
    const {sites} = await priced(`  paris: {pay: €30/h}
  tunis:
    contract:
      per-paid-hour: €1
      per-productive-hour: €2/h
      per-handled-minute: €0.42
      per-contact: €3
      per-seat: "€1,800/month"
      revenue-share: {share: 10%, revenue: {orders: €45}}
      at-least: €30000/month
      set-up: {fee: €24000, months: 24}
      penalties: [{below: 75%, costs: 5%, judged: day, contacts: [claims, orders]}]
      bonuses: [{from: 90%, pays: €500}]`);
    expect(sites[1]).toMatchObject({kind: 'outsourced'});
    expect(sites[1]!.contract).toEqual({
      perPaidHour: 1,
      perProductiveHour: 2,
      perHandledMinute: 0.42,
      perContact: 3,
      perSeatMonth: 1800,
      revenuePerContact: [4.5, 0],
      leastPerMonth: 30_000,
      setUpPerMonth: 1000,
      terms: [
        {kind: 'penalty', threshold: 0.75, share: 0.05, amount: 0, judged: 'day', contactTypes: [0, 1]},
        {kind: 'bonus', threshold: 0.9, share: 0, amount: 500, judged: 'horizon', contactTypes: [0]},
      ],
    });
  });

  it('prices an hour by what it charges, work by the occupancy of the site', async () => {
    const scenario = await priced(
      '  paris: {pay: €30/h}\n  tunis: {occupancy: 75%, contract: {per-handled-minute: €0.40, per-contact: €2}}',
    );
    // 0.40 × 45 minutes, and 45 ÷ 4 contacts
    expect(agentHourCost(scenario, scenario.groups[1]!)).toBeCloseTo(0.4 * 45 + 2 * 11.25, 12);
  });
});

describe('prices that cannot be right', () => {
  it.each([
    [
      '  paris: {pay: 31}\n  tunis: {}',
      'sites.paris.pay: expected an amount with its currency such as "€31/h", got "31" (did you mean "€31/h"?)',
    ],
    ['  paris: {pay: €31/month}\n  tunis: {}', 'the key says what it is paid for, got "€31/month"'],
    ['  paris: {pay: €31/h}\n  tunis: {pay: $9/h}', 'expected costs.currency, one of EUR, USD'],
    [
      '  paris: {pay: €31/h}\n  tunis: {}',
      'expected a price for these agents as for others: sites.tunis.pay such as €31/h',
    ],
    [
      '  paris: {pay: €31/h}\n  tunis: {pay: €9/h, licence: zendesk-tlk 2}',
      'got "zendesk-tlk" (did you mean "zendesk-talk"?)',
    ],
    [
      '  paris: {pay: €31/h}\n  tunis: {pay: €9/h, licence: dixa 4}',
      'expected a plan of dixa from 1 to 3, got "dixa 4"',
    ],
    [
      '  paris: {pay: €31/h}\n  tunis: {pay: €9/h, licence: servicenow 1}',
      'expected your own price, since ServiceNow publishes none',
    ],
    [
      '  paris: {pay: €31/h}\n  tunis: {pay: €9/h, licence: dixa 2}',
      'expected a rate in costs.rates: what one USD is worth in EUR',
    ],
    [
      '  paris: {pay: €31/h}\n  tunis: {contract: {penalties: [{below: 75%, costs: 5%}]}}',
      'expected at least one of per-paid-hour',
    ],
    [
      '  paris: {pay: €31/h}\n  tunis: {contract: {per-contact: €2, penalties: [{below: 75%, costs: 5%, contacts: [order]}]}}',
      'got "order" (did you mean "orders"?)',
    ],
    ['  paris: {pay: €31/h}\n  tunis: {kind: of-shore, pay: €9/h}', '(did you mean "offshore"?)'],
  ])('are named: %j', async (sites, message) => {
    expect((await faults(sites)).join('\n')).toContain(message);
  });
});

describe('the holidays of a site', () => {
  it('leave its agents at home, and those of other sites at work', async () => {
    const {groups} = await read(`clock: {start: 2026-11-23, days: 2}
contacts: {orders: {arrivals: 60/h, handle: 4m}}
sites: {paris: {open: 08:00-20:00}, tunis: {open: 08:00-20:00, holidays: [2026-11-24]}, lyon: {holidays: [2026-11-23]}}
agents:
  paris: {site: paris, count: 6, skills: [orders]}
  tunis: {site: tunis, count: 4, skills: [orders]}
  lyon: {site: lyon, skills: [orders], shifts: [{agents: 1, from: 09:00, to: 17:00}]}
`);
    const h = 3600;
    expect(groups[0]!.staffing).toEqual({
      kind: 'counts',
      changes: [0, 8, 20, 32, 44].map((hour, index) => ({at: hour * h, agents: index % 2 === 0 ? 0 : 6})),
    });
    expect(groups[1]!.staffing).toEqual({
      kind: 'counts',
      changes: [
        {at: 0, agents: 0},
        {at: 8 * h, agents: 4},
        {at: 20 * h, agents: 0},
      ],
    });
    expect(groups[2]!.staffing).toMatchObject({agents: [{shifts: [{from: 33 * h, to: 41 * h}]}]});
  });
});
