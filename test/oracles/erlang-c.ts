import type {MeasureName} from '../../src/scenario/schema/measures.js';
import {exponential} from '../support/center.js';
import {TOTAL, type Expected, type Family, type OracleCase} from './case.js';
import {AHT, COUNTED_TOTAL, relaxationOf, stationary} from './stationary.js';
import {findRow, tableRows} from './table.js';

/** Lines of the table: agents, offered load. */
const LINES = [
  [1, 0.7], [1, 0.9], [3, 2.4], [5, 4], [10, 8.5], [14, 13.3], [20, 18], [50, 42.5], [75, 71.25], [100, 90], [200, 180],
] as const;
const PERCENTILES = [50, 80, 90, 95, 99] as const;
/** Percentiles come from bins as wide as 1/64 of the wait; its rounding, as a standard error. */
const ROUNDING = 1 / 64 / Math.sqrt(12);
/** A percentile is compared where the share that waits is so much above the share beyond it. */
const CLEAR = 1.3;

const rows = tableRows('erlang_c.csv');

function caseOf([agents, load]: (typeof LINES)[number]): OracleCase {
  const row = findRow(rows, {n: agents, a: load});
  const threshold = row.number('t_over_aht');
  const slow = agents >= 75;
  const name = `${agents} agents, ρ ${(load / agents).toFixed(2)}, T ${Number(threshold.toPrecision(2))} AHT`;
  const {scenario} = stationary({
    chance: `erlang-c ${name}`,
    types: {calls: {perAht: load, talk: exponential(AHT), thresholdSeconds: threshold * AHT}},
    groups: {team: {count: agents, skills: {calls: 1}}},
    relaxation: relaxationOf(agents, load, 0),
    contacts: slow ? 4_000_000 : undefined,
  });
  const figure = (words: string, measure: MeasureName, exact: number): Expected => ({
    figure: words,
    exact,
    reading: {measure, at: COUNTED_TOTAL},
  });
  const delayed = row.number('C');
  return {
    name,
    scenario,
    slow,
    expected: [
      figure('answered within T', 'serviceLevelOverOffered', row.number('service_level')),
      figure('mean wait (ASA), s', 'asa', row.number('asa_over_aht') * AHT),
      figure('mean queue length', 'meanQueueLength', row.number('Lq')),
      figure('occupancy', 'occupancy', row.number('occupancy')),
      ...PERCENTILES.filter(percent => delayed > CLEAR * (1 - percent / 100)).map(percent =>
        percentileOf(percent, (Math.log(delayed / (1 - percent / 100)) / (agents - load)) * AHT),
      ),
    ],
  };
}

/** In the results percentiles have an interval for the whole horizon only; here it holds nobody who is not counted. */
function percentileOf(percent: (typeof PERCENTILES)[number], exact: number): Expected {
  return {
    figure: `wait that ${percent} % stay under, s`,
    exact,
    error: exact * ROUNDING,
    reading: {measure: `waitP${percent}`, at: TOTAL},
  };
}

export const erlangC: Family = {
  title: 'One queue of patient customers (Erlang C)',
  source: 'erlang_c.csv',
  about:
    'The oldest formula of all: exponential handle times, nobody abandons. Exact: in 240-bit arithmetic, checked in another form. Percentiles of the wait too; ' +
    'the program takes them from a histogram whose bins are at most 1/64 of the wait wide, and z counts that rounding as an error of the known value.',
  notCompared: 'Percentiles near the share that does not wait at all, where a percentile jumps from nothing to something.',
  cases: LINES.map(caseOf),
};
