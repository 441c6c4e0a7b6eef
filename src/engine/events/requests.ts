import type {Center} from '../center.js';
import {Index, Mark, Time} from '../contacts.js';
import {answerByIdle} from './answer.js';
import {askForAgent, askForContact} from './ask.js';

/**
 * Which callback request for an agent who is free and for whom nobody waits: the one that the routing would choose if the
 * requests were what waits.
 *
 * @param leaving past the end of the shift, when only those of closed queues are still served
 * @returns NONE when there is none, or when the agent is kept for those who call
 */
export function chooseRequest(center: Center, agent: number, leaving: boolean): number {
  const {model, requests, waiting, floor, dialable} = center;
  const {types} = model.callbacks;
  let any = false;
  for (let index = 0; index < types.length; index++) {
    const type = types[index];
    const may = mayDial(center, type, 1) && (!leaving || center.open[model.queueOfType[type]] === 0);
    dialable[type] = may ? requests.head[type] : Index.NONE;
    any ||= may;
  }
  if (!any) return Index.NONE;
  floor.heads = dialable;
  const contact = askForContact(center, agent);
  floor.heads = waiting.head;
  return contact;
}

/** Idle agents dial the requests of a contact type, as long as they may. */
export function dialRequests(center: Center, type: number): void {
  while (mayDial(center, type, 0)) {
    const contact = center.requests.head[type];
    const agent = askForAgent(center, contact);
    if (agent === Index.NONE) return;
    answerByIdle(center, contact, agent);
  }
}

/**
 * Idle agents dial the requests of a queue (NONE: of all queues) as long as they may, the oldest first: at a moment when
 * requests of several contact types become free at once, the order in which types are declared must not matter.
 */
export function dialOldestFirst(center: Center, queue: number): void {
  const {model, requests, contacts} = center;
  const numberOf = (contact: number): number => contacts.times[(contact << Time.shift) | Time.number];
  const left = new Set(model.callbacks.types);
  for (;;) {
    let next: number = Index.NONE;
    for (const type of left) {
      if ((queue !== Index.NONE && model.queueOfType[type] !== queue) || !mayDial(center, type, 0)) continue;
      const head = requests.head[type];
      if (next === Index.NONE || numberOf(head) < numberOf(next)) next = head;
    }
    if (next === Index.NONE) return;
    const agent = askForAgent(center, next);
    if (agent === Index.NONE) left.delete(contacts.marks[(next << Mark.shift) | Mark.contactType]);
    else answerByIdle(center, next, agent);
  }
}

/** Is there a request, nobody of the type on the line, and enough agents ready? Once nobody can call any more, no agent is kept for those who do. */
function mayDial(center: Center, type: number, alsoIdle: number): boolean {
  const {model, requests, waiting, open, floor} = center;
  if (requests.head[type] === Index.NONE || waiting.head[type] !== Index.NONE) return false;
  if (open[model.queueOfType[type]] === 0 || floor.now >= model.horizon) return true;
  return areReadyBeyond(center, type, model.callbacks.reserve[type] - alsoIdle, alsoIdle === 1);
}

/**
 * Is an agent with the skill idle, and are more than so many ready for those who call: idle, or with nothing in hand but what
 * gives way to a call?
 *
 * @param isIdle whether the agent who would dial is idle already
 */
function areReadyBeyond({model, agents, floor}: Center, type: number, kept: number, isIdle: boolean): boolean {
  let left = kept;
  let someIdle = isIdle;
  if (left < 0) return true;
  const {groupShares, units} = model.attention;
  for (let group = 0; group < model.groups; group++) {
    if (!(model.handleTimeFactor[group * model.contactTypes + type] > 0)) continue;
    const loads = groupShares[group] === 1 && model.callbacks.reserve[type] > 0 ? units[group] : 0;
    for (let load = 0; load <= loads; load++) {
      let agent = agents.longestAt(group, load);
      for (; agent !== Index.NONE; agent = agents.nextIdle(agent)) {
        if (load === 0) someIdle = true;
        else if (!floor.isReady(agent, model.callbacks.alone[type])) continue;
        if (--left < 0 && someIdle) return true;
      }
    }
  }
  return false;
}
