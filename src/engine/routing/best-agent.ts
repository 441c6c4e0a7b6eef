import {NONE} from '../contacts.js';
import type {FloorView} from '../floor.js';
import type {AgentPolicy} from './policy.js';
import type {AgentTiers} from './tiers.js';

/** Is the first agent to be preferred for a contact of this type? */
export type BetterAgent = (floor: FloorView, agent: number, other: number, contactType: number) => boolean;

/** Looks at every idle agent of the groups of the lowest level that has anyone idle, and takes the best one. */
export function bestAgent({start, list, stageStart}: AgentTiers, isBetter: BetterAgent): AgentPolicy {
  return (floor: FloorView, contact: number): number => {
    const type = floor.typeOf(contact);
    let at = start[stageStart[type] + floor.stageOf(contact)];
    for (let length = list[at]; length > 0; length = list[at]) {
      let best = NONE;
      const end = at + length;
      while (at++ < end) {
        for (let agent = floor.longestIdle(list[at]); agent !== NONE; agent = floor.nextIdle(agent)) {
          if (best === NONE || isBetter(floor, agent, best, type)) best = agent;
        }
      }
      if (best !== NONE) return best;
    }
    return NONE;
  };
}
