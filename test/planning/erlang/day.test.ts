import {describe, expect, it} from 'vitest';
import {timeVaryingQueue} from '../../../src/analytic/time-varying.js';
import {transientQueue} from '../../../src/analytic/transient-queue.js';
import {DAY_METHODS, solveDay} from '../../../src/planning/erlang/day.js';
import {readDay} from '../../../src/planning/erlang/read-day.js';
import {erlangDayDocument} from '../../../src/report/documents/erlang-day-document.js';
import {tableRows, type Row} from '../../oracles/table.js';

const HEADER = ['from', 'arrivals', 'agents'];
const FLAGS = {interval: '30m', aht: '180s', patience: '3m', target: '80% in 20s'};

const rowsOf = (...texts: readonly string[]) => texts.map((text, index) => ({cells: text.split(','), line: index + 2}));

const problemsOf = (header: readonly string[], rows: ReturnType<typeof rowsOf>, flags = {}): readonly string[] =>
  readDay('day.csv', header, rows, flags).problems.map(
    ({place: {file, line, path}, expected}) => `${file}:${line ?? ''} ${path}: ${expected}`,
  );

/** Lines of the exact table, profile by profile, of two lengths of interval. */
function profiles(): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of tableRows('nonstationary_mtmn_m.csv')) {
    const name = `${row.text('profile')} ${row.text('dt_over_aht')} ${row.text('theta')}`;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups.values()];
}

describe('a day of the calculator', () => {
  it('has the figures of the exact table, and of the library for every method', async () => {
    for (const rows of profiles()) {
      const [first] = rows;
      const length = 1000 * first.number('dt_over_aht');
      const theta = first.number('theta');
      const {read, problems} = readDay(
        'day.csv',
        HEADER,
        rows.map((row, index) => ({
          cells: [`${index}`, `${row.number('lambda') * first.number('dt_over_aht')}`, row.text('n')],
          line: index + 2,
        })),
        {interval: `${length}s`, aht: '1000s', ...(theta > 0 && {patience: `${1000 / theta}s`})},
      );
      expect(problems).toEqual([]);
      const methods = await solveDay(read!.day);
      const {day} = read!;
      const patience = day.patience === null ? {} : {patience: day.patience};
      expect(methods.map(({method}) => method)).toEqual(DAY_METHODS);
      for (const {method, intervals} of methods) {
        const known =
          method === 'transient'
            ? transientQueue({
                intervals: day.arrivalRates.map((arrivalRate, at) => ({
                  seconds: length,
                  arrivalRate,
                  aht: day.aht,
                  agents: day.agents[at],
                  ...(theta > 0 && {patience: 1000 / theta}),
                })),
              })
            : timeVaryingQueue({...day, ...patience, patience: day.patience ?? undefined, method}).map(({outcome}) =>
                outcome.outcome === 'stable' ? outcome : null,
              );
        intervals.forEach((one, at) => {
          expect(one.waitProbability, `${method} ${at}`).toBe(known[at]?.waitProbability ?? null);
          expect(one.serviceLevel, `${method} ${at}`).toBe(known[at]?.serviceLevel.excludingAbandons ?? null);
          if (method !== 'transient') return;
          const delay = rows[at].number('P_delay_arrivals');
          expect(Math.abs(one.waitProbability! - delay)).toBeLessThanOrEqual(1e-9 * delay + 1e-14);
        });
      }
    }
  });

  it('says of each method where it is not to be trusted', async () => {
    const {read} = readDay('day.csv', HEADER, rowsOf('08:00,40,7', '08:30,120,11', '09:00,40,7'), FLAGS);
    const methods = await solveDay(read!.day);
    const {callouts, headline} = erlangDayDocument({...read!, methods}, true);
    const texts = callouts.map(({text}) => text);
    expect(headline).toMatch(/^By the transient method .* at 08:30; 1 of 3 intervals misses 80 %\.$/);
    expect(texts[0]).toContain('transient: not to be trusted in 1 of 3 intervals; at 09:00: agents leave');
    expect(texts.find(text => text.startsWith('SIPP'))).toContain('the rate changes by');
    expect(texts.find(text => text.startsWith('SBC'))).toContain('knows no abandonment');
  });

  it('leaves out the transient method where agents are split or too many', async () => {
    const {read} = readDay('day.csv', HEADER, rowsOf('08:00,40,7.5'), FLAGS);
    const [transient, mol] = await solveDay(read!.day);
    expect(transient).toMatchObject({intervals: [], unable: expect.stringContaining('whole agents') as string});
    expect(mol.intervals).toHaveLength(1);
  });

  it('tells every fault of the table with its line', () => {
    expect(problemsOf(['from', 'agent'], rowsOf('08:00,4'), FLAGS)).toEqual([
      'day.csv:1 agent: columns arrivals, agents and, if wanted, from; others with a leading # are passed over',
    ]);
    expect(problemsOf(HEADER, rowsOf('08:00,x,7', '08:30,10/15m,', '09:00,10,7'), FLAGS)).toEqual([
      'day.csv:2 arrivals: arrivals such as 100/30m, 4/min or 1200/day',
      'day.csv:3 agents: agents on duty in the interval',
    ]);
    expect(problemsOf(HEADER, rowsOf('08:00,10/15m,4', '08:30,10/30m,7'), {aht: '3m'})).toEqual([
      'day.csv:3 arrivals: intervals of one length, such as 100/30m in every row, or bare numbers with --interval 30m',
    ]);
    expect(problemsOf(HEADER, rowsOf('08:00,10/15m,4'), {lines: '4'})).toHaveLength(2);
  });
});
