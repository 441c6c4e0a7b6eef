import {describe, expect, it} from 'vitest';
import {displayWidth} from '../../../src/report/formats/text-width.js';
import {render} from '../../../src/report/formats/render.js';
import {bankDay, type BankDayWishes} from '../../support/bank-day.js';

const page = (wishes: BankDayWishes = {}, width = 100, color = false): string =>
  render(bankDay(wishes), 'terminal', {width, color});
const without = (text: string): string => text.replace(/\u001b\[\d+m/g, '');

const WIDTHS = [...Array.from({length: 61}, (_, place) => 40 + place), 110, 120, 130, 160, 200];

describe('the page on a terminal', () => {
  it('begins with the result in words', () => {
    expect(page().split('\n\n')[1]!.replace('\n', ' ')).toMatch(
      /^80\.3 % ± 0\.3 of 14,210 calls a day are answered within 20 s; 4\.1 % hang up; agents are busy 83 % of their time\.$/,
    );
  });

  it('has one line a contact type with service level and objective', () => {
    const lines = page({}, 130)
      .split('\n')
      .filter(line => /^. (accounts|cards|loans|total)  /.test(line));
    expect(lines.map(line => line.replace(/ {2,}/g, ' | '))).toEqual([
      '✓ accounts | 8,200 ± 35 | 84.2 % ± 0.3 | 80 % in 20 s | 2.8 % ± 0.2 | 0:14 ± 0.4 s | 0:43 ± 1.8 s | 3:52 ± 0.3 s',
      '✗ cards | 4,650 ± 20 | 74.2 % ± 0.4 | 80 % in 20 s | 6.1 % ± 0.3 | 0:31 ± 0.9 s | 1:36 ± 4.1 s | 5:18 ± 0.4 s',
      '≈ loans | 1,360 ± 6 | 79.8 % ± 0.3 | 80 % in 20 s | 4.9 % ± 0.3 | 0:22 ± 0.6 s | 1:08 ± 2.9 s | 7:51 ± 0.7 s',
      ' | total | 14,210 ± 60 | 80.3 % ± 0.3 | – | 4.1 % ± 0.3 | 0:20 ± 0.6 s | 1:03 ± 2.7 s | 4:43 ± 0.4 s',
    ]);
  });

  it.each([
    ['a bank day', {}],
    ['five days', {days: 5}],
    [
      'long names',
      {
        contactTypes: ['Commercial credit cards, premium customers', 'Ünïcode 日本語カスタマー', 'x'.repeat(90)],
        name: 'N'.repeat(130),
      },
    ],
    ['a long warning', {warnings: [`see ${'/very/long/path'.repeat(20)}`]}],
  ] satisfies [string, BankDayWishes][])('is never wider than the terminal: %s', (_, wishes) => {
    const results = bankDay(wishes);
    for (const width of WIDTHS) {
      for (const color of [false, true]) {
        const widest = Math.max(
          ...without(render(results, 'terminal', {width, color}))
            .split('\n')
            .map(displayWidth),
        );
        expect(widest, `at ${width} columns`).toBeLessThanOrEqual(width);
      }
    }
  });

  it('keeps all columns on one line at 80 columns', () => {
    const line = page({}, 80)
      .split('\n')
      .find(one => one.startsWith('✗ cards  '))!;
    expect(line.split(/ +/)).toEqual([
      '✗',
      'cards',
      '4,650±20',
      '74.2%±0.4',
      '80%',
      'in',
      '20s',
      '6.1%±0.3',
      '0:31±0.9s',
      '1:36±4.1s',
      '5:18',
    ]);
  });

  it('says which column a narrow terminal has no room for', () => {
    expect(page({}, 60)).toContain('Contacts (no room for AHT)');
  });

  it('stacks the figures of each contact type on a very narrow terminal', () => {
    expect(page({}, 40)).toContain(
      '✗ cards\n  offered a day  4,650 ± 20\n  service level  74.2 % ± 0.4\n  objective      80 % in 20 s\n',
    );
  });

  it('uses no color on a pipe', () => {
    expect(page()).not.toContain('\u001b');
  });

  it('says the same with and without color', () => {
    expect(without(page({}, 100, true))).toBe(page({}, 100, false));
  });

  it('colors what missed red and what was met green', () => {
    const lines = page({}, 100, true).split('\n');
    expect(lines.find(line => line.includes('✗ cards  '))).toMatch(/^\u001b\[31m/);
    expect(lines.find(line => line.includes('✓ accounts'))).toMatch(/^\u001b\[32m/);
  });

  it('marks the half-hours that miss the objective under the curve', () => {
    const lines = page().split('\n');
    const marks = lines.find(line => line.startsWith('under 80 %'))!.slice(15);
    expect(marks.indexOf('✗')).toBe(2);
    expect(marks).toHaveLength(34 + 2);
  });

  it('puts round hours above the curve, each at its interval', () => {
    const lines = page().split('\n');
    const axis = lines[lines.indexOf('Through the day') + 1]!;
    const curve = lines.find(line => line.startsWith('offered  '))!;
    expect(axis.trim().split(/ +/)).toEqual(['08:00', '10:00', '12:00', '14:00', '16:00', '18:00']);
    expect(axis.indexOf('10:00') - axis.indexOf('08:00')).toBe(8);
    expect(curve.slice(0, axis.indexOf('08:00'))).toBe('offered'.padEnd(axis.indexOf('08:00')));
    expect(curve).toContain('highest 845 at 10:30');
  });

  it('names the days of a week above the curve', () => {
    expect(page({days: 5})).toMatch(/Mon 23 .*Tue 24 .*Wed 25 .*Thu 26 .*Fri 27/);
    expect(page({days: 5})).toContain('at Mon 23 10:30');
  });

  it('lets no name steer the terminal', () => {
    expect(page({contactTypes: ['\u001b[31mred\u0007', 'b', 'c'], name: 'evil\u001b]0;title\u0007'})).not.toMatch(
      /[\u001b\u0007]/,
    );
  });

  it('ends with one newline', () => {
    expect(page()).toMatch(/[^\n]\n$/);
  });
});
