import type {Center} from '../center.js';
import {Mark, State, Time} from '../contacts.js';
import {DRAW} from '../model.js';
import {Cause} from '../outcomes.js';
import {draw} from './draw.js';

/** Does the leg that begins meet a bot or IVR? Who is sent on has an agent already, who is called back has asked for one. */
export function meetsAutomation({model, contacts}: Center, contact: number, type: number): boolean {
  if (model.automated[type] === 0) return false;
  const cause = contacts.causeOf(contact);
  return cause !== Cause.transfer && cause !== Cause.callback;
}

/**
 * The bot or IVR takes the contact.
 *
 * @returns false when all its ports are taken
 */
export function startAutomation(center: Center, contact: number, type: number): boolean {
  const {model, calendar, portsTaken} = center;
  if (portsTaken[type] >= model.ports[type]) return false;
  portsTaken[type]++;
  center.contacts.marks[(contact << Mark.shift) | Mark.state] = State.inAutomation;
  calendar.at[contact] = center.floor.now + model.automationTime[type](draw(center, contact, DRAW.automationTime));
  calendar.schedule(contact);
  return true;
}

/** The bot or IVR is done with the contact; its patience begins now, as its wait does. */
export function endAutomation(center: Center, contact: number, type: number): void {
  const {times} = center.contacts;
  const {now} = center.floor;
  const time = contact << Time.shift;
  center.calendar.cancel(contact);
  center.portsTaken[type]--;
  times[time | Time.patienceEnd] = now + (times[time | Time.patienceEnd] - times[time | Time.offeredAt]);
  times[time | Time.offeredAt] = now;
}
