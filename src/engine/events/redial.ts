import type {Center} from '../center.js';
import {Cause} from '../outcomes.js';
import {Mark, Past, State} from '../contacts.js';
import {DRAW} from '../model.js';
import {draw} from './draw.js';

/**
 * A contact that has just abandoned or been blocked may decide to redial: its slot then stays taken until it does.
 * A redial that would fall past the horizon is not made.
 *
 * @returns whether it will redial
 */
export function mayRedial(center: Center, contact: number): boolean {
  const {model} = center;
  const {marks, past} = center.contacts;
  const mark = contact << Mark.shift;
  const type = marks[mark | Mark.contactType];
  if (past[(contact << Past.shift) | Past.redials] >= model.redialAtMost[type]) return false;
  if (draw(center, contact, DRAW.redial) >= model.redialProbability[type]) return false;
  const at = center.floor.now + model.redialAfter[type](draw(center, contact, DRAW.redialAfter));
  if (at >= model.horizon) return false;
  if (marks[mark | Mark.leg] === 1) past[(contact << Past.shift) | Past.originType] = type;
  past[(contact << Past.shift) | Past.redials]++;
  marks[mark | Mark.contactType] = model.redialAs[type];
  goAway(center, contact, Cause.redial, at);
  return true;
}

/** The contact in this slot comes in again, on its next leg, at that time. */
export function goAway({contacts: {marks, past}, calendar}: Center, contact: number, cause: number, at: number): void {
  const mark = contact << Mark.shift;
  marks[mark | Mark.state] = State.away;
  past[(contact << Past.shift) | Past.cause] = cause;
  marks[mark | Mark.leg]++;
  calendar.at[contact] = at;
  calendar.schedule(contact);
}
