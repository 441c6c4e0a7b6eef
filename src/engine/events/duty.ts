import {Doing, Due, Trait} from '../agents.js';
import type {Center} from '../center.js';
import {Duty} from '../outcomes.js';
import {Index, Mark} from '../contacts.js';
import {missFromNowOn} from './absence.js';
import {answer, answerByIdle} from './answer.js';
import {askForAgent, askForContact, askForInterruption} from './ask.js';
import {offerRoom, putBack, resume} from './in-hand.js';
import {scheduleNextChange} from './next-change.js';
import {scheduleNextStep} from './next-step.js';
import {recordDuty} from './record.js';
import {chooseRequest, dialOldestFirst, dialRequests} from './requests.js';

/** An agent has ended a contact, signed in or come back: it takes the next contact, or is idle, or goes as it was due to. */
export function becomeFree(center: Center, agent: number): void {
  const {traits} = center.agents;
  const {attention} = center.model;
  if (attention.shared && attention.groupShares[traits[(agent << Trait.shift) | Trait.group]] === 1) {
    haveRoom(center, agent);
    return;
  }
  if (center.surplus[traits[(agent << Trait.shift) | Trait.group]] > 0) takeOverLeaving(center, agent);
  const due = traits[(agent << Trait.shift) | Trait.due];
  if (due === Due.break) {
    traits[(agent << Trait.shift) | Trait.due] = Due.nothing;
    startBreakNow(center, agent);
    return;
  }
  if (due === Due.setAside) {
    startAside(center, agent);
    return;
  }
  const leaving = due === Due.leave;
  const contact = leaving ? chooseOfClosedQueues(center, agent) : askForContact(center, agent);
  if (contact !== Index.NONE) {
    answer(center, contact, agent);
    if (center.model.hasCallbacks) dialRequests(center, center.floor.typeOf(contact));
  } else if (center.model.hasCallbacks && dialOne(center, agent, leaving)) return;
  else if (leaving) signOutNow(center, agent);
  else becomeIdle(center, agent);
}

/** The agent, for whom nobody waits, dials a callback request if there is one for it. */
function dialOne(center: Center, agent: number, leaving: boolean): boolean {
  const request = chooseRequest(center, agent, leaving);
  if (request !== Index.NONE) answer(center, request, agent);
  return request !== Index.NONE;
}

/**
 * An agent of a group that shares attention has room, after a contact has ended or as the agent comes: takes what fits, goes on
 * with what was interrupted, or is idle, or goes as it was due to once nothing is in hand.
 */
function haveRoom(center: Center, agent: number): void {
  const {agents} = center;
  const {traits} = agents;
  const trait = agent << Trait.shift;
  if (traits[trait | Trait.load] === 0 && center.surplus[traits[trait | Trait.group]] > 0)
    takeOverLeaving(center, agent);
  const due = traits[trait | Trait.due];
  if (due === Due.nothing) {
    takeWhatFits(center, agent);
    return;
  }
  // who goes home finishes everything first; a break may come between an email and its rest
  if (agents.suspended[agent] !== 0) resume(center, agent, due === Due.leave);
  if (traits[trait | Trait.load] > 0) return;
  if (due === Due.break) {
    traits[trait | Trait.due] = Due.nothing;
    startBreakNow(center, agent);
  } else if (due === Due.setAside) startAside(center, agent);
  else {
    const contact = chooseOfClosedQueues(center, agent);
    if (contact !== Index.NONE) answer(center, contact, agent);
    else if (!(center.model.hasCallbacks && dialOne(center, agent, true))) signOutNow(center, agent);
  }
}

