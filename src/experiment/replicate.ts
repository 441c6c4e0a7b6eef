import {Simulation} from '../engine/simulation.js';
import type {Scenario} from '../scenario/scenario.js';
import {Tally} from '../statistics/tally.js';
import type {OpenReplay} from '../traffic/replay-reader.js';
import {makeTrafficSource} from '../traffic/source.js';
import {makeTape} from '../traffic/tape.js';

/** What one replication found; typed arrays only, so that it moves between threads without a copy. */
export interface ReplicationOutput {
  /** Counters by (entity, interval): statistics/counters.ts. */
  readonly counters: Float64Array;
  /** (contact type × day) × DAY_STRIDE. */
  readonly days: Float64Array;
  /** Waits of answered contacts: FINE bins by contact type. */
  readonly waits: Float64Array;
  /** COARSE bins by contact type × (intervals + 1). */
  readonly intervalWaits: Float64Array;
  /** Legs simulated. */
  readonly contacts: number;
}

export interface ReplicateOptions {
  readonly openReplay: OpenReplay;
  /** Called between two chunks of traffic: to let others run, or to throw and so end the replication. */
  readonly onChunk?: () => Promise<void> | void;
}

/**
 * Simulates one replication of the scenario from its first contact to its last.
 *
 * @param replication its number, from 0; with the scenario's seed it fixes all chance
 * @throws UserError when a replayed log cannot be read; an Error when the books do not balance
 */
export async function replicate(
  scenario: Scenario,
  replication: number,
  options: ReplicateOptions,
): Promise<ReplicationOutput> {
  const {seed} = scenario.run;
  const tally = new Tally(scenario);
  const simulation = new Simulation(scenario, {seed, replication, observer: tally});
  const traffic = makeTrafficSource(scenario, {seed, replication, openReplay: options.openReplay});
  const tape = makeTape();
  try {
    for (;;) {
      // generated traffic answers at once; only a log is waited for
      const filled = traffic.fill(tape);
      if (filled !== undefined) await filled;
      if (tape.length === 0) break;
      simulation.run(tape);
      const pause = options.onChunk?.();
      if (pause !== undefined) await pause;
    }
  } finally {
    traffic.close();
  }
  const {legs} = simulation.finish();
  tally.finish();
  const {counters, days, waits, intervalWaits} = tally;
  return {counters, days, waits, intervalWaits, contacts: legs};
}
