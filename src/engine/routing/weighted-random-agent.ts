import type {Stream} from '../../random/stream.js';
import {NONE} from '../contacts.js';
import type {FloorView} from '../floor.js';
import type {AgentPolicy} from './policy.js';
import type {AgentTiers} from './tiers.js';

/**
 * Takes an idle agent by chance in proportion to the weight of the skill (else of the group), among the groups of the
 * lowest level that has anyone idle.
 *
 * @param weights by group × contact types + type, above 0
 */
export function weightedRandomAgent(
  {start, list, stageStart}: AgentTiers,
  weights: Float64Array,
  stream: Stream,
): AgentPolicy {
  const types = stageStart.length;
  return (floor: FloorView, contact: number): number => {
    const type = floor.typeOf(contact);
    let at = start[stageStart[type] + floor.stageOf(contact)];
    for (let length = list[at]; length > 0; length = list[at]) {
      const end = at + length;
      let total = 0;
      for (let member = at + 1; member <= end; member++)
        total += floor.idleIn(list[member]) * weights[list[member] * types + type];
      if (total > 0) return drawn(floor, list, at + 1, end, stream.next() * total, type, weights);
      at = end + 1;
    }
    return NONE;
  };

  function drawn(
    floor: FloorView,
    members: Int32Array,
    first: number,
    end: number,
    point: number,
    type: number,
    weightOf: Float64Array,
  ): number {
    let left = point;
    let chosen = NONE;
    for (let member = first; member <= end; member++) {
      const weight = weightOf[members[member] * types + type];
      for (let agent = floor.longestIdle(members[member]); agent !== NONE; agent = floor.nextIdle(agent)) {
        // the last one stands in where rounding leaves nobody
        chosen = agent;
        left -= weight;
        if (left < 0) return chosen;
      }
    }
    return chosen;
  }
}
