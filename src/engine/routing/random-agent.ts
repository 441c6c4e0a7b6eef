import type {Stream} from '../../random/stream.js';
import {NONE} from '../contacts.js';
import type {FloorView} from '../floor.js';
import type {AgentPolicy} from './policy.js';
import type {AgentTiers} from './tiers.js';

/** Takes any idle agent with equal chance, among the groups of the lowest level that has anyone idle. */
export function randomAgent({start, list, stageStart}: AgentTiers, stream: Stream): AgentPolicy {
  return (floor: FloorView, contact: number): number => {
    let at = start[stageStart[floor.typeOf(contact)] + floor.stageOf(contact)];
    for (let length = list[at]; length > 0; length = list[at]) {
      let idle = 0;
      const end = at + length;
      for (let member = at + 1; member <= end; member++) idle += floor.idleIn(list[member]);
      if (idle > 0) return nthIdle(floor, list, at + 1, Math.floor(stream.next() * idle));
      at = end + 1;
    }
    return NONE;
  };
}

function nthIdle(floor: FloorView, list: Int32Array, firstMember: number, n: number): number {
  let member = firstMember;
  let left = n;
  while (left >= floor.idleIn(list[member])) left -= floor.idleIn(list[member++]);
  let agent = floor.longestIdle(list[member]);
  while (left-- > 0) agent = floor.nextIdle(agent);
  return agent;
}
