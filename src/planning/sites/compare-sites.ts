import {openExecutor, type ExecutorOptions} from '../../experiment/executor.js';
import {programVersion} from '../../experiment/program-version.js';
import {runScenario} from '../../experiment/run.js';
import {seatsOf} from '../../scenario/seats.js';
import type {Scenario} from '../../scenario/scenario.js';
import {frontierOf, type FrontierStep} from './frontier.js';
import type {MixPoint} from './mix-point.js';
import {mixedScenario, type Center} from './mixed-scenario.js';
import type {Mix} from './mixes.js';
import {outcomeOf, type Outcome} from './outcome.js';
import {restrictContacts, type Restriction} from './restrict-contacts.js';
import {DEMAND_QUANTILES, STRESS_QUANTILE, volumeFactor, withVolume} from './volumes.js';

/** What the comparison of sites found; `--format json` as it stands. */
export interface SitesComparison {
  readonly format: 'plimsoll-sites';
  readonly version: 1;
  readonly program: string;
  readonly scenario: string;
  readonly description: string | null;
  readonly currency: string;
  readonly seed: string;
  readonly replications: number;
  readonly demandCv: number;
  readonly interrupted: boolean;
  /** The scenario as it stands. */
  readonly asItIs: MixPoint | null;
  /** Of each mix the least agents with which it holds at the 90th percentile of demand; null: it does not at any number tried. */
  readonly mixes: readonly {readonly mix: string; readonly holding: MixPoint | null}[];
  /** Name of the mix that holds at least cost; null: none does. */
  readonly cheapest: string | null;
  readonly points: readonly MixPoint[];
  readonly frontier: readonly FrontierStep[];
}

export interface SitesOptions extends ExecutorOptions {
  readonly demandCv: number;
  readonly restrictions: readonly Restriction[];
  readonly signal?: AbortSignal | undefined;
  /** Told how many of about how many simulations are done. */
  readonly onProgress?: ((progress: {readonly done: number; readonly total: number}) => void) | undefined;
}

/** Levels of staffing tried: 40 % to 200 % of the scenario's agents in steps of 2.5 %. */
const LEVEL_STEP = 0.025;
const LEVELS = Array.from({length: 65}, (_, index) => Number((0.4 + index * LEVEL_STEP).toFixed(3)));
/** Around the least level that holds, in steps of the list. */
const AROUND = [-4, -2, 0, 2];
/** Where a mix never holds. */
const ANYHOW = [0.9, 1, 1.1];
const SEARCH_RUNS = Math.ceil(Math.log2(LEVELS.length + 1));

class Stopped extends Error {}

/**
 * Compares mixes of sites under uncertain demand. Of each mix the least staffing is searched with which it holds at the
 * 90th percentile of demand; there and around it, cost and service are simulated at five quantiles of demand. All meet
 * the same customers.
 */
