import {deserialize} from 'node:v8';
import type {Scenario} from '../scenario/scenario.js';
import {Engines} from './engines.js';
import {memoryOfBlock} from './gather.js';
import {workerFunction} from './pool.js';
import type {ThreadTask} from './thread-executor.js';

const engines = new Engines();

/** What a worker thread does: blocks of replications of any scenario, with the engines that it has made so far. */
export const work = workerFunction(
  ({scenario: {key, bytes}, ...task}: ThreadTask) =>
    engines.of(key, () => deserialize(new Uint8Array(bytes)) as Scenario)(task),
  memoryOfBlock,
);
