import {ARRIVAL} from '../calendar.js';
import type {Center} from '../center.js';
import {CAUSE} from '../columns.js';
import {AWAY} from '../contacts.js';
import {DRAW} from '../model.js';
import {comeIn} from './arrival.js';

/**
 * A contact that has just abandoned or been blocked may decide to redial: its slot then stays taken until it does.
 * A redial that would fall past the horizon is not made.
 *
 * @returns whether it will redial
 */
export function mayRedial(center: Center, contact: number): boolean {
  const {contacts, model} = center;
  const type = contacts.contactType[contact];
  if (contacts.redials[contact] >= model.redialAtMost[type]) return false;
  if (draw(center, contact, DRAW.redial) >= model.redialProbability[type]) return false;
  const at = center.floor.now + model.redialAfter[type](draw(center, contact, DRAW.redialAfter));
  if (at >= model.horizon) return false;
  contacts.redials[contact]++;
  contacts.cause[contact] = CAUSE.redial;
  goAway(center, contact, at);
  return true;
}

/** At the end of its talk a contact may be sent on to another contact type: a new leg, while the agent goes on with the wrap-up. */
export function mayTransfer(center: Center, contact: number): void {
  const {contacts, model} = center;
  const rules = model.transfers[contacts.contactType[contact]];
  if (rules.length === 0) return;
  let chance = draw(center, contact, DRAW.transfer);
  for (const {to, probability} of rules) {
    if (chance < probability) {
      contacts.transferTo[contact] = to;
      transfer(center, contact, to);
      return;
    }
    chance -= probability;
  }
}

function transfer(center: Center, contact: number, to: number): void {
  const {contacts} = center;
  const sent = center.takeSlot();
  contacts.contactType[sent] = to;
  contacts.number[sent] = contacts.number[contact];
  contacts.originType[sent] = contacts.originType[contact];
  contacts.originNumber[sent] = contacts.originNumber[contact];
  contacts.leg[sent] = contacts.leg[contact];
  contacts.redials[sent] = contacts.redials[contact];
  contacts.cause[sent] = CAUSE.transfer;
  goAway(center, sent, center.floor.now);
}

/** The next leg of the contact comes in at that time. */
function goAway({contacts, calendar}: Center, contact: number, at: number): void {
  contacts.state[contact] = AWAY;
  contacts.leg[contact]++;
  calendar.at[contact] = at;
  calendar.rank[contact] = ARRIVAL + contacts.number[contact];
  calendar.schedule(contact);
}

/** A later leg begins; what it brings is drawn from the contact's own hash, so that it is the same under any policy. */
export function arriveAgain(center: Center, contact: number): void {
  const {contacts, model, floor} = center;
  const type = contacts.contactType[contact];
  center.calendar.cancel(contact);
  contacts.talk[contact] = model.talk[type](draw(center, contact, DRAW.talk), floor.now);
  contacts.wrapUp[contact] = model.wrapUp[type]?.(draw(center, contact, DRAW.wrapUp), floor.now) ?? 0;
  contacts.patienceEnd[contact] = floor.now + (model.patience[type]?.(draw(center, contact, DRAW.patience), floor.now) ?? Infinity);
  comeIn(center, contact);
}

function draw({contacts, model}: Center, contact: number, purpose: number): number {
  return model.chance[contacts.originType[contact]].uniform(contacts.originNumber[contact], contacts.leg[contact], purpose);
}
