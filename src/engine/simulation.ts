import type {Scenario} from '../scenario/scenario.js';
import type {Tape} from '../traffic/tape.js';
import {Doing, Trait} from './agents.js';
import {Center, TIMETABLE_ID} from './center.js';
import type {Observer} from './observer.js';
import {Outcome} from './outcomes.js';
import {Mark, State} from './contacts.js';
import {arriveAgain, arriveFromTape} from './events/arrival.js';
import {complete, endTalk} from './events/completion.js';
import {closeDuty} from './events/duty.js';
import {recordLeg} from './events/record.js';
import {scheduleNextChange, timetableChange} from './events/timetable.js';
import {waitingStep} from './events/wait.js';

/**
 * One replication: it takes first attempts from tapes, in order of time, and moves time forward from event to event. It
 * keeps its state between two tapes, so that memory does not grow with the horizon.
 */
export class Simulation {
  private readonly center: Center;

  /** @param observer is told what happens; statistics are such an observer */
  constructor(
    scenario: Scenario,
    {seed, replication, observer}: {seed: string; replication: number; observer: Observer},
  ) {
    this.center = new Center(scenario, seed, replication, observer);
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
   * Runs until nobody is left and the horizon is over, and closes the books.
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
      const doing = agents.traits[(agent << Trait.shift) | Trait.doing];
      if (doing === Doing.idle) agents.idleSeconds[agents.groupOf(agent)] += end - agents.idleSince[agent];
      if (doing !== Doing.signedOut) closeDuty(center, agent, end);
    }
    const legs = center.books.check(center.firstAttemptsOfType, liveByType(center), agents.idleSeconds);
    for (let type = 0; type < model.contactTypes; type++) {
      for (const contact of waiting.of(type)) recordLeg(center, contact, Outcome.stillWaiting);
    }
    return {legs, end};
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
  switch (contacts.marks[(id << Mark.shift) | Mark.state]) {
    case State.inTalk:
      endTalk(center, id);
      break;
    case State.waiting:
      waitingStep(center, id);
      break;
    case State.away:
      arriveAgain(center, id);
      break;
    default:
      complete(center, id);
  }
}

/** Contacts that are in the center: waiting, in talk or in wrap-up. */
function liveByType({contacts: {marks, capacity}, model}: Center): Float64Array {
  const live = new Float64Array(model.contactTypes);
  for (let mark = Mark.stride; mark < capacity * Mark.stride; mark += Mark.stride) {
    const state = marks[mark | Mark.state];
    if (state !== State.free && state !== State.away) live[marks[mark | Mark.contactType]]++;
  }
  return live;
}
