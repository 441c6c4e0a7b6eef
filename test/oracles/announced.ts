import {exponential} from '../support/center.js';
import type {Family, OracleCase} from './case.js';
import {AHT, COUNTED_TOTAL, relaxationOf, stationary} from './stationary.js';

/** Those who stay are so much more patient that nobody hangs up. */
const PATIENT = 1e6;
/** States of the chain; further ones are next to never reached. */
const STATES = 600;

/**
 * Everybody hears Σ 1 ÷ (n + i θ) over i = 0 … j when j wait (in mean handle times), and stays with the probability that an
 * exponential patience of rate θ is longer: a birth and death chain.
 */
function caseOf([agents, load, theta]: readonly [number, number, number]): OracleCase {
  const name = `${agents} agents, ρ ${(load / agents).toFixed(2)}, patience of ${1 / theta} AHT`;
  const {scenario} = stationary({
    chance: `announced ${name}`,
    types: {
      help: {
        perAht: load,
        talk: exponential(AHT),
        patience: exponential(AHT / theta),
        announce: {
          estimator: 'queue-length',
          stepSeconds: 0,
          believed: 1,
          patienceFactor: PATIENT,
          patienceAtMost: null,
        },
      },
    },
    groups: {team: {count: agents, skills: {help: 1}}},
    relaxation: relaxationOf(agents, load, theta),
    contacts: 200_000,
  });
  const stays: number[] = [];
  let announced = 0;
  for (let waiting = 0; waiting < STATES; waiting++) {
    announced += 1 / (agents + waiting * theta);
    stays.push(Math.exp(-theta * announced));
  }
  const weights = [1];
  for (let there = 1; there < agents + STATES; there++) {
    const rate = there <= agents ? load : load * stays[there - 1 - agents];
    weights.push((weights[there - 1] * rate) / Math.min(there, agents));
  }
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (of: (there: number) => number): number =>
    weights.reduce((sum, weight, there) => sum + weight * of(there), 0) / all;
  const balked = mean(there => (there < agents ? 0 : 1 - stays[there - agents]));
  const waiting = mean(there => Math.max(0, there - agents));
  return {
    name,
    scenario,
    slow: false,
    expected: [
      {figure: 'balked', exact: balked, reading: {counts: ['balked'], over: ['offered'], at: COUNTED_TOTAL}},
      {
        figure: 'mean wait (ASA), s',
        exact: (AHT * waiting) / (load * (1 - balked)),
        reading: {measure: 'asa', at: COUNTED_TOTAL},
      },
      {
        figure: 'occupancy',
        exact: (load * (1 - balked)) / agents,
        reading: {measure: 'occupancy', at: COUNTED_TOTAL},
      },
    ],
  };
}

export const announced: Family = {
  title: 'Customers who hear how long it will take',
  source: 'announced.ts',
  about:
    'Who has to wait hears Σ 1 ÷ (n µ + i θ) over i = 0 … w, where w wait already (estimator `queue-length`), and stays with the probability that an exponential patience is longer; who stays is patient. ' +
    'Exact: a birth and death chain of the customers in the center, solved in that file.',
  notCompared:
    'The other estimators: the last wait and the head of the line make the next customer depend on the times of others.',
  cases: ([[4, 3.6, 0.5], [10, 11, 1]] as const).map(caseOf),
};
