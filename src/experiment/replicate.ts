import {Simulation} from '../engine/simulation.js';
import type {Scenario} from '../scenario/scenario.js';
import type {BinCounts} from '../statistics/bin-counts.js';
import type {CutAt} from '../statistics/batches.js';
import {Tally} from '../statistics/tally.js';
import type {OpenReplay} from '../traffic/replay-reader.js';
import {makeTrafficSource} from '../traffic/source.js';
import {makeTape} from '../traffic/tape.js';

/** What one replication found. */
export interface ReplicationOutput {
  /** Counters by (entity, interval): statistics/counters.ts. */
  readonly counters: Float64Array;
  /** (contact type × day) × DAY_STRIDE. */
  readonly days: Float64Array;
  /** Waits of answered contacts: FINE bins by contact type. */
  readonly waits: BinCounts;
  /** COARSE bins by contact type × (intervals + 1). */
  readonly intervalWaits: BinCounts;
  /** (group × contact types + type) × PAIR_STRIDE; empty where no price is known. */
  readonly pairs: Float64Array;
  /** Of each group the most agents at once, where the job told numbers of agents. */
  readonly seats: readonly number[] | undefined;
  /** Legs simulated. */
  readonly contacts: number;
  /** Where the run is cut into batches: what had been counted at the end of each but the last. */
  readonly cuts: readonly CutAt[];
}

export interface ReplicatorOptions {
  readonly openReplay: OpenReplay;
}

/**
 * Simulates the replication of this number, from its first contact to its last. What it returns is overwritten by the next.
 *
 * @param replication from 0; with the scenario's seed it fixes all chance
 * @param counts numbers of agents in place of the scenario's: by group, by cell of the horizon (`Simulation.restaff`)
 * @param onChunk called between two chunks of traffic: to let others run, or to throw and so end the replication
 * @throws UserError when a replayed log cannot be read; an Error when the books do not balance
 */
export type Replicator = (
  replication: number,
  onChunk?: () => Promise<void> | void,
  counts?: Int32Array,
) => Promise<ReplicationOutput>;

/** Makes what simulates replications of the scenario, one after the other, in the same memory. */
export function makeReplicator(scenario: Scenario, {openReplay}: ReplicatorOptions): Replicator {
  const {seed} = scenario.run;
  const tally = new Tally(scenario);
  const simulation = new Simulation(scenario, tally);
  const traffic = makeTrafficSource(scenario, openReplay);
  const tape = makeTape();
  return async (replication, onChunk, counts) => {
    if (counts !== undefined) simulation.restaff(counts);
    traffic.start(seed, replication);
    tally.start();
    simulation.start(seed, replication);
    try {
      for (;;) {
        // generated traffic answers at once; only a log is waited for
        const filled = traffic.fill(tape);
        if (filled !== undefined) await filled;
        if (tape.length === 0) break;
        simulation.run(tape);
        const pause = onChunk?.();
        if (pause !== undefined) await pause;
      }
    } finally {
      traffic.close();
    }
    const {legs} = simulation.finish();
    tally.finish();
    const {counters, days, waits, intervalWaits, pairs, cuts} = tally;
    const seats = counts && mostAtOnce(counts, scenario.groups.length);
    return {counters, days, waits, intervalWaits, pairs, seats, contacts: legs, cuts};
  };
}

/** By group the highest of its numbers. */
function mostAtOnce(counts: Int32Array, groups: number): readonly number[] {
  const cells = counts.length / groups;
  return Array.from({length: groups}, (_, group) =>
    counts.subarray(group * cells, (group + 1) * cells).reduce((most, count) => Math.max(most, count), 0),
  );
}
