import {gatherer, memoryOfBlock, type GatherWork} from './gather.js';
import {dataOfPool, workerFunction} from './pool.js';

/** What a worker thread does: blocks of replications of the scenario that it was started with. */
export const work = workerFunction(gatherer(dataOfPool() as GatherWork), memoryOfBlock);
