import type {Center} from '../center.js';
import {Cause} from '../outcomes.js';
import {Index, Mark, Past, Time} from '../contacts.js';
import {DRAW} from '../model.js';
import type {TransferRule} from '../transfer-rules.js';
import {goAway} from './again.js';
import {draw} from './draw.js';
import {startHandover} from './handover.js';

/**
 * At the end of its talk a contact may be sent on to another contact type: a new leg.
 *
 * @returns whether the agent stays on the line to hand over; else it goes on with the wrap-up
 */
export function mayTransfer(center: Center, contact: number): boolean {
  const {marks} = center.contacts;
  const mark = contact << Mark.shift;
  const rules = center.model.transfers[marks[mark | Mark.contactType]];
  if (rules.length === 0) return false;
  let chance = draw(center, contact, DRAW.transfer);
  for (const rule of rules) {
    if (chance < rule.probability) {
      transfer(center, contact, rule);
      return rule.warm !== null;
    }
    chance -= rule.probability;
  }
  return false;
}

function transfer(center: Center, contact: number, {to, warm}: TransferRule): void {
  const sent = center.takeSlot();
  const {times, marks, past} = center.contacts;
  const from = contact << Mark.shift;
  const mark = sent << Mark.shift;
  marks[from | Mark.transferTo] = to;
  marks[mark | Mark.contactType] = to;
  marks[mark | Mark.leg] = marks[from | Mark.leg];
  // who hands over cannot be the one who is looked for
  marks[mark | Mark.agent] = warm === null ? marks[from | Mark.agent] : Index.NONE;
  past[(sent << Past.shift) | Past.redials] = past[(contact << Past.shift) | Past.redials];
  past[(sent << Past.shift) | Past.originType] =
    marks[from | Mark.leg] === 1 ? marks[from | Mark.contactType] : past[(contact << Past.shift) | Past.originType];
  times[(sent << Time.shift) | Time.number] = times[(contact << Time.shift) | Time.number];
  times[(sent << Time.shift) | Time.originNumber] = times[(contact << Time.shift) | Time.originNumber];
  if (center.model.hasObstacles) center.contacts.obstacle[sent] = center.contacts.obstacle[contact];
  goAway(center, sent, Cause.transfer, center.floor.now);
  if (warm !== null) startHandover(center, contact, sent, warm);
}
