import type {Center} from '../center.js';
import {Mark, Past, State} from '../contacts.js';

/** The contact in this slot, whose leg has ended, comes in again at that time, as that contact type. */
export function comeAgain(center: Center, contact: number, cause: number, as: number, at: number): void {
  const {marks, past} = center.contacts;
  const mark = contact << Mark.shift;
  if (marks[mark | Mark.leg] === 1) past[(contact << Past.shift) | Past.originType] = marks[mark | Mark.contactType];
  marks[mark | Mark.contactType] = as;
  goAway(center, contact, cause, at);
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
