import type {Redial} from '../../src/scenario/scenario.js';
import {exponential} from '../support/center.js';
import type {Expected, Family, OracleCase} from './case.js';
import {AHT, COUNTED_TOTAL, countedType, relaxationOf, stationary} from './stationary.js';
import {tableRows, type Row} from './table.js';

const EVERY = 8;

/**
 * Relaxation time in mean handle times. Customers who will call again keep a bad moment alive: by at most 0.7 of their
 * mean delay, in proportion, as the second eigenvalue of the chain tells for each line of the table.
 */
const relaxation = (agents: number, load: number, retrialRate: number): number =>
  relaxationOf(agents, load, 0) * (1 + 0.7 / retrialRate);

/** Redials have a contact type of their own, beside that of first attempts: so the two meet the same lines and are told apart. */
function caseOf(row: Row, index: number): OracleCase {
  const [agents, perAht, rate, persistence] = ['n', 'lambda', 'retrial_rate', 'persistence'].map(column =>
    row.number(column),
  );
  const redial: Redial = {probability: persistence, after: exponential(AHT / rate), atMost: null, as: 1};
  const name = `${agents} agents, as many lines, ρ ${(perAht / agents).toFixed(2)}, ${persistence * 100} % of the blocked call again after ${Number((1 / rate).toPrecision(3))} AHT`;
  const {scenario, stretch} = stationary({
    chance: `retrials ${name}`,
    types: {first: {perAht, talk: exponential(AHT), redial}, again: {perAht: 0, talk: exponential(AHT), redial}},
    groups: {team: {count: agents, skills: {first: 1, again: 1}}},
    lines: agents,
    relaxation: relaxation(agents, perAht, rate),
  });
  const expected: readonly Expected[] = [
    {
      figure: 'blocked, of first attempts',
      exact: row.number('P_block_fresh'),
      reading: {counts: ['blocked'], over: ['created'], at: countedType('first')},
    },
    {
      figure: 'blocked, of all attempts',
      exact: row.number('P_block_any_attempt'),
      reading: {counts: ['blocked'], over: ['created'], at: COUNTED_TOTAL},
    },
    {
      figure: 'redials',
      exact: rate * row.number('E_orbit') * stretch,
      reading: {measure: 'redialled', at: COUNTED_TOTAL},
    },
    {figure: 'occupancy', exact: row.number('occupancy'), reading: {measure: 'occupancy', at: COUNTED_TOTAL}},
  ];
  return {name, scenario, slow: index % EVERY !== 0, expected};
}

export const retrials: Family = {
  title: 'Blocked customers who call again',
  source: 'retrial_mmnn.csv',
  about:
    'As many lines as agents, so that nobody waits: whoever finds them all taken is blocked, and with a probability calls again after an exponential time, as often as it takes. ' +
    'Exact: the chain of busy agents and of customers who will call again, cut where next to nobody is. The mean number of the latter is compared by the redials that come from them.',
  notCompared: 'Nothing: every column is.',
  cases: tableRows('retrial_mmnn.csv').map(caseOf),
};
