import {formatDuration, SECONDS_PER_DAY} from '../base/units.js';
import {cutIntoBatches} from './batch-means.js';
import type {Horizon} from './horizon.js';
import type {Problems} from './problems.js';
import type {BatchMeans, Clock, RunSettings} from './scenario.js';
import type {WrittenScenario} from './schema/document.js';
import {deepest, valueAt} from './value.js';

/** What flags of the command say of a run; null: nothing. */
interface RunFlags {
  readonly replications: number | null;
  readonly seed: string | null;
  readonly volume: number | null;
  readonly problems: Problems;
}

/** How often, and with what chance: flags go before what is written. */
export function buildRun(written: WrittenScenario, clock: Clock, context: RunFlags): RunSettings {
  const {replications, seed, volume} = context;
  const warmUpSeconds = written.run?.['warm-up'] ?? 0;
  const batchMeans = buildBatches(written, clock, warmUpSeconds, context);
  return {
    replications: batchMeans === null ? (replications ?? written.run?.replications ?? 20) : 1,
    seed: seed ?? written.run?.seed ?? '1',
    volume: volume ?? written.run?.volume ?? 1,
    warmUpSeconds: batchMeans === null ? warmUpSeconds : batchMeans.warmUpDays * SECONDS_PER_DAY,
    batchMeans,
  };
}

function buildBatches(
  {here, run}: WrittenScenario,
  clock: Clock,
  warmUpSeconds: number,
  {replications, problems}: RunFlags,
): BatchMeans | null {
  const batches = run?.['batch-means'];
  if (run === undefined || batches === undefined) return null;
  const at = deepest(here, 'run', 'batch-means');
  if (replications !== null || valueAt(run.here, 'replications') !== undefined)
    problems.add('SCN142', at, 'either batch-means, which cut one long run, or replications', 'both');
  return cutIntoBatches(batches, clock, warmUpSeconds, at, problems);
}

/** Notes a warm-up that leaves nothing to be counted. */
export function checkWarmUp(run: RunSettings, {end}: Horizon, written: WrittenScenario, problems: Problems): void {
  if (run.warmUpSeconds < end) return;
  problems.add(
    'SCN014',
    deepest(written.here, 'run', 'warm-up'),
    `a warm-up shorter than the horizon of ${formatDuration(end)}`,
    formatDuration(run.warmUpSeconds),
  );
}