export async function compareSites(
  center: Center,
  mixes: readonly Mix[],
  options: SitesOptions,
): Promise<SitesComparison> {
  const {scenario} = center;
  const executor = openExecutor({workers: options.workers});
  const total = mixes.length * (SEARCH_RUNS + AROUND.length * DEMAND_QUANTILES.length) + DEMAND_QUANTILES.length;
  let done = 0;
  const simulate = async (mixed: Scenario, quantile: number): Promise<Outcome> => {
    const restricted = options.restrictions.reduce(restrictContacts, mixed);
    const run = withVolume(restricted, volumeFactor(options.demandCv, quantile));
    const results = await runScenario(withoutIntervals(run), {executor, signal: options.signal});
    if (results.interrupted) throw new Stopped();
    options.onProgress?.({done: (done += 1), total: Math.max(total, done)});
    return outcomeOf(run, results);
  };
  const pointOf = async (
    mix: string,
    level: number,
    mixed: Scenario,
    stressed: Outcome | undefined,
  ): Promise<MixPoint> => {
    const outcomes: Outcome[] = [];
    for (const quantile of DEMAND_QUANTILES)
      outcomes.push(
        quantile === STRESS_QUANTILE && stressed !== undefined ? stressed : await simulate(mixed, quantile),
      );
    return point(mix, level, mixed, outcomes);
  };
  const points: MixPoint[] = [];
  const found: {mix: string; holding: MixPoint | null}[] = [];
  let asItIs: MixPoint | null = null;
  let interrupted = false;
  try {
    asItIs = await pointOf('as it is', 1, scenario, undefined);
    for (const mix of mixes) {
      const searched = new Map<number, Outcome>();
      const at = await leastHolding(async index => {
        const outcome = await simulate(mixedScenario(center, mix, LEVELS[index]!), STRESS_QUANTILE);
        searched.set(LEVELS[index]!, outcome);
        return outcome;
      });
      const levels = at === null ? ANYHOW : AROUND.flatMap(step => LEVELS[at + step] ?? []);
      const tried: MixPoint[] = [];
      for (const level of levels)
        tried.push(await pointOf(mix.name, level, mixedScenario(center, mix, level), searched.get(level)));
      points.push(...tried);
      found.push({mix: mix.name, holding: tried.find(({stressed}) => stressed.holds) ?? null});
      done = points.length * DEMAND_QUANTILES.length + found.length * SEARCH_RUNS;
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    interrupted = true;
  } finally {
    await executor.close();
  }
  const holding = found.flatMap(each => each.holding ?? []).sort((a, b) => a.costADay - b.costADay);
  return {
    format: 'plimsoll-sites',
    version: 1,
    program: programVersion(),
    scenario: scenario.name,
    description: scenario.description,
    currency: scenario.currency!,
    seed: scenario.run.seed,
    replications: scenario.run.replications,
    demandCv: options.demandCv,
    interrupted,
    asItIs,
    mixes: found,
    cheapest: holding[0]?.mix ?? null,
    points,
    frontier: frontierOf(points),
  };
}

/** Only figures of the whole horizon are asked for: with one reporting interval, statistics take next to nothing. */
const withoutIntervals = (scenario: Scenario): Scenario => ({
  ...scenario,
  clock: {
    ...scenario.clock,
    intervalOfCell: scenario.clock.intervalOfCell.map(() => 0),
    intervalLabels: ['T00:00'],
    report: 'time-of-day',
  },
});

/** Index of the least level that holds, by halving; null when not even the highest does. */
async function leastHolding(at: (index: number) => Promise<Outcome>): Promise<number | null> {
  let [low, high] = [-1, LEVELS.length - 1];
  if (!(await at(high)).holds) return null;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if ((await at(middle)).holds) high = middle;
    else low = middle;
  }
  return high;
}

/** Outcomes at equally likely parts of demand become one point. */
function point(mix: string, level: number, mixed: Scenario, outcomes: readonly Outcome[]): MixPoint {
  const mean = (of: (outcome: Outcome) => number): number =>
    outcomes.reduce((sum, outcome) => sum + of(outcome), 0) / outcomes.length;
  const stressed = outcomes[DEMAND_QUANTILES.indexOf(STRESS_QUANTILE)]!;
  const resolved = mean(({resolved: count}) => count);
  const days = mixed.clock.days;
  return {
    mix,
    level,
    agents: mixed.groups.reduce((sum, {staffing}) => sum + seatsOf(staffing), 0),
    costADay: mean(({cost}) => cost) / days,
    costADayPlusMinus: outcomes.every(({costPlusMinus}) => costPlusMinus !== null)
      ? mean(({costPlusMinus}) => costPlusMinus!) / days
      : null,
    costPerContact: mean(({cost}) => cost) / mean(({answered}) => answered),
    costPerResolved: resolved > 0 ? mean(({cost}) => cost) / resolved : null,
    serviceLevel: mean(({serviceLevel, offered}) => serviceLevel * offered) / mean(({offered}) => offered),
    chance: mean(outcome => outcome.chance),
    stressed: {serviceLevel: stressed.serviceLevel, occupancy: stressed.occupancy, holds: stressed.holds},
  };
}
