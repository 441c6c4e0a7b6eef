import type {Center} from '../center.js';
import {Mark, Past, Time} from '../contacts.js';

/**
 * A uniform for one purpose (model.ts, DRAW) of the leg that a contact is on: a hash of the contact and the leg, so that
 * it is the same under any policy.
 */
export function draw({contacts: {times, marks, past}, chance}: Center, contact: number, purpose: number): number {
  const mark = contact << Mark.shift;
  const leg = marks[mark | Mark.leg];
  const origin = leg === 1 ? marks[mark | Mark.contactType] : past[(contact << Past.shift) | Past.originType];
  return chance[origin].uniform(times[(contact << Time.shift) | Time.originNumber], leg, purpose);
}
