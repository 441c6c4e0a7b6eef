import {Doing, Due, Trait} from '../agents.js';
import {MOST_AT_ONCE} from '../attention.js';
import type {Center} from '../center.js';
import {Mark, State, Time} from '../contacts.js';
import {DRAW, PURPOSES} from '../model.js';
import {draw} from './draw.js';

/**
 * Where attention is shared: an agent takes a contact in hand beside others, an agent's work is interrupted or gone on with,
 * and everything in hand goes on faster or slower as the number of concurrent contacts changes.
 */

/** The contact, just answered or taken up again, comes into the agent's hands; work that it may interrupt is put aside. */
export function takeInHand(center: Center, contact: number, agent: number): void {
  makeRoom(center, contact, agent);
  center.service.left[contact] = nextStretch(center, contact) * handleTimeFactor(center, contact, agent);
  hold(center, contact, agent);
}

/** Puts aside what the contact may interrupt, if it does not fit beside it; the agent is given nothing else. */
function makeRoom(center: Center, contact: number, agent: number): void {
  const {agents, contacts, floor} = center;
  const {marks} = contacts;
  const type = marks[(contact << Mark.shift) | Mark.contactType];
  const {interrupts} = center.model.attention;
  const row = (agents.groupOf(agent) * center.model.contactTypes + type) * center.model.contactTypes;
  agents.unlist(agent);
  if (floor.fits(agent, type)) return;
  let held = agents.traits[(agent << Trait.shift) | Trait.hand];
  while (held !== 0) {
    const next = marks[(held << Mark.shift) | Mark.next];
    const may = interrupts[row + marks[(held << Mark.shift) | Mark.contactType]] === 1;
    if (may && marks[(held << Mark.shift) | Mark.state] !== State.handingOver) suspend(center, held, agent);
    held = next;
  }
}

/** A live contact rings at the agent, who does nothing else meanwhile; what it may interrupt is put aside. */
export function ringAtAgent(center: Center, contact: number, agent: number): void {
  const {agents, model} = center;
  const trait = agent << Trait.shift;
  makeRoom(center, contact, agent);
  changeLoad(center, agent, model.attention.units[agents.traits[trait | Trait.group]]);
}

/** It rings no more. */
export function endRinging(center: Center, agent: number): void {
  changeLoad(center, agent, -center.agents.traits[(agent << Trait.shift) | Trait.load]);
}

/** Seconds of talk that come next: all of it, or up to a silence of the customer. */
function nextStretch(center: Center, contact: number): number {
  const {model, conversations, contacts} = center;
  const {times, marks} = contacts;
  const type = marks[(contact << Mark.shift) | Mark.contactType];
  const silences = model.hasSilences ? conversations.silences[contact] : 0;
  const talk = silences > 0 ? conversations.rest[contact] : times[(contact << Time.shift) | Time.talk];
  if (silences === 0) times[(contact << Time.shift) | Time.paused] = 0;
  if (!model.hasSilences || model.fallsSilent[type] === 0) return talk;
  const untilSilence =
    silences < model.quietAtMost[type]
      ? model.quietAfter[type](draw(center, contact, DRAW.quietAfter + silences * PURPOSES))
      : Infinity;
  const stretch = Math.min(talk, untilSilence);
  conversations.rest[contact] = talk - stretch;
  return stretch;
}

/** The agent is busy with a call that nobody answers for so many seconds; what the call may interrupt is put aside. */
export function ringInHand(center: Center, contact: number, agent: number, seconds: number): void {
  makeRoom(center, contact, agent);
  center.service.left[contact] = seconds;
  hold(center, contact, agent);
}

/** The talk of a contact in hand is over and its wrap-up begins. */
export function wrapUpInHand(center: Center, contact: number): void {
  const {service, floor, contacts} = center;
  const agent = contacts.marks[(contact << Mark.shift) | Mark.agent];
  service.left[contact] =
    contacts.times[(contact << Time.shift) | Time.wrapUp] * handleTimeFactor(center, contact, agent);
  service.since[contact] = floor.now;
  schedule(center, contact);
}

/** A contact leaves the agent's hands, done with or put aside. */
export function release(center: Center, contact: number, agent: number): void {
  const {agents, contacts} = center;
  const {traits} = agents;
  const {marks} = contacts;
  const trait = agent << Trait.shift;
  const before = marks[(contact << Mark.shift) | Mark.previous];
  const after = marks[(contact << Mark.shift) | Mark.next];
  if (before === 0) traits[trait | Trait.hand] = after;
  else marks[(before << Mark.shift) | Mark.next] = after;
  if (after !== 0) marks[(after << Mark.shift) | Mark.previous] = before;
  agents.unlist(agent);
  changeLoad(center, agent, -unitsOf(center, contact, agent));
  countConcurrent(center, contact, agent, -1);
}

