import type {AgentChoice, Scenario, WaitingCriterion} from '../../scenario/scenario.js';
import type {Stream} from '../../random/stream.js';
import {earliestDue} from './earliest-due.js';
import {fewestContacts} from './fewest-contacts.js';
import {leastOccupied} from './least-occupied.js';
import {hasLimits, limited} from './limited.js';
import {linear} from './linear.js';
import {longestIdle} from './longest-idle.js';
import {longestQueue} from './longest-queue.js';
import {longestWeightedWait} from './longest-weighted-wait.js';
import {mostProficient} from './most-proficient.js';
import {oldestFirst} from './oldest-first.js';
import type {AgentPolicy, ContactPolicy, RoutingPolicy} from './policy.js';
import {priorityWithAgeing} from './priority-with-ageing.js';
import {randomAgent} from './random-agent.js';
import {roundRobin} from './round-robin.js';
import {agentTiers, contactTiers, type AgentTiers, type ContactTiers} from './tiers.js';
import {weightedRandomAgent} from './weighted-random-agent.js';

/** What a maker of an agent policy is given. */
interface Makings {
  readonly scenario: Scenario;
  readonly tiers: AgentTiers;
  /** Chance of the policy's own. */
  readonly stream: Stream;
}

const AGENT_POLICIES: Readonly<Record<AgentChoice, (makings: Makings) => AgentPolicy>> = {
  'longest-idle': ({tiers}) => longestIdle(tiers),
  'least-occupied': ({tiers}) => leastOccupied(tiers),
  'most-proficient': ({tiers}) => mostProficient(tiers),
  'fewest-contacts': ({tiers}) => fewestContacts(tiers),
  'round-robin': ({tiers}) => roundRobin(tiers),
  linear: ({tiers}) => linear(tiers),
  random: ({tiers, stream}) => randomAgent(tiers, stream),
  'weighted-random': ({scenario, tiers, stream}) => weightedRandomAgent(tiers, skillWeights(scenario), stream),
};

const CONTACT_POLICIES: Readonly<Record<WaitingCriterion, (tiers: ContactTiers, scenario: Scenario) => ContactPolicy>> =
  {
    age: tiers => oldestFirst(tiers),
    'weighted-wait': (tiers, {contactTypes}) =>
      longestWeightedWait(
        tiers,
        Float64Array.from(contactTypes, ({weight}) => weight),
      ),
    ageing: (tiers, {contactTypes}) =>
      priorityWithAgeing(
        tiers,
        Float64Array.from(contactTypes, ({priority}) => priority),
        Float64Array.from(contactTypes, ({ageing}) => ageing),
      ),
    due: (tiers, scenario) => earliestDue(tiers, scenario),
    'queue-length': tiers => longestQueue(tiers),
  };

/** The scenario's routing as a policy. */
export function makeRouting(scenario: Scenario, stream: Stream): RoutingPolicy {
  const {agent, contact} = scenario.routing;
  const tiers = agentTiers(scenario, agent === 'most-proficient');
  const policy = {
    chooseAgent: AGENT_POLICIES[agent]({scenario, tiers, stream}),
    chooseContact: CONTACT_POLICIES[contact[contact.length - 1] as WaitingCriterion](contactTiers(scenario), scenario),
  };
  return hasLimits(scenario) ? limited(policy, scenario) : policy;
}

/** By group × contact types + type. */
function skillWeights({groups, contactTypes}: Scenario): Float64Array {
  const weights = new Float64Array(groups.length * contactTypes.length);
  groups.forEach(({skills}, group) =>
    skills.forEach(({contactType, weight}) => (weights[group * contactTypes.length + contactType] = weight)),
  );
  return weights;
}
