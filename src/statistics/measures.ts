import type {Scenario} from '../scenario/scenario.js';
import {MEASURE_NAMES, type MeasureName} from '../scenario/schema/measures.js';
import type {CellName} from './cells.js';
import type {Scope, Unit} from './results.js';

/**
 * How a figure is made of cells (cells.ts), added up over the rows of its scope and over replications:
 * `count` numerator a replication; `ratio` sum of numerators ÷ sum of denominators; `rate` numerator ÷ elapsed seconds;
 * `percentile` from the histogram of waits.
 */
export type Making =
  | {readonly kind: 'count'; readonly numerator: CellName}
  | {readonly kind: 'ratio'; readonly numerator: CellName; readonly denominator: CellName}
  | {readonly kind: 'rate'; readonly numerator: CellName}
  | {readonly kind: 'percentile'; readonly share: number};

/** One line of the table of measures. */
export interface Measure {
  /** In words, lower case, as a heading or in a sentence. */
  readonly label: string;
  readonly unit: Unit;
  /** Which way a planner wants it to go. */
  readonly better: 'higher' | 'lower' | 'neither';
  /** Formula in words and symbols for the reference page. */
  readonly formula: string;
  /** Scopes in which it exists. */
  readonly scopes: readonly Scope[];
  readonly making: Making;
}

const CONTACTS: readonly Scope[] = ['total', 'channel', 'contactType', 'queue'];
const AGENTS: readonly Scope[] = ['total', 'group', 'site'];
const EVERYWHERE: readonly Scope[] = ['total', 'channel', 'contactType', 'queue', 'group', 'site'];

/** A mean number of contacts a replication. */
function count(
  numerator: CellName,
  label: string,
  formula: string,
  better: Measure['better'] = 'neither',
  scopes = CONTACTS,
): Measure {
  return {label, unit: 'count', better, formula, scopes, making: {kind: 'count', numerator}};
}

function ratio(
  numerator: CellName,
  denominator: CellName,
  label: string,
  unit: Unit,
  better: Measure['better'],
  formula: string,
  scopes = CONTACTS,
): Measure {
  return {label, unit, better, formula, scopes, making: {kind: 'ratio', numerator, denominator}};
}

function rate(
  numerator: CellName,
  label: string,
  unit: Unit,
  better: Measure['better'],
  formula: string,
  scopes = CONTACTS,
): Measure {
  return {label, unit, better, formula, scopes, making: {kind: 'rate', numerator}};
}

function waitPercentile(percent: number): Measure {
  return {
    label: `wait that ${percent} % stay under`,
    unit: 'seconds',
    better: 'lower',
    scopes: CONTACTS,
    formula: `smallest wait that at least ${percent} % of answered contacts do not exceed, pooled over replications`,
    making: {kind: 'percentile', share: percent / 100},
  };
}

/**
 * Every figure of the results: the one place where it is defined. S answered within T; L abandoned within T; N answered;
 * B abandoned; A waiting at the start + offered − called back − messages − still waiting no longer than T when the run ends. T is the threshold of the contact
 * type's objective, and "within" means wait ≤ T. None of them knows of callbacks, whose customers are not on the line.
 *
 * @see docs/explanation/model.md#8-figures-and-how-each-is-computed
 * @example MEASURES.asa.making // {kind: 'ratio', numerator: 'waitAnswered', denominator: 'answeredCallers'}
 */
