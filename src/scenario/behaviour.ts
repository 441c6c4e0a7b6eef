import type {Distribution} from './distribution.js';

/** A contact that would have to wait leaves at once, with this probability, when more than `queueOver` wait already (-1: always) and the expected wait is longer than `expectedWaitOver` (null: however short). */
export interface Balking {
  readonly probability: number;
  readonly queueOver: number;
  readonly expectedWaitOver: number | null;
}

/** How the wait of who comes now is estimated: from who waits before it, the last contact answered, or the one waiting longest. */
export type WaitEstimator = 'queue-length' | 'last-wait' | 'head-of-line';

/** What a contact that has to wait hears of its wait, and what it makes of it. */
export interface Announcement {
  readonly estimator: WaitEstimator;
  /** Rounded up to whole multiples of so many seconds, one at least; 0: as it is. */
  readonly stepSeconds: number;
  /** Share of those who believe it, and leave at once when it is longer than their patience. */
  readonly believed: number;
  /** Patience of those who stay, as a multiple of what it was, and at most so many times the announced wait (null: no limit). */
  readonly patienceFactor: number;
  readonly patienceAtMost: number | null;
}

export interface Redial {
  readonly probability: number;
  readonly after: Distribution;
  /** Redials of one customer, at most; null: no limit. */
  readonly atMost: number | null;
  /** Index into contactTypes: its own, or that of the channel on which it tries next. */
  readonly as: number;
}

/** A callback instead of waiting on the line: whom it is offered, and how the requests are served. */
export interface Callback {
  /** Only when more than so many wait already; -1: whoever would have to wait. */
  readonly queueOver: number;
  /** Only when the expected wait is longer; null: however short. */
  readonly expectedWaitOver: number | null;
  /** Probability that the offer is accepted, and that the customer answers when called back. */
  readonly accepted: number;
  readonly answered: number;
  /** kept: the request waits in the queue in the customer's place; after-queue: until nobody of the type waits there. */
  readonly place: 'kept' | 'after-queue';
  /** Time from the request until it may be dialled; null: at once. */
  readonly dialAfter: Distribution | null;
  /** Idle agents with the skill who are kept for those who call. */
  readonly reserve: number;
  /** How long it rings when nobody answers. */
  readonly ringSeconds: number;
  /** Further tries of one request when nobody answers. */
  readonly redials: number;
  readonly redialEverySeconds: number;
}

/** A bot or IVR; a contact that it neither contains nor loses goes on to the queue. */
export interface Automation {
  readonly time: Distribution;
  /** Contacts in it at once; null: no limit. */
  readonly ports: number | null;
  readonly contained: number;
  readonly hangsUp: number;
  /** Contained contacts that come again. */
  readonly comesBack: ComingBack | null;
}

/** Coming again unresolved, after the contact has ended. */
export interface ComingBack {
  readonly probability: number;
  readonly after: Distribution;
  /** Index into contactTypes. */
  readonly as: number;
}

/** The customer falls silent after so much of the talk, and comes back: the agent holds the contact only in between. */
export interface GoingQuiet {
  /** Seconds of talk, as they would take an agent with nothing else in hand, from one silence to the next. */
  readonly after: Distribution;
  /** How long a silence lasts. */
  readonly for: Distribution;
  /** Silences of one contact, at most; null: no limit. */
  readonly atMost: number | null;
  /** Who goes on with it: its own agent where that one has room at once, else whom the routing gives it; or always the latter. */
  readonly backTo: 'own-agent' | 'anyone';
}

/** After so long in queue another channel is offered, once. */
export interface Deflection {
  /** Index into contactTypes. */
  readonly to: number;
  readonly afterSeconds: number;
  readonly accepted: number;
}

export interface Transfer {
  /** Index into contactTypes. */
  readonly to: number;
  readonly probability: number;
  /** The agent stays with the customer until the next one answers; null: cold, the customer waits alone. */
  readonly warm: WarmTransfer | null;
}

/** Both agents are busy while one hands over to the other. */
export interface WarmTransfer {
  readonly handoverSeconds: number;
  /** The first agent waits so long for the second; null: until the second answers or the customer has gone. */
  readonly waitSeconds: number | null;
}
