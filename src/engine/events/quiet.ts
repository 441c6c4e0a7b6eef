import type {Center} from '../center.js';
import {Index, Mark, State, Time} from '../contacts.js';
import {DRAW, PURPOSES} from '../model.js';
import {Outcome} from '../outcomes.js';
import {answerByIdle} from './answer.js';
import {askForAgent} from './ask.js';
import {draw} from './draw.js';
import {becomeFree} from './duty.js';
import {endWaitForRest, release} from './in-hand.js';
import {scheduleNextStep} from './next-step.js';
import {recordLeg} from './record.js';
import {wasPutBack} from './take-up.js';

/** The customer falls silent: the agent has room for others, and goes on with it only when the customer is back. */
export function fallSilent(center: Center, contact: number): void {
  const {model, conversations, contacts, calendar, floor} = center;
  const mark = contact << Mark.shift;
  const {marks} = contacts;
  const type = marks[mark | Mark.contactType];
  const agent = marks[mark | Mark.agent];
  const purpose = DRAW.quietFor + conversations.silences[contact] * PURPOSES;
  const backAt = floor.now + model.quietFor[type](draw(center, contact, purpose));
  if (center.follower !== null) center.follower.legTurns(center, contact, 'quiet', agent);
  calendar.cancel(contact);
  release(center, contact, agent);
  conversations.letGo(contacts, contact, floor.now);
  marks[mark | Mark.state] = State.quiet;
  marks[mark | Mark.stage] = 0;
  if (backAt < model.horizon) {
    calendar.at[contact] = backAt;
    calendar.schedule(contact);
  }
  becomeFree(center, agent);
}

/** The customer is back: its own agent goes on with it, or whom the routing gives it, or it waits as one who comes now, without end. */
export function speakAgain(center: Center, contact: number): void {
  const {model, contacts, calendar, floor} = center;
  const {times, marks} = contacts;
  const mark = contact << Mark.shift;
  const type = marks[mark | Mark.contactType];
  const own = marks[mark | Mark.agent];
  if (center.follower !== null) center.follower.legTurns(center, contact, 'back', own);
  calendar.cancel(contact);
  times[(contact << Time.shift) | Time.offeredAt] = floor.now;
  times[(contact << Time.shift) | Time.patienceEnd] = Infinity;
  const agent = model.backToOwn[type] === 1 && floor.mayTake(own, type) ? own : askForAgent(center, contact);
  if (agent !== Index.NONE) {
    answerByIdle(center, contact, agent);
    return;
  }
  marks[mark | Mark.state] = State.waiting;
  center.waiting.append(contact);
  scheduleNextStep(center, contact);
}

/** The run is over and the contact, answered before, is not: it stays in service. */
export function leaveOpen(center: Center, contact: number): void {
  const {contacts, conversations, floor} = center;
  const mark = contact << Mark.shift;
  if (wasPutBack(center, contact)) endWaitForRest(center, contact);
  else {
    if (contacts.marks[mark | Mark.state] === State.waiting)
      center.observer.waitedAgain?.(contacts, contact, floor.now, false);
    conversations.takeUp(contacts, contact, floor.now);
    conversations.close(contacts, contact);
  }
  center.observer.leftOpen?.(contacts, contact);
  recordLeg(center, contact, Outcome.answered);
}
