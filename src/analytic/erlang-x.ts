import {checked} from './check.js';
import type {QueueFigures, QueueOutcome, Unstable} from './figures.js';
import {limitedLines} from './limited-lines.js';
import {queue, type Workload} from './required-agents.js';

/** What Erlang X takes; seconds, and contacts a second. */
export interface ErlangXOptions extends Workload {
  readonly agents: number;
  readonly threshold?: number;
  /** Contacts in the system at most; without end when left out. With lines patience must be a mean. */
  readonly lines?: number;
  /** Share of those who abandon that call again at once; 0 when left out. */
  readonly redial?: number;
  /** Share of those who are answered that call again, their matter unresolved; below 1, 0 when left out. */
  readonly reconnect?: number;
}

/** What Erlang X answers when there is a balance: the figures of an attempt, and of a customer. */
export interface ErlangXFigures extends QueueFigures {
  /** Attempts a second: first ones, redials and reconnects. */
  readonly totalRate: number;
  /** Share of customers who never get through. */
  readonly lostFinally: number;
}

/** Doublings of the rate after which redials have no balance. */
const MOST_DOUBLINGS = 60;

/**
 * Erlang X: limited lines, patience, and customers who call again. Attempts are taken for a Poisson stream whose rate is what
 * comes first, plus the part of itself that returns.
 *
 * Koole's Erlang X reports `serviceLevel.virtual` as service level and `meanVirtualWait` as ASA. Blocked calls do not return
 * here. Redials that come later than at once bunch less than this says.
 *
 * @returns unstable where the calls that return feed themselves
 * @throws RangeError for a number out of range
 * @see docs/explanation/methods.md#limited-lines-redials-chat-and-blending
 * @example erlangX({arrivalRate: 4 / 60, aht: 180, agents: 14, patience: 60, lines: 100, redial: 0.3})
 */
export function erlangX(options: ErlangXOptions): ErlangXFigures | Unstable {
  const {redial = 0, reconnect = 0, ...rest} = options;
  checked('redial', redial, 0, 1);
  checked('aht', options.aht, Number.MIN_VALUE);
  if (!(reconnect >= 0 && reconnect < 1))
    throw new RangeError(`reconnect: expected a share of at least 0 and below 1, got ${reconnect}`);
  const at = (arrivalRate: number): QueueOutcome => attempt({...rest, arrivalRate});
  /** First attempts that so many attempts leave room for. */
  const firstOf = (rate: number): number => {
    const outcome = at(rate);
    if (outcome.outcome === 'unstable') return Number.POSITIVE_INFINITY;
    const {abandonment, blocking, occupancy} = outcome;
    const answered = ((occupancy ?? 0) * options.agents) / options.aht;
    return rate * ((1 - redial) * abandonment + blocking) + (1 - reconnect) * answered;
  };
  const {arrivalRate} = options;
  let high = arrivalRate;
  for (let step = 0; firstOf(high) < arrivalRate; step++) {
    if (step === MOST_DOUBLINGS) return selfFeeding(options);
    high *= 2;
  }
  const totalRate =
    high === arrivalRate || (redial === 0 && reconnect === 0) ? arrivalRate : balance(firstOf, arrivalRate, high);
  const outcome = at(totalRate);
  if (outcome.outcome === 'unstable') return outcome;
  const {abandonment} = outcome;
  const lostFinally = abandonment === 1 && redial === 1 ? 1 : (abandonment * (1 - redial)) / (1 - redial * abandonment);
  return {...outcome, totalRate, lostFinally};
}

/** The rate of attempts that leaves just so much room for first ones; secants kept inside a bracket (Illinois). */
function balance(firstOf: (rate: number) => number, wanted: number, most: number): number {
  let [low, high] = [Math.max(wanted, most / 2), most];
  let [below, above] = [firstOf(low) - wanted, firstOf(high) - wanted];
  for (let step = 0; step < 100 && below < 0 && above > 0; step++) {
    let rate = high - (above * (high - low)) / (above - below);
    if (!(rate > low && rate < high)) rate = (low + high) / 2;
    if (rate === low || rate === high) break;
    const value = firstOf(rate) - wanted;
    if (value === 0) return rate;
    if (value > 0) {
      [high, above] = [rate, value];
      below /= 2;
    } else {
      [low, below] = [rate, value];
      above /= 2;
    }
    if (high - low <= 2.3e-16 * high) break;
  }
  return below >= 0 ? low : high;
}

function attempt({lines, patience, balking, ...rest}: Omit<ErlangXOptions, 'redial' | 'reconnect'>): QueueOutcome {
  if (lines === undefined) return queue({...rest, patience, balking});
  if (patience !== undefined && typeof patience !== 'number')
    throw new RangeError('patience: expected a mean in seconds where lines are limited');
  if (balking !== undefined && balking > 0) throw new RangeError('balking: expected none where lines are limited');
  return limitedLines({...rest, lines, patience});
}

function selfFeeding({arrivalRate, aht, agents}: ErlangXOptions): Unstable {
  const offeredLoad = arrivalRate * aht;
  return {outcome: 'unstable', offeredLoad, agents, agentsToBeStable: Math.floor(offeredLoad) + 1};
}
