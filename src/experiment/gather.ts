import {Block, type BlockData} from '../statistics/block.js';
import {planStatistics} from '../statistics/plan.js';
import type {Scenario} from '../scenario/scenario.js';
import type {OpenReplay} from '../traffic/replay-reader.js';
import type {BlockTask} from './blocks.js';
import {inlineDeeply} from './inlining.js';
import {makeReplicator, type Replicator} from './replicate.js';

/** What a thread that gathers blocks is given. */
export interface GatherWork {
  readonly scenario: Scenario;
  /** Whether each replication's numerators and denominators are wanted. */
  readonly withRecords: boolean;
}

export interface GatherHooks {
  /** Called between two chunks of traffic; a Stop thrown there ends the block with the replications it has. */
  readonly onChunk?: () => Promise<void> | void;
  /** Called after each replication. */
  readonly onFinished?: () => Promise<void> | void;
}

/** Thrown by a hook to end the work early. */
export class Stop extends Error {}

/**
 * Makes the function that simulates blocks of replications of one scenario.
 *
 * @returns simulates the replications of one block, in order, and returns what they add to a summary
 */
export function gatherer({
  scenario,
  withRecords,
}: GatherWork): (task: BlockTask, hooks?: GatherHooks) => Promise<BlockData> {
  inlineDeeply();
  const plan = planStatistics(scenario);
  const openReplay = replayOf(scenario);
  let replicator: Replicator | undefined;
  return async ({first, replications}, {onChunk, onFinished} = {}) => {
    replicator ??= makeReplicator(scenario, {openReplay: await openReplay()});
    const block = new Block(plan, first, replications, withRecords);
    try {
      for (let replication = first; replication < first + replications; replication++) {
        block.add(await replicator(replication, onChunk));
        const pause = onFinished?.();
        if (pause !== undefined) await pause;
      }
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
    }
    return block.take();
  };
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
