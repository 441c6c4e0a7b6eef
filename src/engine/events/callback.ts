import type {Center} from '../center.js';
import {Index, Mark, Past, State, Time} from '../contacts.js';
import {estimatedWait} from '../estimated-wait.js';
import {DRAW} from '../model.js';
import {Cause, Outcome} from '../outcomes.js';
import {goAway} from './again.js';
import {answerByIdle} from './answer.js';
import {askForAgent} from './ask.js';
import {draw} from './draw.js';
import {becomeFree} from './duty.js';
import {release} from './in-hand.js';
import {releaseLine} from './lines.js';
import {recordLeg} from './record.js';
import {dialRequests} from './requests.js';
import {scheduleNextStep} from './next-step.js';

/** Whether a contact that would have to wait is offered a callback, and accepts. */
export function acceptsCallback(center: Center, contact: number, type: number, queue: number): boolean {
  const {callbacks} = center.model;
  return (
    center.waiting.queueLength[queue] > callbacks.queueOver[type] &&
    (callbacks.waitOver[type] < 0 || estimatedWait(center, type) > callbacks.waitOver[type]) &&
    draw(center, contact, DRAW.callback) < callbacks.accepted[type]
  );
}

/** The customer hangs up and leaves a request. */
export function leaveRequest(center: Center, contact: number, type: number): void {
  const {floor, model, contacts} = center;
  const delay = model.callbacks.after[type]?.(draw(center, contact, DRAW.callbackAfter)) ?? 0;
  releaseLine(center, contact);
  recordLeg(center, contact, Outcome.calledBack);
  if (contacts.marks[(contact << Mark.shift) | Mark.leg] === 1)
    contacts.past[(contact << Past.shift) | Past.originType] = type;
  contacts.past[(contact << Past.shift) | Past.callbackTries] = 0;
  dialFrom(center, contact, floor.now + delay);
}

/** A new leg, a request to be dialled from that time on; beyond the horizon there is none. */
function dialFrom(center: Center, contact: number, at: number): void {
  if (at < center.model.horizon) goAway(center, contact, Cause.callback, at);
  else center.contacts.free(contact);
}

/** A request may be dialled from now on: it takes its place in the queue, or behind it. */
export function comeDue(center: Center, contact: number, type: number): void {
  const {model, contacts, follower} = center;
  const mark = contact << Mark.shift;
  if (follower !== null) follower.legOffered(center, contact);
  contacts.times[(contact << Time.shift) | Time.patienceEnd] = Infinity;
  if (center.open[model.queueOfType[type]] === 0) {
    recordLeg(center, contact, Outcome.closed);
    contacts.free(contact);
  } else if (model.callbacks.keepsPlace[type] === 1) {
    contacts.marks[mark | Mark.state] = State.waiting;
    center.waiting.append(contact);
    scheduleNextStep(center, contact);
    const agent = askForAgent(center, contact);
    if (agent !== Index.NONE) answerByIdle(center, contact, agent);
  } else {
    contacts.marks[mark | Mark.state] = State.requested;
    center.requests.append(contact);
    scheduleNextStep(center, contact);
    dialRequests(center, type);
  }
}

/** A request has waited so long that more groups may dial it. */
export function widenRequest(center: Center, contact: number): void {
  const {marks} = center.contacts;
  marks[(contact << Mark.shift) | Mark.stage]++;
  if (center.follower !== null) center.follower.legWidened(center, contact);
  scheduleNextStep(center, contact);
  dialRequests(center, marks[(contact << Mark.shift) | Mark.contactType]);
}

/** Nobody answered: perhaps the customer is tried again later; the agent is free. */
export function endDial(center: Center, contact: number): void {
  const {model, contacts, calendar, agents, books, floor} = center;
  const {times, marks, past} = contacts;
  const mark = contact << Mark.shift;
  const type = marks[mark | Mark.contactType];
  const agent = marks[mark | Mark.agent];
  calendar.cancel(contact);
  recordLeg(center, contact, Outcome.unreached);
  if (model.attention.groupShares[agents.groupOf(agent)] === 1) release(center, contact, agent);
  else books.busySeconds[agents.groupOf(agent)] += floor.now - times[(contact << Time.shift) | Time.answeredAt];
  marks[mark | Mark.stage] = 0;
  const tries = ++past[(contact << Past.shift) | Past.callbackTries];
  if (tries <= model.callbacks.redials[type]) dialFrom(center, contact, floor.now + model.callbacks.redialEvery[type]);
  else contacts.free(contact);
  becomeFree(center, agent);
}

/** A queue that sends the waiting away at closing forgets its requests too. */
export function dismissRequests(center: Center, type: number): void {
  for (const contact of center.requests.of(type)) {
    center.requests.remove(contact);
    center.calendar.cancel(contact);
    recordLeg(center, contact, Outcome.dismissed);
    center.contacts.marks[(contact << Mark.shift) | Mark.stage] = 0;
    center.contacts.free(contact);
  }
}
