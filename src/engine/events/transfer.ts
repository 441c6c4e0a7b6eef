import type {Center} from '../center.js';
import {Cause} from '../outcomes.js';
import {Mark, Past, Time} from '../contacts.js';
import {DRAW} from '../model.js';
import {goAway} from './again.js';
import {draw} from './draw.js';

/** At the end of its talk a contact may be sent on to another contact type: a new leg, while the agent goes on with the wrap-up. */
export function mayTransfer(center: Center, contact: number): void {
  const rules = center.model.transfers[center.contacts.marks[(contact << Mark.shift) | Mark.contactType]];
  if (rules.length === 0) return;
  let chance = draw(center, contact, DRAW.transfer);
  for (const {to, probability} of rules) {
    if (chance < probability) {
      transfer(center, contact, to);
      return;
    }
    chance -= probability;
  }
}

function transfer(center: Center, contact: number, to: number): void {
  const sent = center.takeSlot();
  const {times, marks, past} = center.contacts;
  const from = contact << Mark.shift;
  const mark = sent << Mark.shift;
  marks[from | Mark.transferTo] = to;
  marks[mark | Mark.contactType] = to;
  marks[mark | Mark.leg] = marks[from | Mark.leg];
  marks[mark | Mark.agent] = marks[from | Mark.agent];
  past[(sent << Past.shift) | Past.redials] = past[(contact << Past.shift) | Past.redials];
  past[(sent << Past.shift) | Past.originType] =
    marks[from | Mark.leg] === 1 ? marks[from | Mark.contactType] : past[(contact << Past.shift) | Past.originType];
  times[(sent << Time.shift) | Time.number] = times[(contact << Time.shift) | Time.number];
  times[(sent << Time.shift) | Time.originNumber] = times[(contact << Time.shift) | Time.originNumber];
  goAway(center, sent, Cause.transfer, center.floor.now);
}
