/**
 * The library: what another program may import from 'plimsoll'. Everything here keeps its shape within a major version.
 *
 * @packageDocumentation
 * @see docs/how-to/use-as-a-library.md
 */
export {describeProblem, UserError, type Place, type Problem} from './base/errors.js';
export {loadScenario} from './scenario/load.js';
export type {Scenario} from './scenario/scenario.js';
export {lint} from './lint/lint.js';
export type {Finding} from './lint/finding.js';
export {ReplicationFailure, type FailedReplication} from './base/replication-failure.js';
export {openExecutor, type Executor, type ExecutorOptions, type Job, type JobOptions} from './experiment/executor.js';
export {compareScenarios, type Candidate, type CompareOptions} from './experiment/compare.js';
export type {Comparison, ComparisonRow, ComparedCandidate, InputDifference, OneSided} from './statistics/comparison.js';
export {loadSweep, type WrittenSweep} from './experiment/sweep/load-sweep.js';
export {runSweep, type SweepOptions, type SweepSubject} from './experiment/sweep/sweep.js';
export type {SweepResults, SweepRow, SweepSelection} from './statistics/sweep-results.js';
export {runScenario, type RunOptions, type RunProgress} from './experiment/run.js';
export {MEASURE_NAMES, type MeasureName} from './scenario/schema/measures.js';
export {MEASURES, type Measure} from './statistics/measures.js';
export {AFTER_CLOSE, type ResultRow, type Results, type Scope, type Unit} from './statistics/results.js';
export {comparisonDocument} from './report/documents/comparison-document.js';
export {sweepDocument} from './report/documents/sweep-document.js';
export {resultsDocument} from './report/documents/results-document.js';
export type {Document} from './report/documents/document.js';
export {FORMATS, render, type Format} from './report/formats/render.js';
export {readResults, writeCharts, writeResults} from './report/write.js';
export {erlangB, type ErlangBFigures, type ErlangBOptions} from './analytic/erlang-b.js';
export {erlangC, erlangCWait, type ErlangCOptions} from './analytic/erlang-c.js';
export {erlangA, impatientQueue, type ErlangAOptions, type ImpatientQueueOptions} from './analytic/erlang-a.js';
export type {QueueFigures, QueueOutcome, ServiceLevelName, ServiceLevels, Unstable} from './analytic/figures.js';
export type {Patience, PatienceKind} from './analytic/patience.js';
export {
  queue,
  requiredAgents,
  requiredLines,
  type RequiredAgentsOptions,
  type RequiredLines,
  type Requirement,
  type Workload,
} from './analytic/required-agents.js';
export {longestAht, mostArrivals} from './analytic/limits-of-work.js';
export {combinedShrinkage, scheduledAgents, wholeAgents} from './analytic/shrinkage.js';
export type {TargetName, Targets} from './analytic/targets.js';
export {
  floorWith,
  transientQueue,
  transientStep,
  type Floor,
  type TransientFigures,
  type TransientInterval,
  type TransientStep,
} from './analytic/transient-queue.js';
export {
  timeVaryingQueue,
  type TimeVaryingFigures,
  type TimeVaryingMethod,
  type TimeVaryingOptions,
} from './analytic/time-varying.js';
export {
  offeredLoad,
  sinusoidalLoad,
  type OfferedLoad,
  type RateProfile,
  type Sinusoid,
} from './analytic/offered-load.js';
export {backlogCarryover, type BacklogInterval} from './analytic/backlog-carryover.js';
export {limitedLines, type LimitedLinesOptions} from './analytic/limited-lines.js';
export {erlangX, type ErlangXFigures, type ErlangXOptions} from './analytic/erlang-x.js';
export {chatQueue, chatThroughput, type ChatFigures, type ChatOptions} from './analytic/chat.js';
export {blendedQueue, type BlendingFigures, type BlendingOptions} from './analytic/blending.js';
export {priorityQueue, type PriorityClass, type PriorityFigures} from './analytic/priorities.js';
export {generalServiceQueue, type GeneralServiceFigures, type HandleTimeShape} from './analytic/general-service.js';
export {generalArrivalsQueue, type ArrivalShape, type GeneralArrivalFigures} from './analytic/general-arrivals.js';
export {squareRootStaffing} from './analytic/square-root-staffing.js';
export {
  scheduleShifts,
  type Schedule,
  type ScheduleOptions,
  type ScheduleRound,
  type ScheduleStep,
} from './planning/schedule/schedule.js';
export type {ScheduledAgent, ScheduledShift} from './planning/schedule/decode.js';
export type {ServiceFigure} from './planning/schedule/service.js';
export type {Requirement as ShiftRequirement} from './planning/schedule/requirement.js';
export type {DemandPlaces} from './planning/schedule/refusals.js';
export type {CostLine} from './statistics/cost-lines.js';
