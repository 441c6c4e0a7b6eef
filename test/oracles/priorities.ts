import {exponential} from '../support/center.js';
import type {Expected, Family, OracleCase} from './case.js';
import {AHT, countedType, COUNTED_TOTAL, relaxationOf, stationary} from './stationary.js';
import {tableRows, type Row} from './table.js';

/** A figure is compared where so many contacts make it. */
const ENOUGH = 200;
const numbers = (text: string): readonly number[] => text.split('|').map(Number);

function caseOf(row: Row, index: number): OracleCase {
  const agents = row.number('n');
  const rates = numbers(row.text('lambdas_high_to_low'));
  const waits = numbers(row.text('mean_wait_by_class'));
  const load = rates.reduce((sum, rate) => sum + rate, 0);
  const delayed = row.number('P_wait');
  const occupancy = load / agents;
  const classes = rates.map((_, index) => `class ${index + 1}`);
  const name = `${agents} agents, ρ ${occupancy.toFixed(2)}, ${rates.length} classes with ${rates.map(rate => `${Math.round((100 * rate) / load)} %`).join(', ')} of the contacts`;
  const isHard = occupancy > 0.95 || delayed < 0.01;
  const center = stationary({
    chance: `priorities ${name}`,
    types: Object.fromEntries(
      classes.map((type, index) => [type, {perAht: rates[index], talk: exponential(AHT), priority: index + 1, thresholdSeconds: 0}]),
    ),
    groups: {team: {count: agents, skills: Object.fromEntries(classes.map(type => [type, 1]))}},
    routing: {contact: ['priority', 'age']},
    relaxation: relaxationOf(agents, load, 0),
    overtaking: true,
    contacts: isHard ? 4_000_000 : 800_000,
  });
  const expected: readonly Expected[] = [
    {figure: 'answered at once', exact: 1 - delayed, reading: {measure: 'serviceLevelOverOffered', at: COUNTED_TOTAL}},
    {figure: 'mean wait of all, s', exact: row.number('mean_wait_all') * AHT, reading: {measure: 'meanWait', at: COUNTED_TOTAL}},
    ...classes.flatMap((type, index): readonly Expected[] => [
      {figure: `mean wait of ${type}, s`, exact: waits[index] * AHT, reading: {measure: 'asa', at: countedType(type)}},
      {
        figure: `mean queue length of ${type}`,
        exact: rates[index] * waits[index],
        reading: {measure: 'meanQueueLength', at: countedType(type)},
      },
    ]),
    {figure: 'occupancy', exact: occupancy, reading: {measure: 'occupancy', at: COUNTED_TOTAL}},
  ];
  return {name, scenario: center.scenario, expected: delayed * center.contacts < ENOUGH ? [] : expected, slow: isHard || index % 4 !== 0};
}

export const priorities: Family = {
  title: 'Priorities',
  source: 'priority_mmn_nonpreemptive.csv',
  about:
    'One group, contact types of different priority, nobody abandons, nobody is interrupted. Exact: Cobham (1954), checked by the conservation law.',
  notCompared: 'The variance of waits, which the table does not have.',
  cases: tableRows('priority_mmn_nonpreemptive.csv').map(caseOf).filter(({expected}) => expected.length > 0),
};
