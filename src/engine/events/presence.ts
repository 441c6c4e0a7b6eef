import {Doing, Due, Trait} from '../agents.js';
import type {Center} from '../center.js';
import {returnFromAside, stepAsideNow} from './duty.js';
import {ringOver} from './no-answer.js';

/** A timer of an agent is over: it returns, a contact has rung long enough, or an unscheduled break is due. */
export function agentTimer(center: Center): void {
  const {presence, agents} = center;
  const id = presence.timers.nextId();
  presence.timers.cancel(id);
  if (id >= agents.count) ringOver(center, id - agents.count);
  else if (agents.traits[(id << Trait.shift) | Trait.doing] === Doing.setAside) returnFromAside(center, id);
  else breakDue(center, id);
}

/** It begins at once, or when the contact in hand ends; not for one who is about to go home. */
function breakDue(center: Center, agent: number): void {
  const {traits} = center.agents;
  const trait = agent << Trait.shift;
  if (traits[trait | Trait.due] === Due.leave) {
    center.presence.renew(agent, center.floor.now);
    return;
  }
  center.presence.oweBreak(agent);
  if (traits[trait | Trait.doing] === Doing.idle) stepAsideNow(center, agent);
  else {
    if (traits[trait | Trait.due] === Due.nothing) traits[trait | Trait.due] = Due.setAside;
    center.agents.unlist(agent);
  }
}
