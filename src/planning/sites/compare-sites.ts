import {openExecutor, type ExecutorOptions} from '../../experiment/executor.js';
import {programVersion} from '../../experiment/program-version.js';
import {seatsOf} from '../../scenario/seats.js';
import {needReplications} from '../../scenario/need-replications.js';
import type {Scenario} from '../../scenario/scenario.js';
import {frontierOf, type FrontierStep} from './frontier.js';
import type {MixPoint} from './mix-point.js';
import {mixedScenario, type Center} from './mixed-scenario.js';
import type {Mix} from './mixes.js';
import {meanLines} from './mean-lines.js';
import type {Outcome} from './outcome.js';
import {roomFor} from './shared-engine.js';
import {simulateMixes, Stopped, type MixRun} from './simulate-mixes.js';
import {DEMAND_QUANTILES, STRESS_QUANTILE} from './volumes.js';

/** What the comparison of sites found; `--format json` as it stands. */
export interface SitesComparison {
  readonly format: 'plimsoll-sites';
  readonly version: 1;
  readonly program: string;
  readonly scenario: string;
  readonly description: string | null;
  readonly currency: string;
  /** Days of the horizon. */
  readonly days: number;
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
  /** What the search for the least agents of each mix saw, in order. */
  readonly searched: readonly SearchedMix[];
  readonly frontier: readonly FrontierStep[];
}

/** A mix with so many agents, at the 90th percentile of demand alone. */
export interface SearchedMix {
  readonly mix: string;
  readonly level: number;
  readonly agents: number;
  readonly costADay: number;
  readonly serviceLevel: number;
  readonly occupancy: number;
  readonly holds: boolean;
}

