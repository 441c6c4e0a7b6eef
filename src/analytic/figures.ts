/** Ways in which products count who was answered in time, as shares from 0 to 1 (docs/explanation/model.md, section 8). */
export interface ServiceLevels {
  /** Answered within the threshold ÷ offered, those who abandoned within the threshold left out. */
  readonly excludingAbandons: number;
  /** Answered within the threshold ÷ offered. */
  readonly overOffered: number;
  /** Answered within the threshold ÷ answered. */
  readonly overAnswered: number;
  /** Answered or gone within the threshold ÷ offered. */
  readonly abandonsMet: number;
  /** Share of contacts that would be answered within the threshold if they had endless patience; what Koole's Erlang X reports. */
  readonly virtual: number;
}

/** Names of the service levels of a formula. */
export type ServiceLevelName = keyof ServiceLevels;

/**
 * What a queue in balance gives, seen by the contacts of a long time. Durations in seconds, shares from 0 to 1. A figure
 * that nobody can observe is null: the wait of those answered where nobody is, the occupancy of no agents.
 */
export interface QueueFigures {
  readonly outcome: 'stable';
  /** Erlangs: arrival rate × mean handle time. */
  readonly offeredLoad: number;
  /** Share of contacts that find every agent busy (and a line free where lines are counted). */
  readonly waitProbability: number;
  /** Natural logarithm of it, for where the share itself is too small for a double. */
  readonly logWaitProbability: number;
  /** Share of contacts offered that abandon. */
  readonly abandonment: number;
  /** Share of contacts that find every line taken; 0 where lines are not counted. */
  readonly blocking: number;
  /** Of all who got a line: answered at once, after a wait, or abandoned. */
  readonly meanWait: number;
  /** Average speed of answer: mean wait of those answered. */
  readonly asa: number | null;
  /** Mean wait of those who abandon. */
  readonly meanWaitOfAbandoned: number | null;
  /** Mean wait of a contact of endless patience. */
  readonly meanVirtualWait: number | null;
  /** Busy share of agents' time. */
  readonly occupancy: number | null;
  /** Contacts that wait, averaged over time. */
  readonly meanQueueLength: number;
  readonly serviceLevel: ServiceLevels;
  /** 1 − serviceLevel.overOffered, with all its digits also where it is tiny. */
  readonly notInTime: number;
}

/** More work than agents, and nobody gives up: the queue grows without end, and no figure describes it. */
export interface Unstable {
  readonly outcome: 'unstable';
  readonly offeredLoad: number;
  readonly agents: number;
  /** The fewest whole agents with which the queue does not grow. */
  readonly agentsToBeStable: number;
}

/** What a formula of a queue without limits answers. */
export type QueueOutcome = QueueFigures | Unstable;
