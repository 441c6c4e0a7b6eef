import {Doing, Trait} from '../agents.js';
import type {Center} from '../center.js';
import {Mark, State} from '../contacts.js';
import {takeInHand} from './in-hand.js';

/** Has the contact been answered before, so that it waits for an agent to go on with it? */
export function isTakenUpAgain({model, conversations}: Center, contact: number): boolean {
  return model.hasSilences && conversations.silences[contact] > 0;
}

/** An agent, who is neither idle nor busy at this moment or has room, goes on with a contact whose customer is back. */
export function takeUpAgain(center: Center, contact: number, agent: number): void {
  const {contacts, conversations, agents, floor} = center;
  const {marks} = contacts;
  const mark = contact << Mark.shift;
  if (marks[mark | Mark.state] === State.waiting) center.waiting.remove(contact);
  center.observer.waitedAgain?.(contacts, contact, floor.now, true);
  agents.traits[(agent << Trait.shift) | Trait.doing] = Doing.busy;
  marks[mark | Mark.state] = State.inTalk;
  marks[mark | Mark.agent] = agent;
  if (center.follower !== null) center.follower.legTurns(center, contact, 'taken-up', agent);
  conversations.takeUp(contacts, contact, floor.now);
  takeInHand(center, contact, agent);
}
