import type {FloorView} from '../floor.js';
import {bestAgent} from './best-agent.js';
import type {AgentPolicy} from './policy.js';
import type {AgentTiers} from './tiers.js';

/** Takes the idle agent who was busy for the lowest share of the time signed in so far, among the groups of the lowest level that has anyone idle; equal: the one idle for the longest time. */
export function leastOccupied(tiers: AgentTiers): AgentPolicy {
  return bestAgent(tiers, (floor: FloorView, agent, other) => {
    const difference = floor.occupancyOf(agent) - floor.occupancyOf(other);
    return difference < 0 || (difference === 0 && floor.idleLonger(agent, other));
  });
}