function takeWhatFits(center: Center, agent: number): void {
  const {agents, model} = center;
  const trait = agent << Trait.shift;
  const group = agents.traits[trait | Trait.group];
  while (agents.traits[trait | Trait.load] < model.attention.units[group]) {
    const contact = nextInHand(center, agent);
    if (contact === Index.NONE) break;
    answer(center, contact, agent);
    if (model.hasCallbacks) dialRequests(center, center.floor.typeOf(contact));
  }
  if (model.hasCallbacks && agents.traits[trait | Trait.load] === 0 && agents.suspended[agent] === 0)
    dialOne(center, agent, false);
  if (agents.suspended[agent] !== 0) resume(center, agent, true);
  if (agents.traits[trait | Trait.load] === 0) becomeIdle(center, agent);
  else {
    offerRoom(center, agent);
    // one who holds only what gives way to a call is ready for it, so that another may dial
    if (model.keepsForCallers) dialOldestFirst(center, Index.NONE);
  }
}

/** The next contact to take; work is not begun, or gone on with, while something waits that would interrupt it. */
export function nextInHand(center: Center, agent: number): number {
  const {agents, model} = center;
  const contact = askForContact(center, agent);
  if (contact === Index.NONE) return contact;
  const type = center.contacts.marks[(contact << Mark.shift) | Mark.contactType];
  if (model.attention.interruptible[agents.groupOf(agent) * model.contactTypes + type] === 0) return contact;
  const first = askForInterruption(center, agent, type);
  return first === Index.NONE ? contact : first;
}

/**
 * Where a group is told by numbers nobody has a shift of their own: when there are too many, whoever is free first leaves,
 * in the place of an agent who is still busy.
 */
function takeOverLeaving(center: Center, agent: number): void {
  const {agents} = center;
  const {traits} = agents;
  if (traits[(agent << Trait.shift) | Trait.due] === Due.leave) return;
  const group = agents.groupOf(agent);
  let other = agents.firstOfGroup[group] + agents.sizeOfGroup[group] - 1;
  while (traits[(other << Trait.shift) | Trait.due] !== Due.leave) other--;
  stay(center, other);
  traits[(agent << Trait.shift) | Trait.due] = Due.leave;
  agents.leavingSince[agent] = agents.leavingSince[other];
}

/** It goes, home or on a break, so that nothing of its own comes due. */
function stopTimer(center: Center, agent: number): void {
  center.presence.end(agent);
  scheduleNextChange(center);
}

/** What the agent was due to do is off, but for a break of its own that is still owed. */
function stay({agents, model, presence}: Center, agent: number): void {
  agents.traits[(agent << Trait.shift) | Trait.due] =
    model.hasTimers && presence.owes(agent) ? Due.setAside : Due.nothing;
}

/** Past the end of a shift an agent still serves those who wait when their queue has closed, and nobody else. */
function chooseOfClosedQueues({floor, waiting, open, model, routing}: Center, agent: number): number {
  floor.heads = waiting.head.map((contact, type) =>
    open[model.queueOfType[type]] === 0 && model.attention.deferred[type] === 0 ? contact : Index.NONE,
  );
  floor.askForContact(agent);
  const contact = routing.chooseContact(floor, agent);
  floor.heads = waiting.head;
  return contact;
}

function becomeIdle({agents, floor}: Center, agent: number): void {
  agents.idleSince[agent] = floor.now;
  agents.joinIdle(agent);
}

function stopIdling({agents, floor, model, memory}: Center, agent: number): void {
  agents.leaveIdle(agent);
  agents.idleSeconds[agents.groupOf(agent)] += floor.now - agents.idleSince[agent];
  if (model.remembersTimes) memory.idleSeconds[agent] += floor.now - agents.idleSince[agent];
}

/** Signs the agent in; one who was about to leave stays. */
export function signIn(center: Center, agent: number): void {
  const {agents, onDuty, model} = center;
  const {traits} = agents;
  const trait = agent << Trait.shift;
  const signedOut = traits[trait | Trait.doing] === Doing.signedOut;
  if (!signedOut && traits[trait | Trait.due] !== Due.leave) return;
  onDuty[traits[trait | Trait.group]]++;
  if (signedOut) startDuty(center, agent);
  else {
    stay(center, agent);
    if (model.attention.groupShares[traits[trait | Trait.group]] === 1) becomeFree(center, agent);
  }
}

