import {describe, expect, it} from 'vitest';
import type {runScenario as RunScenario, RunOptions} from '../../src/experiment/run.js';
import {resultsDocument} from '../../src/report/documents/results-document.js';
import {checkSizes} from '../../src/statistics/precision.js';
import {precisionGoals} from '../../src/statistics/precision-goals.js';
import {built} from '../support/built.js';
import {twoDesks} from '../support/two-desks.js';

const {runScenario} = await built<{runScenario: typeof RunScenario}>('experiment/run.js');
const center = twoDesks({replications: 7});
const goals = (...written: string[]) => precisionGoals(written, center);
const until = (most: number, written: string[], options: RunOptions = {}) =>
  runScenario(center, {workers: 'in-process', precision: {goals: goals(...written), most}, ...options});
const told = (results: Parameters<typeof resultsDocument>[0]) =>
  resultsDocument(results).callouts.map(({mark, text}) => `${mark} ${text}`);

describe('a run until a precision', () => {
  it('looks after 20 replications, or 200 where a wait is asked about, and then ever less often', () => {
    expect(checkSizes(goals('serviceLevel=±1pt'), 100)).toEqual([20, 30, 45, 68, 100]);
    expect(checkSizes(goals('serviceLevel=±1pt', 'asa(cards)=±2%'), 400)).toEqual([200, 300, 400]);
    expect(checkSizes(goals('asa=±2%'), 50)).toEqual([50]);
  });

  it('ends where every half-width is reached, not where the scenario says', async () => {
    const results = await until(5000, ['serviceLevel(cards)=±2pt', 'abandonment=±2pt']);
    const {finished, asked} = results.replications;
    expect(finished).toBeGreaterThanOrEqual(20);
    expect(finished).toBeLessThan(1000);
    expect({asked, interrupted: results.interrupted}).toEqual({asked: finished, interrupted: false});
    for (const {reached, halfWidth} of results.precision!) {
      expect(reached).toBe(true);
      expect(halfWidth).toBeLessThanOrEqual(0.02);
    }
    expect(told(results).join('\n')).toMatch(
      /✓ serviceLevel\(cards\) known to ±[\d.]+ pt after \d+ replications \(asked ±2 pt\)/,
    );
  });

  it('ends with the budget, and says what was not reached', async () => {
    const results = await until(25, ['serviceLevel=±20pt', 'occupancy=±0.01%']);
    expect(results.replications).toEqual({asked: 25, finished: 25});
    expect(results.precision!.map(({reached}) => reached)).toEqual([true, false]);
    expect(told(results).join('\n')).toMatch(
      /≈ occupancy known to ±[\d.]+ %, asked ±0.01 %: the budget of 25 replications ended before/,
    );
  });

  it('says of a wait only after 200 replications that it is known', async () => {
    const results = await until(30, ['asa=±10m']);
    expect(results.replications.finished).toBe(30);
    expect(results.precision![0]!.reached).toBe(false);
  });

  it('gives the same bytes with any number of workers', async () => {
    const alone = await until(45, ['serviceLevel=±0.8pt']);
    expect(JSON.stringify(await until(45, ['serviceLevel=±0.8pt'], {workers: 2}))).toBe(JSON.stringify(alone));
  });

  it('keeps what is finished when it is interrupted', async () => {
    const stop = new AbortController();
    const results = await until(100_000, ['serviceLevel=±0.001pt'], {
      signal: stop.signal,
      onProgress: ({finished}) => finished > 20 && stop.abort(),
    });
    expect(results.interrupted).toBe(true);
    expect(results.replications.finished).toBeGreaterThan(20);
    expect(results.replications.asked).toBe(100_000);
    expect(told(results).join('\n')).toContain('interrupted after');
  });

  it('names every faulty figure at once', () => {
    expect(() => goals('serviceLevel(crads)=±1pt', 'asa=2')).toThrow(/did you mean "cards"[^]*a duration such as "2s"/);
  });
});
