import {describe, expect, it} from 'vitest';
import type {fingerprintsOf as FingerprintsOf} from '../../../src/experiment/fingerprints.js';
import type {runScenario as RunScenario} from '../../../src/experiment/run.js';
import type {runGate as RunGate, GateOptions} from '../../../src/experiment/gate/run-gate.js';
import {whyNotPairable} from '../../../src/experiment/gate/pairable.js';
import {parseRule} from '../../../src/scenario/gate-rule.js';
import {loadScenarioText} from '../../../src/scenario/load.js';
import type {Scenario} from '../../../src/scenario/scenario.js';
import {figureCatalogue} from '../../../src/statistics/figure-catalogue.js';
import {built} from '../../support/built.js';
import {gateScenario} from '../../support/gate-scenario.js';
import {temporaryFile} from '../../support/temporary-folder.js';

const {runGate} = await built<{runGate: typeof RunGate}>('experiment/gate/run-gate.js');
const {runScenario} = await built<{runScenario: typeof RunScenario}>('experiment/run.js');
const {fingerprintsOf} = await built<{fingerprintsOf: typeof FingerprintsOf}>('experiment/fingerprints.js');
const shop = (...wishes: Parameters<typeof gateScenario>) =>
  loadScenarioText(gateScenario(...wishes), {file: 'shop.yaml'});
const base = await shop();
const catalogue = figureCatalogue(base);
const rulesOf = (...texts: readonly string[]) =>
  texts.map((text, line) => parseRule(text, {file: 'gates.yaml', line: line + 2, column: 5, path: ''}, catalogue));

const gate = (candidate: Scenario, rules: readonly string[], more: Partial<GateOptions> = {}) =>
  runGate(candidate, {
    rules: rulesOf(...rules),
    baseline: {kind: 'scenario', scenario: base},
    replications: 30,
    alpha: 0.05,
    untilDecided: false,
    workers: 'in-process',
    ...more,
  });

describe('a gate', () => {
  it('is green for the same scenario, in every interval as well, and knows that nothing differs', async () => {
    const outcome = await gate(base, [
      'asa not worse than baseline',
      'serviceLevel(each type) not worse than baseline - 1pt in every interval between 09:00 and 13:00',
      'occupancy within ±0pt of baseline',
    ]);
    expect(outcome).toMatchObject({verdict: 'pass', replications: 30, looks: {planned: 1, done: 1}});
    expect(outcome.rules.map(({checks}) => checks.length)).toEqual([1, 8, 1]);
    expect(outcome.rules.every(({checks}) => checks.every(({nothingDiffers}) => nothingDiffers))).toBe(true);
  });

  it('is red where a change starves a queue, and names the queue', async () => {
    const outcome = await gate(await shop({returnsAgents: 1}), [
      'asa(each queue) not worse than baseline + 5%',
      'serviceLevel(orders) >= 5%',
    ]);
    expect(outcome.verdict).toBe('fail');
    const [first, second] = outcome.rules;
    expect(first!.checks.find(({name}) => name === 'returns')!.verdict).toBe('fail');
    expect({line: first!.line, verdict: second!.verdict}).toEqual({line: 2, verdict: 'pass'});
  });

  it('is inconclusive where so few replications cannot tell, and looks again when asked to', async () => {
    const candidate = await shop({routing: 'routing: {contact: [age]}'});
    const rules = ['asa(orders) not worse than baseline + 2%'];
    expect((await gate(candidate, rules, {replications: 10})).verdict).toBe('inconclusive');
    const decided = await gate(candidate, rules, {replications: 20, untilDecided: true});
    expect(decided.looks.planned).toBe(5);
    expect(decided.looks.done).toBeGreaterThan(1);
    expect(decided.replications).toBe(20 * 2 ** (decided.looks.done - 1));
  });

  it('judges percentiles of waits, over the horizon and in every interval', async () => {
    const rules = [
      'waitP90(orders) <= 80s',
      'waitP90(orders) not worse than baseline',
      'waitP90(each type) not worse than baseline + 10s in every interval between 10:00 and 12:00',
    ];
    const same = await gate(base, rules.slice(1));
    expect(same.verdict).toBe('pass');
    const starved = await shop({returnsAgents: 1});
    const worse = await gate(starved, rules);
    expect(worse.rules.map(({verdict}) => verdict)).toEqual(['pass', 'fail', 'fail']);
    expect(worse.rules[2]!.checks.map(({verdict}) => verdict)).toContain('fail');
    const run = {...base.run, replications: 30};
    const {rows} = await runScenario({...starved, run}, {workers: 'in-process'});
    const whole = rows.find(row => row.measure === 'waitP90' && row.name === 'orders' && row.interval === null)!;
    const {candidate, change, unit} = worse.rules[0]!.checks[0]!;
    // results give the middle of a bin, which is off by 0.8 %
    expect(Math.abs(candidate! / whole.value - 1)).toBeLessThan(0.009);
    expect(change!.low + 80).toBeLessThan(candidate!);
    expect(unit).toBe('seconds');
  });

  it('refuses a rule that matches nothing, a rule without its baseline, and a baseline that has no such figure', async () => {
    const complaint = (rules: readonly string[], more?: Partial<GateOptions>) =>
      gate(base, rules, more).then(
        () => 'nothing wrong',
        (error: Error) => error.message,
      );
    const night = 'serviceLevel(orders) >= 80% in every interval between 02:00 and 04:00';
    expect(await complaint([night])).toMatch(/^gates\.yaml:2:5: expected a rule about something that happens/);
    expect(await complaint(['asa not worse than baseline + 3%'], {baseline: null})).toContain(
      'a baseline, in the file',
    );
    const text = gateScenario().replaceAll('returns', 'refunds');
    const other = await loadScenarioText(text, {file: 'shop.yaml'});
    expect(
      await complaint(['asa(returns) not worse than baseline'], {baseline: {kind: 'scenario', scenario: other}}),
    ).toContain('a figure that the baseline has as well');
  });

  it('judges what is finished when it is interrupted, and says so', async () => {
    const stop = new AbortController();
    const outcome = await gate(base, ['asa not worse than baseline'], {
      replications: 3_000,
      signal: stop.signal,
      onProgress: done => done > 1500 && stop.abort(),
    });
    expect(outcome.interrupted).toBe(true);
    expect(outcome.replications).toBeGreaterThan(10);
    expect(outcome.replications).toBeLessThan(3_000);
  });
});

