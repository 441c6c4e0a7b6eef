import {exponential} from '../support/center.js';
import type {Family, OracleCase} from './case.js';
import {lawOf} from './laws.js';
import {expectedOfQueue} from './one-queue.js';
import {AHT, stationary} from './stationary.js';
import {tableRows, type Row} from './table.js';

/** In mean handle times; patience is as long as a handle time in every line, and its longest part 1.6 times that. */
const RELAXATION = 4;

/** Lines in which every law stands once; of the rest every second one is fast. */
const FAST_LINES = 10;

const WORDS: Readonly<Record<string, string>> = {
  det: 'constant', unif: 'uniform', erl2: 'Erlang-2', hyper2: 'hyperexponential', logn: 'lognormal', weib: 'Weibull',
  mix0exp: 'exponential, and some never wait',
};

function caseOf(row: Row, index: number): OracleCase {
  const agents = row.number('n');
  const perAht = row.number('lambda');
  const law = row.text('patience_kind');
  const parameters = row.text('patience_params').split('|').map(Number);
  // an atom at 0: customers who leave at once when they would have to wait
  const [balking, patience] = law === 'mix0exp' ? [parameters[0], lawOf('exp', [parameters[1]])] : [0, lawOf(law, parameters)];
  const atOnce = index % 4 === 3;
  const threshold = atOnce ? 0 : row.number('t');
  const name = `${agents} agents, ρ ${(perAht / agents).toFixed(2)}, patience ${WORDS[law]} (${parameters.join(', ')}), T ${Number(threshold.toPrecision(2))} AHT`;
  const center = stationary({
    chance: `general patience ${name}`,
    types: {
      calls: {
        perAht, talk: exponential(AHT), patience, thresholdSeconds: threshold * AHT,
        balk: balking === 0 ? null : {probability: balking, queueOver: EVEN_AN_EMPTY_QUEUE, expectedWaitOver: null},
      },
    },
    groups: {team: {count: agents, skills: {calls: 1}}},
    relaxation: RELAXATION,
    contacts: agents >= 200 ? 1_000_000 : 300_000,
  });
  const balk = balking * row.number('P_wait');
  const abandon = row.number('P_abandon') - balk;
  return {
    name,
    scenario: center.scenario,
    slow: agents >= 200 || (index >= FAST_LINES && index % 4 !== 0),
    expected: expectedOfQueue(
      {
        perAht,
        abandon,
        abandonWithin: atOnce ? 0 : row.number('p_abandon_within_t') - balk,
        within: atOnce ? 1 - row.number('P_wait') : row.number('sl_answered_in_t_over_offered'),
        waitAll: row.number('E_wait_all'),
        waitServed: row.number('E_wait_served'),
        occupancy: row.number('occupancy'),
        balk,
      },
      center,
    ),
  };
}

/** Balking starts above so many waiting: with none as well. */
const EVEN_AN_EMPTY_QUEUE = -1;

export const generalPatience: Family = {
  title: 'Patience of any shape',
  source: 'mmn_g_patience.csv',
  about:
    'M/M/n+G: constant, uniform, Erlang, hyperexponential, lognormal and Weibull patience with a mean of one handle time (the last 1.05), and exponential patience where ' +
    'a share p of those who would have to wait leaves at once. Exact: quadrature to 15 digits (Baccelli and Hebuterne 1981; Zeltyn and Mandelbaum 2005).',
  notCompared: 'The virtual wait, as above. The table counts those who leave at once as abandoned; the results count them as balked, and the exact values are converted.',
  cases: tableRows('mmn_g_patience.csv').map(caseOf),
};
