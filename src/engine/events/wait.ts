import type {Center} from '../center.js';
import {DRAW} from '../model.js';
import {Cause, Outcome} from '../outcomes.js';
import {Index, Mark, State, Time} from '../contacts.js';
import {comeAgain} from './again.js';
import {answerByIdle} from './answer.js';
import {isCallback} from './dial.js';
import {askForAgent} from './ask.js';
import {draw} from './draw.js';
import {releaseLine} from './lines.js';
import {recordLeg} from './record.js';
import {mayRedial} from './redial.js';
import {dialRequests} from './requests.js';

/** A waiting contact's own time has come: its patience is over, it leaves a message or for another channel, or more groups may take it. */
export function waitingStep(center: Center, contact: number): void {
  const {floor} = center;
  const {times, marks} = center.contacts;
  const time = contact << Time.shift;
  const type = marks[(contact << Mark.shift) | Mark.contactType];
  if (times[time | Time.patienceEnd] <= floor.now) leaveQueue(center, contact, Outcome.abandoned);
  else if (leavesMessageAt(center, contact, type) <= floor.now) leaveQueue(center, contact, Outcome.message);
  else if (deflectionAt(center, contact, type) <= floor.now) leaveQueue(center, contact, Outcome.deflected);
  else widen(center, contact);
}

/** A customer who is not on the line, waiting to be called back, leaves no message. */
function leavesMessageAt(center: Center, contact: number, type: number): number {
  const {model, contacts} = center;
  if (model.hasCallbacks && isCallback(center, contact)) return Infinity;
  return contacts.times[(contact << Time.shift) | Time.offeredAt] + model.messageAfter[type];
}

function widen(center: Center, contact: number): void {
  const {model, floor} = center;
  const {marks} = center.contacts;
  const mark = contact << Mark.shift;
  const stage = model.stageStart[marks[mark | Mark.contactType]] + marks[mark | Mark.stage];
  // else its wait for the agent whom it knows is over
  if (floor.waitedFor(contact, model.nextStageAfter[stage])) {
    marks[mark | Mark.stage]++;
    if (center.follower !== null) center.follower.legWidened(center, contact);
  }
  const agent = askForAgent(center, contact);
  if (agent === Index.NONE) scheduleNextStep(center, contact);
  else {
    const type = center.contacts.marks[(contact << Mark.shift) | Mark.contactType];
    answerByIdle(center, contact, agent);
    if (center.model.hasCallbacks) dialRequests(center, type);
  }
}

/** Schedules the first of what may end or change its wait; nothing when nothing can. */
export function scheduleNextStep(center: Center, contact: number): void {
  const {calendar, model} = center;
  const {times, marks} = center.contacts;
  const time = contact << Time.shift;
  const mark = contact << Mark.shift;
  const type = marks[mark | Mark.contactType];
  let at = times[time | Time.patienceEnd];
  if (model.hasSteps[type] === 1) {
    const offeredAt = times[time | Time.offeredAt];
    const nextStage = model.nextStageAfter[model.stageStart[type] + marks[mark | Mark.stage]];
    at = Math.min(
      at,
      leavesMessageAt(center, contact, type),
      deflectionAt(center, contact, type),
      offeredAt + nextStage,
    );
    if (model.lastAgentWait > 0) at = Math.min(at, endOfWaitForAgent(center, contact));
  }
  if (at === Infinity) {
    calendar.cancel(contact);
    return;
  }
  calendar.at[contact] = at;
  calendar.schedule(contact);
}

/** When a contact stops waiting for the agent whom it knows; Infinity when it knows nobody or has stopped. */
function endOfWaitForAgent({model, contacts, floor}: Center, contact: number): number {
  const at = contacts.times[(contact << Time.shift) | Time.offeredAt] + model.lastAgentWait;
  const waits = contacts.marks[(contact << Mark.shift) | Mark.state] === State.waiting;
  return waits && at > floor.now && floor.servedBefore(contact) !== Index.NONE ? at : Infinity;
}

/** A waiting contact goes without an answer. */
export function leaveQueue(center: Center, contact: number, outcome: number): void {
  const {model} = center;
  const type = center.contacts.marks[(contact << Mark.shift) | Mark.contactType];
  center.waiting.remove(contact);
  center.calendar.cancel(contact);
  if (model.remembersServiceLevel) center.memory.leftQueue(model.queueOfType[type], false);
  if (!model.hasCallbacks || !isCallback(center, contact)) releaseLine(center, contact);
  recordLeg(center, contact, outcome);
  center.contacts.marks[(contact << Mark.shift) | Mark.stage] = 0;
  if (!goesOn(center, contact, outcome)) center.contacts.free(contact);
  if (model.hasCallbacks) dialRequests(center, type);
}

/** Who has abandoned may redial; who accepted another channel is there at once. */
function goesOn(center: Center, contact: number, outcome: number): boolean {
  if (outcome === Outcome.abandoned) return mayRedial(center, contact);
  if (outcome !== Outcome.deflected) return false;
  const type = center.contacts.marks[(contact << Mark.shift) | Mark.contactType];
  comeAgain(center, contact, Cause.deflection, center.model.deflectTo[type], center.floor.now);
  return true;
}

/**
 * When the contact goes on by another channel; Infinity when there is no offer (as to who waits to be called back), or it
 * will be refused. As any later
 * leg, that one must begin inside the horizon.
 */
function deflectionAt(center: Center, contact: number, type: number): number {
  const {model} = center;
  const at = center.contacts.times[(contact << Time.shift) | Time.offeredAt] + model.deflectAfter[type];
  if (model.hasCallbacks && isCallback(center, contact)) return Infinity;
  const accepts = at < model.horizon && draw(center, contact, DRAW.deflect) < model.deflectAccepted[type];
  return accepts ? at : Infinity;
}
