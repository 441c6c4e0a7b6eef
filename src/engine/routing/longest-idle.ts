import {NONE} from '../contacts.js';
import type {FloorView} from '../floor.js';
import type {AgentPolicy} from './policy.js';
import type {AgentTiers} from './tiers.js';

/** Takes the agent who has been idle for the longest time, among the groups of the lowest level that has anyone idle. */
export function longestIdle({start, list, stageStart}: AgentTiers): AgentPolicy {
  return (floor: FloorView, contact: number): number => {
    let at = start[stageStart[floor.typeOf(contact)] + floor.stageOf(contact)];
    for (let length = list[at]; length > 0; length = list[at]) {
      let best = NONE;
      const end = at + length;
      while (at++ < end) {
        const agent = floor.longestIdle(list[at]);
        if (agent !== NONE && (best === NONE || floor.idleLonger(agent, best))) best = agent;
      }
      if (best !== NONE) return best;
    }
    return NONE;
  };
}
