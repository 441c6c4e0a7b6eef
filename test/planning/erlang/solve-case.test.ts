import {describe, expect, it} from 'vitest';
import type {Place} from '../../../src/base/errors.js';
import {describeProblem} from '../../../src/base/errors.js';
import {FORMULAS, type Formula} from '../../../src/planning/erlang/case.js';
import {GRID_RESULTS, openGrid} from '../../../src/planning/erlang/grid.js';
import {ERLANG_PROBLEMS} from '../../../src/planning/erlang/problem-codes.js';
import {readCase, type CaseTexts} from '../../../src/planning/erlang/read-case.js';
import type {Answer} from '../../../src/planning/erlang/answer.js';
import {solveCase} from '../../../src/planning/erlang/solve-case.js';
import {erlangDocument} from '../../../src/report/documents/erlang-document.js';
import {erlangSteps} from '../../../src/report/documents/erlang-steps.js';

const flag = (name: string): Place => ({file: `--${name}`, line: null, column: null, path: ''});
const problemsOf = (formula: Formula, texts: CaseTexts): string[] =>
  readCase(formula, texts, flag).problems.map(describeProblem);
function solve(formula: Formula, texts: CaseTexts): Answer {
  const {given, problems} = readCase(formula, texts, flag);
  if (given === null) throw new Error(problems.map(describeProblem).join('\n'));
  const answer = solveCase(given);
  if (answer === null) throw new Error('out of reach');
  return answer;
}
const codes = (formula: Formula, texts: CaseTexts): string[] => solve(formula, texts).warnings.map(({code}) => code);

const half = {arrivals: '100/30m', aht: '180s', target: '80% in 20s'};

describe('the calculator', () => {
  it('finds the agents, in whole ones and exactly, and how many to schedule', () => {
    const answer = solve('c', {...half, shrinkage: '20%, 10%'});
    expect(answer).toMatchObject({unknown: 'agents', agents: 14, binding: 'serviceLevel'});
    expect(answer.exactAgents).toBeCloseTo(13.037, 3);
    expect(answer.scheduled).toMatchObject({shrinkage: expect.closeTo(0.28, 12) as number, whole: 20});
    expect(answer.around.map(({agents}) => agents)).toEqual([12, 13, 14, 15, 16]);
  });

  it('turns every answer around: the load, the handle time, the service', () => {
    const {target, ...rest} = half;
    const carried = solve('c', {aht: '180s', agents: '14', target});
    expect(carried.unknown).toBe('arrivals');
    expect(carried.arrivalRate * 1800).toBeCloseTo(108.7, 1);
    const borne = solve('c', {arrivals: '100/30m', agents: '14', target});
    const {outcome} = solve('c', {arrivals: '100/30m', aht: `${borne.aht[0]}s`, agents: '14'});
    expect(outcome).toMatchObject({notInTime: expect.closeTo(0.2, 9) as number});
    const service = solve('c', {...rest, agents: '14'});
    expect(service).toMatchObject({unknown: 'service', neededAgents: null});
    expect(service.outcome).toMatchObject({asa: expect.closeTo(7.836, 3) as number});
  });

  it('reads arrivals as people write them', () => {
    const rate = (texts: CaseTexts): number => solve('c', {...texts, aht: '3m', agents: '50'}).arrivalRate;
    expect(rate({arrivals: '4/min'})).toBeCloseTo(4 / 60, 12);
    expect(rate({arrivals: '1200 per day'})).toBeCloseTo(1200 / 86_400, 12);
    expect(rate({arrivals: '100', interval: '30m'})).toBeCloseTo(100 / 1800, 12);
  });

  it('knows each formula', () => {
    expect(solve('b', {load: '10', 'max-blocking': '1%'}).agents).toBe(18);
    expect(solve('a', {...half, patience: '5m'}).agents).toBe(13);
    expect(solve('a', {...half, patience: 'lognormal(3m, cv 1.5)'}).agents).toBe(12);
    expect(solve('blend', {...half, 'keep-idle': '2'}).outcome).toMatchObject({
      outboundRate: expect.any(Number) as number,
    });
  });

  it.each([
    ['x', {...half, patience: '1m', lines: '100', redial: '30%'}],
    ['chat', {arrivals: '4/min', aht: '3m, 3.5m, 4m', patience: '1m', target: half.target}],
    ['a', {...half, patience: 'weibull(mean 3m, shape 0.8)'}],
  ] as const)('finds the fewest agents of erlang %s: one less misses the target', (formula, texts) => {
    const {agents, around, outcome} = solve(formula, texts);
    const fewer = around.find(neighbor => neighbor.agents === agents - 1)!.outcome;
    const level = (one: typeof outcome): number => (one.outcome === 'stable' ? one.serviceLevel.excludingAbandons : 0);
    expect(level(outcome)).toBeGreaterThanOrEqual(0.8);
    expect(level(fewer)).toBeLessThan(0.8);
  });

  it('shows which target binds', () => {
    const answer = solve('c', {...half, 'max-occupancy': '65%', 'max-asa': '30s'});
    expect(answer).toMatchObject({agents: 16, binding: 'occupancy'});
    expect(answer.targets.map(({name, agents}) => [name, agents])).toEqual([
      ['serviceLevel', 14],
      ['asa', 13],
      ['occupancy', 16],
    ]);
  });

  it('says that a queue grows without end, and what would do', () => {
    const {title, headline} = erlangDocument(solve('c', {...half, agents: '9'}), false);
    expect(title).toMatch(/^Erlang C/);
    expect(headline).toBe(
      'The queue grows without end: 9 agents for a load of 10.0 Erlangs; it takes 11 to be stable at all.',
    );
  });

  it('explains the way in figures that follow from each other', () => {
    const steps = erlangSteps(solve('c', {...half, shrinkage: '30%'})).join('\n');
    expect(steps).toContain('100 contacts in 30 min × 3:00 each = 10 Erlangs');
    expect(steps).toContain('1 − 17.41 % × e^(−4 × 20 s ÷ 180 s) = 88.84 %');
    expect(steps).toContain('14 agents ÷ (1 − 0.3) = 20.00; rounded up, once, at the end: 20 to schedule');
    const abandoning = erlangSteps(solve('a', {...half, patience: '3m'})).join('\n');
    expect(abandoning).toContain('that is not their patience');
  });
});

