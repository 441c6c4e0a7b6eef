import {describe, expect, it} from 'vitest';
import {solveMeanWaitGrid} from '../../../src/planning/erlang/mean-wait-grid.js';
import {solveMeanWaitQuestion} from '../../../src/planning/erlang/solve-mean-wait.js';
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
  return solveMeanWaitQuestion(given!)!.figures;
};

const flag = (name: string) => ({file: `--${name}`, line: null, column: null, path: ''});

const solve = (formula: MeanWaitFormula, texts: MeanWaitTexts) =>
  solveMeanWaitQuestion(readMeanWait(formula, texts, flag).given!);

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

  it('finds agents, load or handle time with which no wait is longer than asked, and nothing beyond', () => {
    const asked = {'max-asa': '10s, 60s'};
    const {given} = readMeanWait('priority', {...asked, arrivals: '20/30m, 80/30m', aht: '180s'}, flag);
    const found = solveMeanWaitQuestion(given!)!;
    expect(found).toMatchObject({unknown: 'agents', case: {agents: 12}, neededAgents: 12});
    const oneFewer = figuresOf('priority', {arrivals: '20/30m, 80/30m', aht: '180s', agents: '11'});
    expect(oneFewer.map(({meanWaitSeconds}) => meanWaitSeconds! > 60)).toEqual([false, true]);
    const load = solve('priority', {...asked, mix: '20%, 80%', aht: '180s', agents: '12'})!;
    expect(load.figures.map(({meanWaitSeconds}) => meanWaitSeconds! / 60)).toMatchObject([
      expect.any(Number),
      expect.closeTo(1, 9),
    ]);
    expect(load.case).toMatchObject({arrivalRates: [expect.closeTo(40.83 / 3600, 5), expect.closeTo(163.3 / 3600, 4)]});
    const base = {arrivals: '100/30m', 'max-asa': '30s'};
    for (const [formula, shape] of [
      ['handle', 'hyperexponential(40% 1m, 60% 4m)'],
      ['between', 'erlang 4'],
    ] as const) {
      const needed = solve(formula, {...base, shape, aht: '180s'})!.case.agents;
      const waitWith = (agents: number) =>
        figuresOf(formula, {...base, shape, aht: '180s', agents: String(agents)})[0].meanWaitSeconds;
      expect(waitWith(needed)).toBeLessThanOrEqual(30);
      expect(waitWith(needed - 1) ?? Infinity).toBeGreaterThan(30);
      near(solve(formula, {...base, shape, agents: '12'})!.figures[0].meanWaitSeconds, 30);
    }
  });

  it('asks for a longest wait, or for a mix of classes, where nothing else tells what is looked for', () => {
    const told = (formula: MeanWaitFormula, texts: MeanWaitTexts) =>
      readMeanWait(formula, texts, flag).problems.map(({place, expected}) => `${place.file} ${expected}`);
    const base = {aht: '180s', shape: 'constant'};
    expect(told('handle', {...base, arrivals: '1/min'})).toEqual([
      '--agents agents on duty, or --max-asa 30s by which to find it',
    ]);
    expect(told('handle', {...base, 'max-asa': '9s'})[0]).toContain(
      'of arrivals, aht, agents only one may be left out',
    );
    expect(told('priority', {aht: '3m', agents: '5', 'max-asa': '3s'})[0]).toContain('--mix the share of each class');
    expect(told('priority', {aht: '3m', agents: '5', 'max-asa': '3s', mix: '20%, 70%'})[0]).toContain(
      'add up to 100 %',
    );
    expect(told('priority', {arrivals: '1/min,2/min', aht: '3m', 'max-asa': '3s,4s,5s'})[0]).toContain(
      'one for each of the 2 classes',
    );
    expect(
      solve('between', {aht: '3m', agents: '1', 'max-asa': '1ms', arrivals: '9/min', shape: 'constant'})!.neededAgents,
    ).toBeGreaterThan(27);
  });

  it('solves a grid, and tells every fault with its line', () => {
    const row = (line: number, ...cells: readonly string[]) => ({cells, line});
    const header = ['arrivals', 'agents', '#desk'];
    const shape = {aht: '180s', shape: 'cv 1.2'};
    const good = solveMeanWaitGrid('handle', 'grid.csv', header, [row(2, '100/30m', '12', 'a')], shape);
    expect(good).toMatchObject({
      problems: [],
      answers: [{cells: ['100/30m', '12', 'a'], solution: {figures: [{exact: false}]}}],
    });
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
