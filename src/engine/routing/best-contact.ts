import {NONE} from '../contacts.js';
import type {FloorView} from '../floor.js';
import type {ContactPolicy} from './policy.js';
import type {ContactTiers} from './tiers.js';

/** How urgent a waiting contact is: the highest goes first. */
export type Urgency = (floor: FloorView, contact: number, contactType: number) => number;

/**
 * Looks at the first waiting contact of each contact type in the first tier (priority, level) in which anyone waits, and
 * takes the most urgent one; equal: the one that came first. So urgency must not fall with age inside a type.
 */
export function bestContact({start, list, minimumStage}: ContactTiers, urgencyOf: Urgency): ContactPolicy {
  return (floor: FloorView, agent: number): number => {
    let at = start[floor.groupOf(agent)];
    for (let length = list[at]; length > 0; length = list[at]) {
      let best = NONE;
      let most = -Infinity;
      const end = at + length;
      while (at++ < end) {
        const head = floor.headOf(list[at]);
        if (head === NONE || floor.stageOf(head) < minimumStage[at]) continue;
        const urgency = urgencyOf(floor, head, list[at]);
        if (best === NONE || urgency > most || (urgency === most && floor.cameBefore(head, best))) {
          best = head;
          most = urgency;
        }
      }
      if (best !== NONE) return best;
    }
    return NONE;
  };
}
