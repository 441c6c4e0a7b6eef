import type {Executor} from '../../experiment/jobs.js';
import type {Scenario} from '../../scenario/scenario.js';
import {countVariables, type StaffingLimits} from './bounds.js';
import type {Counts, StaffingGrid} from './grid.js';
import type {StaffingObjective} from './objectives.js';
import {cuttingPlanes, mend, trim} from './search.js';
import {startingBounds} from './start.js';
import {isFeasible, Trials, type Trial} from './trials.js';
import {verify, type Verification} from './verify.js';
import type {TypeWorkload} from './workload.js';

/** Where the search is. */
export type SearchStage = 'cutting planes' | 'mending' | 'local search' | 'verification';

export interface SimulatedOptions {
  readonly executor: Executor;
  readonly signal: AbortSignal;
  /** Replications of the sample that is searched on. */
  readonly replications: number;
  readonly onStage?: ((stage: SearchStage, round: number) => void) | undefined;
  readonly onFinished?: ((replications: number) => void) | undefined;
}

/** What the search by simulation found. */
export interface SimulatedStaffing {
  readonly counts: Counts;
  /** Numbers that formulas and flows alone ask for: the start of the search. */
  readonly bound: Counts;
  readonly verification: Verification;
  readonly trials: Trials;
  readonly replicationsSimulated: number;
}

/** The look at fresh streams has so many times the replications of the search. */
const LONG_LOOK = 2;

/**
 * The cheapest numbers of agents by group and interval with which every objective holds in the simulation: from a lower
 * bound by cutting planes on common random numbers, then local search, then fresh streams.
 *
 * @see docs/explanation/methods.md#staffing-by-simulation
 */
export async function staffBySimulation(
  scenario: Scenario,
  grid: StaffingGrid,
  workload: readonly TypeWorkload[],
  objectives: readonly StaffingObjective[],
  limits: StaffingLimits,
  {executor, signal, replications, onStage, onFinished}: SimulatedOptions,
): Promise<SimulatedStaffing> {
  const trials = new Trials(scenario, grid, objectives, {executor, signal, onFinished});
  const work = {trials, grid, limits};
  const sample = {first: 0, replications};
  onStage?.('cutting planes', 1);
  const start = startingBounds(scenario, grid, workload, objectives, countVariables(grid, limits));
  const cut = await cuttingPlanes(work, start, sample);
  let trial: Trial = cut.trial;
  if (!isFeasible(trial)) {
    onStage?.('mending', 1);
    trial = await mend(work, trial, sample);
  }
  if (isFeasible(trial)) {
    onStage?.('local search', 1);
    trial = await trim(work, trial, sample);
  }
  const fresh = {first: replications, replications: replications * LONG_LOOK};
  const verification = await verify(work, trial, fresh, Math.ceil(replications / 2), round =>
    onStage?.('verification', round),
  );
  return {
    counts: verification.trial.counts,
    bound: cut.bound,
    verification,
    trials,
    replicationsSimulated: trials.simulated,
  };
}
