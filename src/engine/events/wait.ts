import type {Center} from '../center.js';
import {Cause, Outcome} from '../outcomes.js';
import {Index, Mark, Time} from '../contacts.js';
import {comeAgain} from './again.js';
import {answerByIdle} from './answer.js';
import {isCallback} from './dial.js';
import {askForAgent} from './ask.js';
import {releaseLine} from './lines.js';
import {deflectionAt, leavesMessageAt, scheduleNextStep} from './next-step.js';
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
