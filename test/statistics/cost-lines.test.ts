import {describe, expect, it} from 'vitest';
import {runScenario} from '../../src/experiment/run.js';
import {faultsOf} from '../../src/report/json-schema.js';
import {resultsDocument} from '../../src/report/documents/results-document.js';
import {scheduleExplanation} from '../../src/report/formats/schedule-explanation.js';
import {resultsJsonSchema} from '../../src/report/results-schema.js';
import {scheduleShifts} from '../../src/planning/schedule/schedule.js';
import {read} from '../support/scenario-text.js';

const center = () =>
  read(`clock: {start: 2026-10-12, days: 2, timezone: UTC}
contacts:
  orders: {arrivals: {rate: 60/h}, queue: q, handle: 4m, patience: 3m, objective: 80% in 20s}
  claims: {arrivals: {rate: 20/h}, queue: q, handle: 5m, patience: 3m}
queues: {q: {open: 08:00-12:00}}
sites:
  paris: {open: 08:00-12:00, pay: €20/h, on-costs: 50%, attrition: 24%, hiring: €3000}
  tunis:
    open: 08:00-12:00
    contract:
      per-handled-minute: €0.30
      per-contact: €0.50
      at-least: €50000/month
      set-up: {fee: €36000, months: 36}
      penalties: [{below: 99.9%, costs: 4%, judged: day}]
      bonuses: [{from: 1%, pays: 2%, judged: day}]
costs: {currency: EUR, licence: €60/month, support: {team-leads: {one-per: 10, pay: €30/h}}}
agents:
  paris: {site: paris, count: 3, skills: [orders, claims]}
  tunis: {site: tunis, count: 3, skills: [orders, claims]}
run: {replications: 5}
`);

describe('the lines of cost', () => {
  it('are quantity times rate, and add up to the cost of each group and in total', async () => {
    const scenario = await center();
    const results = await runScenario(scenario, {workers: 'in-process', withCosts: true});
    const lines = results.costs!;
    const cost = (scope: string, name: string): number =>
      results.rows.find(row => row.measure === 'cost' && row.scope === scope && row.name === name)!.value;
    const sum = (of: typeof lines): number => of.reduce((total, {amount}) => total + amount, 0);
    expect(sum(lines)).toBeCloseTo(cost('total', 'total'), 6);
    for (const name of ['paris', 'tunis'])
      expect(sum(lines.filter(({group}) => group === name))).toBeCloseTo(cost('group', name), 6);
    for (const {quantity, rate, amount} of lines) if (rate !== null) expect(quantity! * rate).toBeCloseTo(amount, 6);
    // 3 agents × 4 hours × 2 days, and what they stayed longer
    const pay = lines.find(({item}) => item === 'pay')!;
    expect(pay.rate).toBe(30);
    expect(pay.quantity).toBeGreaterThanOrEqual(24);
    expect(pay.quantity).toBeLessThan(26);
    // one lead on ten at €30 with on-costs
    expect(lines.find(({item}) => item === 'support')!.rate).toBeCloseTo(4.5, 9);
    const ofTunis = lines.filter(({group}) => group === 'tunis').map(({item}) => item);
    expect(ofTunis).toEqual(['licences', 'handledMinutes', 'contacts', 'minimum', 'setUp', 'bonuses', 'penalties']);
    // up to €50,000 a month for 2 of 30.4375 days
    const charged = lines.filter(({item}) => ['handledMinutes', 'contacts', 'minimum'].includes(item));
    expect(sum(charged)).toBeCloseTo((50_000 * 2) / 30.4375, 6);
    expect(faultsOf(resultsJsonSchema(), results)).toEqual([]);
    const table = resultsDocument(results).tables.at(-1)!;
    expect(table.title).toBe('Where cost comes from');
    expect(table.rows.at(-1)!.at(-1)!.value).toBeCloseTo(cost('total', 'total') / 2, 6);
  });

  it('are told only where they are asked for', async () => {
    const scenario = await center();
    const results = await runScenario({...scenario, run: {...scenario.run, replications: 1}}, {workers: 'in-process'});
    expect(results).not.toHaveProperty('costs');
  });
});

describe('the explanation of a schedule', () => {
  it('says what an hour costs, part by part', async () => {
    const scenario = await read(`clock: {start: 2026-10-12, days: 1, timezone: UTC}
contacts: {orders: {arrivals: 60/h, queue: q, handle: 4m, objective: 80% in 20s}}
queues: {q: {open: 08:00-16:00}}
sites: {paris: {pay: €20/h, on-costs: 50%, licence: €91/month}}
agents: {team: {site: paris, skills: [orders], count: 9}}
scheduling: {shifts: {day: {length: 8h, starts: '08:00'}}, rounds: 0}
`);
    const schedule = (await scheduleShifts(scenario, {
      workers: 'in-process',
    }))!;
    const hours = 8 * schedule.agents.length;
    const text = scheduleExplanation(scenario, schedule, 32);
    // a licence of €91 over 35 × 52 ÷ 12 hours a month
    expect(text).toContain(`team: ${hours} paid hours × €30.60 = €${Math.round(hours * 30.6).toLocaleString('en-US')}`);
    expect(text).toContain('an hour: pay €30.00 + licence €0.60');
  });
});
