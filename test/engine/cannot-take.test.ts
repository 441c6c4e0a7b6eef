import {describe, expect, it} from 'vitest';
import {runScenario} from '../../src/experiment/run.js';
import {lint} from '../../src/lint/lint.js';
import type {Results} from '../../src/statistics/results.js';
import {read} from '../support/scenario-text.js';

interface Told {
  readonly sites: string;
  readonly agents: string;
  readonly routing?: string;
  readonly type?: string;
}

/** Ten hours of 120 orders an hour, who hang up after two minutes. */
const center = ({sites, agents, routing = '', type = ''}: Told) =>
  read(`clock: {start: 2026-10-12, days: 1, timezone: UTC}
contacts: {orders: {arrivals: 120/h, queue: q, handle: constant(3m), patience: constant(2m), objective: 80% in 20s${type}}}
queues: {q: {open: 08:00-18:00}}
sites: {${sites}}
agents: {${agents}}
${routing}
run: {replications: 4}
`);

const run = async (told: Told): Promise<Results> => runScenario(await center(told), {workers: 'in-process'});

const valueOf = ({rows}: Results, measure: string, scope: string, name: string): number =>
  rows.find(row => row.measure === measure && row.scope === scope && row.name === name && row.interval === null)!
    .value!;
const ofOrders = (results: Results, measure: string): number => valueOf(results, measure, 'contactType', 'orders');

describe('what a site cannot take', () => {
  const onlyTunis = {
    sites: 'tunis: {cannot-take: {orders: 30%}}',
    agents: 'tunis: {site: tunis, count: 40, skills: [orders]}',
  };

  it('waits in vain where nobody else is there: three in ten, and those alone', async () => {
    const results = await run(onlyTunis);
    const [offered, abandoned] = [ofOrders(results, 'offered') * 4, ofOrders(results, 'abandoned') * 4];
    // 99.9 %: 3.29 standard deviations of a share of some 4,800 contacts
    expect(Math.abs(abandoned / offered - 0.3)).toBeLessThan(3.29 * Math.sqrt((0.3 * 0.7) / offered));
    // whoever is not beyond Tunis is answered at once by one of forty
    expect(ofOrders(results, 'asa')).toBe(0);
  });

  it('is the same customers whatever the staffing and the routing', async () => {
    const few = ofOrders(await run(onlyTunis), 'abandoned');
    const many = ofOrders(
      await run({
        ...onlyTunis,
        agents: onlyTunis.agents.replace('40', '60'),
        routing: 'routing: {agent: fewest-contacts}',
      }),
      'abandoned',
    );
    expect(many).toBe(few);
  });

  it('is taken by another site, which nobody is beyond', async () => {
    const results = await run({
      sites: 'paris: {}, tunis: {cannot-take: {orders: 30%}}',
      agents: 'paris: {site: paris, count: 30, skills: [orders]}, tunis: {site: tunis, count: 40, skills: [orders]}',
      routing: 'routing: {overflow: {orders: {to: paris, after: 20s}}}',
    });
    // Tunis has room for all that it can take; the others come to Paris after their twenty seconds
    expect(ofOrders(results, 'abandoned')).toBe(0);
    const part = valueOf(results, 'answered', 'group', 'paris') / ofOrders(results, 'answered');
    expect(Math.abs(part - 0.3)).toBeLessThan(3.29 * Math.sqrt((0.3 * 0.7) / 4800));
  });

  it('of two sites is nested: what the smaller part is beyond, the larger is', async () => {
    const results = await run({
      sites: 'dakar: {cannot-take: {orders: 10%}}, tunis: {cannot-take: {orders: 30%}}',
      agents: 'dakar: {site: dakar, count: 40, skills: [orders]}, tunis: {site: tunis, count: 40, skills: [orders]}',
    });
    const share = ofOrders(results, 'abandoned') / ofOrders(results, 'offered');
    expect(Math.abs(share - 0.1)).toBeLessThan(3.29 * Math.sqrt((0.1 * 0.9) / 4800));
  });

  it('is said before any run where no site is left', async () => {
    const findings = lint(await center(onlyTunis)).filter(({code}) => code === 'LNT019');
    expect(findings.map(({says}) => says)).toEqual([
      '30 % of orders can be taken by nobody: all sites that serve it leave them to others (tunis)',
    ]);
    const others = await center({
      sites: 'paris: {}, tunis: {cannot-take: {orders: 30%}}',
      agents: 'paris: {site: paris, count: 2, skills: [orders]}, tunis: {site: tunis, count: 40, skills: [orders]}',
    });
    expect(lint(others).filter(({code}) => code === 'LNT019')).toEqual([]);
  });
});
