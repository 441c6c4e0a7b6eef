import {Doing, Trait} from '../agents.js';
import type {Center} from '../center.js';
import {Mark, State} from '../contacts.js';
import {endWaitForRest, takeInHand, takeRestInHand} from './in-hand.js';

/** Has the contact been answered before, so that it waits for an agent to go on with it? */
export function isTakenUpAgain(center: Center, contact: number): boolean {
  const {model} = center;
  if (!model.hasSecondWaits) return false;
  return wasPutBack(center, contact) || (model.hasSilences && center.conversations.silences[contact] > 0);
}

/** Did its agent leave without having gone on with it? Else its customer was silent. */
export function wasPutBack({model, service}: Center, contact: number): boolean {
  return model.attention.putsBack && service.putBackAt[contact] >= 0;
}

/** An agent, who is neither idle nor busy at this moment or has room, goes on with a contact that another has left, or whose customer is back. */
export function takeUpAgain(center: Center, contact: number, agent: number): void {
  const {contacts, conversations, agents, floor, follower} = center;
  const {marks} = contacts;
  const mark = contact << Mark.shift;
  if (marks[mark | Mark.state] === State.waiting) center.waiting.remove(contact);
  agents.traits[(agent << Trait.shift) | Trait.doing] = Doing.busy;
  marks[mark | Mark.agent] = agent;
  if (follower !== null) follower.legTurns(center, contact, 'taken-up', agent);
  if (wasPutBack(center, contact)) {
    endWaitForRest(center, contact);
    takeRestInHand(center, contact, agent);
    return;
  }
  center.observer.waitedAgain?.(contacts, contact, floor.now, true);
  marks[mark | Mark.state] = State.inTalk;
  conversations.takeUp(contacts, contact, floor.now);
  takeInHand(center, contact, agent);
}
