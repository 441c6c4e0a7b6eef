/** Names of the figures in results, as scenarios, gates and reports write them; formulas are in statistics/measures.ts. */
export const MEASURE_NAMES = [
  'created', 'offered', 'answered', 'abandoned', 'blocked', 'closed', 'balked', 'redialled', 'transferredOut',
  'overflowed', 'messages', 'dismissed', 'stillWaiting',
  'serviceLevel', 'serviceLevelExcludingAbandons', 'serviceLevelOverOffered', 'serviceLevelOverAnswered',
  'serviceLevelAbandonsMet',
  'abandonment', 'abandonmentAfterThreshold', 'asa', 'meanWait', 'meanWaitAbandoned',
  'waitP50', 'waitP80', 'waitP90', 'waitP95', 'waitP99', 'waitMax',
  'meanQueueLength', 'offeredLoad', 'agents', 'occupancy', 'utilisation', 'aht', 'objectiveMet',
] as const;

export type MeasureName = (typeof MEASURE_NAMES)[number];