describe('what the calculator warns of', () => {
  it('is where a formula lies', () => {
    expect(codes('c', {...half, patience: '3m'})).toEqual(['ERL021']);
    expect(codes('c', {arrivals: '100/30m', aht: '180s', agents: '10.4'})).toEqual(['ERL020']);
    expect(codes('a', {arrivals: '100/30m', aht: '180s', agents: '8', patience: '30s'})).toEqual(['ERL026']);
    expect(codes('c', {arrivals: '20/15m', aht: '12m', target: '80% in 20s'})).toEqual(['ERL025']);
    expect(codes('c', {arrivals: '4/min', aht: '3m', agents: '20'})).toEqual([]);
  });

  it('is where a target makes no sense', () => {
    expect(codes('c', {arrivals: '2/30m', aht: '90s', target: '50% in 20s'})).toEqual(['ERL022']);
    expect(codes('c', {...half, 'max-occupancy': '90%'})).toEqual(['ERL023']);
    expect(codes('c', {...half, arrivals: '1000/30m', 'max-occupancy': '90%'})).toEqual([]);
    expect(codes('chat', {arrivals: '40/h', aht: '6m, 9m, 21m', agents: '5', patience: '1m'})).toEqual(['ERL024']);
  });

  it('is explained, each with an example', () => {
    for (const [code, {title, text, wrong, right}] of Object.entries(ERLANG_PROBLEMS)) {
      expect(code).toMatch(/^ERL\d{3}$/);
      expect(Math.min(...[title, text, wrong, right].map(({length}) => length))).toBeGreaterThan(10);
    }
  });
});

describe('the examples of its explanations', () => {
  /** A command line of an explanation, as texts by flag. */
  function written(line: string): {formula: Formula; texts: CaseTexts} {
    const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(match => match[1] ?? match[2]);
    const flags = words.slice(3);
    const texts = Object.fromEntries(
      flags.flatMap((word, i) => (word.startsWith('--') ? [[word.slice(2), flags[i + 1]]] : [])),
    );
    return {formula: words[2] as Formula, texts};
  }
  const commands = Object.entries(ERLANG_PROBLEMS).filter(([, {right}]) =>
    FORMULAS.some(formula => right.startsWith(`plimsoll erlang ${formula} `)),
  );

  it.each(commands)('%s: what is right can be solved, and what is wrong brings it', (code, {wrong, right}) => {
    const good = written(right);
    expect(problemsOf(good.formula, good.texts)).toEqual([]);
    expect(solve(good.formula, good.texts).warnings.map(warning => warning.code)).not.toContain(code);
    const bad = written(wrong);
    const {given, problems} = readCase(bad.formula, bad.texts, flag);
    const found = given === null ? problems : (solveCase(given)?.warnings ?? [{code: 'ERL005'}]);
    expect(found.map(one => one.code)).toContain(code);
  });
});

