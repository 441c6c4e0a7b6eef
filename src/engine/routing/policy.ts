import type {FloorView} from '../floor.js';

/**
 * The two questions that the engine asks. Contacts and agents are integers here and `floor` is the one view of them;
 * a policy looks and answers, the engine acts. NONE is an answer: the contact waits, the agent stays idle.
 */
export interface RoutingPolicy {
  /** Which agent for this contact: asked when it arrives and whenever its eligibility widens. */
  chooseAgent(floor: FloorView, contact: number): number;
  /** Which contact for this agent: asked when the agent becomes free or signs in. */
  chooseContact(floor: FloorView, agent: number): number;
}

/** The first question alone. */
export type AgentPolicy = RoutingPolicy['chooseAgent'];
/** The second question alone. */
export type ContactPolicy = RoutingPolicy['chooseContact'];
