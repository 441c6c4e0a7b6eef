import {Due, Trait} from '../agents.js';
import type {Center} from '../center.js';
import {Index, Mark, State} from '../contacts.js';
import {Outcome} from '../outcomes.js';
import {answerByIdle} from './answer.js';
import {askForAgent} from './ask.js';
import {becomeFree} from './duty.js';
import {endRinging} from './in-hand.js';
import {scheduleNextChange} from './next-change.js';
import {leaveQueue, waitingStep} from './wait.js';

/**
 * It has rung for long enough: the contact goes on waiting at its old place in the queue, or goes to another agent who is
 * idle, and the agent is set aside. At a queue that has sent the waiting away meanwhile it is sent away too.
 */
export function ringOver(center: Center, agent: number): void {
  const {ringing, waiting, model, people, presence} = center;
  const contact = ringing.contactAt[agent];
  const type = center.contacts.marks[(contact << Mark.shift) | Mark.contactType];
  const queue = model.queueOfType[type];
  ringing.take(contact);
  center.observer.notAnswered?.(center.contacts, contact, center.agents.groupOf(agent));
  waiting.putBack(contact);
  if (center.open[queue] === 0 && model.dismisses[queue] === 1) leaveQueue(center, contact, Outcome.dismissed);
  else {
    const other = askForAgent(center, contact);
    if (other !== Index.NONE) answerByIdle(center, contact, other);
  }
  const seconds = people.rulesOf(agent)?.noAnswer?.setAsideSeconds ?? 0;
  const due = (agent << Trait.shift) | Trait.due;
  if (seconds > 0) {
    presence.owe(agent, seconds);
    if (center.agents.traits[due] === Due.nothing) center.agents.traits[due] = Due.setAside;
  }
  stopRinging(center, agent);
}

/** The own time of a contact has come while it rings. It goes, or is answered elsewhere, and the agent is free; or it rings on. */
export function stepWhileRinging(center: Center, contact: number): void {
  const {ringing, waiting} = center;
  const {marks} = center.contacts;
  const agent = ringing.take(contact);
  waiting.putBack(contact);
  waitingStep(center, contact);
  if (marks[(contact << Mark.shift) | Mark.state] === State.waiting && !ringing.has(contact)) {
    waiting.remove(contact);
    ringing.put(contact, agent);
  } else {
    center.presence.timers.cancel(center.agents.count + agent);
    scheduleNextChange(center);
    stopRinging(center, agent);
  }
}

function stopRinging(center: Center, agent: number): void {
  const {ringing, agents, books, floor} = center;
  const group = agents.groupOf(agent);
  const since = ringing.since[agent];
  if (center.model.attention.groupShares[group] === 1) endRinging(center, agent);
  else {
    books.busySeconds[group] += floor.now - since;
    if (floor.now > since) center.observer.rang?.(agent, group, since, floor.now);
  }
  becomeFree(center, agent);
}
