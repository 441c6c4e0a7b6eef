import type {StaffingLimits} from './bounds.js';
import type {StaffingGrid} from './grid.js';
import {probe, type Effect} from './probes.js';
import type {Sample, Trial, Trials} from './trials.js';

/** What the steps of the search work with. */
export interface SearchWork {
  readonly trials: Trials;
  readonly grid: StaffingGrid;
  readonly limits: StaffingLimits;
}

/** Slopes below this are chance. */
export const NO_SLOPE = 1e-7;

/** Slopes are told well enough by this share of the sample, within these limits. */
const SLOPE_SHARE = 0.25;
const [FEWEST, MOST] = [20, 60];

/** The first part of a sample, on which slopes are taken: differences on common random numbers need few replications. */
export const briefOf = ({first, replications}: Sample): Sample => ({
  first,
  replications: Math.min(replications, MOST, Math.max(FEWEST, Math.ceil(replications * SLOPE_SHARE))),
});

/** What one agent more or fewer does wherever one may be added or taken away, on the first part of a sample. */
export async function slopes(work: SearchWork, trial: Trial, step: 1 | -1, sample: Sample): Promise<readonly Effect[]> {
  const {trials, grid} = work;
  const brief = briefOf(sample);
  const base = await trials.one(trial.counts, brief);
  return probe(trials, grid, base, step, brief, step === 1 ? mayGrow(work, trial) : mayShrink(work, trial));
}

/** Where one agent more may be asked for. */
const mayGrow =
  ({limits}: SearchWork, {counts}: Trial) =>
  (group: number, interval: number): boolean =>
    counts[group][interval] < limits.most[group];

/** Where there is an agent who may be taken away. */
export const mayShrink =
  ({limits}: SearchWork, {counts}: Trial) =>
  (group: number, interval: number): boolean =>
    counts[group][interval] > limits.least[group];
