import type {Scenario} from '../scenario/scenario.js';
import type {Tape} from '../traffic/tape.js';
import {IDLE, SIGNED_OUT} from './agents.js';
import {Center, TIMETABLE_ID} from './center.js';
import {OUTCOME, type ColumnReader} from './columns.js';
import {AWAY, IN_TALK, NONE, WAITING} from './contacts.js';
import {arriveFromTape} from './events/arrival.js';
import {complete, endTalk} from './events/completion.js';
import {closeDuty} from './events/duty.js';
import {arriveAgain} from './events/later-leg.js';
import {recordLeg} from './events/record.js';
import {scheduleNextChange, timetableChange} from './events/timetable.js';
import {waitingStep} from './events/wait.js';

/**
 * One replication: it takes first attempts from tapes, in order of time, and moves time forward from event to event. It
 * keeps its state between two tapes, so that memory does not grow with the horizon.
 */
export class Simulation {
  private readonly center: Center;

  /** @param reader is handed what happened, in blocks; statistics, trace and log are such readers */
  constructor(scenario: Scenario, {seed, replication, reader}: {seed: string; replication: number; reader: ColumnReader}) {
    this.center = new Center(scenario, seed, replication, reader);
    scheduleNextChange(this.center);
  }

  /** Runs up to and with the last arrival of the tape. Times on it are not before those of the tape before. */
  run(tape: Tape): void {
    const {center} = this;
    const {calendar, floor} = center;
    const {arrivedAt, length} = tape;
    for (let index = 0; index < length; index++) {
      while (calendar.nextTime() <= arrivedAt[index]) step(center);
      floor.now = arrivedAt[index];
      arriveFromTape(center, tape, index);
    }
  }

  /**
   * Runs until nobody is left and the horizon is over, closes the books and hands over the last columns.
   *
   * @returns legs simulated, and the time of the end: of the horizon, or of the last contact where that is later
   * @throws when the books do not balance
   */
  finish(): {readonly legs: number; readonly end: number} {
    const {center} = this;
    const {calendar, floor, waiting, agents, model} = center;
    while (calendar.size > 0) step(center);
    const end = Math.max(floor.now, model.horizon);
    floor.now = end;
    for (let agent = 0; agent < agents.count; agent++) {
      if (agents.state[agent] === IDLE) agents.idleSeconds[agents.group[agent]] += end - agents.idleSince[agent];
      if (agents.state[agent] !== SIGNED_OUT) closeDuty(center, agent, end);
    }
    center.books.check(waiting.length, agents.idleSeconds);
    for (let type = 0; type < model.contactTypes; type++) {
      for (let contact = waiting.head[type]; contact !== NONE; contact = center.contacts.next[contact]) {
        recordLeg(center, contact, OUTCOME.stillWaiting, end);
      }
    }
    center.reader.readLegs(center.legs);
    center.reader.readDuties(center.duties);
    return {legs: center.books.legs(), end};
  }
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
  switch (contacts.state[id]) {
    case IN_TALK:
      endTalk(center, id);
      break;
    case WAITING:
      waitingStep(center, id);
      break;
    case AWAY:
      arriveAgain(center, id);
      break;
    default:
      complete(center, id);
  }
}
