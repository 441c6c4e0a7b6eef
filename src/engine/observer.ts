import type {Agents} from './agents.js';
import type {Contacts} from './contacts.js';
import type {Floor} from './floor.js';
import type {WaitingLists} from './waiting.js';

/**
 * Watches what happens in the center: statistics do, and so may a trace or a log. It is told of a leg when the leg ends
 * and looks into the contact's slot itself: handing doubles over would box them, and writing them down only
 * to be read again was measured to be slower. It changes nothing, and keeps nothing of the slot: the next contact will have it.
 */
export interface Observer {
  /**
   * A leg is over: `Time.offeredAt` to `Time.endedAt` of the slot, answered (or dialled in vain) at `Time.answeredAt` if at all.
   *
   * @param outcome an Outcome
   * @param group of the agent who answered, or dialled and reached nobody; else NONE
   */
  legEnded(contacts: Contacts, contact: number, outcome: number, group: number): void;

  /**
   * Where a group's agents may hold several contacts or be interrupted: an agent had the same things in hand from one time to
   * the other. Of other groups the busy time follows from the legs.
   *
   * @param share of the agent's attention that was taken, above 0
   */
  busyEnded(group: number, share: number, from: number, to: number): void;

  /**
   * A stretch of an agent's paid time is over; busy and idle are not told apart.
   *
   * @param agent NONE for one who stays away, with pay, from a group told by numbers
   * @param duty a Duty
   * @param from seconds from the start of the horizon
   * @param to after `from`
   */
  dutyEnded(agent: number, group: number, duty: number, from: number, to: number): void;

  /** A contact that an agent of the group has just served is not resolved; it comes again if the horizon lasts. */
  unresolved?(contacts: Contacts, contact: number, group: number): void;

  /** A contact that rang at an agent of the group was not answered, and goes on waiting. */
  notAnswered?(contacts: Contacts, contact: number, group: number): void;

  /** A contact has rung at the agent over [from, to), inside a stretch of duty: busy time that no leg tells of. */
  rang?(agent: number, group: number, from: number, to: number): void;

  /** A contact of the type waits already as the replication begins; its leg is offered before time 0, or at it. */
  waitsAtStart?(contactType: number): void;

  /** A contact taken up before, whose customer is back since `Time.offeredAt`, has waited until then; answered: for an agent who goes on with it. */
  waitedAgain?(contacts: Contacts, contact: number, until: number, answered: boolean): void;

  /** Interrupted work that its agent had left in the queue waited there over [from, to) until another went on with it, or the run was over. */
  waitedForRest?(contacts: Contacts, contact: number, from: number, to: number): void;

  /** The run is over and an answered contact is not: `legEnded` follows. */
  leftOpen?(contacts: Contacts, contact: number): void;

  /** Follows contacts on their way; without one the center does not stop to tell. */
  readonly follower?: Follower;
}

/** The center as it stands at a moment, to be looked at. */
export interface Watched {
  readonly contacts: Contacts;
  readonly agents: Agents;
  readonly waiting: WaitingLists;
  readonly floor: Floor;
}

/** Is told of a leg on its way, before anything else happens at that moment. Like an observer it changes and keeps nothing. */
export interface Follower {
  /** A leg begins at a bot or IVR, or finds all its ports taken. */
  legMeetsBot(center: Watched, contact: number): void;
  /** A leg is offered: it has not joined its queue yet, and may be turned away. */
  legOffered(center: Watched, contact: number): void;
  /** More agents than before may take a waiting leg. */
  legWidened(center: Watched, contact: number): void;
  /** A leg rings at an agent who will not answer. */
  legRingsInVain(center: Watched, contact: number, agent: number): void;
  /** An agent has taken a leg for the first time. */
  legAnswered(center: Watched, contact: number, agent: number): void;
  /** The work on an answered leg stops or goes on. */
  legTurns(center: Watched, contact: number, turn: Turn, agent: number): void;
}

/**
 * What may happen to a leg after its answer: its customer falls silent, is back, an agent goes on with the conversation; the
 * agent puts the work aside, goes on with it, or leaves it to others.
 */
export type Turn = 'quiet' | 'back' | 'taken-up' | 'interrupted' | 'resumed' | 'put-back';
