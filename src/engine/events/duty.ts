import {BUSY, IDLE, ON_BREAK, SIGNED_OUT} from '../agents.js';
import type {Center} from '../center.js';
import {DUTY} from '../columns.js';
import {NONE} from '../contacts.js';
import {answer} from './answer.js';
import {recordDuty} from './record.js';

/** An agent has ended a contact, signed in or come back: it takes the next contact, or is idle, or goes as it was due to. */
export function becomeFree(center: Center, agent: number): void {
  const {agents} = center;
  if (agents.breakDue[agent] === 1 && agents.leaving[agent] === 0) {
    agents.breakDue[agent] = 0;
    startBreakNow(center, agent);
    return;
  }
  const leaving = agents.leaving[agent] === 1;
  const contact = leaving ? chooseOfClosedQueues(center, agent) : center.routing.chooseContact(center.floor, agent);
  if (contact !== NONE) answer(center, contact, agent);
  else if (leaving) signOutNow(center, agent);
  else becomeIdle(center, agent);
}

/** Past the end of a shift an agent still serves those who wait when their queue has closed, and nobody else. */
function chooseOfClosedQueues({floor, waiting, open, model, routing}: Center, agent: number): number {
  floor.heads = waiting.head.map((contact, type) => (open[model.queueOfType[type]] === 0 ? contact : NONE));
  const contact = routing.chooseContact(floor, agent);
  floor.heads = waiting.head;
  return contact;
}

function becomeIdle({agents, floor}: Center, agent: number): void {
  agents.idleSince[agent] = floor.now;
  agents.joinIdle(agent);
}

function stopIdling({agents, floor}: Center, agent: number): void {
  agents.leaveIdle(agent);
  agents.idleSeconds[agents.group[agent]] += floor.now - agents.idleSince[agent];
}

/** Signs the agent in; one who was about to leave stays. */
export function signIn(center: Center, agent: number): void {
  const {agents, onDuty, floor} = center;
  if (agents.leaving[agent] === 1) agents.leaving[agent] = 0;
  else if (agents.state[agent] !== SIGNED_OUT) return;
  onDuty[agents.group[agent]]++;
  if (agents.state[agent] !== SIGNED_OUT) return;
  agents.dutySince[agent] = floor.now;
  becomeFree(center, agent);
}

/** Signs the agent out: at once, or when the contact in hand ends. */
export function signOut(center: Center, agent: number): void {
  const {agents, onDuty, floor} = center;
  if (agents.state[agent] === SIGNED_OUT || agents.leaving[agent] === 1) return;
  onDuty[agents.group[agent]]--;
  agents.breakDue[agent] = 0;
  if (agents.state[agent] === BUSY) {
    agents.leaving[agent] = 1;
    agents.leavingSince[agent] = floor.now;
  } else signOutNow(center, agent);
}

function signOutNow(center: Center, agent: number): void {
  const {agents, floor} = center;
  if (agents.state[agent] === IDLE) stopIdling(center, agent);
  closeDuty(center, agent, floor.now);
  agents.leaving[agent] = 0;
  agents.state[agent] = SIGNED_OUT;
}

/** Writes down the stretch of paid time that ends now. */
export function closeDuty(center: Center, agent: number, now: number): void {
  const {agents} = center;
  if (agents.state[agent] === ON_BREAK) {
    recordDuty(center, agent, DUTY.break, agents.breakSince[agent], now);
    return;
  }
  const shiftEnd = agents.leaving[agent] === 1 ? agents.leavingSince[agent] : now;
  recordDuty(center, agent, DUTY.duty, agents.dutySince[agent], shiftEnd);
  recordDuty(center, agent, DUTY.overrun, shiftEnd, now);
}

/** A break begins: at once, or when the contact in hand ends; its end stays where it was planned. */
export function startBreak(center: Center, agent: number): void {
  const {agents} = center;
  if (agents.state[agent] === BUSY) agents.breakDue[agent] = 1;
  else if (agents.state[agent] === IDLE) {
    stopIdling(center, agent);
    startBreakNow(center, agent);
  }
}

function startBreakNow(center: Center, agent: number): void {
  const {agents, floor} = center;
  closeDuty(center, agent, floor.now);
  agents.state[agent] = ON_BREAK;
  agents.breakSince[agent] = floor.now;
}

/** A break ends; one that had not begun is lost. */
export function endBreak(center: Center, agent: number): void {
  const {agents, floor} = center;
  agents.breakDue[agent] = 0;
  if (agents.state[agent] !== ON_BREAK) return;
  closeDuty(center, agent, floor.now);
  agents.dutySince[agent] = floor.now;
  becomeFree(center, agent);
}

/**
 * The group has so many agents from now on. More: those about to leave stay, then others sign in, the lowest number
 * first. Fewer: idle ones sign out, then busy ones when their contact ends, the highest number first.
 */
export function setGroupCount(center: Center, group: number, count: number): void {
  const {agents, onDuty} = center;
  const first = agents.firstOfGroup[group];
  const last = first + agents.sizeOfGroup[group] - 1;
  for (let agent = first; agent <= last && onDuty[group] < count; agent++) if (agents.leaving[agent] === 1) signIn(center, agent);
  for (let agent = first; agent <= last && onDuty[group] < count; agent++) signIn(center, agent);
  for (let agent = last; agent >= first && onDuty[group] > count; agent--) if (agents.state[agent] === IDLE) signOut(center, agent);
  for (let agent = last; agent >= first && onDuty[group] > count; agent--) signOut(center, agent);
}
