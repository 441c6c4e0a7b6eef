import {describe, expect, it} from 'vitest';
import {solveMeanWaitGrid} from '../../../src/planning/erlang/mean-wait-grid.js';
import {solveMeanWait} from '../../../src/planning/erlang/mean-wait.js';
import type {MeanWaitFormula} from '../../../src/planning/erlang/mean-wait-names.js';
import {ERLANG_PROBLEMS} from '../../../src/planning/erlang/problem-codes.js';
import {readMeanWait, type MeanWaitTexts} from '../../../src/planning/erlang/read-mean-wait.js';
import {tableRows} from '../../oracles/table.js';

const figuresOf = (formula: MeanWaitFormula, texts: MeanWaitTexts) => {
  const {given, problems} = readMeanWait(formula, texts, name => ({
    file: `--${name}`,
    line: null,
    column: null,
    path: '',
  }));
  expect(problems).toEqual([]);
  return solveMeanWait(given!);
};

const near = (got: number | null, known: number): void =>
  expect(Math.abs(got! - known)).toBeLessThanOrEqual(1e-9 * Math.abs(known));

/** What the table calls shapes, as the command line calls them; its unit of time is the mean handle time. */
const SHAPES: Readonly<Record<string, string>> = {
  D: 'constant',
  E2: 'erlang-2',
  H2: 'hyperexponential(40% 0.1s, 60% 1.6s)',
};

describe('relatives of Erlang C in the calculator', () => {
  it('has the mean waits of the table, whatever the shape of handle times', () => {
    const rows = tableRows('mgn_wait.csv');
    expect(rows.length).toBeGreaterThan(30);
    for (const row of rows) {
      const shape = SHAPES[row.text('service')];
      const [one] = figuresOf('handle', {arrivals: `${row.text('a')}/1s`, aht: '1s', agents: row.text('n'), shape});
      near(one.meanWaitSeconds, row.number('E_wait_exact'));
    }
  });

  it('has the waits of the tables for priorities and for other arrivals', () => {
    for (const row of tableRows('priority_mmn_nonpreemptive.csv')) {
      const arrivals = row.text('lambdas_high_to_low');
      const classes = figuresOf('priority', {arrivals, interval: '1s', aht: '1s', agents: row.text('n')});
      const waits = row.text('mean_wait_by_class').split('|').map(Number);
      classes.forEach(({meanWaitSeconds}, index) => near(meanWaitSeconds, waits[index]));
    }
    for (const row of tableRows('gimn_wait.csv').filter(one => one.text('interarrival') !== 'H2')) {
      const shape = row.text('interarrival') === 'D' ? 'constant' : 'erlang 2';
      const [one] = figuresOf('between', {
        arrivals: row.text('lambda'),
        interval: '1s',
        aht: '1s',
        agents: row.text('n'),
        shape,
      });
      near(one.meanWaitSeconds, row.number('E_wait'));
    }
  });

  it('has the waits of Cobham by class, the most urgent first', () => {
    const [urgent, rest] = figuresOf('priority', {arrivals: '0.18/1s, 0.72/1s', aht: '1s', agents: '1'});
    near(urgent.meanWaitSeconds, 0.9 / 0.82);
    near(rest.meanWaitSeconds, 0.9 / 0.82 / 0.1);
    expect([urgent.class, rest.class]).toEqual([1, 2]);
  });

  it('has Erlang C where arrivals come by chance, and less waiting where they are regular', () => {
    const base = {arrivals: '100/30m', aht: '180s', agents: '12'};
    const [chance] = figuresOf('between', {...base, shape: 'exponential'});
    const [regular] = figuresOf('between', {...base, shape: 'erlang 4'});
    const [bursts] = figuresOf('between', {...base, shape: 'hyperexponential(40% 1s, 60% 20s)'});
    near(chance.meanWaitSeconds, chance.erlangCWaitSeconds!);
    expect(regular.meanWaitSeconds).toBeLessThan(chance.meanWaitSeconds!);
    expect(bursts.meanWaitSeconds).toBeGreaterThan(chance.meanWaitSeconds!);
  });

  it('says of a queue that grows without end that it has no wait', () => {
    const [urgent, rest] = figuresOf('priority', {arrivals: '20/30m, 200/30m', aht: '180s', agents: '11'});
    expect(urgent.meanWaitSeconds).toBeGreaterThan(0);
    expect(rest).toMatchObject({meanWaitSeconds: null, waitProbability: null, erlangCWaitSeconds: null});
  });

  it('reads the example of its explanation, and refuses the other', () => {
    const base = {arrivals: '100/30m', aht: '180s', agents: '12'};
    expect(ERLANG_PROBLEMS.ERL031.right).toContain("--arrivals 100/30m --aht 180s --agents 12 --shape 'cv 1.2'");
    expect(figuresOf('handle', {...base, shape: 'cv 1.2'})).toHaveLength(1);
    const place = (name: string) => ({file: `--${name}`, line: null, column: null, path: ''});
    expect(readMeanWait('handle', {...base, shape: 'lognormal'}, place).problems).toMatchObject([{code: 'ERL031'}]);
  });

  it('solves a grid, and tells every fault with its line', () => {
    const row = (line: number, ...cells: readonly string[]) => ({cells, line});
    const header = ['arrivals', 'agents', '#desk'];
    const shape = {aht: '180s', shape: 'cv 1.2'};
    const good = solveMeanWaitGrid('handle', 'grid.csv', header, [row(2, '100/30m', '12', 'a')], shape);
    expect(good).toMatchObject({problems: [], answers: [{cells: ['100/30m', '12', 'a'], figures: [{exact: false}]}]});
    const rows = [row(2, 'x', '12', ''), row(3, '1/min', '1.5', '')];
    const bad = solveMeanWaitGrid('between', 'grid.csv', header, rows, {aht: '3m'});
    expect(bad.problems.map(({place, code}) => `${code} ${place.line} ${place.path}`)).toEqual([
      'ERL031 2 arrivals',
      'ERL031 2 shape',
      'ERL031 3 agents',
      'ERL031 3 shape',
    ]);
    expect(solveMeanWaitGrid('handle', 'grid.csv', ['arrivls'], [], {}).problems[0].nearest).toBe('arrivals');
  });
});
