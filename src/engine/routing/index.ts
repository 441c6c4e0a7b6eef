import type {AgentChoice, Scenario} from '../../scenario/scenario.js';
import {makeStream} from '../../random/stream.js';
import {fewestContacts} from './fewest-contacts.js';
import {longestIdle} from './longest-idle.js';
import {longestWeightedWait} from './longest-weighted-wait.js';
import {mostProficient} from './most-proficient.js';
import {oldestFirst} from './oldest-first.js';
import type {AgentPolicy, ContactPolicy, RoutingPolicy} from './policy.js';
import {randomAgent} from './random-agent.js';
import {agentTiers, contactTiers, type AgentTiers} from './tiers.js';

/** What a maker of an agent policy is given. */
interface Makings {
  readonly tiers: AgentTiers;
  readonly seed: string;
  readonly replication: number;
}

const AGENT_POLICIES: Readonly<Record<AgentChoice, (makings: Makings) => AgentPolicy>> = {
  'longest-idle': ({tiers}) => longestIdle(tiers),
  'most-proficient': ({tiers}) => mostProficient(tiers),
  'fewest-contacts': ({tiers}) => fewestContacts(tiers),
  random: ({tiers, seed, replication}) => randomAgent(tiers, makeStream(seed, replication, 'routing', 'random-agent')),
};

/** The scenario's routing as a policy, made afresh for one replication. */
export function makeRouting(scenario: Scenario, seed: string, replication: number): RoutingPolicy {
  const {agent} = scenario.routing;
  const tiers = agentTiers(scenario, agent === 'most-proficient');
  return {chooseAgent: AGENT_POLICIES[agent]({tiers, seed, replication}), chooseContact: contactPolicy(scenario)};
}

function contactPolicy(scenario: Scenario): ContactPolicy {
  const tiers = contactTiers(scenario);
  if (!scenario.routing.contact.includes('weighted-wait')) return oldestFirst(tiers);
  return longestWeightedWait(
    tiers,
    Float64Array.from(scenario.contactTypes, ({weight}) => weight),
  );
}
