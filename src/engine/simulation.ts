import type {Scenario} from '../scenario/scenario.js';
import {makeTape, type Tape} from '../traffic/tape.js';
import {Doing, Trait} from './agents.js';
import {Center, TIMETABLE_ID} from './center.js';
import type {Observer} from './observer.js';
import {Outcome} from './outcomes.js';
import {Index, Mark, State} from './contacts.js';
import {endAbsences} from './events/absence.js';
import {arrive, arriveAgain, leaveAutomation} from './events/arrival.js';
import {backlogOf, enterBacklog, type BacklogBatch} from './events/backlog.js';
import {endDial, widenRequest} from './events/callback.js';
import {complete, endHandover, endTalk} from './events/completion.js';
import {closeDuty} from './events/duty.js';
import {endHandovers} from './events/handover.js';
import {putBack} from './events/in-hand.js';
import {askJoiningGroups} from './events/join.js';
import {leaveOpen, speakAgain} from './events/quiet.js';
import {isTakenUpAgain} from './events/take-up.js';
import {recordLeg} from './events/record.js';
import {dialOldestFirst} from './events/requests.js';
import {scheduleNextChange} from './events/next-change.js';
import {stepWhileRinging} from './events/no-answer.js';
import {timetableChange} from './events/timetable.js';
import {waitingStep} from './events/wait.js';

/**
 * Replications of a scenario, one after the other: `start`, `run` tape after tape, `finish`. It takes first attempts from
 * tapes, in order of time, and moves time forward from event to event. It keeps its state between two tapes, so that
 * memory does not grow with the horizon, and its memory between two replications.
 */
export class Simulation {
  private readonly center: Center;
  private readonly backlog: readonly BacklogBatch[];

  private readonly advance: (tape: Tape, toTheEnd: boolean) => void;

  /** @param observer is told what happens; statistics are such an observer */
  constructor(scenario: Scenario, observer: Observer) {
    this.center = new Center(scenario, observer);
    this.backlog = backlogOf(scenario);
    this.advance = makeLoop(this.center);
  }

  /**
   * Other numbers of agents from the next start on, for groups that are told by numbers: engines take long to be compiled,
   * so a search for numbers changes those of one engine.
   *
   * @param counts by group, by cell of the horizon; each group's are at most the most that the scenario has of it
   */
  restaff(counts: Int32Array): void {
    this.center.restaff(counts);
  }

  /** Begins a replication, with nobody in the center but its backlog; seed and replication fix all its chance. */
  start(seed: string, replication: number): void {
    this.center.start(seed, replication);
    scheduleNextChange(this.center);
    enterBacklog(this.center, this.backlog);
  }

  /** Runs up to and with the last arrival of the tape. Times on it are not before those of the tape before. */
  run(tape: Tape): void {
    this.advance(tape, false);
  }

  /**
   * Runs until nobody is left and the horizon is over, and closes the books.
   *
   * @returns legs simulated, and the time of the end: of the horizon, or of the last contact where that is later
   * @throws when the books do not balance
   */
  finish(): {readonly legs: number; readonly end: number} {
    const {center} = this;
    const {floor, waiting, agents, model} = center;
    do this.advance(NO_MORE, true);
    while ((model.hasCallbacks && dialHeldBack(center)) || (model.hasWarmTransfers && endHandovers(center)));
    const end = Math.max(floor.now, model.horizon);
    if (model.hasPaidAbsence) endAbsences(center);
    floor.now = end;
    for (let agent = 0; agent < agents.count; agent++) {
      while (agents.suspended[agent] !== 0) putBack(center, agent);
      const doing = agents.traits[(agent << Trait.shift) | Trait.doing];
      if (doing === Doing.idle) agents.idleSeconds[agents.groupOf(agent)] += end - agents.idleSince[agent];
      if (doing !== Doing.signedOut) closeDuty(center, agent, end);
    }
    const legs = center.books.check(center.firstAttemptsOfType, liveByType(center), agents.idleSeconds);
    for (let type = 0; type < model.contactTypes; type++) {
      for (const contact of center.requests.of(type)) recordLeg(center, contact, Outcome.stillWaiting);
      for (const contact of waiting.of(type)) {
        if (isTakenUpAgain(center, contact)) leaveOpen(center, contact);
        else recordLeg(center, contact, Outcome.stillWaiting);
      }
    }
    if (model.hasSilences) leaveSilentOpen(center);
    return {legs, end};
  }
}

