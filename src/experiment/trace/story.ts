import type {Turn} from '../../engine/observer.js';
import type {CauseName, OutcomeName} from '../../engine/outcomes.js';

/** What happened to one contact, leg after leg. Times are seconds from the start of the horizon. */
export interface Story {
  /** Number of the first attempt among all of the replication, from 1. */
  readonly number: number;
  /** Contact type of the first attempt. */
  readonly contactType: string;
  readonly legs: readonly LegStory[];
}

export interface LegStory {
  readonly contactType: string;
  readonly cause: CauseName;
  /** When it met a bot or IVR, which it does before it is offered, or is never; null: it met none. */
  readonly metBotAt: number | null;
  readonly offeredAt: number;
  /** What it met when it came; null where it came to no agents at all. */
  readonly scene: Scene | null;
  /** Seconds that it was told to expect when it had to wait; null: nothing. */
  readonly announced: number | null;
  /** Whether it was offered a callback if it had to wait. */
  readonly callbackOffered: boolean;
  readonly widenings: readonly Widening[];
  /** Agents at whom it rang and who did not answer. */
  readonly rings: readonly Ring[];
  /** The agent who served the customer before and is asked first; null: nobody is. */
  readonly knows: Person | null;
  readonly answer: Answer | null;
  /** What happened after the answer: silences and interruptions, in order of time. */
  readonly turns: readonly LegTurn[];
  readonly outcome: OutcomeName;
  /** When the contact left, or the work on it was done. */
  readonly endedAt: number;
  readonly transferredTo: string | null;
  /** Whether its agent stayed on the line until the next one answered. */
  readonly handedOver: boolean;
}

/** The agents who might take a contact, and who else wants them. */
export interface Scene {
  readonly groups: readonly GroupScene[];
  /** Contacts in service with these agents, by contact type. */
  readonly busyWith: readonly Count[];
  /** Contacts that wait already and that these agents may take, by contact type. */
  readonly waiting: readonly Count[];
}

export interface GroupScene {
  readonly group: string;
  readonly idle: number;
  readonly busy: number;
  readonly onBreak: number;
  readonly offDuty: number;
  /** Contact types for which it keeps agents idle, where this one is none of them. */
  readonly keptFor: readonly string[];
  /** The condition on which alone it takes contacts: `queue(orders) > 5`. */
  readonly joins: string | null;
}

export interface Count {
  readonly contactType: string;
  readonly contacts: number;
}

/** Other groups may take it from now on. */
export interface Widening {
  readonly at: number;
  /** Those who come in. */
  readonly scene: Scene;
  /** Those who drop out. */
  readonly leaving: readonly string[];
}

/** An agent. */
export interface Person {
  readonly group: string;
  /** Which of the group, from 1. */
  readonly agent: number;
}

export interface Ring extends Person {
  readonly at: number;
}

/** An agent's work on a contact stops or goes on. */
export interface LegTurn extends Person {
  readonly at: number;
  readonly turn: Turn;
}

export interface Answer extends Person {
  readonly at: number;
  /** Contacts that came later and that agents who might have taken it took before it, by contact type. */
  readonly overtakenBy: readonly Count[];
}
