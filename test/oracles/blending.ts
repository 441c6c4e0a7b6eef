import {exponential} from '../support/center.js';
import type {Expected, Family, OracleCase} from './case.js';
import {AHT, COUNTED_TOTAL, countedType, relaxationOf, stationary} from './stationary.js';
import {tableRows, type Row} from './table.js';

/** The table's T is a ninth of the handle time. */
const T = AHT / 9;
const EVERY = 6;

/**
 * Inbound contacts in two types of equal volume, which wait as one but are judged at T = 0 s and at 20 s; and work without
 * end: more of it comes than can ever be done, and it waits for ever.
 */
function caseOf(row: Row, index: number): OracleCase {
  const [agents, perAht, threshold] = ['n', 'lambda_inbound', 'threshold'].map(column => row.number(column));
  const name = `${agents} agents, inbound ρ ${(perAht / agents).toFixed(2)}, work in between while more than ${threshold} are idle`;
  const inbound = {perAht: perAht / 2, talk: exponential(AHT), priority: 1};
  const {scenario} = stationary({
    chance: `blending ${name}`,
    types: {
      'judged at once': {...inbound, thresholdSeconds: 0},
      'judged at T': {...inbound, thresholdSeconds: T},
      background: {perAht: 2 * row.number('outbound_rate_per_aht') + 2, talk: exponential(AHT), priority: 2},
    },
    groups: {team: {count: agents, skills: {'judged at once': 1, 'judged at T': 1, background: 1}}},
    routing: {
      contact: ['priority', 'age'],
      reserves: threshold > 0 ? [{group: 0, keep: threshold, for: [0, 1]}] : [],
    },
    relaxation: relaxationOf(agents, perAht, 0),
    contacts: 1_000_000,
  });
  const expected: readonly Expected[] = [
    ...(threshold > 0
      ? [
          {
            figure: 'answered at once',
            exact: 1 - row.number('P_wait'),
            reading: {measure: 'serviceLevelOverOffered', at: countedType('judged at once')},
          } as const,
          {figure: 'occupancy', exact: row.number('occupancy'), reading: {measure: 'occupancy', at: COUNTED_TOTAL}} as const,
        ]
      : []),
    {
      figure: 'answered within T',
      exact: row.number('sl_t_1_9'),
      reading: {measure: 'serviceLevelOverOffered', at: countedType('judged at T')},
    },
    {
      figure: 'mean wait (ASA), s',
      exact: row.number('asa_over_aht') * AHT,
      reading: {measure: 'asa', at: countedType('judged at T')},
    },
  ];
  return {name, scenario, slow: index % EVERY !== 0, expected};
}

export const blending: Family = {
  title: 'Work between inbound contacts',
  source: 'blending_threshold.csv',
  about:
    'Inbound contacts, and work without end with the same handle time that is begun only while more than so many agents are idle: a reserve that keeps them for inbound contacts. ' +
    'Exact: the birth and death chain of busy agents, which never falls below agents less threshold.',
  notCompared:
    'The work done in between: it is the occupancy, which is compared, without the inbound load. Where no agent is kept, everybody waits and all are always busy, which leaves nothing to compare there.',
  cases: tableRows('blending_threshold.csv').map(caseOf),
};
