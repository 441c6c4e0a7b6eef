import {checked} from './check.js';
import {DEFAULT_THRESHOLD, unstable} from './erlang-c.js';
import type {QueueFigures, Unstable} from './figures.js';
import {chainFigures} from './finite-queue.js';
import {inSeconds} from './limited-lines.js';

/** What Erlang Chat takes; seconds, and chats a second. */
export interface ChatOptions {
  readonly arrivalRate: number;
  /** Mean time of a chat while its agent holds one, two, … chats: one entry for each chat an agent may hold. */
  readonly ahtByConcurrency: readonly number[];
  /** Whole agents, at least 1. */
  readonly agents: number;
  /** Mean of an exponential patience, seconds; nobody abandons when left out. */
  readonly patience?: number;
  /** Seconds within which a chat is answered in time; 20 when left out. */
  readonly threshold?: number;
}

/** What Erlang Chat answers when there is a balance. */
export interface ChatFigures extends QueueFigures {
  /** Busy slots ÷ slots. */
  readonly slotOccupancy: number;
  /** Chats that agents hold, averaged over time. */
  readonly meanChatsHeld: number;
}

/**
 * Erlang Chat (Koole): agents hold several chats at once, each the slower the more there are, spread evenly over agents.
 * `occupancy` is the share of agents' time with at least one chat, `slotOccupancy` the share of busy slots.
 *
 * Chats cannot move between agents in a real center, so it is a little too good: where it says that 15.44 % abandon, the exact
 * value with the least busy agent chosen was 15.55 % (5 agents), and 1.00 % against 1.13 % at worst.
 *
 * @returns unstable when nobody abandons and chats come faster than full agents finish them
 * @throws RangeError for a number out of range
 * @see docs/explanation/methods.md#limited-lines-redials-chat-and-blending
 * @example chatQueue({arrivalRate: 4 / 60, ahtByConcurrency: [180, 210, 240], agents: 5, patience: 60})
 */
export function chatQueue(options: ChatOptions): ChatFigures | Unstable {
  const {
    arrivalRate,
    ahtByConcurrency,
    agents,
    patience = Number.POSITIVE_INFINITY,
    threshold = DEFAULT_THRESHOLD,
  } = options;
  checked('arrivalRate', arrivalRate, Number.MIN_VALUE);
  checked('patience', patience, Number.MIN_VALUE, Number.POSITIVE_INFINITY);
  checked('threshold', threshold, 0);
  if (!Number.isInteger(checked('agents', agents, 1)))
    throw new RangeError(`agents: expected a whole number, got ${agents}`);
  if (ahtByConcurrency.length === 0) throw new RangeError('ahtByConcurrency: expected at least one time');
  for (const aht of ahtByConcurrency) checked('ahtByConcurrency', aht, Number.MIN_VALUE);
  const slots = agents * ahtByConcurrency.length;
  const rate = finishing(slots, agents, ahtByConcurrency);
  const offeredLoad = arrivalRate * ahtByConcurrency[0];
  if (patience === Number.POSITIVE_INFINITY && arrivalRate >= rate)
    return unstableChat(offeredLoad, arrivalRate, agents, ahtByConcurrency);
  const {free, held, busy} = freeStates(arrivalRate, agents, ahtByConcurrency, slots);
  const figures = chainFigures({
    free: {value: free, log: 0},
    load: arrivalRate,
    rate,
    theta: 1 / patience,
    places: Number.POSITIVE_INFINITY,
    threshold,
  });
  const full = 1 - figures.free;
  const meanChatsHeld = figures.free * (free > 0 ? held / free : 0) + full * slots;
  return {
    ...inSeconds(figures, 1),
    outcome: 'stable',
    offeredLoad,
    occupancy: figures.free * (free > 0 ? busy / free : 0) + full,
    slotOccupancy: meanChatsHeld / slots,
    meanChatsHeld,
  };
}

/**
 * How many chats an agent finishes in a second with one, two, … in hand; it should not fall, for then agents would do better with fewer.
 *
 * @example chatThroughput([180, 210, 240]) // [0.0056, 0.0095, 0.0125]
 */
export const chatThroughput = (ahtByConcurrency: readonly number[]): number[] =>
  ahtByConcurrency.map((aht, i) => (i + 1) / aht);

/** Chats finished a second when agents hold so many, spread evenly. */
function finishing(chats: number, agents: number, ahtByConcurrency: readonly number[]): number {
  const each = Math.floor(chats / agents);
  const more = chats - each * agents;
  const throughput = chatThroughput(ahtByConcurrency);
  return (more > 0 ? more * throughput[each] : 0) + (each > 0 ? (agents - more) * throughput[each - 1] : 0);
}

/** States with a free slot, against the state in which the last one is taken: their weight, and what is held in them. */
function freeStates(
  arrivalRate: number,
  agents: number,
  ahtByConcurrency: readonly number[],
  slots: number,
): {free: number; held: number; busy: number} {
  let term = 1;
  let free = 0;
  let held = 0;
  let busy = 0;
  for (let chats = slots - 1; chats >= 0; chats--) {
    term *= finishing(chats + 1, agents, ahtByConcurrency) / arrivalRate;
    free += term;
    held += term * chats;
    busy += (term * Math.min(chats, agents)) / agents;
  }
  return {free, held, busy};
}

function unstableChat(
  offeredLoad: number,
  arrivalRate: number,
  agents: number,
  ahtByConcurrency: readonly number[],
): Unstable {
  const each = ahtByConcurrency.length / ahtByConcurrency[ahtByConcurrency.length - 1];
  return {...unstable(offeredLoad, agents), agentsToBeStable: Math.floor(arrivalRate / each) + 1};
}
