import type {Center} from '../center.js';
import {Outcome} from '../outcomes.js';
import {Index, Mark, State, Time} from '../contacts.js';
import {announcedWait} from '../estimated-wait.js';
import {DRAW} from '../model.js';
import {leavesAtAnnouncement, shiftPatience} from './announcement.js';
import {answerByIdle} from './answer.js';
import {endAutomation, meetsAutomation, startAutomation} from './automation.js';
import {acceptsCallback, comeDue, leaveRequest} from './callback.js';
import {isCallback} from './dial.js';
import {askForAgent} from './ask.js';
import {mayComeBack} from './comeback.js';
import {draw} from './draw.js';
import {releaseLine, takeLine} from './lines.js';
import {recordLeg} from './record.js';
import {mayRedial} from './redial.js';
import {scheduleNextStep} from './next-step.js';

/** A first attempt comes to the center, with what it brings. */
export function arrive(center: Center, type: number, talk: number, wrapUp: number, patience: number): void {
  const contact = center.takeSlot();
  const {times, marks} = center.contacts;
  const {now} = center.floor;
  const time = contact << Time.shift;
  marks[(contact << Mark.shift) | Mark.contactType] = type;
  times[time | Time.offeredAt] = now;
  times[time | Time.talk] = talk;
  times[time | Time.wrapUp] = wrapUp;
  times[time | Time.patienceEnd] = now + patience;
  times[time | Time.number] = ++center.firstAttempts;
  times[time | Time.originNumber] = ++center.firstAttemptsOfType[type];
  if (center.model.hasObstacles) center.contacts.obstacle[contact] = draw(center, contact, DRAW.obstacle);
  comeIn(center, contact, type);
}

/** A later leg begins now, with what it brings in its slot. */
export function arriveAgain(center: Center, contact: number): void {
  const {model, floor, contacts} = center;
  const {times, marks} = contacts;
  const time = contact << Time.shift;
  const type = marks[(contact << Mark.shift) | Mark.contactType];
  center.calendar.cancel(contact);
  center.books.beginLater(type);
  times[time | Time.offeredAt] = floor.now;
  times[time | Time.talk] = model.talk[type](draw(center, contact, DRAW.talk), floor.now);
  times[time | Time.wrapUp] = model.wrapUp[type]?.(draw(center, contact, DRAW.wrapUp), floor.now) ?? 0;
  times[time | Time.patienceEnd] =
    floor.now + (model.patience[type]?.(draw(center, contact, DRAW.patience), floor.now) ?? Infinity);
  if (model.hasCallbacks && isCallback(center, contact)) comeDue(center, contact, type);
  else comeIn(center, contact, type);
}

/** A leg begins: in a bot or IVR where there is one, else at the queue. */
function comeIn(center: Center, contact: number, type: number): void {
  if (center.model.hasAutomation) {
    center.contacts.createdAt[contact] = center.floor.now;
    if (meetsAutomation(center, contact, type)) {
      if (center.follower !== null) center.follower.legMeetsBot(center, contact);
      if (!startAutomation(center, contact, type)) turnAway(center, contact, Outcome.blocked);
      return;
    }
  }
  comeToQueue(center, contact, type);
}

/** A bot or IVR lets go of a contact: it is served, has hung up, or comes to the queue. */
export function leaveAutomation(center: Center, contact: number): void {
  const {model} = center;
  const type = center.contacts.marks[(contact << Mark.shift) | Mark.contactType];
  const chance = draw(center, contact, DRAW.automation);
  endAutomation(center, contact, type);
  if (chance < model.contained[type]) turnAway(center, contact, Outcome.contained);
  else if (chance < model.contained[type] + model.hangsUp[type]) turnAway(center, contact, Outcome.hungUpInAutomation);
  else comeToQueue(center, contact, type);
}

/** Turned away, answered at once, gone at the sight of the queue or on the promise of a callback, or waiting. */
function comeToQueue(center: Center, contact: number, type: number): void {
  const {model, follower} = center;
  const queue = model.queueOfType[type];
  if (follower !== null) follower.legOffered(center, contact);
  if (center.open[queue] === 0 && model.attention.deferred[type] === 0) turnAway(center, contact, Outcome.closed);
  else if (model.hasLines && !takeLine(center, contact, queue)) turnAway(center, contact, Outcome.blocked);
  else {
    const agent = askForAgent(center, contact);
    if (agent !== Index.NONE) answerByIdle(center, contact, agent);
    else if (refusesToWait(center, contact, type, queue)) {
      releaseLine(center, contact);
      turnAway(center, contact, Outcome.balked);
    } else if (model.hasCallbacks && acceptsCallback(center, contact, type, queue)) {
      leaveRequest(center, contact, type);
    } else {
      if (model.hasAnnouncements && model.announcements.announced[type] === 1) shiftPatience(center, contact, type);
      center.contacts.marks[(contact << Mark.shift) | Mark.state] = State.waiting;
      center.waiting.append(contact);
      scheduleNextStep(center, contact);
    }
  }
}

/** A leg that never waited ends here. */
function turnAway(center: Center, contact: number, outcome: number): void {
  recordLeg(center, contact, outcome);
  if (!comesLater(center, contact, outcome)) center.contacts.free(contact);
}

function comesLater(center: Center, contact: number, outcome: number): boolean {
  if (outcome === Outcome.blocked) return mayRedial(center, contact);
  return outcome === Outcome.contained && mayComeBack(center, contact, Index.NONE, center.model.containedComebacks);
}

function refusesToWait(center: Center, contact: number, type: number, queue: number): boolean {
  const {model} = center;
  if (model.balkProbability[type] > 0 && balks(center, contact, type, queue)) return true;
  return model.hasAnnouncements && leavesAtAnnouncement(center, contact, type);
}

function balks(center: Center, contact: number, type: number, queue: number): boolean {
  const {model, waiting} = center;
  return (
    waiting.queueLength[queue] > model.balkQueueOver[type] &&
    (model.balkWaitOver[type] < 0 || announcedWait(center, type) > model.balkWaitOver[type]) &&
    draw(center, contact, DRAW.balk) < model.balkProbability[type]
  );
}
