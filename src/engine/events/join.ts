import type {Center} from '../center.js';
import {Index} from '../contacts.js';
import {answerByIdle} from './answer.js';
import {askForContact} from './ask.js';
import {nextInHand} from './duty.js';

/**
 * Whenever the condition on which a group joins may have begun to hold, that is after every event, its idle agents are
 * asked which contact they take, and then those who have room beside what is in hand; while it does not hold they take none.
 */
export function askJoiningGroups(center: Center): void {
  const {model, agents} = center;
  for (let index = 0; index < model.joiningGroups.length; index++) {
    const group = model.joiningGroups[index];
    for (let agent = agents.longestIdle(group); agent !== Index.NONE; agent = agents.longestIdle(group)) {
      const contact = askForContact(center, agent);
      if (contact === Index.NONE) break;
      answerByIdle(center, contact, agent);
    }
    if (model.attention.groupShares[group] === 1) while (askOneWithRoom(center, group));
  }
}

/**
 * Asks the busy agents of the group who may be given more, those with the least in hand first.
 *
 * @returns whether one of them took a contact
 */
function askOneWithRoom(center: Center, group: number): boolean {
  const {agents, model} = center;
  for (let load = 1; load <= model.attention.units[group]; load++) {
    for (let agent = agents.longestAt(group, load); agent !== Index.NONE; agent = agents.nextIdle(agent)) {
      const contact = nextInHand(center, agent);
      if (contact === Index.NONE) continue;
      answerByIdle(center, contact, agent);
      return true;
    }
  }
  return false;
}
