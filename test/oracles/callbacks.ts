import {callbackOffer, exponential} from '../support/center.js';
import type {Expected, Family, OracleCase} from './case.js';
import {AHT, COUNTED_TOTAL, relaxationOf, stationary} from './stationary.js';
import {tableRows, type Row} from './table.js';

/** A share is compared where so many contacts make it, on average. */
const ENOUGH = 200;
/** Every so many lines of the table are fast. */
const EVERY = 8;

/**
 * Relaxation time in mean handle times: what is left of a bad moment is the list of requests, which empties in some ten
 * times the mean delay at most, as the second eigenvalue of the chain tells for each line of the table.
 */
const relaxation = (agents: number, load: number, delay: number): number =>
  Math.max(relaxationOf(agents, load, 0), 10 * delay);

function caseOf(row: Row, index: number): OracleCase {
  const [agents, perAht, theta, least, accepted, reserve] = [
    'n',
    'lambda',
    'theta',
    'offer_when_queue_ge',
    'p_accept',
    'reserve',
  ].map(column => row.number(column));
  const [request, abandon, wait, delay, occupancy] = [
    'P_callback',
    'P_abandon',
    'E_voice_wait_over_offered',
    'E_callback_delay',
    'occupancy',
  ].map(column => row.number(column));
  const name = `${agents} agents, ${reserve} kept, ρ ${(perAht / agents).toFixed(2)}, patience ${1 / theta} AHT, offered behind ${least} or more, ${accepted * 100} % accept`;
  const {scenario, contacts} = stationary({
    chance: `callbacks ${name}`,
    types: {
      calls: {
        perAht,
        talk: exponential(AHT),
        patience: exponential(AHT / theta),
        callback: callbackOffer({queueOver: least - 1, accepted, reserve}),
      },
    },
    groups: {team: {count: agents, skills: {calls: 1}}},
    relaxation: relaxation(agents, occupancy * agents, delay),
    overtaking: true,
  });
  const expected: readonly Expected[] = [
    {
      figure: 'asked for a callback, of all who call',
      exact: request,
      reading: {counts: ['calledBack'], over: ['first'], at: COUNTED_TOTAL},
    },
    ...(abandon * contacts >= ENOUGH
      ? [
          {
            figure: 'abandonment',
            exact: abandon / (1 - request),
            reading: {measure: 'abandonment', at: COUNTED_TOTAL},
          } as const,
        ]
      : []),
    {figure: 'mean wait, s', exact: wait * AHT, reading: {measure: 'meanWait', at: COUNTED_TOTAL}},
    {
      figure: 'mean queue length',
      exact: wait * perAht,
      reading: {measure: 'meanQueueLength', at: COUNTED_TOTAL},
    },
    {figure: 'time until the callback, s', exact: delay * AHT, reading: {measure: 'callbackDelay', at: COUNTED_TOTAL}},
    {figure: 'occupancy', exact: occupancy, reading: {measure: 'occupancy', at: COUNTED_TOTAL}},
  ];
  return {name, scenario, slow: index % EVERY !== 0, expected};
}

export const callbacks: Family = {
  title: 'Callbacks, with agents kept for those who call',
  source: 'callback_reserve.csv',
  about:
    'Whoever finds all agents busy and so many waiting is offered a callback. Requests are dialled when nobody waits on the line and more agents are idle than are kept. ' +
    'Exact: the chain of busy agents, customers on the line and requests, cut where next to nobody is. Who asked for a callback is not among those over whom the results count abandonment; the exact value is converted.',
  notCompared: 'Nothing: every column is.',
  cases: tableRows('callback_reserve.csv').map(caseOf),
};