export const MEASURES: Readonly<Record<MeasureName, Measure>> = {
  created: count('created', 'created', 'first attempts and all later legs'),
  backlogAtStart: count(
    'backlogAtStart',
    'waiting at the start',
    'contacts that waited when the horizon began; they are in answered, in still waiting and in A, but not in offered',
  ),
  offered: count(
    'offered',
    'offered',
    'contacts that reached their queue: created − closed − blocked − contained or lost in automation − not reached',
  ),
  answered: count('answered', 'answered', 'contacts taken by an agent, callbacks included', 'higher', EVERYWHERE),
  abandoned: count('abandoned', 'abandoned', 'B: contacts that hung up while waiting', 'lower'),
  blocked: count('blocked', 'blocked', 'contacts that found every line taken', 'lower'),
  closed: count('closed', 'found closed', 'contacts that came outside opening hours', 'lower'),
  balked: count('balked', 'balked', 'contacts that left at once because they would have had to wait', 'lower'),
  redialled: count('redialled', 'redialled', 'attempts made again after abandoning or being blocked', 'lower'),
  transferredOut: count(
    'transferredOut',
    'transferred out',
    'contacts sent on to another contact type at the end of their talk',
  ),
  overflowed: count('overflowed', 'overflowed', 'contacts that became open to further groups while waiting'),
  messages: count('messages', 'left a message', 'contacts that left a message after waiting'),
  dismissed: count('dismissed', 'dismissed', 'contacts sent away while waiting, because the queue closed', 'lower'),
  stillWaiting: count('stillWaiting', 'still waiting', 'contacts waiting when the run ended', 'lower'),
  contained: count('contained', 'contained', 'contacts that a bot or IVR served', 'higher'),
  hungUpInAutomation: count(
    'hungUpInAutomation',
    'hung up in automation',
    'contacts that left while a bot or IVR had them',
    'lower',
  ),
  cameBack: count('cameBack', 'came back', 'contacts that came again because they were not resolved', 'lower'),
  deflected: count('deflected', 'deflected', 'contacts that went on to another channel while waiting'),
  calledBack: count('calledBack', 'asked for a callback', 'contacts that left a callback request instead of waiting'),
  unreached: count('unreached', 'not reached', 'callbacks that the customer did not answer', 'lower'),
  noAnswers: count(
    'noAnswers',
    'not answered by the agent',
    'contacts that rang at an agent who did not answer',
    'lower',
  ),

  replies: count('replies', 'taken up again', 'customers back after a silence whom an agent went on with'),
  inService: count('inService', 'still in service', 'answered contacts that were not over when the run ended'),

  serviceLevel: ratio(
    'objectiveWithin',
    'objectiveOf',
    'service level',
    'share',
    'higher',
    'as the objective of each contact type defines it; by default S ÷ (A − L)',
  ),
  serviceLevelExcludingAbandons: ratio(
    'answeredWithin',
    'judgedLate',
    'service level, short abandons left out',
    'share',
    'higher',
    'S ÷ (A − L)',
  ),
  serviceLevelOverOffered: ratio('answeredWithin', 'judged', 'service level over offered', 'share', 'higher', 'S ÷ A'),
  serviceLevelOverAnswered: ratio(
    'answeredWithin',
    'answeredCallers',
    'service level over answered',
    'share',
    'higher',
    'S ÷ N',
  ),
  serviceLevelAbandonsMet: ratio(
    'withinEither',
    'judged',
    'service level, short abandons counted as met',
    'share',
    'higher',
    '(S + L) ÷ A',
  ),

  abandonment: ratio('abandoned', 'judged', 'abandonment', 'share', 'lower', 'B ÷ A'),
  abandonmentAfterThreshold: ratio(
    'abandonedLate',
    'judgedLate',
    'abandonment after the threshold',
    'share',
    'lower',
    '(B − L) ÷ (A − L)',
  ),
  asa: ratio(
    'waitAnswered',
    'answeredCallers',
    'average speed of answer',
    'seconds',
    'lower',
    'waits of answered contacts ÷ N',
    EVERYWHERE,
  ),
  meanWait: ratio(
    'waitAll',
    'callers',
    'mean wait',
    'seconds',
    'lower',
    'waits of all ÷ (waiting at the start + offered)',
  ),
  meanWaitAbandoned: ratio(
    'waitAbandoned',
    'abandoned',
    'mean wait of those who abandon',
    'seconds',
    'neither',
    'waits of abandoned contacts ÷ B',
  ),
  waitP50: waitPercentile(50),
  waitP80: waitPercentile(80),
  waitP90: waitPercentile(90),
  waitP95: waitPercentile(95),
  waitP99: waitPercentile(99),
  waitMax: ratio(
    'waitMax',
    'anyAnswered',
    'longest wait',
    'seconds',
    'lower',
    'longest wait of an answered contact, mean over the replications in which one was answered',
  ),

  callbackDelay: ratio(
    'callbackWait',
    'dialled',
    'time until the callback',
    'seconds',
    'lower',
    'time from the request (the time agreed on, the next try) to the dial ÷ dials',
  ),
  replyWait: ratio(
    'replyWait',
    'replies',
    'wait after a silence',
    'seconds',
    'lower',
    'open hours of its queue from when a silent customer is back until an agent goes on ÷ times that it happened; part of no other wait',
  ),
  meanQueueLength: rate(
    'queueTimeInside',
    'mean queue length',
    'contacts',
    'lower',
    'time spent waiting ÷ elapsed time, up to the end of the horizon',
  ),
  offeredLoad: rate(
    'workInside',
    'offered load',
    'erlangs',
    'neither',
    'handle time that the offered contacts bring ÷ elapsed time',
  ),
  agents: rate(
    'signedInInside',
    'agents signed in',
    'agents',
    'neither',
    '(busy + idle time) ÷ elapsed time, up to the end of the horizon',
    AGENTS,
  ),
  absentAgents: rate(
    'absence',
    'agents absent with pay',
    'agents',
    'lower',
    'time of shifts missed and paid ÷ elapsed time',
    AGENTS,
  ),
  occupancy: ratio('busy', 'signedIn', 'occupancy', 'share', 'neither', 'busy ÷ (busy + idle)', AGENTS),
  utilisation: ratio(
    'busy',
    'paid',
    'utilisation',
    'share',
    'higher',
    'busy ÷ paid, where paid = busy + idle + breaks + set aside + paid absence',
    AGENTS,
  ),
  slotOccupancy: ratio(
    'slotTime',
    'slots',
    'slot occupancy',
    'share',
    'neither',
    'slots taken ÷ slots of agents signed in, where an agent who may hold three at once has three',
    AGENTS,
  ),
  aht: ratio(
    'handle',
    'answered',
    'average handle time',
    'seconds',
    'neither',
    'talk, hold and wrap-up of answered contacts ÷ N',
    EVERYWHERE,
  ),
  objectiveMet: ratio(
    'daysMet',
    'daysJudged',
    'days on which the objective is met',
    'share',
    'higher',
    'days with a service level at or above the objective ÷ days with a verdict; a day with nothing offered has none',
    ['contactType'],
  ),
  cost: {
    ...count(
      'cost',
      'cost',
      'paid hours × (pay with on-costs + support staff) + licences and turnover by seat + what contracts charge, less penalties, with bonuses; over the whole horizon',
      'lower',
      EVERYWHERE,
    ),
    unit: 'money',
  },
  costPerContact: ratio('cost', 'answered', 'cost per contact', 'money', 'lower', 'cost ÷ N', EVERYWHERE),
  costPerResolved: ratio(
    'cost',
    'resolved',
    'cost per resolved contact',
    'money',
    'lower',
    'cost ÷ (N − sent on − those who come again unresolved, or would, had the horizon lasted)',
    EVERYWHERE,
  ),
};

