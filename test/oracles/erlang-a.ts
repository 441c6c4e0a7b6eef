import {exponential} from '../support/center.js';
import type {Family, OracleCase} from './case.js';
import {expectedOfQueue} from './one-queue.js';
import {AHT, relaxationOf, stationary} from './stationary.js';
import {findRow, tableRows, type Row} from './table.js';

/** Lines of the table: agents, arrivals per mean handle time, patience rate. */
const FAST: readonly Line[] = [
  [1, 0.3, 2], [1, 0.8, 0.001], [1, 1, 2], [1, 1, 10], [1, 1, 200], [1, 1.2, 0.05], [1, 2, 0.5],
  [2, 1.9, 0.5], [2, 4, 0.05], [3, 2.4, 0.05], [3, 3, 2], [5, 4, 0.5], [5, 5, 0.05], [5, 10, 2],
  [10, 8, 0.5], [10, 9.5, 2], [10, 10, 200], [10, 12, 0.05], [10, 12, 10], [14, 13.3, 0.5], [14, 16.8, 2],
  [20, 19, 0.5], [20, 24, 0.5], [50, 47.5, 0.05], [50, 52.5, 0.5], [100, 80, 10], [100, 100, 0.5], [100, 105, 2],
  [200, 190, 0.5], [500, 500, 2], [1000, 1050, 2],
];
const SLOW: readonly Line[] = [
  [100, 120, 0.05], [200, 210, 0.05], [500, 475, 2], [500, 525, 0.5], [1000, 950, 0.5], [1000, 1000, 0.5],
  [1000, 1200, 10], [5000, 5250, 2], [20000, 20400, 0.5],
];
type Line = readonly [agents: number, perAht: number, theta: number];

const rows = tableRows('erlang_a.csv');
const figuresOf = (row: Row): Parameters<typeof expectedOfQueue>[0] => ({
  perAht: row.number('lambda'),
  abandon: row.number('P_abandon'),
  abandonWithin: row.number('p_abandon_within_t'),
  within: row.number('sl_answered_in_t_over_offered'),
  waitAll: row.number('E_wait_all'),
  waitServed: row.number('E_wait_served'),
  occupancy: row.number('occupancy'),
});

/** The line as a case; every third one is judged at 0 s, which tells how many are answered at once. */
function caseOf([agents, perAht, theta]: Line, slow: boolean, index: number): OracleCase {
  const row = findRow(rows, {n: agents, lambda: perAht, theta});
  const atOnce = index % 3 === 2;
  const threshold = atOnce ? 0 : row.number('t');
  const patience = 1 / theta;
  const name = `${agents} agents, ρ ${(perAht / agents).toFixed(2)}, patience ${Number(patience.toPrecision(3))} AHT, T ${Number(threshold.toPrecision(2))} AHT`;
  const center = stationary({
    chance: `erlang-a ${name}`,
    types: {calls: {perAht, talk: exponential(AHT), patience: exponential(patience * AHT), thresholdSeconds: threshold * AHT}},
    groups: {team: {count: agents, skills: {calls: 1}}},
    relaxation: relaxationOf(agents, perAht, theta),
    contacts: slow ? 2_000_000 : undefined,
  });
  const figures = figuresOf(row);
  const judged = atOnce ? {...figures, within: 1 - row.number('P_wait'), abandonWithin: 0} : figures;
  const expected = expectedOfQueue(judged, center);
  return {name, scenario: center.scenario, expected, slow};
}

export const erlangA: Family = {
  title: 'One queue of impatient customers (Erlang A)',
  source: 'erlang_a.csv',
  about:
    'Exponential handle times and patience; the exact values are birth-death sums in 240-bit arithmetic, checked against integrals. ' +
    'ρ is the offered load over the agents.',
  notCompared:
    'The virtual wait (what a customer of endless patience would wait): the simulation does not measure it. Lines where so little happens (an abandonment in a million contacts) that a simulation cannot see it.',
  cases: [...FAST.map((line, index) => caseOf(line, false, index)), ...SLOW.map((line, index) => caseOf(line, true, index))],
};
