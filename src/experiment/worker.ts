import {deserialize} from 'node:v8';
import type {Scenario} from '../scenario/scenario.js';
import {Engines, type KeyedScenario} from './engines.js';
import {workerFunction} from './pool.js';
import type {SentScenario, ThreadTask} from './thread-executor.js';

const engines = new Engines();

const keyed = ({key, bytes, command}: SentScenario): KeyedScenario => ({
  key,
  command,
  scenario: () => deserialize(new Uint8Array(bytes)) as Scenario,
});

/** What a worker thread does: blocks of replications of any scenario, with the engines that it has made so far. */
export const work = workerFunction(({scenario, rivals, ...task}: ThreadTask) =>
  engines.gather(keyed(scenario), rivals.map(keyed), task),
);
