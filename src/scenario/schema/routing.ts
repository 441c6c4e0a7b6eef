import type {AgentChoice, ContactCriterion, FixedCriterion, WaitingCriterion} from '../scenario.js';

/** Ways to choose among idle agents. */
export const AGENT_CHOICES = [
  'longest-idle',
  'least-occupied',
  'most-proficient',
  'fewest-contacts',
  'round-robin',
  'linear',
  'random',
  'weighted-random',
] as const satisfies readonly AgentChoice[];

/** What waiting contacts are compared by first. */
export const FIXED_CRITERIA = ['priority', 'level'] as const satisfies readonly FixedCriterion[];

/** What they are compared by last. */
export const WAITING_CRITERIA = [
  'age',
  'weighted-wait',
  'ageing',
  'due',
  'queue-length',
] as const satisfies readonly WaitingCriterion[];

/** All of them. */
export const CONTACT_CRITERIA: readonly ContactCriterion[] = [...FIXED_CRITERIA, ...WAITING_CRITERIA];

/** Is it one after which nothing more is compared? */
export const isWaitingCriterion = (criterion: ContactCriterion): criterion is WaitingCriterion =>
  WAITING_CRITERIA.some(name => name === criterion);

/** Rules with a name of their own, as criteria. */
export const CONTACT_RULES = {
  'first-in-first-out': ['age'],
  'priority-then-age': ['priority', 'age'],
  'priority-with-ageing': ['ageing'],
  'longest-weighted-wait': ['weighted-wait'],
  'earliest-due': ['due'],
  'longest-queue': ['queue-length'],
  'skill-order': ['level', 'age'],
} as const satisfies Readonly<Record<string, readonly ContactCriterion[]>>;
