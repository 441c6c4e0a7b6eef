import {exponential} from '../support/center.js';
import type {Expected, Family, OracleCase} from './case.js';
import {AHT, COUNTED_TOTAL, stationary} from './stationary.js';
import {tableRows, type Row} from './table.js';

/** Patience of five minutes against handle times of some three: what happened is forgotten within a few of these. */
const RELAXATION = 4;
/** A figure is compared where so many contacts make it. */
const ENOUGH = 200;
/** Every so many lines of the table are fast. */
const EVERY = 4;

function caseOf(row: Row, index: number): OracleCase {
  const minutes = row.text('aht_by_concurrency').split('|').map(Number);
  const [agents, perMinute, patience] = ['agents', 'lambda_per_min', 'patience_min'].map(column => row.number(column));
  const perAht = perMinute * minutes[0];
  const center = stationary({
    chance: `chat ${index}`,
    types: {
      chats: {
        perAht,
        channel: 'chat',
        talk: exponential(AHT),
        byConcurrency: minutes.map(each => each / minutes[0]),
        patience: exponential((patience / minutes[0]) * AHT),
        thresholdSeconds: 0,
      },
    },
    groups: {
      team: {
        count: agents,
        skills: {chats: 1},
        capacity: [{channel: 'chat', atOnce: minutes.length, interruptedBy: [], restartSeconds: 0}],
      },
    },
    relaxation: RELAXATION,
  });
  const [waits, abandons] = [row.number('P_all_slots_busy'), row.number('P_abandon')];
  const reading = (measure: 'abandonment' | 'serviceLevelOverOffered' | 'meanQueueLength' | 'occupancy' | 'slotOccupancy') =>
    ({measure, at: COUNTED_TOTAL}) as const;
  const expected: readonly Expected[] = [
    {figure: 'answered at once, of offered', exact: 1 - waits, reading: reading('serviceLevelOverOffered')},
    ...(abandons * center.contacts >= ENOUGH
      ? [{figure: 'abandonment', exact: abandons, reading: reading('abandonment')}]
      : []),
    {figure: 'mean queue length', exact: row.number('E_queue'), reading: reading('meanQueueLength')},
    {figure: 'slot occupancy', exact: row.number('slot_occupancy'), reading: reading('slotOccupancy')},
    {figure: 'occupancy', exact: row.number('agent_busy_fraction'), reading: reading('occupancy')},
  ];
  return {
    name: `${agents} agents, handle time ${minutes.join(', ')} min with 1, 2 … chats, ${perMinute} a minute, patience ${patience} min`,
    scenario: center.scenario,
    slow: index % EVERY !== 0,
    expected,
  };
}

export const chat: Family = {
  title: 'Chat: several contacts at once',
  source: 'chat_least_loaded_exact.csv',
  about:
    'Agents who hold up to two, three or four chats, each of which goes on more slowly the more there are; a chat goes to the agent with the ' +
    'fewest and stays there. Exact: the stationary distribution of the numbers of agents by load. All are judged at T = 0 s.',
  notCompared: 'Abandonment so rare that fewer than 200 of the simulated contacts would abandon.',
  cases: tableRows('chat_least_loaded_exact.csv').map(caseOf),
};
