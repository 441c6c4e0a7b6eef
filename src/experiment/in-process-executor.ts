import {performance} from 'node:perf_hooks';
import {setImmediate as turn} from 'node:timers/promises';
import {Engines} from './engines.js';
import type {Scenario} from '../scenario/scenario.js';
import type {Executor} from './jobs.js';
import {Stop} from './gather.js';
import {jobKey} from './scenario-hash.js';

/** How long work in this thread may keep others waiting. */
const TURN_MILLISECONDS = 50;

/** Does jobs one after another in this thread, letting others run every so often. */
export function inProcessExecutor(): Executor {
  const engines = new Engines();
  const keys = new WeakMap<Scenario, string>();
  const keyOf = (scenario: Scenario): string => {
    const key = keys.get(scenario) ?? jobKey(scenario);
    keys.set(scenario, key);
    return key;
  };
  return {
    async run(jobs, {onResult, onFinished, signal}) {
      let lastTurn = performance.now();
      const letOthersRun = async (): Promise<void> => {
        await turn();
        lastTurn = performance.now();
        if (signal?.aborted) throw new Stop();
      };
      const onChunk = (): Promise<void> | undefined =>
        performance.now() - lastTurn > TURN_MILLISECONDS ? letOthersRun() : undefined;
      const hooks = {
        onChunk,
        onFinished: (): Promise<void> | undefined => {
          onFinished?.(1);
          return onChunk();
        },
      };
      for (const [index, {scenario, first, replications, withRecords = false}] of jobs.entries()) {
        if (signal?.aborted) return;
        const key = keyOf(scenario);
        let whole = false;
        try {
          const block = await engines.of(key, () => scenario)({first, replications, withRecords}, hooks);
          whole = block.replications === replications;
          await onResult(block, index);
        } finally {
          if (!whole) engines.drop(key);
        }
      }
    },
    close: () => Promise.resolve(),
  };
}
