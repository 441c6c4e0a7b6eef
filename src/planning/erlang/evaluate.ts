import {blendedQueue} from '../../analytic/blending.js';
import {chatQueue} from '../../analytic/chat.js';
import {erlangA, impatientQueue} from '../../analytic/erlang-a.js';
import {erlangB} from '../../analytic/erlang-b.js';
import {erlangC, idleQueue} from '../../analytic/erlang-c.js';
import {erlangX} from '../../analytic/erlang-x.js';
import type {QueueFigures, QueueOutcome, Unstable} from '../../analytic/figures.js';
import {queue} from '../../analytic/required-agents.js';
import type {Case} from './case.js';

/** What some formulas know beyond the figures of a queue. */
export interface MoreFigures {
  readonly slotOccupancy?: number;
  readonly meanChatsHeld?: number;
  /** Outbound calls a second. */
  readonly outboundRate?: number;
  /** Attempts a second. */
  readonly totalRate?: number;
  readonly lostFinally?: number;
}

/** Figures of any formula of the calculator. */
export type CaseOutcome = (QueueFigures & MoreFigures) | Unstable;

/** The three that may be unknown. */
export interface Amounts {
  readonly arrivalRate: number;
  readonly aht: readonly number[];
  readonly agents: number;
}

/** One formula with all it needs. */
export function evaluate(given: Case, {arrivalRate, aht, agents}: Amounts): CaseOutcome {
  const {threshold, formula, balking, lines, redial, reconnect} = given;
  const base = {arrivalRate, aht: aht[0], agents, threshold};
  const patience = given.patience ?? undefined;
  const mean = patience?.kind === 'exponential' ? patience.mean : undefined;
  if (arrivalRate === 0) return formula === 'blend' ? outboundOnly(given, aht[0], agents) : idleQueue();
  switch (formula) {
    case 'b':
      return lossFigures(arrivalRate * aht[0], agents);
    case 'c':
      return erlangC(base);
    case 'a':
      if (patience === undefined) return queue({...base, balking});
      return mean === undefined
        ? impatientQueue({...base, patience, balking})
        : erlangA({...base, patience: mean, balking});
    case 'x':
      if (agents === 0) return {outcome: 'unstable', offeredLoad: arrivalRate * aht[0], agents, agentsToBeStable: 1};
      return erlangX({...base, patience: mean ?? patience, balking, lines: lines ?? undefined, redial, reconnect});
    case 'chat':
      if (agents === 0) return {outcome: 'unstable', offeredLoad: arrivalRate * aht[0], agents, agentsToBeStable: 1};
      return chatQueue({arrivalRate, ahtByConcurrency: aht, agents, patience: mean, threshold});
    case 'blend':
      if (agents < Math.max(1, given.keepIdle))
        return {
          outcome: 'unstable',
          offeredLoad: arrivalRate * aht[0],
          agents,
          agentsToBeStable: Math.max(1, given.keepIdle),
        };
      return blendedQueue({...base, keptIdle: given.keepIdle, patience: mean});
  }
}

/** Blending with nobody who calls: whoever need not be kept idle dials. */
function outboundOnly({keepIdle}: Case, aht: number, agents: number): CaseOutcome {
  const dialling = Math.max(0, agents - keepIdle);
  return {...idleQueue(), occupancy: agents > 0 ? dialling / agents : 0, outboundRate: dialling / aht};
}

/** Erlang B in the shape of a queue in which nobody waits. */
function lossFigures(offeredLoad: number, agents: number): QueueOutcome {
  const {blocking, occupancy} = erlangB({offeredLoad, agents});
  const answered = 1 - blocking;
  return {
    outcome: 'stable',
    offeredLoad,
    waitProbability: 0,
    logWaitProbability: Number.NEGATIVE_INFINITY,
    abandonment: 0,
    blocking,
    meanWait: 0,
    asa: blocking < 1 ? 0 : null,
    meanWaitOfAbandoned: null,
    meanVirtualWait: null,
    occupancy,
    meanQueueLength: 0,
    serviceLevel: {
      excludingAbandons: answered,
      overOffered: answered,
      overAnswered: blocking < 1 ? 1 : 0,
      abandonsMet: answered,
      virtual: answered,
    },
    notInTime: blocking,
  };
}
