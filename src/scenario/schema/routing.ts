import type {AgentChoice, ContactCriterion} from '../scenario.js';

/** Ways to choose among idle agents. */
export const AGENT_CHOICES = [
  'longest-idle',
  'most-proficient',
  'fewest-contacts',
  'random',
] as const satisfies readonly AgentChoice[];

/** What waiting contacts are compared by. */
export const CONTACT_CRITERIA = [
  'priority',
  'level',
  'age',
  'weighted-wait',
] as const satisfies readonly ContactCriterion[];

/** Rules with a name of their own, as criteria. */
export const CONTACT_RULES = {
  'first-in-first-out': ['age'],
  'priority-then-age': ['priority', 'age'],
  'longest-weighted-wait': ['weighted-wait'],
} as const satisfies Readonly<Record<string, readonly ContactCriterion[]>>;
