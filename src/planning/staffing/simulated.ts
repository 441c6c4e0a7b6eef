import type {Executor} from '../../experiment/jobs.js';
import type {Scenario} from '../../scenario/scenario.js';
import {countVariables, type StaffingLimits} from './bounds.js';
import type {Counts, StaffingGrid} from './grid.js';
import type {StaffingObjective} from './objectives.js';
import {cuttingPlanes} from './cutting-planes.js';
import {mend} from './mending.js';
import {startingBounds} from './start.js';
import {trim} from './trimming.js';
import {Interrupted, isFeasible, Trials, type Sample, type Trial} from './trials.js';
import {verify, type Verification} from './verify.js';
import type {TypeWorkload} from './workload.js';

/** Where the search is. */
export type SearchStage = 'cutting planes' | 'mending' | 'local search' | 'verification';

export interface SimulatedOptions {
  readonly executor: Executor;
  readonly signal: AbortSignal;
  /** Replications of the sample that is searched on. */
  readonly replications: number;
  /** Called where this thread works for long: lets others run, or throws to end the work. */
  readonly breathe: () => Promise<void>;
  readonly onStage?: ((stage: SearchStage, round: number) => void) | undefined;
  readonly onFinished?: ((replications: number) => void) | undefined;
}

/** What the search by simulation found. */
export interface SimulatedStaffing {
  readonly counts: Counts;
  /** Numbers that formulas and flows alone ask for: the start of the search. */
  readonly bound: Counts;
  /** null: interrupted before fresh streams had their say. */
  readonly verification: Verification | null;
  readonly trials: Trials;
  readonly replicationsSimulated: number;
}

/** The look at fresh streams has so many times the replications of the search. */
const LONG_LOOK = 2;

/**
 * The cheapest numbers of agents by group and interval with which every objective holds in the simulation: from a lower
 * bound by cutting planes on common random numbers, then local search, then fresh streams.
 *
 * @throws Interrupted when it ended before any numbers kept every objective
 * @see docs/explanation/methods.md#staffing-by-simulation
 */
export async function staffBySimulation(
  scenario: Scenario,
  grid: StaffingGrid,
  workload: readonly TypeWorkload[],
  objectives: readonly StaffingObjective[],
  limits: StaffingLimits,
  {executor, signal, replications, breathe, onStage, onFinished}: SimulatedOptions,
): Promise<SimulatedStaffing> {
  const trials = new RememberingTrials(scenario, grid, objectives, {executor, signal, onFinished}, replications);
  const work = {trials, grid, limits};
  const sample = {first: 0, replications};
  let bound: Counts | null = null;
  const search = async (): Promise<SimulatedStaffing> => {
    onStage?.('cutting planes', 1);
    const start = await startingBounds(scenario, grid, workload, objectives, countVariables(grid, limits), breathe);
    const cut = await cuttingPlanes(work, start, sample);
    bound = cut.bound;
    let trial: Trial = cut.trial;
    if (!isFeasible(trial)) {
      onStage?.('mending', 1);
      ({trial} = await mend(work, trial, sample, cut.effects));
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
  };
  try {
    return await search();
  } catch (error) {
    if (!(error instanceof Interrupted) || trials.best === null) throw error;
    const {counts} = trials.best;
    return {counts, bound: bound ?? counts, verification: null, trials, replicationsSimulated: trials.simulated};
  }
}

/** Trials that remember the last numbers that kept every objective: what there is to tell when the search is interrupted. */
class RememberingTrials extends Trials {
  best: Trial | null = null;
  private readonly wanted: number;

  /** @param wanted replications from which on a sample says anything of numbers */
  constructor(...[scenario, grid, objectives, options, wanted]: [...ConstructorParameters<typeof Trials>, number]) {
    super(scenario, grid, objectives, options);
    this.wanted = wanted;
  }

  override async one(counts: Counts, sample: Sample): Promise<Trial> {
    const trial = await super.one(counts, sample);
    if (sample.replications >= this.wanted && isFeasible(trial)) this.best = trial;
    return trial;
  }
}
