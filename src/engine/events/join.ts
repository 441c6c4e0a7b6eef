import type {Center} from '../center.js';
import {Index} from '../contacts.js';
import {answerByIdle} from './answer.js';
import {askForContact} from './ask.js';

/**
 * Whenever the condition on which a group joins may have begun to hold, that is after every event, its idle agents are
 * asked which contact they take; while it does not hold they take none.
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
  }
}
