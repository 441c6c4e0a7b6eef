import type {ServiceLevelName} from '../../analytic/figures.js';
import type {Patience} from '../../analytic/patience.js';
import type {Targets} from '../../analytic/targets.js';

/** The formulas of the calculator. */
export const FORMULAS = ['b', 'c', 'a', 'x', 'chat', 'blend'] as const;
export type Formula = (typeof FORMULAS)[number];

/** How each formula is called, and what it is for. */
export const FORMULA_NAMES: Readonly<Record<Formula, {readonly name: string; readonly says: string}>> = {
  b: {name: 'Erlang B', says: 'nobody waits, who finds no line is lost'},
  c: {name: 'Erlang C', says: 'everybody waits, nobody abandons'},
  a: {name: 'Erlang A', says: 'customers wait, and abandon when their patience ends'},
  x: {name: 'Erlang X', says: 'limited lines, abandonment, customers who call again'},
  chat: {name: 'Erlang Chat', says: 'agents hold several chats, each slower the more there are'},
  blend: {name: 'Blending', says: 'inbound calls, with outbound work when enough agents are idle'},
};

/** What is asked of the calculator once it is read; seconds, shares from 0 to 1. Null: not given. */
export interface Case {
  readonly formula: Formula;
  /** Contacts a second. */
  readonly arrivalRate: number | null;
  /** The time that arrivals were counted in, for words: a minute in 4/min. */
  readonly countedIn: number | null;
  /** The interval of which the case is one, where it was written: 100/30m, or --interval. */
  readonly intervalSeconds: number | null;
  /** By chats at once for chat, else one. Erlang B may go without, and then counts in handle times. */
  readonly aht: readonly number[] | null;
  readonly agents: number | null;
  readonly threshold: number;
  /** The way to count the service level that is asked for, or shown. */
  readonly definition: ServiceLevelName;
  readonly targets: Targets;
  readonly patience: Patience | null;
  readonly balking: number;
  readonly lines: number | null;
  readonly redial: number;
  readonly reconnect: number;
  readonly keepIdle: number;
  /** Each of what the one before left. */
  readonly shrinkage: readonly number[];
}

/** What the answer is. */
export type Unknown = 'service' | 'agents' | 'arrivals' | 'aht';
