import {readFileSync, readdirSync} from 'node:fs';
import {resolve} from 'node:path';
import {describe, expect, it} from 'vitest';
import {scenarioSummaryText} from '../../src/report/formats/scenario-summary.js';
import {lint} from '../../src/lint/lint.js';
import {loadScenario} from '../../src/scenario/load.js';
import {summarise} from '../../src/scenario/summary.js';

const FOLDER = resolve(import.meta.dirname, '../../scenarios');
const SCENARIOS = readdirSync(FOLDER).filter(name => name.endsWith('.yaml'));

describe('the shipped scenarios', () => {
  it('are at least five', () => expect(SCENARIOS.length).toBeGreaterThanOrEqual(5));

  it.each(SCENARIOS)('%s is right, and points editors to the schema', async name => {
    const scenario = await loadScenario(resolve(FOLDER, name));
    expect(scenario.contactTypes.length).toBeGreaterThan(0);
    expect(readFileSync(resolve(FOLDER, name), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/docs\/reference\/scenario\.schema\.json\n/,
    );
  });

  it.each(SCENARIOS)('%s has nothing that lint finds but what its comments tell of', async name => {
    const told = readFileSync(resolve(FOLDER, name), 'utf8').match(/LNT\d{3}/g) ?? [];
    const found = lint(await loadScenario(resolve(FOLDER, name))).map(({code}) => code);
    expect([...new Set(found)].sort()).toEqual([...new Set(told)].sort());
  });

  it.each(SCENARIOS)('%s has about as many agents as its load asks for', async name => {
    const scenario = await loadScenario(resolve(FOLDER, name));
    const {staffPeak, offeredLoadPeak} = summarise(scenario);
    if (offeredLoadPeak === null) return;
    // who holds several contacts at once, or puts email off, carries more Erlangs than there are agents
    const shares = scenario.groups.some(({capacity}) => capacity.length > 0);
    expect(staffPeak / offeredLoadPeak).toBeGreaterThan(shares ? 0.4 : 0.8);
    expect(staffPeak / offeredLoadPeak).toBeLessThan(1.6);
  });
});

describe('what is understood of a scenario', () => {
  it('is no load of 0 Erlangs where contacts come from a log', async () => {
    const summary = summarise(await loadScenario(resolve(FOLDER, 'replayed-log.yaml')));
    expect(summary.offeredLoadPeak).toBeNull();
    expect(scenarioSummaryText('replayed-log.yaml', summary)).toMatch(
      /\n {2}the load is that of the log; at most \d+ agents on duty$/,
    );
  });

  it('is counted without simulating', async () => {
    expect(summarise(await loadScenario(resolve(FOLDER, 'help-line.yaml')))).toMatchObject({
      contactTypes: [{name: 'help', contactsPerDay: 1440, handleTimeSeconds: 240, offeredLoadPeak: 4}],
      groups: [{name: 'team', staffPeak: 6, skills: ['help']}],
      staffPeak: 6,
      offeredLoadPeak: 4,
    });
    expect(summarise(await loadScenario(resolve(FOLDER, 'telethon.yaml')))).toMatchObject({
      staffPeak: 12,
      contactTypes: [{contactsPerDay: 200}],
    });
  });
});