describe('fingerprints', () => {
  it('tell contacts from who serves them', async () => {
    const of = async (scenario: Scenario | Promise<Scenario>) => fingerprintsOf(await scenario);
    const own = await of(base);
    const staffed = await of(shop({returnsAgents: 9, routing: 'routing: {agent: random}'}));
    expect(staffed.contacts).toBe(own.contacts);
    expect(staffed.scenario).not.toBe(own.scenario);
    const busier = await of(loadScenarioText(gateScenario().replace('60/h', '61/h'), {file: 'shop.yaml'}));
    expect(busier.contacts).not.toBe(own.contacts);
    const again = await of(shop({seed: 5}));
    expect(again).toEqual(own);
    const known = {program: '1', seed: '1', fingerprints: own};
    expect(whyNotPairable(known, {...known, fingerprints: staffed})).toEqual([]);
    expect(whyNotPairable(known, {program: '2', seed: '2', fingerprints: busier})).toEqual([
      'plimsoll 1, not 2',
      'seed 1, not 2',
      'other contacts (volumes, handle times, patience or what customers do)',
    ]);
  });

  it('know a log by what stands in it, not by its place', async () => {
    const log = 'contact-type,arrived\norders,2026-01-05T09:00:00Z\n';
    const from = (file: string) =>
      loadScenarioText(
        `contacts: {orders: {arrivals: {replay: ${file}}, handle: 4m}}\nagents: {desk: {count: 2, skills: [orders]}}`,
        {file: 'replay.yaml', allowOutside: true},
      );
    const one = await fingerprintsOf(await from(temporaryFile('log.csv', log)));
    const copy = await fingerprintsOf(await from(temporaryFile('copy.csv', log)));
    const longer = await fingerprintsOf(await from(temporaryFile('log.csv', `${log}orders,2026-01-05T10:00:00Z\n`)));
    expect(copy).toEqual(one);
    expect(longer.contacts).not.toBe(one.contacts);
  });
});