export interface SitesOptions extends ExecutorOptions {
  /** Whether points shall say what their cost consists of. */
  readonly withCosts?: boolean | undefined;
  readonly demandCv: number;
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
  needReplications([scenario], 'a comparison of sites');
  const executor = openExecutor({workers: options.workers});
  const total = mixes.length * (SEARCH_RUNS + AROUND.length * DEMAND_QUANTILES.length) + DEMAND_QUANTILES.length;
  let done = 0;
  const onDone = (): void => options.onProgress?.({done: (done += 1), total: Math.max(total, done)});
  const room = roomFor(mixes.map(mix => mixedScenario(center, mix, LEVELS.at(-1)!)));
  const simulate = (runs: readonly MixRun[]): Promise<readonly Outcome[]> =>
    simulateMixes(runs, {...options, executor, room, onDone});
  const points: MixPoint[] = [];
  const searched: SearchedMix[] = [];
  const found: {mix: string; holding: MixPoint | null}[] = [];
  let asItIs: MixPoint | null = null;
  let interrupted = false;
  try {
    asItIs = point(
      'as it is',
      1,
      scenario,
      await simulateMixes(atAllDemands(scenario), {...options, executor, room: null, onDone}),
    );
    const least = await leastHolding(
      mixes,
      (mix, level) => mixedScenario(center, mix, level),
      simulate,
      (mix, level, mixed, outcome) => searched.push(seen(mix, level, mixed, outcome)),
    );
    for (const [index, mix] of mixes.entries()) {
      const at = least[index]!;
      const levels = at === null ? ANYHOW : AROUND.flatMap(step => LEVELS[at + step] ?? []);
      const mixed = levels.map(level => mixedScenario(center, mix, level));
      const outcomes = await simulate(mixed.flatMap(atAllDemands));
      const tried = levels.map((level, each) =>
        point(
          mix.name,
          level,
          mixed[each]!,
          outcomes.slice(each * DEMAND_QUANTILES.length, (each + 1) * DEMAND_QUANTILES.length),
        ),
      );
      points.push(...tried);
      found.push({mix: mix.name, holding: tried.find(({stressed}) => stressed.holds) ?? null});
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
    days: scenario.clock.days,
    seed: scenario.run.seed,
    replications: scenario.run.replications,
    demandCv: options.demandCv,
    interrupted,
    asItIs,
    mixes: found,
    cheapest: holding[0]?.mix ?? null,
    points,
    searched,
    frontier: frontierOf(points),
  };
}

const atAllDemands = (mixed: Scenario): readonly MixRun[] => DEMAND_QUANTILES.map(quantile => ({mixed, quantile}));

/**
 * Index of the least level at which each mix holds, by halving, of all mixes at once; null when it does not even at the
 * highest.
 */
async function leastHolding(
  mixes: readonly Mix[],
  mixedAt: (mix: Mix, level: number) => Scenario,
  simulate: (runs: readonly MixRun[]) => Promise<readonly Outcome[]>,
  onSeen: (mix: Mix, level: number, mixed: Scenario, outcome: Outcome) => void,
): Promise<readonly (number | null)[]> {
  const searches = mixes.map(mix => ({mix, low: -1, high: LEVELS.length, next: LEVELS.length - 1}));
  for (;;) {
    const open = searches.filter(({low, high}) => high - low > 1);
    if (open.length === 0) return searches.map(({high}) => (high === LEVELS.length ? null : high));
    const runs = open.map(({mix, next}) => ({mixed: mixedAt(mix, LEVELS[next]!), quantile: STRESS_QUANTILE}));
    const tell = (all: readonly (Outcome | undefined)[]): void =>
      open.forEach(({mix, next}, index) => {
        const outcome = all[index];
        if (outcome !== undefined) onSeen(mix, LEVELS[next]!, runs[index]!.mixed, outcome);
      });
    const outcomes = await simulate(runs).catch((error: unknown) => {
      if (error instanceof Stopped) tell(error.outcomes);
      throw error;
    });
    tell(outcomes);
    open.forEach((search, index) => {
      if (outcomes[index]!.holds) search.high = search.next;
      else search.low = search.next;
      search.next = Math.floor((search.low + search.high) / 2);
    });
  }
}

function seen({name}: Mix, level: number, mixed: Scenario, outcome: Outcome): SearchedMix {
  return {
    mix: name,
    level,
    agents: seatsIn(mixed),
    costADay: outcome.cost / mixed.clock.days,
    serviceLevel: outcome.serviceLevel,
    occupancy: outcome.occupancy,
    holds: outcome.holds,
  };
}

const seatsIn = ({groups}: Scenario): number => groups.reduce((sum, {staffing}) => sum + seatsOf(staffing), 0);

/** Outcomes at equally likely parts of demand become one point. */
function point(mix: string, level: number, mixed: Scenario, outcomes: readonly Outcome[]): MixPoint {
  const mean = (of: (outcome: Outcome) => number): number =>
    outcomes.reduce((sum, outcome) => sum + of(outcome), 0) / outcomes.length;
  const stressed = outcomes[DEMAND_QUANTILES.indexOf(STRESS_QUANTILE)]!;
  const resolved = mean(({resolved: count}) => count);
  const days = mixed.clock.days;
  const costs = meanLines(outcomes.map(outcome => outcome.costs));
  return {
    mix,
    level,
    agents: seatsIn(mixed),
    costADay: mean(({cost}) => cost) / days,
    costADayPlusMinus: outcomes.every(({costPlusMinus}) => costPlusMinus !== null)
      ? mean(({costPlusMinus}) => costPlusMinus!) / days
      : null,
    costPerContact: mean(({cost}) => cost) / mean(({answered}) => answered),
    costPerResolved: resolved > 0 ? mean(({cost}) => cost) / resolved : null,
    serviceLevel: mean(({serviceLevel, offered}) => serviceLevel * offered) / mean(({offered}) => offered),
    chance: mean(outcome => outcome.chance),
    ...(costs.length === 0 ? {} : {costs}),
    stressed: {serviceLevel: stressed.serviceLevel, occupancy: stressed.occupancy, holds: stressed.holds},
  };
}
