import type {Center} from '../center.js';
import {Index, Mark} from '../contacts.js';

/** Which agent takes the contact: one with room for it, or else one who may be interrupted for it; NONE: it waits. */
export function askForAgent(center: Center, contact: number): number {
  const {floor, routing} = center;
  const {attention} = center.model;
  if (!attention.shared) return routing.chooseAgent(floor, contact);
  const type = center.contacts.marks[(contact << Mark.shift) | Mark.contactType];
  floor.askForAgent(type, false);
  const agent = routing.chooseAgent(floor, contact);
  if (agent !== Index.NONE || attention.interrupting[type] === 0) return agent;
  floor.askForAgent(type, true);
  return routing.chooseAgent(floor, contact);
}

/** Which contact the agent takes next, as far as there is room for it; NONE: none. */
export function askForContact(center: Center, agent: number): number {
  const {floor, routing} = center;
  if (center.model.attention.shared) floor.askForContact(agent);
  return routing.chooseContact(floor, agent);
}

/** Which waiting contact may interrupt work of that type in the agent's hands; NONE: none. */
export function askForInterruption(center: Center, agent: number, heldType: number): number {
  center.floor.askForContact(agent, heldType);
  return center.routing.chooseContact(center.floor, agent);
}
