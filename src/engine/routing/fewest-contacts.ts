import type {FloorView} from '../floor.js';
import {bestAgent} from './best-agent.js';
import type {AgentPolicy} from './policy.js';
import type {AgentTiers} from './tiers.js';

/** Takes the idle agent who has answered the fewest contacts, among the groups of the lowest level that has anyone idle; equal: the one idle for the longest time. */
export function fewestContacts(tiers: AgentTiers): AgentPolicy {
  return bestAgent(tiers, (floor: FloorView, agent, other) => {
    const difference = floor.answeredBy(agent) - floor.answeredBy(other);
    return difference < 0 || (difference === 0 && floor.idleLonger(agent, other));
  });
}