/** A tape without contacts. */
const NO_MORE = makeTape(0);

/**
 * The loop over a tape or, once all have come, over what is left to happen, as a closure: V8 compiles a closure that was
 * made once for the very objects that it closes over, so that every array of the center is at an address known in the
 * code. A thread therefore keeps one simulation for all its replications; a second one in the same thread is as right but
 * slower. That `step` is called in one place alone keeps short what V8 compiles as one piece.
 */
function makeLoop(center: Center): (tape: Tape, toTheEnd: boolean) => void {
  return function advance({arrivedAt, contactType, talk, wrapUp, patience, length}, toTheEnd) {
    const {calendar, floor, model} = center;
    for (let row = 0; ; row++) {
      const until = row < length ? arrivedAt[row] : toTheEnd ? Infinity : -Infinity;
      while (calendar.nextTime() <= until && !(toTheEnd && isOver(center))) {
        step(center);
        if (model.hasJoins) askJoiningGroups(center);
      }
      if (row >= length) return;
      floor.now = until;
      arrive(center, contactType[row], talk[row], wrapUp[row], patience[row]);
      if (model.hasJoins) askJoiningGroups(center);
    }
  };
}

/** Customers who are silent when the run ends come back another day. */
function leaveSilentOpen(center: Center): void {
  const {marks, used} = center.contacts;
  for (let slot = 1; slot < used; slot++)
    if (marks[(slot << Mark.shift) | Mark.state] === State.quiet) leaveOpen(center, slot);
}

/** When nobody else will call, the agents who were kept for those who do dial the requests that are left. */
function dialHeldBack(center: Center): boolean {
  const {model, floor} = center;
  floor.now = Math.max(floor.now, model.horizon);
  dialOldestFirst(center, Index.NONE);
  return !isOver(center);
}

/** The next event happens. */
function step(center: Center): void {
  const {calendar, contacts} = center;
  const id = calendar.nextId();
  center.floor.now = calendar.nextTime();
  if (id === TIMETABLE_ID) {
    timetableChange(center);
    return;
  }
  switch (contacts.marks[(id << Mark.shift) | Mark.state]) {
    case State.inTalk:
      endTalk(center, id);
      break;
    case State.waiting:
      if (center.model.hasNoAnswer && center.ringing.has(id)) stepWhileRinging(center, id);
      else waitingStep(center, id);
      break;
    case State.away:
      arriveAgain(center, id);
      break;
    case State.requested:
      widenRequest(center, id);
      break;
    case State.dialled:
      endDial(center, id);
      break;
    case State.handingOver:
      endHandover(center, id);
      break;
    case State.inAutomation:
      leaveAutomation(center, id);
      break;
    case State.quiet:
      speakAgain(center, id);
      break;
    default:
      complete(center, id);
  }
}

/** Nothing is to come, or nothing but agents who return, past the horizon, to an empty center. */
function isOver({calendar, model, waiting, requests, ringing}: Center): boolean {
  if (calendar.size === 0) return true;
  if (calendar.size > 1 || calendar.nextId() !== TIMETABLE_ID || calendar.nextTime() < model.horizon) return false;
  const nobody = (head: number): boolean => head === Index.NONE;
  return ringing.size === 0 && waiting.head.every(nobody) && requests.head.every(nobody);
}

/** Contacts that are in the center: waiting, in talk or in wrap-up. */
function liveByType({contacts: {marks, used}, model}: Center): Float64Array {
  const live = new Float64Array(model.contactTypes);
  for (let mark = Mark.stride; mark < used * Mark.stride; mark += Mark.stride) {
    const state = marks[mark | Mark.state];
    if (state !== State.free && state !== State.away) live[marks[mark | Mark.contactType]]++;
  }
  return live;
}
