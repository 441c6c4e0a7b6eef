import {UserError} from '../base/errors.js';
import {ReplicationFailure} from '../base/replication-failure.js';
import {Block, type BlockData} from '../statistics/block.js';
import {planStatistics} from '../statistics/plan.js';
import type {Scenario} from '../scenario/scenario.js';
import type {OpenReplay} from '../traffic/replay-reader.js';
import {inlineDeeply} from './inlining.js';
import {makeReplicator, type Replicator} from './replicate.js';

/** Consecutive replications to be gathered as one block. */
export interface GatherTask {
  readonly first: number;
  readonly replications: number;
  /** Whether each replication's numerators and denominators are wanted. */
  readonly withRecords: boolean;
}

export interface GatherHooks {
  /** Called between two chunks of traffic; a Stop thrown there ends the block with the replications it has. */
  readonly onChunk?: () => Promise<void> | void;
  /** Called after each replication. */
  readonly onFinished?: () => Promise<void> | void;
}

/** Simulates the replications of one block, in order, and returns what they add to a summary. */
export type Gather = (task: GatherTask, hooks?: GatherHooks) => Promise<BlockData>;

/** Thrown by a hook to end the work early. */
export class Stop extends Error {}

/**
 * Makes the function that simulates blocks of replications of one scenario.
 *
 * @throws (the function) UserError when a log cannot be read; ReplicationFailure when the simulation itself breaks
 */
export function gatherer(scenario: Scenario): Gather {
  inlineDeeply();
  const plan = planStatistics(scenario);
  const openReplay = replayOf(scenario);
  let replicator: Replicator | undefined;
  return async ({first, replications, withRecords}, {onChunk, onFinished} = {}) => {
    const block = new Block(plan, first, replications, withRecords);
    for (let replication = first; replication < first + replications; replication++) {
      try {
        replicator ??= makeReplicator(scenario, {openReplay: await openReplay()});
        block.add(await replicator(replication, onChunk));
        const pause = onFinished?.();
        if (pause !== undefined) await pause;
      } catch (error) {
        if (error instanceof Stop) break;
        throw told(error, scenario, replication);
      }
    }
    return block.take();
  };
}

/** What the user can mend is thrown on; anything else is told with what repeats it. */
function told(error: unknown, {name, run: {seed}}: Scenario, replication: number): unknown {
  if (error instanceof UserError) return error;
  const failure = new ReplicationFailure(error instanceof Error ? error.message : String(error), {
    scenario: name,
    seed,
    replication,
  });
  if (error instanceof Error && error.stack !== undefined) failure.stack = `${failure.message}\n${error.stack}`;
  return failure;
}

/** The reader of logs is loaded only where a contact type comes from one. */
export function replayOf({contactTypes, clock}: Scenario): () => Promise<OpenReplay> {
  const replays = contactTypes.some(({arrivals}) => arrivals.some(({kind}) => kind === 'replayed'));
  if (!replays) return () => Promise.resolve(nothingToReplay);
  return async () => {
    const {makeOpenReplay} = await import('../traffic/replay/open-replay.js');
    return makeOpenReplay(clock);
  };
}

const nothingToReplay: OpenReplay = () => {
  throw new Error('no contact type of this scenario comes from a log');
};

/** The memory of a block that moves between threads. */
export function memoryOfBlock({moments, waits, intervalWaits, records}: BlockData): readonly ArrayBufferLike[] {
  return [moments.buffer, waits.buffer, intervalWaits.buffer, ...(records === null ? [] : [records.buffer])];
}
