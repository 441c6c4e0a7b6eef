import {COMPLETION} from '../calendar.js';
import type {Center} from '../center.js';
import {OUTCOME} from '../columns.js';
import {IN_WRAP_UP} from '../contacts.js';
import {releaseLine} from './arrival.js';
import {becomeFree} from './duty.js';
import {mayTransfer} from './later-leg.js';
import {recordLeg} from './record.js';

/** The talk ends: the customer is gone, or sent on; the agent wraps up, or is free. */
export function endTalk(center: Center, contact: number): void {
  const {contacts, calendar, model} = center;
  releaseLine(center, contact);
  mayTransfer(center, contact);
  const wrapUp = contacts.wrapUp[contact];
  if (wrapUp === 0) {
    complete(center, contact);
    return;
  }
  const group = center.agents.group[contacts.agent[contact]];
  contacts.state[contact] = IN_WRAP_UP;
  calendar.at[contact] = center.floor.now + wrapUp * model.handleTimeFactor[group * model.contactTypes + contacts.contactType[contact]];
  calendar.rank[contact] = COMPLETION + contacts.number[contact];
  calendar.schedule(contact);
}

/** Talk and wrap-up are over: the leg is done and the agent free. */
export function complete(center: Center, contact: number): void {
  const {contacts, books} = center;
  const agent = contacts.agent[contact];
  const answeredAt = contacts.answeredAt[contact];
  center.calendar.cancel(contact);
  recordLeg(center, contact, OUTCOME.answered, answeredAt);
  books.inService[contacts.contactType[contact]]--;
  books.busySeconds[center.agents.group[agent]] += center.floor.now - answeredAt;
  contacts.free(contact);
  becomeFree(center, agent);
}
