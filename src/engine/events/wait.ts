import type {Center} from '../center.js';
import {Outcome} from '../outcomes.js';
import {Index, Mark, Time} from '../contacts.js';
import {answerByIdle} from './answer.js';
import {releaseLine} from './lines.js';
import {recordLeg} from './record.js';
import {mayRedial} from './redial.js';

/** A waiting contact's own time has come: its patience is over, it leaves a message, or more groups may take it. */
export function waitingStep(center: Center, contact: number): void {
  const {model, floor} = center;
  const {times, marks} = center.contacts;
  const time = contact << Time.shift;
  const type = marks[(contact << Mark.shift) | Mark.contactType];
  if (times[time | Time.patienceEnd] <= floor.now) leaveQueue(center, contact, Outcome.abandoned);
  else if (times[time | Time.offeredAt] + model.messageAfter[type] <= floor.now)
    leaveQueue(center, contact, Outcome.message);
  else widen(center, contact);
}

function widen(center: Center, contact: number): void {
  center.contacts.marks[(contact << Mark.shift) | Mark.stage]++;
  const agent = center.routing.chooseAgent(center.floor, contact);
  if (agent === Index.NONE) scheduleNextStep(center, contact);
  else answerByIdle(center, contact, agent);
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
    at = Math.min(at, offeredAt + model.messageAfter[type], offeredAt + nextStage);
  }
  if (at === Infinity) {
    calendar.cancel(contact);
    return;
  }
  calendar.at[contact] = at;
  calendar.schedule(contact);
}

/** A waiting contact goes without an answer. */
export function leaveQueue(center: Center, contact: number, outcome: number): void {
  center.waiting.remove(contact);
  center.calendar.cancel(contact);
  releaseLine(center, contact);
  recordLeg(center, contact, outcome);
  center.contacts.marks[(contact << Mark.shift) | Mark.stage] = 0;
  if (outcome !== Outcome.abandoned || !mayRedial(center, contact)) center.contacts.free(contact);
}