/** Duty begins, at the start of a shift or after a break: the agent takes a contact, is idle, or is not really there yet. */
function startDuty(center: Center, agent: number): void {
  const {agents, floor, model, presence} = center;
  agents.dutySince[agent] = floor.now;
  if (model.hasTimers) {
    agents.traits[(agent << Trait.shift) | Trait.doing] = Doing.busy;
    if (presence.begin(agent, floor.now)) agents.traits[(agent << Trait.shift) | Trait.due] = Due.setAside;
    scheduleNextChange(center);
  }
  becomeFree(center, agent);
}

/** Signs the agent out: at once, or when the contact in hand ends. */
export function signOut(center: Center, agent: number): void {
  const {agents, onDuty, floor} = center;
  const {traits} = agents;
  const trait = agent << Trait.shift;
  if (traits[trait | Trait.doing] === Doing.signedOut || traits[trait | Trait.due] === Due.leave) return;
  onDuty[traits[trait | Trait.group]]--;
  if (traits[trait | Trait.doing] === Doing.busy) {
    traits[trait | Trait.due] = Due.leave;
    agents.leavingSince[agent] = floor.now;
    agents.unlist(agent);
  } else signOutNow(center, agent);
}

function signOutNow(center: Center, agent: number): void {
  const {agents, floor} = center;
  const trait = agent << Trait.shift;
  if (agents.traits[trait | Trait.doing] === Doing.idle) stopIdling(center, agent);
  comeBack(center, agent);
  while (agents.suspended[agent] !== 0) handOver(center, agent);
  closeDuty(center, agent, floor.now);
  if (center.model.hasTimers) stopTimer(center, agent);
  if (center.model.hasPaidAbsence) missFromNowOn(center, agent);
  const group = agents.traits[trait | Trait.group];
  if (agents.traits[trait | Trait.due] === Due.leave && center.surplus[group] > 0) center.surplus[group]--;
  agents.traits[trait | Trait.due] = Due.nothing;
  agents.traits[trait | Trait.doing] = Doing.signedOut;
}

/** The agent goes, and with work that was interrupted: it waits for somebody else. */
function handOver(center: Center, agent: number): void {
  const contact = putBack(center, agent);
  const other = askForAgent(center, contact);
  if (other !== Index.NONE && other !== agent) answerByIdle(center, contact, other);
  else scheduleNextStep(center, contact);
}

/** Writes down the stretch of paid time that ends now. */
export function closeDuty(center: Center, agent: number, now: number): void {
  const {agents} = center;
  const trait = agent << Trait.shift;
  const doing = agents.traits[trait | Trait.doing];
  if (doing === Doing.onBreak || doing === Doing.setAside) {
    recordDuty(center, agent, doing === Doing.onBreak ? Duty.break : Duty.setAside, agents.breakSince[agent], now);
    return;
  }
  // one who takes over the leaving of another may have come back later than that began
  const shiftEnd =
    agents.traits[trait | Trait.due] === Due.leave
      ? Math.max(agents.dutySince[agent], agents.leavingSince[agent])
      : now;
  recordDuty(center, agent, Duty.duty, agents.dutySince[agent], shiftEnd);
  recordDuty(center, agent, Duty.overrun, shiftEnd, now);
}

/** A break begins: at once, or when the contact in hand ends; its end stays where it was planned. */
export function startBreak(center: Center, agent: number): void {
  const {traits} = center.agents;
  const trait = agent << Trait.shift;
  if (traits[trait | Trait.doing] === Doing.busy) {
    if (traits[trait | Trait.due] !== Due.leave) traits[trait | Trait.due] = Due.break;
    center.agents.unlist(agent);
  } else if (traits[trait | Trait.doing] === Doing.idle) {
    stopIdling(center, agent);
    startBreakNow(center, agent);
  } else if (traits[trait | Trait.doing] === Doing.setAside) startBreakNow(center, agent);
}

