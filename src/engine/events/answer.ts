import {Doing, Trait} from '../agents.js';
import type {Center} from '../center.js';
import {Mark, State, Time} from '../contacts.js';
import {isCallback, isReached} from './dial.js';
import {meetFirstAgent} from './handover.js';
import {handleTimeFactor, takeInHand} from './in-hand.js';
import {isTakenUpAgain, takeUpAgain} from './take-up.js';
import {ringsInVain} from './ring.js';

/** The agent, who is neither idle nor busy at this moment, takes the contact from the queue or as it arrives. */
export function answer(center: Center, contact: number, agent: number): void {
  if (isTakenUpAgain(center, contact)) {
    takeUpAgain(center, contact, agent);
    return;
  }
  if (center.model.hasCallbacks && isCallback(center, contact) && !isReached(center, contact, agent)) return;
  const {model, calendar, agents, follower} = center;
  if (model.hasNoAnswer && ringsInVain(center, contact, agent)) return;
  const {times, marks} = center.contacts;
  const {now} = center.floor;
  const time = contact << Time.shift;
  const mark = contact << Mark.shift;
  const trait = agent << Trait.shift;
  if (marks[mark | Mark.state] === State.waiting) center.waiting.remove(contact);
  agents.traits[trait | Trait.doing] = Doing.busy;
  agents.traits[trait | Trait.answered]++;
  if (model.remembersAnswers)
    center.memory.answered(marks[mark | Mark.contactType], agent, agents.traits[trait | Trait.group]);
  if (model.remembersServiceLevel) {
    const type = marks[mark | Mark.contactType];
    const within = now <= times[time | Time.offeredAt] + model.threshold[type];
    center.memory.leftQueue(model.queueOfType[type], within);
  }
  if (model.remembersWaits && !(model.hasCallbacks && isCallback(center, contact)))
    center.memory.lastWait[model.queueOfType[marks[mark | Mark.contactType]]] = now - times[time | Time.offeredAt];
  marks[mark | Mark.state] = State.inTalk;
  marks[mark | Mark.agent] = agent;
  times[time | Time.answeredAt] = now;
  if (follower !== null) follower.legAnswered(center, contact, agent);
  if (model.hasWarmTransfers) meetFirstAgent(center, contact, handleTimeFactor(center, contact, agent));
  if (model.attention.shared && model.attention.groupShares[agents.traits[trait | Trait.group]] === 1) {
    takeInHand(center, contact, agent);
    return;
  }
  // a waiting contact's event (its patience, its next step) becomes its completion, in place
  const factor =
    model.handleTimeFactor[agents.traits[trait | Trait.group] * model.contactTypes + marks[mark | Mark.contactType]];
  const pace = model.hasPace ? center.people.paceOf(agent, now) : 1;
  calendar.at[contact] = now + times[time | Time.talk] * factor * pace;
  calendar.schedule(contact);
}

/** An agent who is idle, or has room beside the contacts in hand, takes the contact. */
export function answerByIdle(center: Center, contact: number, agent: number): void {
  const {agents} = center;
  if (center.model.attention.shared && agents.traits[(agent << Trait.shift) | Trait.doing] === Doing.busy) {
    answer(center, contact, agent);
    return;
  }
  agents.leaveIdle(agent);
  agents.idleSeconds[agents.groupOf(agent)] += center.floor.now - agents.idleSince[agent];
  if (center.model.remembersTimes) center.memory.idleSeconds[agent] += center.floor.now - agents.idleSince[agent];
  answer(center, contact, agent);
}
