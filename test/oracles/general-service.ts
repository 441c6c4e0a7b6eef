import type {MeasureName} from '../../src/scenario/schema/measures.js';
import type {Expected, Family, OracleCase} from './case.js';
import {lawOf} from './laws.js';
import {AHT, COUNTED_TOTAL, relaxationOf, stationary} from './stationary.js';
import {tableRows, type Row} from './table.js';

/** Half of a 95 % interval of the normal distribution, in standard errors. */
const HALF_WIDTH = 1.959964;
/** Service that varies more than exponential service forgets more slowly. */
const CAUTION = 2;

const WORDS: Readonly<Record<string, string>> = {logn: 'lognormal', det: 'constant', hyper: 'hyperexponential', exp: 'exponential'};
const lawIn = (text: string): {readonly word: string; readonly parameters: readonly number[]} => {
  const [word = '', ...parameters] = text.split(':');
  return {word, parameters: parameters.map(Number)};
};
const inWords = (text: string): string => (text === 'inf' ? 'endless' : WORDS[lawIn(text).word]);

function caseOf(row: Row, index: number): OracleCase {
  const agents = row.number('n');
  const perAht = row.number('lambda');
  const [service, patience] = [row.text('service'), row.text('patience')];
  const law = lawIn(service);
  const mean = patience === 'inf' ? Infinity : lawIn(patience).parameters[0];
  const threshold = row.number('t');
  const name = `${agents} agents, ρ ${(perAht / agents).toFixed(2)}, ${inWords(service)} talk, ${inWords(patience)} patience`;
  const center = stationary({
    chance: `general service ${name}`,
    types: {
      calls: {
        perAht,
        talk: lawOf(law.word, law.parameters),
        thresholdSeconds: threshold * AHT,
        ...(patience !== 'inf' && {patience: lawOf(lawIn(patience).word, lawIn(patience).parameters)}),
      },
    },
    groups: {team: {count: agents, skills: {calls: 1}}},
    relaxation: CAUTION * relaxationOf(agents, perAht, 1 / mean),
    contacts: agents >= 200 || patience === 'inf' ? 2_000_000 : 500_000,
  });
  const figure = (words: string, measure: MeasureName, column: string, unit: number): Expected => ({
    figure: words,
    exact: row.number(column) * unit,
    error: (row.number(`${column}_ci95_half`) * unit) / HALF_WIDTH,
    reading: {measure, at: COUNTED_TOTAL},
  });
  return {
    name,
    scenario: center.scenario,
    slow: agents >= 200 || index % 2 === 1,
    expected: [
      ...(patience === 'inf' ? [] : [figure('abandonment', 'abandonment', 'P_abandon', 1)]),
      figure('answered within T, of offered', 'serviceLevelOverOffered', 'sl_over_offered', 1),
      figure('mean wait, s', 'meanWait', 'E_wait_all', AHT),
      figure('mean wait of the answered (ASA), s', 'asa', 'E_wait_served', AHT),
      figure('occupancy', 'occupancy', 'occupancy', 1),
    ],
  };
}

export const generalService: Family = {
  title: 'Handle times of any shape',
  source: 'sim_mgn_g.csv',
  about:
    'Lognormal (cv 1.2), constant and hyperexponential talk, with lognormal (mean 1 AHT, cv 1.5), exponential (2 AHT) or endless patience; T is 1/9 of a handle time. No formula exists. The table is another program’s ' +
    'simulation of 30 million contacts a line; z divides by both standard errors together.',
  notCompared: 'Figures that combine columns of the table: the standard error of such a combination is not known.',
  cases: tableRows('sim_mgn_g.csv').map(caseOf),
};