function startBreakNow(center: Center, agent: number): void {
  const {agents, floor} = center;
  closeDuty(center, agent, floor.now);
  if (center.model.hasTimers) stopTimer(center, agent);
  goAway(center, agent, Doing.onBreak);
  agents.breakSince[agent] = floor.now;
}

/** The agent is not there though it is signed in. */
function goAway(center: Center, agent: number, doing: Doing): void {
  comeBack(center, agent);
  center.away[center.agents.groupOf(agent)]++;
  center.agents.traits[(agent << Trait.shift) | Trait.doing] = doing;
}

/** It was on a break or aside, if it was; the caller says what it does now. */
function comeBack({agents, away}: Center, agent: number): void {
  const doing = agents.traits[(agent << Trait.shift) | Trait.doing];
  if (doing === Doing.onBreak || doing === Doing.setAside) away[agents.groupOf(agent)]--;
}

/** An idle agent steps aside, though the timetable has no break. */
export function stepAsideNow(center: Center, agent: number): void {
  stopIdling(center, agent);
  startAside(center, agent);
}

function startAside(center: Center, agent: number): void {
  const {agents, floor, presence} = center;
  const trait = agent << Trait.shift;
  closeDuty(center, agent, floor.now);
  agents.traits[trait | Trait.due] = Due.nothing;
  goAway(center, agent, Doing.setAside);
  agents.breakSince[agent] = floor.now;
  presence.stepAside(agent, floor.now);
  scheduleNextChange(center);
}

/** An agent who was aside is there again. */
export function returnFromAside(center: Center, agent: number): void {
  const {agents, floor, presence} = center;
  closeDuty(center, agent, floor.now);
  comeBack(center, agent);
  agents.dutySince[agent] = floor.now;
  agents.traits[(agent << Trait.shift) | Trait.doing] = Doing.busy;
  presence.stepBack(agent, floor.now);
  scheduleNextChange(center);
  becomeFree(center, agent);
}

/** A break ends; one that had not begun is lost. */
export function endBreak(center: Center, agent: number): void {
  const {agents, floor} = center;
  const trait = agent << Trait.shift;
  if (agents.traits[trait | Trait.due] === Due.break) {
    stay(center, agent);
    if (center.model.attention.shared && agents.traits[trait | Trait.due] === Due.nothing) offerRoom(center, agent);
  }
  if (agents.traits[trait | Trait.doing] !== Doing.onBreak) return;
  closeDuty(center, agent, floor.now);
  comeBack(center, agent);
  agents.traits[trait | Trait.doing] = Doing.busy;
  startDuty(center, agent);
}

/**
 * The group has so many agents from now on. More: those about to leave stay, then others sign in, the lowest number
 * first. Fewer: idle ones sign out, the highest number first, then of the busy ones those whose contacts end first.
 */
export function setGroupCount(center: Center, group: number, count: number): void {
  const {agents, onDuty} = center;
  const first = agents.firstOfGroup[group];
  const last = first + agents.sizeOfGroup[group] - 1;
  for (let agent = first; agent <= last && onDuty[group] < count; agent++) {
    if (agents.traits[(agent << Trait.shift) | Trait.due] === Due.leave) signIn(center, agent);
  }
  center.surplus[group] = leavingOf(center, first, last);
  for (let agent = first; agent <= last && onDuty[group] < count; agent++) {
    if (!center.model.hasAbsence || !center.people.isAbsent(agent, center.floor.now)) signIn(center, agent);
  }
  for (let agent = last; agent >= first && onDuty[group] > count; agent--) {
    if (agents.traits[(agent << Trait.shift) | Trait.doing] === Doing.idle) signOut(center, agent);
  }
  for (let agent = last; agent >= first && onDuty[group] > count; agent--) signOut(center, agent);
  center.surplus[group] = leavingOf(center, first, last);
}

function leavingOf({agents: {traits}}: Center, first: number, last: number): number {
  let leaving = 0;
  for (let agent = first; agent <= last; agent++) {
    if (traits[(agent << Trait.shift) | Trait.due] === Due.leave) leaving++;
  }
  return leaving;
}
