import {UserError} from '../base/errors.js';
import {ReplicationFailure} from '../base/replication-failure.js';
import {cutByBatch} from '../statistics/batches.js';
import {observationsOf} from '../statistics/observed-scenario.js';
import {Block, type BlockData, type Wanted} from '../statistics/block.js';
import type {PairPlan} from '../statistics/pair-plan.js';
import {Pairing, type PairedBlock} from '../statistics/pairing.js';
import {planStatistics, type StatisticsPlan} from '../statistics/plan.js';
import type {Scenario} from '../scenario/scenario.js';
import type {OpenReplay} from '../traffic/replay-reader.js';
import {makeReplicator, type Replicator} from './replicate.js';

/** Consecutive replications to be gathered as one block. */
export interface GatherTask extends Wanted {
  /** Number of the first replication, from 0. */
  readonly first: number;
  readonly replications: number;
  /**
   * Numbers of agents in place of the scenario's, by group, by cell of the horizon: tasks that differ in them alone share an
   * engine. Either all tasks of a scenario have them or none; every group is told by numbers, with a change at every cell.
   */
  readonly counts?: Int32Array | undefined;
}

export interface GatherHooks {
  /** Called between two chunks of traffic; a Stop thrown there ends the block with the replications it has. */
  readonly onChunk?: () => Promise<void> | void;
  /** Called after each replication with the observations that it gave: itself or, where it is cut into batches, those. */
  readonly onFinished?: (observations: number) => Promise<void> | void;
}

/** What a rival's replications add to its own summary and to the comparison with the scenario. */
export interface RivalBlock {
  readonly block: BlockData;
  readonly paired: PairedBlock;
}

/** What a job adds to a summary; of its rivals, in their order, as well. */
export interface GatheredBlock extends BlockData {
  readonly rivals: readonly RivalBlock[];
}

/** Thrown by a hook to end the work early. */
export class Stop extends Error {}

/** What simulates one scenario in one thread, with all that is worked out of the scenario beforehand. */
export interface Engine {
  readonly scenario: Scenario;
  readonly plan: StatisticsPlan;
  /** @throws UserError when a log cannot be read; ReplicationFailure when the simulation itself breaks */
  readonly replicate: Replicator;
}

/**
 * Makes the engine of a scenario; it simulates only when it is asked to.
 *
 * @param command simulates the same from the command line, for who has to repeat a failure; null: none does
 */
export function makeEngine(scenario: Scenario, command: string | null): Engine {
  const openReplay = replayOf(scenario);
  let replicator: Replicator | undefined;
  return {
    scenario,
    plan: planStatistics(scenario),
    async replicate(replication, onChunk, counts) {
      try {
        replicator ??= makeReplicator(scenario, {openReplay: await openReplay()});
        return await replicator(replication, onChunk, counts);
      } catch (error) {
        throw error instanceof Stop ? error : told(error, scenario, replication, command);
      }
    },
  };
}

/** A rival's engine, and how its figures are set beside the scenario's. */
export interface RivalEngine {
  readonly engine: Engine;
  readonly pairs: PairPlan;
}

/** Simulates the replications of one block, in order, each in the scenario and then in its rivals. */
export async function gather(
  engine: Engine,
  rivals: readonly RivalEngine[],
  {first, replications, counts, ...wanted}: GatherTask,
  {onChunk, onFinished}: GatherHooks = {},
): Promise<GatheredBlock> {
  const {batchMeans} = engine.scenario.run;
  const block = new Block(engine.plan, first, replications * observationsOf(engine.scenario), wanted);
  const beside = rivals.map(rival => ({
    replicate: rival.engine.replicate,
    block: new Block(rival.engine.plan, first, replications, {withRecords: wanted.withRecords}),
    pairing: new Pairing(rival.pairs),
  }));
  try {
    for (let replication = first; replication < first + replications; replication++) {
      const output = await engine.replicate(replication, onChunk, counts);
      const outputs = [];
      for (const {replicate} of beside) outputs.push(await replicate(replication, onChunk));
      // only now: a replication counts in all of them or in none
      const observations = batchMeans === null ? [output] : cutByBatch(engine.scenario, batchMeans, output);
      for (const observation of observations) block.add(observation);
      for (const [index, rival] of beside.entries()) {
        rival.block.add(outputs[index]!);
        rival.pairing.add(block.rows, rival.block.rows);
      }
      const pause = onFinished?.(observations.length);
      if (pause !== undefined) await pause;
    }
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  return {
    ...block.take(),
    rivals: beside.map(rival => ({block: rival.block.take(), paired: rival.pairing.take()})),
  };
}

/** What the user can mend is thrown on; anything else is told with what repeats it. */
function told(error: unknown, {name, run: {seed}}: Scenario, replication: number, command: string | null): unknown {
  if (error instanceof UserError) return error;
  const failure = new ReplicationFailure(error instanceof Error ? error.message : String(error), {
    scenario: name,
    seed,
    replication,
    command,
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