/**
 * The agent goes on with what was put aside, as far as there is room for it.
 *
 * @param alsoDeferred or only with those whose customers wait for it
 */
export function resume(center: Center, agent: number, alsoDeferred: boolean): void {
  const {contacts, floor, model, agents} = center;
  const {marks} = contacts;
  let before = 0;
  let contact = agents.suspended[agent];
  while (contact !== 0) {
    const next = marks[(contact << Mark.shift) | Mark.next];
    const type = marks[(contact << Mark.shift) | Mark.contactType];
    if ((alsoDeferred || model.attention.deferred[type] === 0) && floor.fits(agent, type)) {
      if (before === 0) agents.suspended[agent] = next;
      else marks[(before << Mark.shift) | Mark.next] = next;
      goOn(center, contact, agent, type);
    } else before = contact;
    contact = next;
  }
}

function goOn(center: Center, contact: number, agent: number, type: number): void {
  const {agents, contacts, service, floor, model} = center;
  agents.traits[(agent << Trait.shift) | Trait.doing] = Doing.busy;
  contacts.marks[(contact << Mark.shift) | Mark.state] = service.stateBefore[contact];
  contacts.times[(contact << Time.shift) | Time.paused] += floor.now - service.since[contact];
  if (center.follower !== null) center.follower.legTurns(center, contact, 'resumed', agent);
  service.left[contact] += model.attention.restart[agents.groupOf(agent) * model.contactTypes + type];
  hold(center, contact, agent);
}

/**
 * Work that was interrupted goes back to the head of its queue, with what is left of it.
 *
 * @returns the contact that was put aside last
 */
export function putBack(center: Center, agent: number): number {
  const {agents, contacts, service, waiting, floor} = center;
  const contact = agents.suspended[agent];
  const {times, marks} = contacts;
  const time = contact << Time.shift;
  agents.suspended[agent] = marks[(contact << Mark.shift) | Mark.next];
  service.left[contact] /= handleTimeFactor(center, contact, agent);
  service.putBackAt[contact] = floor.now;
  service.pausedBefore[contact] = times[time | Time.paused];
  times[time | Time.patienceEnd] = Infinity;
  marks[(contact << Mark.shift) | Mark.state] = State.waiting;
  if (center.follower !== null) center.follower.legTurns(center, contact, 'put-back', agent);
  waiting.prepend(contact);
  return contact;
}

/** The rest of work that was put back comes into the agent's hands. */
export function takeRestInHand(center: Center, contact: number, agent: number): void {
  const {contacts, service, agents, model} = center;
  const {attention} = model;
  const type = contacts.marks[(contact << Mark.shift) | Mark.contactType];
  makeRoom(center, contact, agent);
  contacts.marks[(contact << Mark.shift) | Mark.state] = service.stateBefore[contact];
  service.left[contact] *= handleTimeFactor(center, contact, agent);
  service.left[contact] += attention.restart[agents.groupOf(agent) * model.contactTypes + type];
  hold(center, contact, agent);
}

/** Work that was put back waits no more: an agent has it again, or the run is over. Its slot tells of all the time in which none worked on it. */
export function endWaitForRest({contacts, service, floor, observer}: Center, contact: number): void {
  observer.waitedForRest?.(contacts, contact, service.putBackAt[contact], floor.now);
  contacts.times[(contact << Time.shift) | Time.paused] =
    service.pausedBefore[contact] + floor.now - service.since[contact];
  service.putBackAt[contact] = -1;
}

/** Offers the agent, who is not about to go, to further contacts: those for which there is room, or that may interrupt. */
export function offerRoom(center: Center, agent: number): void {
  const {agents, model, contacts} = center;
  const {attention} = model;
  const {traits} = agents;
  const trait = agent << Trait.shift;
  const group = traits[trait | Trait.group];
  const load = traits[trait | Trait.load];
  agents.unlist(agent);
  // nothing in hand: idle, or somebody rings
  if (traits[trait | Trait.hand] === 0 || traits[trait | Trait.due] !== Due.nothing) return;
  agents.idleSince[agent] = center.floor.now;
  if (load < attention.units[group]) agents.list(agent, load);
  else {
    let held = traits[trait | Trait.hand];
    for (; held !== 0; held = contacts.marks[(held << Mark.shift) | Mark.next]) {
      const type = contacts.marks[(held << Mark.shift) | Mark.contactType];
      if (attention.interruptible[group * model.contactTypes + type] === 1) {
        agents.list(agent, load);
        return;
      }
    }
  }
}

