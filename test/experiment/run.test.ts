import {describe, expect, it} from 'vitest';
import {SOON_MS} from '../support/soon.js';
import {runScenario, type RunProgress} from '../../src/experiment/run.js';
import {twoDesks} from '../support/two-desks.js';

describe('a run of a scenario', () => {
  it('finishes every replication and says what it found, with intervals', async () => {
    const results = await runScenario(twoDesks(), {program: '1.2.3'});
    expect(results.replications).toEqual({asked: 12, finished: 12});
    expect(results.interrupted).toBe(false);
    expect(results.program).toBe('1.2.3');
    expect(results.contacts).toBeGreaterThan(12 * 4 * 150);
    const level = results.rows.find(
      ({measure, scope, interval}) => measure === 'serviceLevel' && scope === 'total' && interval === null,
    )!;
    expect(level.low).toBeLessThan(level.value);
    expect(level.high).toBeGreaterThan(level.value);
  });

  it('gives the same bytes when run again, and others with another seed', async () => {
    const once = JSON.stringify(await runScenario(twoDesks()));
    expect(JSON.stringify(await runScenario(twoDesks()))).toBe(once);
    expect(JSON.stringify((await runScenario(twoDesks({seed: '8'}))).rows)).not.toBe(
      JSON.stringify((JSON.parse(once) as {rows: unknown}).rows),
    );
  });

  it('tells how far it is and how long it will take', async () => {
    const told: RunProgress[] = [];
    await runScenario(twoDesks(), {onProgress: progress => told.push(progress)});
    expect(told[0]).toEqual({finished: 0, total: 12, secondsLeft: null});
    expect(told.at(-1)).toEqual({finished: 12, total: 12, secondsLeft: 0});
    expect(told.map(({finished}) => finished)).toEqual(Array.from({length: 13}, (_, finished) => finished));
  });

  it('hands over the lines of replications.csv in order of replication, which add up to the results', async () => {
    let text = '';
    const results = await runScenario(twoDesks(), {onReplications: lines => void (text += lines)});
    const rows = text
      .trimEnd()
      .split('\n')
      .map(line => line.split(','));
    expect([...new Set(rows.map(([replication]) => replication))]).toEqual(
      Array.from({length: 12}, (_, replication) => String(replication)),
    );
    const asa = rows.filter(
      ([, scope, name, measure]) => scope === 'contactType' && name === 'cards' && measure === 'asa',
    );
    const sum = (column: number): number => asa.reduce((total, row) => total + Number(row[column]), 0);
    const row = results.rows.find(
      ({measure, name, scope, interval}) =>
        measure === 'asa' && scope === 'contactType' && name === 'cards' && interval === null,
    )!;
    expect(sum(4) / sum(5)).toBeCloseTo(row.value, 9);
  });

  it('reports the replications that finished when it is interrupted', async () => {
    const stop = new AbortController();
    const results = await runScenario(twoDesks({replications: 100_000}), {
      signal: stop.signal,
      onProgress: ({finished}) => {
        if (finished === 5) stop.abort();
      },
    });
    expect(results.interrupted).toBe(true);
    expect(results.replications.asked).toBe(100_000);
    expect(results.replications.finished).toBeGreaterThanOrEqual(5);
    expect(results.replications.finished).toBeLessThan(2000);
    expect(results.rows.length).toBeGreaterThan(0);
  });

  it('can be interrupted in the middle of a long replication, at once', async () => {
    const stop = new AbortController();
    let stoppedAt = 0;
    setTimeout(() => {
      stoppedAt = performance.now();
      stop.abort();
    }, 200);
    const results = await runScenario(twoDesks({replications: 1}, 3_000_000), {
      signal: stop.signal,
      workers: 'in-process',
    });
    expect(performance.now() - stoppedAt).toBeLessThan(SOON_MS);
    expect(results).toMatchObject({interrupted: true, replications: {asked: 1, finished: 0}, rows: []});
  });
});
