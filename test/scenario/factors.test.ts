import {describe, expect, it} from 'vitest';
import {fullGrid, latinHypercube} from '../../src/experiment/sweep/design.js';
import {parseFactor} from '../../src/scenario/factors.js';

describe('what a sweep varies', () => {
  it.each([
    ['agents.team.count=20..35:5', ['20', '25', '30', '35']],
    ['agents.team.count=20..34:5', ['20', '25', '30']],
    ['run.volume=90%..110%:10%', ['90%', '100%', '110%']],
    ['run.volume=0.1..0.5:0.1', ['0.1', '0.2', '0.3', '0.4', '0.5']],
    ['contacts.help.patience=2m..3m:0.5m', ['2m', '2.5m', '3m']],
    ['routing.agent=longest-idle, random', ['longest-idle', 'random']],
    ['contacts.help.handle=lognormal(4m, cv 0.9),constant(3m)', ['lognormal(4m, cv 0.9)', 'constant(3m)']],
    ['agents.team.skills=[a, b],[a]', ['[a, b]', '[a]']],
  ])('%s has the values that it says', (text, values) => {
    expect(parseFactor(text).values).toEqual({kind: 'list', values});
  });

  it('may be a range without a step for a Latin hypercube', () => {
    expect(parseFactor('run.volume=90%..110%').values).toEqual({
      kind: 'range',
      low: 90,
      high: 110,
      unit: '%',
      whole: true,
    });
  });

  it.each(['', 'agents.team.count', 'a=', 'a=5..3:1', 'a=5..9:0', 'a=5m..9s:1m', 'a=1,,2', 'a=1,1', 'a=x..y'])(
    'is refused as %j',
    text => {
      expect(() => parseFactor(text)).toThrow(/--vary: expected/);
    },
  );
});

describe('the points of a sweep', () => {
  const count = parseFactor('agents.team.count=5..7:1');
  const volume = parseFactor('run.volume=90%,110%');

  it('are every combination of a full grid, the last factor fastest', () => {
    expect(fullGrid([count, volume])).toEqual([
      ['5', '90%'],
      ['5', '110%'],
      ['6', '90%'],
      ['6', '110%'],
      ['7', '90%'],
      ['7', '110%'],
    ]);
  });

  it('meet each part of every range once in a Latin hypercube, the same for the same seed', () => {
    const factors = [parseFactor('a=1..10'), parseFactor('b=0..1'), parseFactor('c=x,y')];
    const points = latinHypercube(factors, 10, '1');
    expect(points.map(([a]) => Number(a)).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(points.map(([, b]) => Math.min(9, Math.floor(10 * Number(b)))).sort()).toHaveLength(10);
    expect(points.filter(([, , c]) => c === 'x')).toHaveLength(5);
    expect(latinHypercube(factors, 10, '1')).toEqual(points);
    expect(latinHypercube(factors, 10, '2')).not.toEqual(points);
  });

  it('are refused when they are too many, a path comes twice, or a number is missing', () => {
    expect(() => fullGrid([parseFactor('a=1..999:1'), parseFactor('b=1..99:1')])).toThrow(/at most 10000 points/);
    expect(() => fullGrid([count, count])).toThrow(/each path once/);
    expect(() => fullGrid([parseFactor('a=1..5')])).toThrow(/a step for the grid, such as a=1..5:1/);
    expect(() => latinHypercube([count], undefined, '1')).toThrow(/--points/);
  });
});