describe('what the calculator cannot read', () => {
  it('is named with what would have been right', () => {
    expect(problemsOf('c', {...half, aht: '180'})).toEqual([
      '--aht: expected a duration above zero such as "180s", got "180" (did you mean "180s"?)',
    ]);
    expect(problemsOf('c', {...half, target: '80% in 20s, over ofered'})[0]).toContain(
      '(did you mean "over offered"?)',
    );
    expect(problemsOf('c', {...half, arrivals: '100'})[0]).toContain('(did you mean "100/30m"?)');
    expect(problemsOf('a', {...half, patience: 'lognorml(3m, cv 1)'})[0]).toContain('(did you mean "lognormal"?)');
    expect(problemsOf('a', {...half, patience: 'empirical(waits.csv)'})[0]).toContain('a patience that needs no file');
  });

  it('is told all at once', () => {
    expect(problemsOf('b', {load: 'x', agents: '-1', patience: '3m'})).toHaveLength(3);
  });

  it('is more than one unknown, no target, a flag of another formula, agents beyond the lines', () => {
    expect(problemsOf('c', {arrivals: '100/30m'})[0]).toContain('aht and agents are missing');
    expect(problemsOf('c', {arrivals: '100/30m', aht: '3m'})[0]).toContain("such as --target '80% in 20s'");
    expect(problemsOf('b', {load: '3', agents: '3', patience: '3m'})[0]).toContain(
      'nothing, for Erlang B does not use it',
    );
    expect(problemsOf('x', {...half, lines: '10', agents: '12'})[0]).toContain('no more agents than the 10 lines');
    expect(problemsOf('chat', {...half, agents: '2.5'})[0]).toContain('a whole number of at least 1');
  });

  it('has no answer where the lines are too few', () => {
    const {given} = readCase('x', {...half, patience: '3m', lines: '8'}, flag);
    expect(solveCase(given!)).toBeNull();
  });
});

describe('an interval in which nobody calls', () => {
  it('needs nobody by any formula, and warns of nothing', () => {
    const none = {arrivals: '0/30m', aht: '180s', target: '80% in 20s'};
    for (const formula of ['c', 'a', 'x', 'chat', 'blend'] as const)
      expect(solve(formula, none)).toMatchObject({agents: 0, unknown: 'agents', warnings: [], outcome: {occupancy: 0}});
    expect(solve('a', {...none, agents: '3'}).targets).toMatchObject([{met: true, agents: 0}]);
    expect(problemsOf('c', {arrivals: '0/30m', agents: '5', target: '80% in 20s'})[0]).toContain('arrivals above 0');
  });
});

describe('a grid', () => {
  const open = (header: readonly string[]) => openGrid('grid.csv', 'a', header, {target: '80% in 20s', patience: '3m'});
  const result = (cells: readonly string[], name: (typeof GRID_RESULTS)[number]): string | undefined =>
    cells[cells.length - GRID_RESULTS.length + GRID_RESULTS.indexOf(name)];

  it('answers each row for what it leaves open, and copies remarks', () => {
    const {grid} = open(['Arrivals', 'aht', 'agents', '#remark']);
    const agents = grid!.solve(['100/30m', '180s', '', 'morning'], 2).cells;
    expect(agents.slice(0, 4)).toEqual(['100/30m', '180s', '', 'morning']);
    expect([result(agents, 'solved-for'), result(agents, 'agents-needed')]).toEqual(['agents', '12']);
    const service = grid!.solve(['100/30m', '180s', '11', ''], 3).cells;
    expect([result(service, 'solved-for'), result(service, 'targets-met')]).toEqual(['service', 'no']);
    expect(result(grid!.solve(['10/30m', '', '4', ''], 4).cells, 'solved-for')).toBe('aht');
    expect(grid!.header).toHaveLength(agents.length);
  });

  it('names the line of what is wrong', () => {
    const {grid} = open(['arrivals', 'aht']);
    expect(grid!.solve(['100/30m', '180'], 7).problems.map(describeProblem)[0]).toMatch(
      /^grid.csv:7 aht: expected a duration/,
    );
    expect(grid!.solve(['100/30m'], 8).problems.map(describeProblem)[0]).toContain(
      'expected 2 cells as in the heading',
    );
    expect(open(['arrivals', 'agnts']).problems.map(describeProblem)[0]).toContain('(did you mean "agents"?)');
  });

  it('goes on after a row that no number of agents can meet', () => {
    const {grid} = openGrid('grid.csv', 'x', ['arrivals', 'lines'], {aht: '3m', patience: '3m', target: '80% in 20s'});
    const {cells, problems} = grid!.solve(['100/30m', '8'], 2);
    expect(problems).toEqual([]);
    expect([result(cells, 'outcome'), result(cells, 'warnings')]).toEqual(['out-of-reach', 'ERL005']);
  });
});
