import type {Center} from '../center.js';
import {Index, Mark, State, Time} from '../contacts.js';
import {DRAW} from '../model.js';
import {isCallback} from './dial.js';
import {draw} from './draw.js';
import {isTakenUpAgain} from './take-up.js';

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
    // it may have waited for so long before time 0
    at = Math.max(at, center.floor.now);
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

/** A customer waits to be called back, or for an agent to go on with the contact: what is offered to those on the line is not for it. */
const isNotOnTheLine = (center: Center, contact: number): boolean =>
  (center.model.hasCallbacks && isCallback(center, contact)) || isTakenUpAgain(center, contact);

/** When it leaves a message; Infinity: never. */
export function leavesMessageAt(center: Center, contact: number, type: number): number {
  const {model, contacts} = center;
  if (isNotOnTheLine(center, contact)) return Infinity;
  return contacts.times[(contact << Time.shift) | Time.offeredAt] + model.messageAfter[type];
}

/**
 * When the contact goes on by another channel; Infinity when there is no offer (as to who is not on the line), or it will be
 * refused. As any later leg, that one must begin inside the horizon.
 */
export function deflectionAt(center: Center, contact: number, type: number): number {
  const {model} = center;
  const at = center.contacts.times[(contact << Time.shift) | Time.offeredAt] + model.deflectAfter[type];
  if (isNotOnTheLine(center, contact)) return Infinity;
  const accepts = at < model.horizon && draw(center, contact, DRAW.deflect) < model.deflectAccepted[type];
  return accepts ? at : Infinity;
}
