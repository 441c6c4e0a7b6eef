import {exponential} from '../support/center.js';
import type {Family, OracleCase} from './case.js';
import {expectedOfQueue} from './one-queue.js';
import {AHT, COUNTED_TOTAL, relaxationOf, stationary} from './stationary.js';
import {tableRows, type Row} from './table.js';

/** Blocked contacts of one case, on average, from which on they are compared; and below which there must be none. */
const ENOUGH = 200;
const NEVER = 1e-3;
/** Every so many lines of the table are fast. */
const EVERY = 8;

/** The shares of the table are of all who call; those of the results are of the offered, who found a line. */
function caseOf(row: Row, index: number): OracleCase {
  const [agents, perAht, theta, lines] = ['n', 'lambda', 'theta', 'K'].map(column => row.number(column));
  const blocked = row.number('P_block');
  const offered = 1 - blocked;
  const atOnce = index % 3 === 2;
  const threshold = atOnce ? 0 : row.number('t');
  const name = `${agents} agents, ${lines} lines, ρ ${(perAht / agents).toFixed(2)}, patience ${Number((1 / theta).toPrecision(3))} AHT, T ${Number(threshold.toPrecision(2))} AHT`;
  const center = stationary({
    chance: `lines ${name}`,
    types: {calls: {perAht, talk: exponential(AHT), patience: exponential(AHT / theta), thresholdSeconds: threshold * AHT}},
    groups: {team: {count: agents, skills: {calls: 1}}},
    lines,
    relaxation: relaxationOf(agents, perAht, theta),
    contacts: 500_000,
  });
  const counted = {...center, contacts: center.contacts * offered};
  const abandon = row.number('P_abandon') / offered;
  const atOnceShare = (offered - row.number('P_wait_over_offered')) / offered;
  const blockedSeen = blocked * center.contacts;
  return {
    name,
    scenario: center.scenario,
    slow: agents >= 200 || index % EVERY !== 0,
    expected: [
      ...(blockedSeen >= ENOUGH || blockedSeen < NEVER
        ? [{
            figure: 'blocked, of all who call',
            exact: blocked,
            reading: {counts: ['blocked'], over: ['created'], at: COUNTED_TOTAL},
          } as const]
        : []),
      ...expectedOfQueue(
        {
          perAht: perAht * offered,
          abandon,
          abandonWithin: atOnce ? 0 : row.number('p_abandon_within_t') / offered,
          within: atOnce ? atOnceShare : row.number('sl_answered_in_t_over_offered') / offered,
          waitAll: row.number('E_queue') / (perAht * offered),
          waitServed: row.number('E_wait_served'),
          occupancy: row.number('occupancy'),
        },
        counted,
      ),
    ],
  };
}

export const limitedLines: Family = {
  title: 'One queue with a limited number of telephone lines',
  source: 'mmnk_m.csv',
  about:
    'Erlang A with K lines: whoever finds them all taken is blocked. Exact: sums over the states of the chain, checked by flow balance. ' +
    'The table divides by all who call, the results by the contacts offered, those that found a line; the exact values are converted.',
  notCompared: 'The virtual wait, as above. Blocking so rare that fewer than 200 of the simulated contacts would meet it; where less than a thousandth of a contact would, none may.',
  cases: tableRows('mmnk_m.csv').map(caseOf),
};
