import type {FloorView} from '../floor.js';
import {bestAgent} from './best-agent.js';
import type {AgentPolicy} from './policy.js';
import type {AgentTiers} from './tiers.js';

/**
 * Takes the first idle agent in a fixed order, among the groups of the lowest level that has anyone idle. The order is that
 * of the agents' numbers: groups by their skills and hours (group-order.ts), so that their place in the file decides nothing.
 */
export function linear(tiers: AgentTiers): AgentPolicy {
  return bestAgent(tiers, (_: FloorView, agent, other) => agent < other);
}
