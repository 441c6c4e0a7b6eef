import type {Center} from '../center.js';
import {Outcome} from '../outcomes.js';
import {Index, Mark, State, Time} from '../contacts.js';
import {mayComeBack} from './comeback.js';
import {becomeFree} from './duty.js';
import {release, wrapUpInHand} from './in-hand.js';
import {releaseLine} from './lines.js';
import {fallSilent} from './quiet.js';
import {recordLeg} from './record.js';
import {mayTransfer} from './transfer.js';

/** The talk ends: the customer falls silent for a while, is gone, or sent on; the agent wraps up, or is free, or stays to hand over. */
export function endTalk(center: Center, contact: number): void {
  if (center.model.hasSilences && center.conversations.rest[contact] > 0) {
    fallSilent(center, contact);
    return;
  }
  releaseLine(center, contact);
  if (!mayTransfer(center, contact)) wrapUp(center, contact);
}

/** The agent is done with handing over, or gives up, and what was sent on waits alone. */
export function endHandover(center: Center, contact: number): void {
  center.handovers.unlink(contact);
  wrapUp(center, contact);
}

function wrapUp(center: Center, contact: number): void {
  if (center.contacts.times[(contact << Time.shift) | Time.wrapUp] === 0) complete(center, contact);
  else startWrapUp(center, contact);
}

function startWrapUp(center: Center, contact: number): void {
  const {model, agents, calendar} = center;
  const {times, marks} = center.contacts;
  const mark = contact << Mark.shift;
  const factor =
    model.handleTimeFactor[
      agents.groupOf(marks[mark | Mark.agent]) * model.contactTypes + marks[mark | Mark.contactType]
    ];
  const pace = model.hasPace ? center.people.paceOf(marks[mark | Mark.agent], center.floor.now) : 1;
  marks[mark | Mark.state] = State.inWrapUp;
  if (model.attention.shared && model.attention.groupShares[agents.groupOf(marks[mark | Mark.agent])] === 1) {
    wrapUpInHand(center, contact);
    return;
  }
  calendar.at[contact] = center.floor.now + times[(contact << Time.shift) | Time.wrapUp] * factor * pace;
  calendar.schedule(contact);
}

/** Talk and wrap-up are over: the leg is done and the agent free. */
export function complete(center: Center, contact: number): void {
  const {contacts, model} = center;
  const {times, marks} = contacts;
  const mark = contact << Mark.shift;
  const agent = marks[mark | Mark.agent];
  center.calendar.cancel(contact);
  if (model.hasSilences) center.conversations.close(contacts, contact);
  recordLeg(center, contact, Outcome.answered);
  const {attention} = model;
  const group = center.agents.groupOf(agent);
  if (attention.shared && attention.groupShares[group] === 1) release(center, contact, agent);
  else center.books.busySeconds[group] += center.floor.now - times[(contact << Time.shift) | Time.answeredAt];
  const wasSentOn = marks[mark | Mark.transferTo] !== Index.NONE;
  marks[mark | Mark.stage] = 0;
  marks[mark | Mark.transferTo] = Index.NONE;
  // who is sent on is a leg of its own by now, and comes back from there
  if (!model.hasComebacks || wasSentOn || !mayComeBack(center, contact, group, model.comebacks)) contacts.free(contact);
  becomeFree(center, agent);
}
