import {Doing, Trait} from '../agents.js';
import type {Center} from '../center.js';
import {Mark, Past, State, Time} from '../contacts.js';
import {Cause} from '../outcomes.js';
import {DRAW} from '../model.js';
import {draw} from './draw.js';
import {ringInHand} from './in-hand.js';
import {takeOwnLine} from './lines.js';

/** Is the contact on a leg that began as a callback? The customer is not on the line until an agent dials. */
export function isCallback({contacts: {marks, past}}: Center, contact: number): boolean {
  return (
    marks[(contact << Mark.shift) | Mark.leg] !== 1 && past[(contact << Past.shift) | Past.cause] === Cause.callback
  );
}

/**
 * The agent, who is neither idle nor busy at this moment, dials the customer of a request.
 *
 * @returns whether the customer answers; if not, it rings for a while and the agent is busy with that
 */
export function isReached(center: Center, contact: number, agent: number): boolean {
  const {model, agents, calendar} = center;
  const {times, marks} = center.contacts;
  const mark = contact << Mark.shift;
  const type = marks[mark | Mark.contactType];
  (marks[mark | Mark.state] === State.waiting ? center.waiting : center.requests).remove(contact);
  marks[mark | Mark.state] = State.dialled;
  if (draw(center, contact, DRAW.callbackAnswered) < model.callbacks.answered[type]) {
    takeOwnLine(center, model.queueOfType[type]);
    return true;
  }
  agents.traits[(agent << Trait.shift) | Trait.doing] = Doing.busy;
  marks[mark | Mark.agent] = agent;
  times[(contact << Time.shift) | Time.answeredAt] = center.floor.now;
  if (model.attention.groupShares[agents.groupOf(agent)] === 1) {
    ringInHand(center, contact, agent, model.callbacks.ring[type]);
    return false;
  }
  calendar.at[contact] = center.floor.now + model.callbacks.ring[type];
  calendar.schedule(contact);
  return false;
}
