import {Simulation} from '../../engine/simulation.js';
import type {Observer} from '../../engine/observer.js';
import type {Scenario} from '../../scenario/scenario.js';
import {makeTrafficSource} from '../../traffic/source.js';
import {makeTape} from '../../traffic/tape.js';
import {replayOf} from '../gather.js';
import {LongestWaits} from './longest-waits.js';
import {Stories} from './stories.js';
import type {Story} from './story.js';

/** Which contacts of a replication. */
export interface TraceOptions {
  /** From 0, as in replications.csv. */
  readonly replication: number;
  /** Index of a contact type, or null: `contact` is then a number among its first attempts, `worst` looks at its waits alone. */
  readonly contactType: number | null;
  /** The n-th that came, from 1; or the n that waited the longest. */
  readonly which: {readonly contact: number} | {readonly worst: number};
}

/**
 * Simulates a replication again and tells what happened to single contacts: the same contacts as in a run with this seed.
 *
 * @returns the worst first; empty when there is no such contact, or nobody waited
 * @throws UserError when a replayed log cannot be read
 */
export async function trace(scenario: Scenario, options: TraceOptions): Promise<readonly Story[]> {
  const {replication, contactType, which} = options;
  if ('contact' in which) {
    let ofType = 0;
    const stories = new Stories(scenario, (number, type) => {
      if (contactType === null) return number === which.contact;
      return type === contactType && ++ofType === which.contact;
    });
    await watch(scenario, replication, stories);
    return stories.told();
  }
  const waits = new LongestWaits(which.worst, contactType);
  await watch(scenario, replication, waits);
  const numbers = waits.numbers();
  const stories = new Stories(scenario, number => numbers.includes(number));
  await watch(scenario, replication, stories);
  const told = new Map(stories.told().map(story => [story.number, story]));
  return numbers.flatMap(number => told.get(number) ?? []);
}

async function watch(scenario: Scenario, replication: number, observer: Observer): Promise<void> {
  const {seed} = scenario.run;
  const simulation = new Simulation(scenario, observer);
  const traffic = makeTrafficSource(scenario, await replayOf(scenario)());
  const tape = makeTape();
  traffic.start(seed, replication);
  simulation.start(seed, replication);
  try {
    for (;;) {
      await traffic.fill(tape);
      if (tape.length === 0) break;
      simulation.run(tape);
    }
  } finally {
    traffic.close();
  }
  simulation.finish();
}
