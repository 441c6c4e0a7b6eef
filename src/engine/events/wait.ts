import {TIMER} from '../calendar.js';
import type {Center} from '../center.js';
import {OUTCOME} from '../columns.js';
import {NONE} from '../contacts.js';
import {answerByIdle} from './answer.js';
import {releaseLine} from './arrival.js';
import {mayRedial} from './later-leg.js';
import {recordLeg} from './record.js';

/** A waiting contact's own time has come: its patience is over, it leaves a message, or more groups may take it. */
export function waitingStep(center: Center, contact: number): void {
  const {contacts, model, floor} = center;
  const type = contacts.contactType[contact];
  if (contacts.patienceEnd[contact] <= floor.now) leaveQueue(center, contact, OUTCOME.abandoned);
  else if (contacts.offeredAt[contact] + model.messageAfter[type] <= floor.now) leaveQueue(center, contact, OUTCOME.message);
  else widen(center, contact);
}

function widen(center: Center, contact: number): void {
  center.contacts.stage[contact]++;
  const agent = center.routing.chooseAgent(center.floor, contact);
  if (agent === NONE) scheduleNextStep(center, contact);
  else answerByIdle(center, contact, agent);
}

/** Schedules the first of what may end or change its wait; nothing when nothing can. */
export function scheduleNextStep(center: Center, contact: number): void {
  const {contacts, calendar, model} = center;
  const type = contacts.contactType[contact];
  const offeredAt = contacts.offeredAt[contact];
  const message = offeredAt + model.messageAfter[type];
  const nextStage = offeredAt + model.nextStageAfter[model.stageStart[type] + contacts.stage[contact]];
  const at = Math.min(contacts.patienceEnd[contact], message, nextStage);
  if (at === Infinity) {
    calendar.cancel(contact);
    return;
  }
  calendar.at[contact] = at;
  calendar.rank[contact] = TIMER + contacts.number[contact];
  calendar.schedule(contact);
}

/** A waiting contact goes without an answer. */
export function leaveQueue(center: Center, contact: number, outcome: number): void {
  center.waiting.remove(contact);
  center.calendar.cancel(contact);
  releaseLine(center, contact);
  recordLeg(center, contact, outcome, center.floor.now);
  if (outcome !== OUTCOME.abandoned || !mayRedial(center, contact)) center.contacts.free(contact);
}
