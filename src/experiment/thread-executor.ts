import {serialize} from 'node:v8';
import {commandLine} from '../base/command-line.js';
import {commandOf} from '../scenario/origin.js';
import type {Scenario} from '../scenario/scenario.js';
import type {Executor, Job} from './jobs.js';
import type {GatheredBlock, GatherTask} from './gather.js';
import {openPool} from './pool.js';
import {jobKey} from './scenario-hash.js';

/** A scenario on its way to threads. */
export interface SentScenario {
  /** Of its engine: what it simulates, and its seed. */
  readonly key: string;
  readonly name: string;
  readonly seed: string;
  readonly bytes: SharedArrayBuffer;
  /** What simulates it from the command line; null: it was made in memory. */
  readonly command: string | null;
}

/**
 * A job as it goes to a thread. The scenario goes along as shared memory, which costs nothing; a worker that has its
 * engine already does not read it.
 */
export interface ThreadTask extends GatherTask {
  readonly scenario: SentScenario;
  readonly rivals: readonly SentScenario[];
}

/** Does jobs in worker threads; results are kept until those of all jobs before have been delivered. */
export function threadExecutor(workers: number): Executor {
  const pool = openPool<ThreadTask, GatheredBlock>({
    workerFile: new URL('./worker.js', import.meta.url),
    workers,
  });
  const sent = new WeakMap<Scenario, SentScenario>();
  const send = (scenario: Scenario): SentScenario => {
    const ready = sent.get(scenario) ?? readyToSend(scenario);
    sent.set(scenario, ready);
    return ready;
  };
  const taskOf = ({scenario, rivals = [], ...task}: Job): ThreadTask => ({
    ...task,
    scenario: send(scenario),
    rivals: rivals.map(send),
  });
  return {
    async run(jobs, {onResult, onFinished, signal}) {
      const early = new Map<number, GatheredBlock>();
      let next = 0;
      await pool.run({
        tasks: {length: jobs.length, at: job => taskOf(jobs[job]!)},
        signal,
        describe,
        // blocks of comparisons are large
        ahead: jobs.some(({rivals = []}) => rivals.length > 0) ? 2 : undefined,
        async onResult(block, job) {
          early.set(job, block);
          onFinished?.(block.replications);
          for (let ready = early.get(next); ready !== undefined; ready = early.get(next)) {
            early.delete(next);
            await onResult(ready, next++);
          }
        },
      });
      // after an interruption: those beyond a gap
      const beyondGap = [...early].sort(([a], [b]) => a - b);
      early.clear();
      for (const [job, block] of beyondGap) await onResult(block, job);
    },
    close: () => pool.close(),
  };
}

function readyToSend(scenario: Scenario): SentScenario {
  const written = serialize(scenario);
  const bytes = new SharedArrayBuffer(written.length);
  new Uint8Array(bytes).set(written);
  return {key: jobKey(scenario), name: scenario.name, seed: scenario.run.seed, bytes, command: commandOf(scenario)};
}

/** What killed its workers, so that it can be repeated. */
function describe({scenario, rivals, first, replications}: ThreadTask): string {
  const numbers = replications === 1 ? `replication ${first}` : `replications ${first} to ${first + replications - 1}`;
  const which = ['--seed', scenario.seed, '--only-replication', String(first)];
  const commands = [scenario, ...rivals].map(
    ({command}) => `${command ?? 'plimsoll simulate SCENARIO'} ${commandLine(which)}`,
  );
  return `${numbers} of ${scenario.name} (${commands.join(' or ')})`;
}
