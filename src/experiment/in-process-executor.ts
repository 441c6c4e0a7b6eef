import {performance} from 'node:perf_hooks';
import {setImmediate as turn} from 'node:timers/promises';
import {Engines, type KeyedScenario} from './engines.js';
import {commandOf} from '../scenario/origin.js';
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
  const keyed = (scenario: Scenario): KeyedScenario => {
    const key = keys.get(scenario) ?? jobKey(scenario);
    keys.set(scenario, key);
    return {key, scenario: () => scenario, command: commandOf(scenario)};
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
        onFinished: (observations: number): Promise<void> | undefined => {
          onFinished?.(observations);
          return onChunk();
        },
      };
      for (const [index, {scenario, rivals = [], ...task}] of jobs.entries()) {
        if (signal?.aborted) return;
        await onResult(await engines.gather(keyed(scenario), rivals.map(keyed), task, hooks), index);
      }
    },
    close: () => Promise.resolve(),
  };
}
