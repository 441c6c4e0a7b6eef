import type {FloorView} from '../floor.js';
import {bestAgent} from './best-agent.js';
import type {AgentPolicy} from './policy.js';
import type {AgentTiers} from './tiers.js';

/**
 * Takes the next idle agent in a fixed order (that of `linear`) after the one who took the last contact of this type, among
 * the groups of the lowest level that has anyone idle; after the last agent comes the first.
 */
export function roundRobin(tiers: AgentTiers): AgentPolicy {
  return bestAgent(tiers, (floor: FloorView, agent, other, type) => {
    const last = floor.lastAnswererOf(type);
    return agent > last === other > last ? agent < other : agent > last;
  });
}
