import type {AgentChoice, Scenario} from '../../scenario/scenario.js';
import type {Stream} from '../../random/stream.js';
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
  /** Chance of the policy's own. */
  readonly stream: Stream;
}

const AGENT_POLICIES: Readonly<Record<AgentChoice, (makings: Makings) => AgentPolicy>> = {
  'longest-idle': ({tiers}) => longestIdle(tiers),
  'most-proficient': ({tiers}) => mostProficient(tiers),
  'fewest-contacts': ({tiers}) => fewestContacts(tiers),
  random: ({tiers, stream}) => randomAgent(tiers, stream),
};

/** The scenario's routing as a policy. */
export function makeRouting(scenario: Scenario, stream: Stream): RoutingPolicy {
  const {agent} = scenario.routing;
  const tiers = agentTiers(scenario, agent === 'most-proficient');
  return {chooseAgent: AGENT_POLICIES[agent]({tiers, stream}), chooseContact: contactPolicy(scenario)};
}

function contactPolicy(scenario: Scenario): ContactPolicy {
  const tiers = contactTiers(scenario);
  if (!scenario.routing.contact.includes('weighted-wait')) return oldestFirst(tiers);
  return longestWeightedWait(
    tiers,
    Float64Array.from(scenario.contactTypes, ({weight}) => weight),
  );
}
