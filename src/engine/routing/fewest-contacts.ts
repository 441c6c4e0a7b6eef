import {NONE} from '../contacts.js';
import type {Floor} from '../floor.js';
import type {AgentPolicy} from './policy.js';
import type {AgentTiers} from './tiers.js';

/** Takes the idle agent who has answered the fewest contacts, among the groups of the lowest level that has anyone idle; equal: the one idle for the longest time. */
export function fewestContacts({start, list, stageStart}: AgentTiers): AgentPolicy {
  return (floor: Floor, contact: number): number => {
    let at = start[stageStart[floor.typeOf(contact)] + floor.stageOf(contact)];
    for (let length = list[at]; length > 0; length = list[at]) {
      let best = NONE;
      const end = at + length;
      while (at++ < end) {
        for (let agent = floor.longestIdle(list[at]); agent !== NONE; agent = floor.nextIdle(agent)) {
          if (best === NONE || fewer(floor, agent, best)) best = agent;
        }
      }
      if (best !== NONE) return best;
    }
    return NONE;
  };
}

function fewer(floor: Floor, agent: number, other: number): boolean {
  const difference = floor.answeredBy(agent) - floor.answeredBy(other);
  return difference < 0 || (difference === 0 && floor.idleLonger(agent, other));
}
