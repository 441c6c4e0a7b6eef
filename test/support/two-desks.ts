import type {Scenario} from '../../src/scenario/scenario.js';
import {centerWith, exponential, steady} from './center.js';

/** A busy morning at two desks with impatient customers who redial: every figure of the results has something to show. */
export function twoDesks(run: Partial<Scenario['run']> = {}, perHour = 120): Scenario {
  const seconds = 4 * 3600;
  const objective = {share: 0.8, thresholdSeconds: 20, definition: 'excluding-abandons'} as const;
  return centerWith({
    types: {
      cards: {
        arrivals: steady(perHour / 3600, seconds),
        talk: exponential(180),
        wrapUp: exponential(30),
        patience: exponential(120),
        objective,
        redial: {probability: 0.4, after: exponential(300), atMost: 3},
      },
      loans: {arrivals: steady(perHour / 7200, seconds), talk: exponential(300), patience: exponential(200), objective},
    },
    groups: {
      first: {count: Math.ceil(perHour / 20), skills: {cards: 1}},
      second: {count: Math.ceil(perHour / 20), skills: {cards: 2, loans: 1}},
    },
    clock: {daySeconds: seconds, intervalSeconds: 1800},
    run: {replications: 12, seed: '7', ...run},
  });
}