/** Figures of the whole horizon alone: an interval has no verdict, and a month's minimum no half-hour. */
export const HORIZON_ONLY: ReadonlySet<MeasureName> = new Set([
  'objectiveMet',
  'cost',
  'costPerContact',
  'costPerResolved',
]);

const hasCallbacks = ({contactTypes}: Scenario): boolean => contactTypes.some(({callback}) => callback !== null);

const hasAutomation = ({contactTypes}: Scenario): boolean => contactTypes.some(({automation}) => automation !== null);

const hasPrices = ({currency}: Scenario): boolean => currency !== null;

const hasSilences = ({contactTypes}: Scenario): boolean => contactTypes.some(({goesQuiet}) => goesQuiet !== null);

/** Figures that are left out where the scenario has nothing that could make them. */
const ONLY_WHERE: Readonly<Partial<Record<MeasureName, (scenario: Scenario) => boolean>>> = {
  contained: hasAutomation,
  hungUpInAutomation: hasAutomation,
  cameBack: ({contactTypes}) =>
    contactTypes.some(({comesBack, automation}) => (comesBack ?? automation?.comesBack ?? null) !== null),
  deflected: ({contactTypes}) => contactTypes.some(({deflect}) => deflect !== null),
  calledBack: hasCallbacks,
  unreached: hasCallbacks,
  callbackDelay: hasCallbacks,
  backlogAtStart: ({contactTypes}) => contactTypes.some(({backlog}) => backlog.length > 0),
  replies: hasSilences,
  inService: hasSilences,
  replyWait: hasSilences,
  absentAgents: ({groups}) => groups.some(({people}) => people !== null && people.paidAbsence),
  slotOccupancy: ({groups}) => groups.some(({capacity}) => capacity.some(({atOnce}) => atOnce > 1)),
  cost: hasPrices,
  costPerContact: hasPrices,
  costPerResolved: hasPrices,
  noAnswers: ({groups}) => groups.some(({people}) => people !== null && people.noAnswer !== null),
};

/** Names of the measures that a scenario's results have, in the order of the table of names. */
export function measuresOf(scenario: Scenario): readonly MeasureName[] {
  return MEASURE_NAMES.filter(name => ONLY_WHERE[name]?.(scenario) ?? true);
}
