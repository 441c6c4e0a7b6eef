import type {AgentPolicy} from './policy.js';
import {longestIdle} from './longest-idle.js';
import type {AgentTiers} from './tiers.js';

/**
 * Takes the idle agent who handles this contact type fastest (lowest handle-time factor) among those of the lowest level;
 * equally fast: the one idle for the longest time.
 *
 * @param tiers with each level parted by proficiency: `agentTiers(scenario, true)`
 */
export function mostProficient(tiers: AgentTiers): AgentPolicy {
  return longestIdle(tiers);
}
