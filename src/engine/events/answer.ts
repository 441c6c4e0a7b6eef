import {BUSY} from '../agents.js';
import {COMPLETION} from '../calendar.js';
import type {Center} from '../center.js';
import {IN_TALK, WAITING} from '../contacts.js';

/** The agent, who is neither idle nor busy at this moment, takes the contact from the queue or as it arrives. */
export function answer(center: Center, contact: number, agent: number): void {
  const {contacts, agents, calendar, model, floor} = center;
  const type = contacts.contactType[contact];
  const group = agents.group[agent];
  const now = floor.now;
  if (contacts.state[contact] === WAITING) center.waiting.remove(contact);
  agents.state[agent] = BUSY;
  agents.answered[agent]++;
  contacts.state[contact] = IN_TALK;
  contacts.agent[contact] = agent;
  contacts.answeredAt[contact] = now;
  center.books.inService[type]++;
  // a waiting contact's event (its patience, its next step) becomes its completion, in place
  calendar.at[contact] = now + contacts.talk[contact] * model.handleTimeFactor[group * model.contactTypes + type];
  calendar.rank[contact] = COMPLETION + contacts.number[contact];
  calendar.schedule(contact);
}

/** An idle agent takes the contact. */
export function answerByIdle(center: Center, contact: number, agent: number): void {
  const {agents} = center;
  agents.leaveIdle(agent);
  agents.idleSeconds[agents.group[agent]] += center.floor.now - agents.idleSince[agent];
  answer(center, contact, agent);
}