/** Writes down the stretch of busy time since the load last changed; the load may change afterwards. */
function closeStretch(center: Center, agent: number): void {
  const {agents, floor, books, observer, model} = center;
  const group = agents.groupOf(agent);
  const load = agents.traits[(agent << Trait.shift) | Trait.load];
  const from = agents.loadSince[agent];
  agents.loadSince[agent] = floor.now;
  if (load === 0 || floor.now <= from) return;
  books.busySeconds[group] += floor.now - from;
  observer.busyEnded(group, load / model.attention.units[group], from, floor.now);
}

function changeLoad(center: Center, agent: number, units: number): void {
  closeStretch(center, agent);
  center.agents.traits[(agent << Trait.shift) | Trait.load] += units;
}

function hold(center: Center, contact: number, agent: number): void {
  const {agents, contacts, service, floor} = center;
  const {traits} = agents;
  const {marks} = contacts;
  const trait = agent << Trait.shift;
  const first = traits[trait | Trait.hand];
  marks[(contact << Mark.shift) | Mark.previous] = 0;
  marks[(contact << Mark.shift) | Mark.next] = first;
  if (first !== 0) marks[(first << Mark.shift) | Mark.previous] = contact;
  traits[trait | Trait.hand] = contact;
  service.since[contact] = floor.now;
  service.slowness[contact] = 1;
  changeLoad(center, agent, unitsOf(center, contact, agent));
  countConcurrent(center, contact, agent, 1);
  schedule(center, contact);
  offerRoom(center, agent);
}

/** A contact in the agent's hands is put aside. */
function suspend(center: Center, contact: number, agent: number): void {
  const {agents, contacts, service, floor, calendar} = center;
  const {marks} = contacts;
  service.left[contact] -= (floor.now - service.since[contact]) / service.slowness[contact];
  service.since[contact] = floor.now;
  service.stateBefore[contact] = marks[(contact << Mark.shift) | Mark.state];
  marks[(contact << Mark.shift) | Mark.state] = State.suspended;
  if (center.follower !== null) center.follower.legTurns(center, contact, 'interrupted', agent);
  calendar.cancel(contact);
  release(center, contact, agent);
  marks[(contact << Mark.shift) | Mark.next] = agents.suspended[agent];
  agents.suspended[agent] = contact;
}

/** One concurrent contact more or less: all of them go on at another speed. */
function countConcurrent(center: Center, contact: number, agent: number, change: number): void {
  const {agents, contacts, model, service, floor} = center;
  const {marks} = contacts;
  const {concurrent, slowness} = model.attention;
  if (concurrent[marks[(contact << Mark.shift) | Mark.contactType]] === 0) return;
  agents.concurrent[agent] += change;
  const atOnce = Math.min(agents.concurrent[agent], MOST_AT_ONCE) - 1;
  let held = agents.traits[(agent << Trait.shift) | Trait.hand];
  for (; held !== 0; held = marks[(held << Mark.shift) | Mark.next]) {
    const type = marks[(held << Mark.shift) | Mark.contactType];
    if (concurrent[type] === 0) continue;
    const now = slowness[type * MOST_AT_ONCE + atOnce];
    if (now === service.slowness[held]) continue;
    if (marks[(held << Mark.shift) | Mark.state] === State.handingOver) {
      service.slowness[held] = now;
      continue;
    }
    const done = (floor.now - service.since[held]) / service.slowness[held];
    service.left[held] = Math.max(0, service.left[held] - done);
    service.since[held] = floor.now;
    service.slowness[held] = now;
    schedule(center, held);
  }
}

function schedule({calendar, service}: Center, contact: number): void {
  calendar.at[contact] = service.since[contact] + service.left[contact] * service.slowness[contact];
  calendar.schedule(contact);
}

function unitsOf({agents, contacts, model}: Center, contact: number, agent: number): number {
  const type = contacts.marks[(contact << Mark.shift) | Mark.contactType];
  return model.attention.unitsOfContact[agents.groupOf(agent) * model.contactTypes + type];
}

/** Of the agent's group and its own. */
export function handleTimeFactor(
  {agents, contacts, model, people, floor}: Center,
  contact: number,
  agent: number,
): number {
  const type = contacts.marks[(contact << Mark.shift) | Mark.contactType];
  const pace = model.hasPace ? people.paceOf(agent, floor.now) : 1;
  return model.handleTimeFactor[agents.groupOf(agent) * model.contactTypes + type] * pace;
}
