import type {Scenario} from '../../scenario/scenario.js';
import {NONE} from '../contacts.js';
import type {FloorView} from '../floor.js';
import {ANY_TURN, LimitedFloor} from './limited-floor.js';
import {hasObstacles} from './obstacles.js';
import type {RoutingPolicy} from './policy.js';
import {nextTurn, siteShares, turnsOfGroups, type SiteShares} from './site-shares.js';

/** Does the scenario narrow who may serve whom by more than skills and delays? */
export function hasLimits(scenario: Scenario): boolean {
  const {groups, routing} = scenario;
  return (
    routing.reserves.length > 0 ||
    routing.lastAgentSeconds !== null ||
    routing.shares.some(shares => shares !== null) ||
    routing.expiry.some(rules => rules.some(({atSeconds}) => atSeconds > 0)) ||
    groups.some(({joins}) => joins !== null) ||
    hasObstacles(scenario)
  );
}

/**
 * A policy within the scenario's limits: it is shown the floor without what is out of bounds. A contact that knows an agent
 * goes to this one or waits a while; a type with shares asks its sites one after the other, the one furthest below its
 * share first.
 */
export function limited(policy: RoutingPolicy, scenario: Scenario): RoutingPolicy {
  const shares = siteShares(scenario);
  const view = new LimitedFloor(scenario, turnsOfGroups(scenario, shares));
  const knowsAgents = scenario.routing.lastAgentSeconds !== null;
  const tried = new Uint8Array(scenario.sites.length);

  function chooseBySite(floor: FloorView, contact: number, sites: SiteShares): number {
    const type = floor.typeOf(contact);
    tried.fill(0);
    for (let turn = nextTurn(sites, floor, type, tried); turn >= 0; turn = nextTurn(sites, floor, type, tried)) {
      view.seenFor(floor, contact, turn);
      const agent = policy.chooseAgent(view, contact);
      if (agent !== NONE) return agent;
      tried[turn] = 1;
    }
    view.seenFor(floor, contact, sites.shares.length);
    return policy.chooseAgent(view, contact);
  }

  return {
    chooseAgent(floor, contact) {
      view.seenFor(floor, contact, ANY_TURN);
      if (knowsAgents) {
        const known = view.knownAgentFor(contact);
        if (known !== NONE || view.waitsForKnown(contact)) return known;
      }
      const sites = shares[floor.typeOf(contact)];
      return sites === null ? policy.chooseAgent(view, contact) : chooseBySite(floor, contact, sites);
    },

    chooseContact(floor, agent) {
      view.seenBy(floor, agent);
      const known = knowsAgents ? view.contactThatKnows(agent) : NONE;
      return known !== NONE ? known : policy.chooseContact(view, agent);
    },
  };
}
