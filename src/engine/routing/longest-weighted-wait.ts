import {NONE} from '../contacts.js';
import type {Floor} from '../floor.js';
import type {ContactPolicy} from './policy.js';
import type {ContactTiers} from './tiers.js';

/**
 * Takes the contact whose wait times the weight of its contact type is the largest, among the contact types of the first
 * tier (priority, level) in which anyone waits; equal: the one that came first.
 */
export function longestWeightedWait({start, list, minimumStage}: ContactTiers, weights: Float64Array): ContactPolicy {
  return (floor: Floor, agent: number): number => {
    let at = start[floor.groupOf(agent)];
    for (let length = list[at]; length > 0; length = list[at]) {
      let best = NONE;
      let most = -1;
      const end = at + length;
      while (at++ < end) {
        const head = floor.headOf(list[at]);
        if (head === NONE || floor.stageOf(head) < minimumStage[at]) continue;
        const weighted = floor.waitOf(head) * weights[list[at]];
        if (weighted > most || (weighted === most && floor.cameBefore(head, best))) {
          best = head;
          most = weighted;
        }
      }
      if (best !== NONE) return best;
    }
    return NONE;
  };
}
