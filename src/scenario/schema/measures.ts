/** Names of the figures in results, as scenarios, gates and reports write them; formulas are in statistics/measures.ts. */
export const MEASURE_NAMES = [
  'created',
  'offered',
  'answered',
  'abandoned',
  'blocked',
  'closed',
  'balked',
  'redialled',
  'transferredOut',
  'overflowed',
  'messages',
  'dismissed',
  'contained',
  'hungUpInAutomation',
  'cameBack',
  'deflected',
  'calledBack',
  'unreached',
  'noAnswers',
  'stillWaiting',
  'serviceLevel',
  'serviceLevelExcludingAbandons',
  'serviceLevelOverOffered',
  'serviceLevelOverAnswered',
  'serviceLevelAbandonsMet',
  'abandonment',
  'abandonmentAfterThreshold',
  'asa',
  'meanWait',
  'meanWaitAbandoned',
  'waitP50',
  'waitP80',
  'waitP90',
  'waitP95',
  'waitP99',
  'waitMax',
  'callbackDelay',
  'meanQueueLength',
  'offeredLoad',
  'agents',
  'occupancy',
  'utilisation',
  'slotOccupancy',
  'aht',
  'objectiveMet',
  'cost',
  'costPerContact',
  'costPerResolved',
] as const;

export type MeasureName = (typeof MEASURE_NAMES)[number];

/** Whose figure: of all together, or of one thing by its name. */
export type Scope = 'total' | 'channel' | 'contactType' | 'queue' | 'group' | 'site';

/** Unit of a figure in results. */
export type Unit = 'count' | 'seconds' | 'share' | 'erlangs' | 'contacts' | 'agents' | 'money';
