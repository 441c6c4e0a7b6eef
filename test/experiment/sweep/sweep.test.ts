import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {loadSweep, type WrittenSweep} from '../../../src/experiment/sweep/load-sweep.js';
import {runSweep, type SweepEntry} from '../../../src/experiment/sweep/sweep.js';
import {faultsOf} from '../../../src/report/json-schema.js';
import {sweepDocument} from '../../../src/report/documents/sweep-document.js';
import {render} from '../../../src/report/formats/render.js';
import {sweepJsonSchema} from '../../../src/report/sweep-schema.js';
import {loadScenario} from '../../../src/scenario/load.js';
import {runScenario} from '../../../src/experiment/run.js';
import {HELP_LINE} from '../../support/help-line.js';
import {folderWith} from '../../support/scenario-text.js';

const folder = folderWith({'help-line.yaml': HELP_LINE});
const file = join(folder, 'help-line.yaml');
const WRITTEN: WrittenSweep = {
  vary: ['agents.team.count=5..9:2'],
  design: 'grid',
  replications: 6,
  goal: ['serviceLevel(help) >= 85%'],
  minimise: 'cost',
};

describe('a sweep', () => {
  const loading = loadSweep(file, WRITTEN);
  const running = loading.then(({subject, search}) => runSweep(subject, {search, program: '1.2.3'}));

  it('has at every point the figures that a run of that scenario has', async () => {
    const sweep = await running;
    const alone = await runScenario(await loadScenario(file, {set: ['agents.team.count=7'], replications: 6}));
    const whole = alone.rows.filter(({interval}) => interval === null);
    const rows = sweep.rows.filter(({point}) => point === 2);
    expect(rows.map(({point: _, ...row}) => ({...row, interval: null}))).toEqual(
      whole.map(row => ({
        ...row,
        value: expect.closeTo(row.value, 9) as number,
        low: row.low === null ? null : (expect.closeTo(row.low, 6) as number),
        high: row.high === null ? null : (expect.closeTo(row.high, 6) as number),
      })),
    );
    expect(faultsOf(sweepJsonSchema(), sweep)).toEqual([]);
  });

  it('names the cheapest point that meets the goal; without prices that with the fewest agents', async () => {
    const {selection} = await running;
    expect(selection).toMatchObject({outcome: 'decided', best: [2], direction: 'minimise', objective: 'cost'});
    expect(selection!.verdicts.map(({feasible}) => feasible)).toEqual(['no', 'yes', 'yes']);
  });

  it('takes a percentile of waits as a goal, as the share of contacts that wait no longer', async () => {
    const {subject, search, shown} = await loadSweep(file, {
      vary: ['agents.team.count=5,9'],
      design: 'grid',
      replications: 6,
      goal: ['waitP90(help) <= 60s'],
    });
    const sweep = await runSweep(subject, {search});
    const waits = sweep.rows.filter(({measure, scope}) => measure === 'waitP90' && scope === 'contactType');
    expect(waits.map(({value}) => value <= 60)).toEqual([false, true]);
    expect(sweep.selection).toMatchObject({outcome: 'decided', best: [2], tolerances: [0.005]});
    const {verdicts} = sweep.selection!;
    expect(verdicts.map(({feasible}) => feasible)).toEqual(['no', 'yes']);
    expect(verdicts.map(({goals}) => goals[0])).toEqual(waits.map(({value}) => value));
    expect(sweepDocument(sweep, shown).notes.join(' ')).toContain('of a percentile half a point of the contacts');
  });

  it('is told as a sentence, a curve and the points, and as tidy CSV with a column for each factor', async () => {
    const [sweep, {shown}] = [await running, await loading];
    const text = render(sweepDocument(sweep, shown), 'terminal', {width: 90, color: false});
    expect(text).toMatch(/Least cost with serviceLevel\(help\) >= 85%: agents.team.count=7/);
    expect(text).toMatch(/★ 7 .*█/);
    const [head, first] = render(sweepDocument(sweep, shown), 'csv', {width: 80, color: false}).split('\n');
    expect(head).toBe('point,agents.team.count,measure,scope,name,value,low,high,unit');
    expect(first).toMatch(/^1,5,created,total,total,/);
  });

  it('of two factors is a map', async () => {
    const {subject, search, shown} = await loadSweep(file, {
      vary: ['agents.team.count=6,7', 'run.volume=90%,110%'],
      design: 'grid',
      replications: 2,
    });
    const text = render(sweepDocument(await runSweep(subject, {search}), shown), 'terminal', {width: 90, color: false});
    expect(text).toMatch(
      /service level: agents.team.count down, run.volume across\n.*90% +110%\n6 +\d+\.\d % +\d+\.\d %/,
    );
    expect(text).toMatch(/service level goes from \d+\.\d % at agents.team.count=6, run.volume=110%/);
  });

  it('goes on from what is kept, wherever it was stopped, and ends with the same bytes', async () => {
    const {subject, search} = await loading;
    const kept: SweepEntry[] = [];
    const whole = await runSweep(subject, {
      search,
      program: '1.2.3',
      store: {entries: [], keep: entry => kept.push(entry)},
    });
    expect(whole).toEqual(await running);
    for (const finished of [1, kept.length]) {
      const again: SweepEntry[] = [];
      const entries = JSON.parse(JSON.stringify(kept.slice(0, finished))) as SweepEntry[];
      const resumed = await runSweep(subject, {
        search,
        program: '1.2.3',
        store: {entries, keep: entry => again.push(entry)},
      });
      expect(JSON.stringify(resumed)).toBe(JSON.stringify(whole));
      expect(again).toHaveLength(kept.length - finished);
    }
  });

  it('that is interrupted says which points are finished', async () => {
    const {subject} = await loadSweep(file, {...WRITTEN, goal: [], minimise: undefined});
    const stop = new AbortController();
    const keep = (): void => stop.abort();
    const sweep = await runSweep(subject, {signal: stop.signal, store: {entries: [], keep}});
    expect(sweep.interrupted).toBe(true);
    expect(sweep.points.map(({finished}) => finished)).toEqual([true, false, false]);
  });

  it('of a Latin hypercube of one factor is a curve in the order of its values, each once', async () => {
    const {subject, search, shown} = await loadSweep(file, {
      vary: ['agents.team.count=5..7'],
      design: 'lhs',
      points: 5,
      replications: 1,
    });
    const sweep = await runSweep(subject, {search});
    const [curve] = sweepDocument(sweep, shown).tables;
    expect(curve!.rows.map(([value]) => value!.value)).toEqual(['5', '6', '7']);
  });

  it('names the flag that was written, not the override that came of it', async () => {
    const attempt = loadSweep(file, {...WRITTEN, vary: ['agents.taem.count=5,6']});
    await expect(attempt).rejects.toThrow('--vary agents.taem.count=5 agents.taem: expected one of team');
  });

  it.each([
    [{minimise: 'waitP90'}, 'SWP005'],
    [{goal: ['serviceLevel(hepl) >= 80%']}, 'FIG002'],
    [{vary: ['agents.taem.count=5,6']}, 'SCN050'],
    [{replications: 1}, 'SWP004'],
  ])('refuses %j with %s', async (more, code) => {
    const attempt = loadSweep(file, {...WRITTEN, ...more}).then(({subject, search}) => runSweep(subject, {search}));
    await expect(attempt).rejects.toMatchObject({problems: [{code}]});
  });
});
