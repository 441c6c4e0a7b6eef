import {NONE} from '../contacts.js';
import type {FloorView} from '../floor.js';
import type {ContactPolicy} from './policy.js';
import type {ContactTiers} from './tiers.js';

/** Takes the contact that has waited the longest, among the contact types of the first tier (priority, level) in which anyone waits. */
export function oldestFirst({start, list, minimumStage}: ContactTiers): ContactPolicy {
  return (floor: FloorView, agent: number): number => {
    let at = start[floor.groupOf(agent)];
    for (let length = list[at]; length > 0; length = list[at]) {
      let best = NONE;
      const end = at + length;
      while (at++ < end) {
        const head = floor.headOf(list[at]);
        if (head !== NONE && floor.stageOf(head) >= minimumStage[at] && (best === NONE || floor.cameBefore(head, best)))
          best = head;
      }
      if (best !== NONE) return best;
    }
    return NONE;
  };
}
