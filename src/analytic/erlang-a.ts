import {checked} from './check.js';
import {DEFAULT_THRESHOLD, erlangC, idleQueue, unstable, type ErlangCOptions} from './erlang-c.js';
import type {QueueFigures, QueueOutcome} from './figures.js';
import {waitIntegrals} from './impatient-queue.js';
import {logInverseErlangB} from './inverse-erlang-b.js';
import type {Patience, PatienceLaw} from './patience.js';
import {patienceLaw, withBalking} from './patience-laws.js';

/** What Erlang A takes; seconds, and contacts a second. */
export interface ErlangAOptions extends ErlangCOptions {
  /** Mean patience, seconds; exponential. 0: nobody waits. Infinity: nobody abandons, which is Erlang C. */
  readonly patience: number;
  /** Share that leaves at once when it cannot be answered at once; 0 when left out. */
  readonly balking?: number;
}

/** What M/M/n+G takes; seconds, and contacts a second. */
export interface ImpatientQueueOptions extends ErlangCOptions {
  /** Any shape of patience. */
  readonly patience: Patience;
  /** Share that leaves at once when it cannot be answered at once; 0 when left out. */
  readonly balking?: number;
}

/**
 * Erlang A, M/M/n+M: contacts wait, and abandon when their exponential patience ends. There is a balance under any load.
 *
 * Exact for exponential handle times. Not to be trusted where patience has another shape (see `impatientQueue`: at equal
 * mean, service level can be off by ten points and more), nor inside a day whose load changes within a handle time or two.
 *
 * @throws RangeError for a negative number or none at all
 * @see docs/explanation/methods.md#erlang-a
 * @example erlangA({arrivalRate: 100 / 1800, aht: 180, agents: 14, patience: 300, threshold: 20}) // {abandonment: 0.01398…, …}
 */
export function erlangA(options: ErlangAOptions): QueueOutcome {
  const {patience, balking = 0} = options;
  if (patience === Number.POSITIVE_INFINITY && balking === 0) return erlangC(options);
  return queueOf(options, unit => withBalking(patienceLaw({kind: 'exponential', mean: patience}, unit), balking));
}

/**
 * M/M/n+G: as Erlang A, with patience of any shape: constant, exponential, lognormal, gamma, Erlang, Weibull, hyperexponential,
 * uniform, triangular, measured. Exact for exponential handle times; other handle times of the same mean move the figures
 * little as long as their coefficient of variation is not far from 1.
 *
 * @returns unstable only where a share waits for ever (`kaplan-meier`) and is too much work for the agents
 * @throws RangeError for a number that is out of range
 * @see docs/explanation/methods.md#impatience-of-any-shape
 * @example impatientQueue({arrivalRate: 0.05, aht: 180, agents: 10, patience: {kind: 'lognormal', mean: 180, cv: 1.5}})
 */
export function impatientQueue(options: ImpatientQueueOptions): QueueOutcome {
  const {patience, balking = 0} = options;
  return queueOf(options, unit => withBalking(patienceLaw(patience, unit), balking));
}

function queueOf(options: ErlangCOptions, makeLaw: (unit: number) => PatienceLaw): QueueOutcome {
  const {arrivalRate, aht, agents, threshold = DEFAULT_THRESHOLD} = options;
  checked('arrivalRate', arrivalRate, 0);
  checked('aht', aht, 0);
  checked('agents', agents, 0);
  checked('threshold', threshold, 0, Number.POSITIVE_INFINITY);
  const offeredLoad = arrivalRate * aht;
  const law = makeLaw(aht > 0 ? aht : 1);
  if (agents === 0) return withoutAgents(law, arrivalRate, aht > 0 ? aht : 1, threshold, offeredLoad);
  if (offeredLoad === 0) return idleQueue();
  if (offeredLoad * law.endless >= agents) return unstable(offeredLoad, agents, offeredLoad * law.endless);
  return figuresOf(law, offeredLoad, agents, threshold / aht, aht);
}

function figuresOf(law: PatienceLaw, load: number, agents: number, threshold: number, aht: number): QueueFigures {
  const sums = waitIntegrals(law, load, agents, threshold);
  // What counts for a contact answered at once, on the scale of the integrals; the larger of the two is made about 1.
  const logAtOnce = logInverseErlangB(agents - 1, load) - sums.peak;
  const atOnce = Math.exp(Math.min(0, logAtOnce));
  const delayed = load * Math.exp(-Math.max(0, logAtOnce));
  const total = atOnce + delayed * sums.all;
  const share = (integral: number): number => (delayed * integral) / total;
  const abandonment = share(sums.gone);
  const served = (atOnce + delayed * sums.served) / total;
  const servedInTime = (atOnce + delayed * sums.servedInTime) / total;
  const goneInTime = share(sums.goneInTime);
  const meanWait = share(sums.servedTime + sums.goneTime);
  return {
    outcome: 'stable',
    offeredLoad: load,
    waitProbability: share(sums.all),
    logWaitProbability: Math.log(load * sums.all) - Math.max(0, logAtOnce) - Math.log(total),
    abandonment,
    blocking: 0,
    meanWait: meanWait * aht,
    asa: served > 0 ? (share(sums.servedTime) / served) * aht : null,
    meanWaitOfAbandoned: sums.gone > 0 ? (sums.goneTime / sums.gone) * aht : null,
    meanVirtualWait: share(sums.wait) * aht,
    occupancy: Math.min(1, (load * served) / agents),
    meanQueueLength: load * meanWait,
    serviceLevel: {
      excludingAbandons: servedInTime / (1 - goneInTime),
      overOffered: servedInTime,
      overAnswered: served > 0 ? servedInTime / served : 1,
      abandonsMet: servedInTime + goneInTime,
      virtual: (atOnce + delayed * sums.allInTime) / total,
    },
    notInTime: share(sums.servedLate) + abandonment,
  };
}

/** Nobody is there to answer: all abandon, unless some would wait for ever. */
function withoutAgents(
  law: PatienceLaw,
  arrivalRate: number,
  unit: number,
  threshold: number,
  offeredLoad: number,
): QueueOutcome {
  if (law.endless > 0) return unstable(offeredLoad, 0, offeredLoad * law.endless);
  const out = new Float64Array(3);
  if (threshold > 0) law.at(threshold / unit, out);
  const goneInTime = threshold > 0 ? out[1] : 1 - law.atStart;
  return {
    outcome: 'stable',
    offeredLoad,
    waitProbability: 1,
    logWaitProbability: 0,
    abandonment: 1,
    blocking: 0,
    meanWait: law.mean * unit,
    asa: null,
    meanWaitOfAbandoned: law.mean * unit,
    meanVirtualWait: null,
    occupancy: null,
    meanQueueLength: arrivalRate * law.mean * unit,
    serviceLevel: {excludingAbandons: 0, overOffered: 0, overAnswered: 0, abandonsMet: goneInTime, virtual: 0},
    notInTime: 1,
  };
}
